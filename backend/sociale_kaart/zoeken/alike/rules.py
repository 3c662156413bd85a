"""How much one listing can serve who looks at another: pure functions, with made-up weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

import numpy as np

from sociale_kaart.zoeken.cards import distance_m
from sociale_kaart.zoeken.document import UNKNOWN_LEVEL
from sociale_kaart.zoeken.meaning.embedder import Vector

# The same meaning is worth three shared themes; alike texts in Dutch have a cosine from some .8.
_MEANING, _UNLIKE = 15.0, 0.8
_THEMA, _DOELGROEP, _LIGHTER = 1.0, 0.5, 0.35
_NEARER, _SHORT_WALK_M, _FARTHEST_DOUBLINGS = 0.25, 500, 5.0
# Whoever wants something else wants another organisation somewhat more.
_OTHER_ORGANISATION = 0.3
_SAME_PLACE_M = 60

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Likeness:
    """What two listings have in common; the distance in metres when both places are known."""

    score: float
    themas: list[str]
    doelgroepen: list[str]
    is_lighter: bool
    afstand: int | None

    @property
    def reasons(self) -> list[str]:
        """Codes of schemas.Overeenkomst, what matters most first."""
        checks = (
            ("lichter", self.is_lighter),
            ("thema", bool(self.themas)),
            ("doelgroep", bool(self.doelgroepen)),
            ("zelfde-plek", self.afstand is not None and self.afstand <= _SAME_PLACE_M),
        )
        return [code for code, holds in checks if holds]


def likeness(
    asked: Document, vector: Vector | None, other: Document, other_vector: Vector | None
) -> Likeness:
    """How much `other` is like `asked`; both are public documents or cards of them."""
    themas = _shared(asked, other, "themas")
    groups = [code for code in _shared(asked, other, "doelgroepen") if code != "iedereen"]
    lighter = level_of(asked) - level_of(other)
    afstand = _distance(asked, other)
    score = _THEMA * len(themas) + _DOELGROEP * len(groups) + _LIGHTER * max(lighter, 0)
    if vector is not None and other_vector is not None:
        score += _MEANING * max(float(np.dot(vector, other_vector)) - _UNLIKE, 0.0)
    if afstand is not None:
        doublings = log2(max(afstand, _SHORT_WALK_M) / _SHORT_WALK_M)
        score -= _NEARER * min(doublings, _FARTHEST_DOUBLINGS)
    if asked["organisatie"]["id"] != other["organisatie"]["id"]:
        score += _OTHER_ORGANISATION
    return Likeness(score, themas, groups, lighter > 0, afstand)


def level_of(document: Document) -> int:
    """From light (0) to heavy (4); unknown counts as the middle."""
    level: int = document.get("niveau", UNKNOWN_LEVEL)
    return level


def _shared(asked: Document, other: Document, field: str) -> list[str]:
    return [code for code in asked[field] if code in other[field]]


def _distance(asked: Document, other: Document) -> int | None:
    points: Sequence[tuple[float, float]] = [
        (place["lat"], place["lon"])
        for place in (asked.get("locatie") or {}, other.get("locatie") or {})
        if "lat" in place
    ]
    return distance_m(points[0], points[1]) if len(points) == 2 else None  # noqa: PLR2004
