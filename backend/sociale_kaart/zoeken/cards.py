"""From a stored card to a result: distance, marked words, and why it is here."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from sociale_kaart.aanbod.terms import COLLECTIVE_FORMS, WITHOUT_REFERRAL
from sociale_kaart.zoeken.question import fold

EARTH_RADIUS_M = 6_371_000
_NEARBY_M = 1_000
_LIGHT = 1

Card = dict[str, Any]
# Begin and end of a match, in characters.
Span = tuple[int, int]


def result_of(
    card: Card,
    point: tuple[float, float] | None,
    spans: Mapping[str, Iterable[Span]],
    wishes: Sequence[Card],
) -> Card:
    """A result (schemas.ZoekResultaat) as JSON data.

    Args:
        card: the card of the search document; it is not changed.
        point: (lat, lon) to measure the distance from.
        spans: where title and summary match the question.
        wishes: what each wish of the question comes to (zoeken.wished).
    """
    result = dict(card)
    distance = _distance(card, point)
    if distance is not None:
        result["afstandMeter"] = distance
    result["markering"] = {
        key: pieces(card[key], spans.get(key, ()))
        for key in ("titel", "samenvatting")
        if key in card
    }
    result["wensen"] = wishes
    result["redenen"] = reasons(card, distance)
    return result


def reasons(card: Mapping[str, Any], distance_m: int | None) -> list[str]:
    """Why a listing is a good answer, in the policy's order; only what is known."""
    checks = (
        ("licht", card.get("niveau", _LIGHT + 1) <= _LIGHT),
        ("dichtbij", distance_m is not None and distance_m <= _NEARBY_M),
        ("groep", not COLLECTIVE_FORMS.isdisjoint(card["vormen"])),
        ("zonder-verwijzing", card.get("aanmelden") in WITHOUT_REFERRAL),
        ("iedereen", card.get("openVoor") == "iedereen"),
        ("gratis", card.get("kosten") == "gratis"),
        ("recent", card.get("gecontroleerd") == "recent"),
    )
    return [code for code, holds in checks if holds]


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> int:
    """Great-circle distance in metres between two points in degrees (haversine)."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (*a, *b))
    chord = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return round(2 * EARTH_RADIUS_M * asin(sqrt(chord)))


def _distance(card: Mapping[str, Any], point: tuple[float, float] | None) -> int | None:
    place = card.get("locatie") or {}
    if point is None or "lat" not in place:
        return None
    return distance_m(point, (place["lat"], place["lon"]))


def pieces(text: str, spans: Iterable[Span]) -> list[dict[str, Any]]:
    """A text cut where it matches, so that a page can mark words without trusting any HTML."""
    cut: list[tuple[str, bool]] = []
    at = 0
    for begin, end in sorted(spans):
        if begin >= at:
            cut += [(text[at:begin], False), (text[begin:end], True)]
            at = end
    cut.append((text[at:], False))
    return [{"tekst": part, "raak": hit} for part, hit in cut if part]


def mark_words(text: str, words: Sequence[str]) -> list[Span]:
    """Where folded words begin a word of the text, as the engine would mark it."""
    folded, origin = "", []
    for at, char in enumerate(text):
        piece = fold(char)
        folded += piece
        origin += [at] * len(piece)
    found = []
    for word in filter(None, words):
        start = folded.find(word)
        while start >= 0:
            if start == 0 or not folded[start - 1].isalnum():
                last = origin[start + len(word) - 1] + 1
                found.append((origin[start], _with_accents(text, last)))
            start = folded.find(word, start + 1)
    return found


def _with_accents(text: str, end: int) -> int:
    """An accent that is a character of its own belongs to the letter before it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
