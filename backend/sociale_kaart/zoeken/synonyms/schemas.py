from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema
from sociale_kaart.zoeken.synonyms.rules import check_direction, check_meaning, check_words

Richting = Literal["heen", "beide"]
Herkomst = Literal["kaart", "redactie"]
Woorden = Annotated[Text, Field(min_length=1, max_length=80), AfterValidator(check_words)]


class SynoniemInvoer(Schema):
    """What people type, and the word of the map that it leads to."""

    woord: Woorden
    betekent: Woorden
    richting: Richting = "heen"
    heel_woord: bool = False

    @field_validator("betekent")
    @classmethod
    def _can_stand_there(cls, betekent: str, info: ValidationInfo) -> str:
        return check_meaning(info.data.get("woord"), betekent)

    @field_validator("richting")
    @classmethod
    def _leads_somewhere(cls, richting: str, info: ValidationInfo) -> str:
        return check_direction(info.data.get("woord"), richting)


class SynoniemUit(Schema):
    id: UUID
    woord: str
    betekent: str
    richting: Richting
    heel_woord: bool
    herkomst: Herkomst
    versie: int
    gewijzigd_op: datetime


class Synoniemen(Schema):
    resultaten: list[SynoniemUit]
    volgende: str | None = None
