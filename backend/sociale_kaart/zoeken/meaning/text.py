"""What of a listing is turned into a vector."""

from collections.abc import Mapping
from typing import Any

from sociale_kaart.taxonomie.vocabulary import Vocabulary

# About what the model reads in one go; what comes after it would only blur the rest.
_MAX_LENGTH = 2_000


def meaning_text(aanbod: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    """What a listing is about and for whom, in the order of what tells most.

    Args:
        aanbod: the public document (aanbod.documents.document_of) as JSON data.
        vocabulary: for the labels of its codes.
    """
    themas = _labels(vocabulary, "thema", aanbod["themas"])
    people = _labels(vocabulary, "doelgroep", aanbod["doelgroepen"])
    parts = [
        f"{aanbod['titel']}.",
        aanbod.get("samenvatting", ""),
        f"{', '.join(themas)}." if themas else "",
        f"Voor: {', '.join(people)}." if people else "",
        aanbod.get("beschrijving", ""),
    ]
    return " ".join(" ".join(parts).split())[:_MAX_LENGTH]


def _labels(vocabulary: Vocabulary, lijst: str, codes: list[str]) -> list[str]:
    return [vocabulary.labels.get(lijst, {}).get(code, code) for code in codes]
