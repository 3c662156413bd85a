"""Who is asked about which listings and when, and what their answer came to; pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

from sociale_kaart.aanbod.zekerheid.schemas import EigenZekerheid

# How long before its time is up a listing is asked about, and how long nobody is asked again.
AHEAD = timedelta(days=14)
PAUSE = timedelta(days=14)
# So many mails without an answer; after that somebody calls.
MOST_ASKED = 2
LINK_LIFETIME = timedelta(days=30)
# After this it is as if never asked: who was not reached then may be reached now.
REMEMBERED = timedelta(days=180)

Antwoord = Literal["klopt", "gestopt"]
Stand = Literal["open", "klopt", "gestopt", "niet-op-de-kaart"]


@dataclass(frozen=True)
class Due:
    """A listing whose time is up soon, or whose last confirmation is too old."""

    aanbod_id: UUID
    titel: str
    organisatie_id: UUID
    organisatie: str
    bevestigd_op: datetime | None
    zekerheid: Sequence[EigenZekerheid] = ()


@dataclass(frozen=True)
class Ontvanger:
    """Who is asked: an account, or an organisation of which nobody has one."""

    email: str
    naam: str | None
    account_id: UUID | None
    organisatie_ids: frozenset[UUID]

    @property
    def key(self) -> UUID:
        return self.account_id or next(iter(self.organisatie_ids))


@dataclass(frozen=True)
class Asked:
    """What somebody was asked before: when last, and how often about each since it was confirmed."""

    last: datetime | None = None
    times: Mapping[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Bundle:
    """One mail: to whom, about which of their listings, and how many they have on the map."""

    ontvanger: Ontvanger
    due: Sequence[Due]
    total: int

    def is_second(self, asked: Asked) -> bool:
        return any(asked.times.get(each.aanbod_id, 0) for each in self.due)


def bundles(
    due: Iterable[Due],
    ontvangers: Iterable[Ontvanger],
    asked: Mapping[UUID, Asked],
    totals: Mapping[UUID, int],
    now: datetime,
) -> list[Bundle]:
    """One mail for each person who has something to look at and was left alone for a while.

    Args:
        due: what has to be looked at.
        ontvangers: who may be asked about it.
        asked: what they were asked before, by their key.
        totals: how many listings on the map each organisation has.
        now: the moment of asking.
    """
    by_organisation: dict[UUID, list[Due]] = defaultdict(list)
    for each in due:
        by_organisation[each.organisatie_id].append(each)
    found = []
    for ontvanger in ontvangers:
        before = asked.get(ontvanger.key, Asked())
        if before.last is not None and now < before.last + PAUSE:
            continue
        theirs = [
            each
            for key in ontvanger.organisatie_ids
            for each in by_organisation[key]
            if before.times.get(each.aanbod_id, 0) < MOST_ASKED
        ]
        if theirs:
            theirs.sort(key=lambda each: (each.organisatie, each.titel))
            total = sum(totals.get(key, 0) for key in ontvanger.organisatie_ids)
            found.append(Bundle(ontvanger, theirs, total))
    return found


def stand_of(
    antwoord: Antwoord | None, gevraagd_op: datetime, status: str, bevestigd_op: datetime | None
) -> Stand:
    """How it stands with a listing now, whoever saw to that since it was asked about."""
    if status == "gestopt":
        return "gestopt"
    if status != "gepubliceerd":
        return "niet-op-de-kaart"
    confirmed = bevestigd_op is not None and bevestigd_op > gevraagd_op
    return "klopt" if antwoord == "klopt" or confirmed else "open"


def due_before(day: date) -> date:
    """On `day` is asked about what has its last day before this one."""
    return day + AHEAD + timedelta(days=1)
