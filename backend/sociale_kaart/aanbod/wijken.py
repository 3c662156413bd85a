"""Whose a listing is to look after: the wijken that it is for and the one where it is.

What is for the whole city is in nobody's wijk, so that only the redactie decides about it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sociale_kaart.aanbod.models import Aanbod


def wijken_of(aanbod: Aanbod) -> frozenset[str]:
    """The codes of its wijken; its place and its werkgebied must have been loaded."""
    place = aanbod.locatie.wijk_code if aanbod.locatie else None
    return _wijken(aanbod.stadsbreed, (part.wijk_code for part in aanbod.wijken), place)


def wijken_in(document: Mapping[str, Any]) -> frozenset[str]:
    """The same, from the document that readers get."""
    area = document.get("werkgebied", {})
    place = document.get("locatie", {}).get("wijk")
    return _wijken(area.get("stadsbreed"), area.get("wijken", ()), place)


def _wijken(stadsbreed: bool | None, area: Iterable[str], place: str | None) -> frozenset[str]:
    if stadsbreed:
        return frozenset()
    return frozenset([*area, place] if place else area)
