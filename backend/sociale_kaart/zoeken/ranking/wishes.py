"""Whether a listing is as somebody wishes it: where, when, for whom, at what price."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sociale_kaart.zoeken.understanding.begrepen import Wens

Document = Mapping[str, Any]

# A wish that a listing meets, breaks, or says nothing of.
MEETS, UNKNOWN, BREAKS = 1.0, 0.0, -1.0

# How much each kind counts, against a word that stands in one listing of ten. A wish in the
# question is not a filter: who asks for Holtenbroek is helped by what is next to it too, lower.
WEIGHTS: Mapping[str, float] = {
    "wijk": 3.0,
    "dag": 2.5,
    "dagdeel": 1.5,
    "datum": 2.5,
    "kosten": 1.5,
    "toegankelijkheid": 1.0,
    "doelgroep": 1.0,
    "leeftijd": 2.0,
    "vorm": 1.5,
    "aanmelden": 1.5,
    "openVoor": 1.0,
    "taal": 1.5,
    "niveau": 1.0,
}


def wish_score(wishes: Sequence[Wens], document: Document) -> float:
    """What a listing earns and loses by all wishes; those of one kind count once, at their best."""
    best: dict[str, float] = {}
    for wish in wishes:
        found = agreement(wish, document)
        best[wish.soort] = max(best.get(wish.soort, BREAKS), found)
    return sum(WEIGHTS[kind] * found for kind, found in best.items())


def agreement(wish: Wens, document: Document) -> float:
    """MEETS, BREAKS, or UNKNOWN when the listing does not say (unknown is not no)."""
    special = _SPECIAL.get(wish.soort)
    if special is not None:
        return special(wish.codes, document)
    said = document.get(wish.soort) or []
    codes = [said] if isinstance(said, str) else said
    if not codes:
        return UNKNOWN
    return MEETS if set(wish.codes) & set(codes) else BREAKS


def _group(codes: Sequence[str], document: Document) -> float:
    said = document["doelgroep"]
    if set(codes) & set(said):
        return MEETS
    return UNKNOWN if not said or "iedereen" in said else BREAKS


def _age(codes: Sequence[str], document: Document) -> float:
    youngest, oldest = int(codes[0]), int(codes[-1])
    if document["leeftijdVan"] > oldest or document["leeftijdTot"] < youngest:
        return BREAKS
    # Nothing said about age: anybody may come, but it is not made for this age.
    is_stated = document["leeftijdVan"] > 0 or document["leeftijdTot"] < _OLDEST
    return MEETS if is_stated else UNKNOWN


def _date(codes: Sequence[str], document: Document) -> float:
    first, last = (int(date.fromisoformat(code).strftime("%Y%m%d")) for code in codes)
    if not document["data"]:
        return UNKNOWN
    return MEETS if any(first <= day <= last for day in document["data"]) else BREAKS


def _access(codes: Sequence[str], document: Document) -> float:
    # A listing names what it has, and is silent on what it has not thought of.
    return MEETS if set(codes) & set(document["toegankelijkheid"]) else UNKNOWN


_OLDEST = 120
_SPECIAL: Mapping[str, Callable[[Sequence[str], Document], float]] = {
    "doelgroep": _group,
    "leeftijd": _age,
    "datum": _date,
    "toegankelijkheid": _access,
}
