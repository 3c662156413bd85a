"""The tags of a listing: each code that it is filtered and counted by, with its facet."""

from collections.abc import Mapping
from typing import Any

FACETS = (
    "ambitie", "doelgroep", "thema", "wijk", "categorie", "soort", "niveau", "vorm", "dag",
    "dagdeel", "kosten", "toegankelijkheid", "taal", "aanmelden", "openVoor",
    "inzet",
)  # fmt: skip
# A day with a part of it, such as 'di-avond'; not a facet of its own.
MOMENT = "moment"


def tag(facet: str, code: str) -> str:
    return f"{facet}:{code}"


def tags_of(document: Mapping[str, Any]) -> list[str]:
    """The tags of a search document (zoeken.document), sorted."""
    tags: set[str] = set()
    for facet in (*FACETS, MOMENT):
        value = document.get(facet, ())
        codes = (value,) if isinstance(value, str) else value
        tags.update(tag(facet, code) for code in codes)
    return sorted(tags)
