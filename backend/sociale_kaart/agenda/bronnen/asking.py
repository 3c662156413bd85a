"""Fetches a calendar and reads it; whatever can be wrong with that ends as a word here."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Literal

from sociale_kaart.agenda.bronnen.events import read_events
from sociale_kaart.agenda.bronnen.series import Reeks, reeksen_of
from sociale_kaart.agenda.bronnen.sieve import MOST_BYTES, UnreadableCalendarError, sieve
from sociale_kaart.core.uitgaand import (
    NoAnswerError,
    RefusedAddressError,
    TooLongAnswerError,
    Uitgaand,
)

# Why a calendar cannot be read: what to do about it differs.
Storing = Literal["adres", "bereikbaar", "weg", "toegang", "antwoord", "geen-agenda", "te-groot"]
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_CLOSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}
# Large ones take seconds and a lot of memory.
_one_at_a_time = asyncio.Semaphore(1)


@dataclass(frozen=True)
class Version:
    """What a server calls the version of a calendar (RFC 9110)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class Gelezen:
    """All that is in a calendar; None: nothing changed since the version that we had."""

    reeksen: Sequence[Reeks] | None
    version: Version


class StoringError(Exception):
    """A calendar that cannot be read now. Its address and contents are never part of this."""

    def __init__(self, reden: Storing) -> None:
        super().__init__(reden)
        self.reden = reden


async def read_calendar(
    uitgaand: Uitgaand, adres: str, day: date, have: Version | None = None
) -> Gelezen:
    """What a calendar says from `day` on. Raises StoringError.

    Args:
        uitgaand: how we ask others.
        adres: where the calendar is; webcal:// is what some programs write for https://.
        day: today.
        have: the version that is known, to be told when it is still that one.
    """
    headers = {"Accept": "text/calendar"}
    if have and have.etag:
        headers["If-None-Match"] = have.etag
    if have and have.last_modified:
        headers["If-Modified-Since"] = have.last_modified
    try:
        answer = await uitgaand.get(adres, most_bytes=MOST_BYTES, headers=headers)
    except RefusedAddressError:
        raise StoringError("adres") from None
    except TooLongAnswerError:
        raise StoringError("te-groot") from None
    except NoAnswerError:
        raise StoringError("bereikbaar") from None
    if answer.status == HTTPStatus.NOT_MODIFIED and have is not None:
        return Gelezen(None, have)
    if answer.status != HTTPStatus.OK:
        raise StoringError(_reden_of(answer.status))
    try:
        async with _one_at_a_time:
            reeksen = await asyncio.to_thread(_read, answer.body, day)
    except UnreadableCalendarError as error:
        raise StoringError(error.reden) from None
    return Gelezen(
        reeksen,
        Version(
            _short(answer.headers.get("ETag"), 300),
            _short(answer.headers.get("Last-Modified"), 100),
        ),
    )


def _read(content: bytes, day: date) -> list[Reeks]:
    return reeksen_of(read_events(sieve(content, day)), day)


def _reden_of(status: int) -> Storing:
    if status in _GONE:
        return "weg"
    return "toegang" if status in _CLOSED else "antwoord"


def _short(text: str | None, most: int) -> str | None:
    """None for what is longer than any server needs: then it is asked for whole each time."""
    return text if text is not None and len(text) <= most else None
