"""From a stored card to a result: distance, marked words, and why it is here."""

from collections.abc import Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

from sociale_kaart.aanbod.terms import COLLECTIVE_FORMS, WITHOUT_REFERRAL

_EARTH_RADIUS_M = 6_371_000
_NEARBY_M = 1_000
_LIGHT = 1

Card = dict[str, Any]
# Where a text matches: begin and length, both in bytes of UTF-8.
Positions = Sequence[Mapping[str, int]]


def result_of(
    card: Card, point: tuple[float, float] | None, positions: Mapping[str, Positions] | None
) -> Card:
    """A result (schemas.ZoekResultaat) as JSON data.

    Args:
        card: the card of the search document; it is not changed.
        point: (lat, lon) to measure the distance from.
        positions: where title and summary match the question.
    """
    result = dict(card)
    distance = _distance(card, point)
    if distance is not None:
        result["afstandMeter"] = distance
    found = positions or {}
    result["markering"] = {"titel": pieces(card["titel"], found.get("titel", ()))}
    if "samenvatting" in card:
        result["markering"]["samenvatting"] = pieces(
            card["samenvatting"], found.get("samenvatting", ())
        )
    result["redenen"] = reasons(card, distance)
    return result


def reasons(card: Mapping[str, Any], distance_m: int | None) -> list[str]:
    """Why a listing is a good answer, in the policy's order; only what is known."""
    checks = (
        ("licht", card.get("niveau", _LIGHT + 1) <= _LIGHT),
        ("dichtbij", distance_m is not None and distance_m <= _NEARBY_M),
        ("groep", bool(COLLECTIVE_FORMS & set(card["vormen"]))),
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
    return round(2 * _EARTH_RADIUS_M * asin(sqrt(chord)))


def _distance(card: Mapping[str, Any], point: tuple[float, float] | None) -> int | None:
    place = card.get("locatie") or {}
    if point is None or "lat" not in place:
        return None
    return distance_m(point, (place["lat"], place["lon"]))


def pieces(text: str, positions: Positions) -> list[dict[str, Any]]:
    """A text cut where it matches, so that a page can mark words without trusting any HTML."""
    if not positions:
        return [{"tekst": text, "raak": False}]
    raw = text.encode()
    cut: list[tuple[bytes, bool]] = []
    at = 0
    for match in sorted(positions, key=lambda match: match["start"]):
        begin, end = match["start"], match["start"] + match["length"]
        if begin < at:
            continue
        cut += [(raw[at:begin], False), (raw[begin:end], True)]
        at = end
    cut.append((raw[at:], False))
    return [{"tekst": part.decode(errors="replace"), "raak": hit} for part, hit in cut if part]


def mark_words(text: str, words: Sequence[str]) -> list[dict[str, int]]:
    """Where words of the question begin a word of the text, as the engine would mark it."""
    lowered = text.lower()
    found = []
    for word in filter(None, words):
        start = lowered.find(word)
        while start >= 0:
            if start == 0 or not lowered[start - 1].isalnum():
                begin = len(text[:start].encode())
                length = len(text[start : start + len(word)].encode())
                found.append({"start": begin, "length": length})
            start = lowered.find(word, start + 1)
    return found
