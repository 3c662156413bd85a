from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sociale_kaart.core.fields import Code
from sociale_kaart.core.schema import Schema

Weekdeel = Literal["doordeweeks", "weekend"]


class GatInvoer(Schema):
    """What is not there, in codes of the vocabularies; at least one of them.

    On purpose there is no field for words of one's own, and none for who reports it.
    """

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    thema: Code | None = None
    doelgroep: Code | None = None
    wijk: Annotated[Code | None, Field(description="Code, slug of naam.")] = None
    dagdeel: Code | None = None
    weekdeel: Weekdeel | None = None


class Combinatie(Schema):
    """What is not there; of what is left out, nothing was said."""

    thema: str | None = None
    doelgroep: str | None = None
    wijk: str | None = None
    dagdeel: str | None = None
    weekdeel: Weekdeel | None = None


class GatUit(Combinatie):
    """All that is kept of a report."""

    gemeld_op: date


class GatTelling(Combinatie):
    """How often a combination was reported in a period."""

    aantal: int
    laatst_gemeld_op: date


class Gaten(Schema):
    resultaten: list[GatTelling]
    volgende: str | None = None
