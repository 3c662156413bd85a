from datetime import date
from typing import Annotated

from pydantic import Field

from sociale_kaart.core.schema import Schema


class Schoolvakantie(Schema):
    """A holiday from its first up to and including its last day, weekends included."""

    naam: str
    schooljaar: str
    van: date
    tot: date


class Schoolvakanties(Schema):
    """In order of time. After `bekend_tot` there are holidays too, but which is not known yet."""

    regio: Annotated[str, Field(description="De vakantieregio van de gemeente.")]
    bekend_tot: date
    resultaten: list[Schoolvakantie]
