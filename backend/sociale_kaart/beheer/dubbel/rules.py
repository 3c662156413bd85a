"""How much two listings look like the same one, and why; pure functions.

Only what the public may read of a listing counts, so that nobody learns from a likeness what is
not on the map. The figures are ours: the same title alone is no double (there is a coffee morning
in each wijk), the same title at the same place is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from math import asin, cos, radians, sin, sqrt
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

Reden = Literal["titel", "plek", "wijk", "contact", "website", "organisatie", "moment"]
REDENEN: tuple[Reden, ...] = get_args(Reden)
Zekerheid = Literal["waarschijnlijk", "misschien"]

_WEIGHTS: Mapping[Reden, float] = {
    "titel": 0.5,
    "plek": 0.25,
    "wijk": 0.08,
    "contact": 0.2,
    "website": 0.08,
    "organisatie": 0.12,
    "moment": 0.15,
}
_ELSEWHERE = -0.2
# One office does many things, all with the same telephone.
_OTHER_TITLE = 0.8
_LIKELY, _PERHAPS = 0.7, 0.5
# Titles less alike than this have but a word in common.
ALIKE = 0.45
_SAME_PLACE_METRES = 60
_ELSEWHERE_METRES = 500
_EARTH_METRES = 6_371_000
_STREET_AND_NUMBER = re.compile(r"^(.*?\D)(\d+)", re.DOTALL)


@dataclass(frozen=True)
class Kenmerken:
    """What two listings are compared by; what is unknown is left out and never counts against."""

    organisatie: str | None = None
    wijken: frozenset[str] = frozenset()
    punt: tuple[float, float] | None = None
    straat: str | None = None
    telefoon: str | None = None
    email: str | None = None
    website: str | None = None
    # Days with the local minutes of that day at which it begins and ends.
    tijden: frozenset[tuple[date, int, int]] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Gelijkenis:
    """`score` from 0 to 1; the reasons weightiest first."""

    score: float
    redenen: tuple[Reden, ...]

    @property
    def zekerheid(self) -> Zekerheid | None:
        if self.score >= _LIKELY:
            return "waarschijnlijk"
        return "misschien" if self.score >= _PERHAPS else None


def likeness(one: Kenmerken, other: Kenmerken, titels: float) -> Gelijkenis:
    """How much alike two listings are; the same whichever comes first.

    Args:
        one: what is known of the one.
        other: what is known of the other.
        titels: how much their titles are alike, from 0 to 1 (trigrams).
    """
    met: dict[Reden, float] = {
        "titel": titels if titels >= ALIKE else 0.0,
        "plek": _is_same_place(one, other),
        "wijk": bool(one.wijken & other.wijken),
        "contact": _known_equal(one.telefoon, other.telefoon)
        or _known_equal(one.email, other.email),
        "website": _known_equal(one.website, other.website),
        "organisatie": _known_equal(one.organisatie, other.organisatie),
        "moment": _meet(one, other),
    }
    if met["plek"]:
        met["wijk"] = False
    if met["contact"]:
        met["website"] = False
    score = sum(_WEIGHTS[reden] * share for reden, share in met.items())
    if not met["titel"]:
        score *= _OTHER_TITLE
    if _is_elsewhere(one, other):
        score += _ELSEWHERE
    redenen = sorted((r for r in REDENEN if met[r]), key=lambda reden: -_WEIGHTS[reden])
    return Gelijkenis(min(max(score, 0.0), 1.0), tuple(redenen))


def features_in(document: Mapping[str, Any]) -> Kenmerken:
    """What a public document (aanbod.documents) is compared by."""
    place, contact = document.get("locatie", {}), document.get("contact", {})
    area = document.get("werkgebied", {})
    lat, lon = place.get("lat"), place.get("lon")
    return Kenmerken(
        organisatie=document["organisatie"]["id"],
        wijken=frozenset([*area.get("wijken", ()), *filter(None, [place.get("wijk")])]),
        punt=None if lat is None or lon is None else (lat, lon),
        straat=street(place.get("straat")),
        telefoon=digits(contact.get("telefoon")),
        email=lower(contact.get("email")),
        website=host(contact.get("website")),
        tijden=frozenset(
            (date.fromisoformat(keer["dag"]), *_minutes(keer.get("van"), keer.get("tot")))
            for keer in document.get("komende", ())
            if keer.get("van")
        ),
    )


def digits(telefoon: str | None) -> str | None:
    """A telephone number by its figures alone, without the country."""
    found = re.sub(r"\D", "", telefoon or "")
    return re.sub(r"^(0031|31)(?=\d{9}$)", "0", found) or None


def lower(text: str | None) -> str | None:
    return text.strip().lower() or None if text else None


def host(website: str | None) -> str | None:
    """The name of the server, without the 'www.' that many leave out."""
    name = urlsplit(website or "").hostname
    return name.removeprefix("www.") if name else None


def street(straat: str | None) -> str | None:
    """Street and house number, as far as they tell one door from another."""
    found = _STREET_AND_NUMBER.match((straat or "").strip().lower())
    return f"{' '.join(found[1].split())} {found[2]}" if found else None


def _known_equal(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def _is_same_place(one: Kenmerken, other: Kenmerken) -> bool:
    if one.punt and other.punt:
        return metres(one.punt, other.punt) <= _SAME_PLACE_METRES
    return _known_equal(one.straat, other.straat)


def _is_elsewhere(one: Kenmerken, other: Kenmerken) -> bool:
    if one.punt and other.punt:
        return metres(one.punt, other.punt) > _ELSEWHERE_METRES
    return bool(one.wijken and other.wijken and not one.wijken & other.wijken)


def _meet(one: Kenmerken, other: Kenmerken) -> bool:
    """Whether they are on at the same time on some day."""
    others: dict[date, list[tuple[int, int]]] = {}
    for day, begin, end in other.tijden:
        others.setdefault(day, []).append((begin, end))
    return any(
        begin < other_end and other_begin < end
        for day, begin, end in one.tijden
        for other_begin, other_end in others.get(day, ())
    )


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance over the earth between two points (lat, lon in degrees)."""
    (lat, lon), (other_lat, other_lon) = one, other
    half = sin(radians(other_lat - lat) / 2) ** 2 + (
        cos(radians(lat)) * cos(radians(other_lat)) * sin(radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_METRES * asin(sqrt(half))


def _minutes(van: str, tot: str | None) -> tuple[int, int]:
    """Begin and end in minutes; what has no end, or ends the next day, takes an hour here."""
    begin = _minute_of(van)
    end = _minute_of(tot) if tot else begin
    return begin, end if end > begin else begin + 60


def _minute_of(stamp: str) -> int:
    moment = datetime.fromisoformat(stamp)
    return moment.hour * 60 + moment.minute
