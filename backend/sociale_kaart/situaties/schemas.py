from datetime import datetime
from typing import Annotated

from pydantic import Field

from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema

_MOST_PARTS = 8
Codes = Annotated[list[Annotated[str, Field(min_length=1, max_length=60)]], Field(max_length=20)]
Slug = Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class OnderdeelVraag(Schema):
    """What is shown in a part: a question to `GET /zoeken`, of these parameters only."""

    q: Annotated[Text, Field(max_length=200)] = ""
    thema: Codes = []
    doelgroep: Codes = []
    soort: Codes = []
    niveau: Codes = []
    vorm: Codes = []
    dagdeel: Codes = []


class Onderdeel(Schema):
    """One subject of a situation."""

    titel: Annotated[Text, Field(min_length=1, max_length=60)]
    tekst: Annotated[Text, Field(max_length=300)] = ""
    vraag: OnderdeelVraag


class SituatieInvoer(Schema):
    """A situation as the redactie writes it; not `zichtbaar` keeps it for later."""

    titel: Annotated[Text, Field(min_length=1, max_length=60)]
    samenvatting: Annotated[Text, Field(min_length=1, max_length=200)]
    inleiding: Annotated[Text, Field(min_length=1, max_length=1000)]
    onderdelen: Annotated[list[Onderdeel], Field(min_length=1, max_length=_MOST_PARTS)]
    volgorde: Annotated[int, Field(ge=0, le=1000)] = 0
    zichtbaar: bool = True


class SituatieKort(Schema):
    slug: str
    titel: str
    samenvatting: str


class SituatieUit(SituatieKort):
    inleiding: str
    onderdelen: list[Onderdeel]
    volgorde: int
    zichtbaar: bool
    versie: int
    gewijzigd_op: datetime


class Situaties(Schema):
    resultaten: list[SituatieKort]
