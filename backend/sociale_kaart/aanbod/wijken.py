"""Whose a listing is to look after: the wijken that it is for and the one where it is.

What is for the whole city is in nobody's wijk, so that only the redactie decides about it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.schemas import AanbodInvoer


def wijken_of(aanbod: Aanbod) -> frozenset[str]:
    """The codes of its wijken; its place and its werkgebied must have been loaded."""
    place = aanbod.locatie.wijk_code if aanbod.locatie else None
    return _wijken(aanbod.stadsbreed, (part.wijk_code for part in aanbod.wijken), place)


def wijken_in(document: Mapping[str, Any]) -> frozenset[str]:
    """The same, from the document that readers get."""
    area = document.get("werkgebied", {})
    place = document.get("locatie", {}).get("wijk")
    return _wijken(area.get("stadsbreed"), area.get("wijken", ()), place)


def wijken_in_invoer(invoer: AanbodInvoer) -> frozenset[str]:
    """The same, of what somebody filled in, with codes for the wijken (conversion.settled)."""
    area = invoer.werkgebied
    place = invoer.locatie.wijk if invoer.locatie else None
    return _wijken(area == "stadsbreed", area if isinstance(area, list) else (), place)


def _wijken(stadsbreed: bool | None, area: Iterable[str], place: str | None) -> frozenset[str]:
    if stadsbreed:
        return frozenset()
    return frozenset([*area, place] if place else area)
