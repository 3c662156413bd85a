import re
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema

_FILE_NAME = re.compile(r"\.(jpe?g|png|webp|heic|gif)$|^(img|dsc|pxl)[_-]?\d+", re.IGNORECASE)


def _check_alt(value: str) -> str:
    if _FILE_NAME.search(value):
        raise ValueError("Schrijf wat er op de foto te zien is, niet hoe het bestand heet.")
    if len(value.split()) < 2:  # noqa: PLR2004 (one word is no sentence)
        raise ValueError("Schrijf in een korte zin wat er op de foto te zien is.")
    return value


Alt = Annotated[Text, StringConstraints(max_length=250), AfterValidator(_check_alt)]


class BeeldInvoer(Schema):
    """A picture that was uploaded before, and what is to be seen on it."""

    id: UUID
    alt: Annotated[Alt, Field(description="Wat er te zien is, voor wie het niet ziet.")]


class BeeldUit(Schema):
    """A picture; each width is at `/beelden/{id}/{breedte}`."""

    id: UUID
    breedte: Annotated[int, Field(description="Van de grootste versie, in pixels.")]
    hoogte: int
    breedtes: Annotated[list[int], Field(description="Van klein naar groot.")]


class BeeldBijAanbod(BeeldUit):
    alt: str
