"""When a website or a mail domain counts as not working; pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Soort = Literal["website", "maildomein"]
Reden = Literal[
    "naam-onbekend", "onbereikbaar", "certificaat", "niet-gevonden", "storing", "omleidingen",
    "besloten", "geen-mail",
]  # fmt: skip

# On so many different days it must have failed: a server that is down for a night is no dead link.
DAYS_TO_COUNT = 2
# What works is looked at once a week, what did not work each night.
AGAIN = timedelta(days=7)
# It answered, but not to us: it wants a log-in, or no programs. A visitor may well get in.
_NOT_FOR_US = frozenset({401, 402, 403, 405, 406, 407, 409, 418, 423, 429, 451, 501, 999})
_ERRORS, _OF_THE_SERVER = 400, 500


@dataclass(frozen=True)
class Bevinding:
    """What one look came to.

    `reden` is None when it works. `answered`: anything at all came back, so the network is there.
    `unsure`: it says nothing either way.
    """

    reden: Reden | None = None
    answered: bool = True
    unsure: bool = False


WORKS = Bevinding()
UNSURE = Bevinding(unsure=True, answered=False)


@dataclass(frozen=True)
class Stand:
    """Since when an address does not work, on how many days that was seen, and why."""

    sinds: date | None = None
    dagen: int = 0
    reden: Reden | None = None


def website_finding(status: int) -> Bevinding:
    """What the status of the last answer says of a website (RFC 9110)."""
    if status < _ERRORS or status in _NOT_FOR_US:
        return WORKS
    return Bevinding("storing" if status >= _OF_THE_SERVER else "niet-gevonden")


def stand_after(stand: Stand, bekeken_op: date | None, gevonden: Bevinding, day: date) -> Stand:
    """How it stands after a look on this day; a second failure on one day is the same failure."""
    if gevonden.reden is None:
        return Stand()
    again = bekeken_op == day and stand.dagen > 0
    return Stand(stand.sinds or day, stand.dagen + (not again), gevonden.reden)


def does_not_work(dagen: int) -> bool:
    return dagen >= DAYS_TO_COUNT


def is_our_own_fault(gevonden: Sequence[Bevinding]) -> bool:
    """Whether it may be our network that was away: something was asked and nothing at all answered."""
    tried = [each for each in gevonden if not each.unsure]
    return bool(tried) and not any(each.answered for each in tried)
