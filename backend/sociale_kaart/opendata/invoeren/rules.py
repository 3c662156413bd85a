"""What an import may do and when; pure functions, no session and no HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sociale_kaart.aanbod.rrule import parse_rule
from sociale_kaart.aanbod.rules import TRANSITIONS, Handeling
from sociale_kaart.aanbod.schemas import AanbodInvoer, MomentInvoer
from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.invoeren.models import Stand

# What was never run is soon forgotten; what was run can be undone for as long as this.
KEPT_UNDONE = timedelta(days=7)
KEPT_DONE = timedelta(days=30)

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
           "september", "oktober", "november", "december")  # fmt: skip

# From which state each thing can be asked of the worker, and the state that this gives.
ASKED: Mapping[str, tuple[frozenset[Stand], Stand]] = {
    "nakijken": (frozenset({"koppelen", "nakijken", "nagekeken"}), "nakijken"),
    "uitvoeren": (frozenset({"nagekeken"}), "uitvoeren"),
    "terugdraaien": (frozenset({"klaar"}), "terug"),
}
IN_THE_WORKER: frozenset[str] = frozenset({"nakijken", "uitvoeren", "terug"})
# While its mapping can still become another one, and nothing of it has been brought in.
NOT_RUN: frozenset[str] = frozenset({"koppelen", "nakijken", "nagekeken"})


@dataclass(frozen=True)
class Step:
    handeling: Handeling

    @property
    def naar(self) -> str:
        return TRANSITIONS[self.handeling].naar


def steps_to(now: str, wanted: str, *, at_once: bool) -> tuple[Step, ...] | None:
    """The steps of a listing from one state to another; None when there is no such way.

    Args:
        now: how it stands.
        wanted: what the file says.
        at_once: whether this person publishes without the redactie.
    """
    if now == wanted or (now == "ter-beoordeling" and wanted == "gepubliceerd" and not at_once):
        return ()
    first: tuple[Handeling, ...] = ("heropenen",) if now == "gestopt" else ()
    publish: Handeling = "publiceren" if at_once else "indienen"
    last: Mapping[tuple[str, str], Handeling] = {
        ("concept", "gepubliceerd"): publish,
        ("ter-beoordeling", "gepubliceerd"): publish,
        ("concept", "ter-beoordeling"): "indienen",
        ("gepubliceerd", "gestopt"): "stoppen",
    }
    after = "concept" if first else now
    if after == wanted:
        return tuple(map(Step, first))
    if (after, wanted) not in last:
        return None
    return tuple(map(Step, (*first, last[after, wanted])))


def past_faults(invoer: AanbodInvoer, today: date) -> list[Fout]:
    """A fault when all that a listing has of dates is over: nobody could come."""
    ends = [last_day(moment) for moment in invoer.momenten]
    known = [end for end in ends if end is not None and end < today]
    if not ends or len(known) < len(ends):
        return []
    latest = max(known)
    spoken = f"{latest.day} {_MONTHS[latest.month - 1]} {latest.year}"
    return [
        Fout(
            veld="momenten",
            melding=f"Dit is voorbij sinds {spoken}. Vul een nieuwe datum in, of laat de rij weg.",
        )
    ]


def last_day(moment: MomentInvoer) -> date | None:
    """The last day on which it can be; None when it goes on, or when that would have to be counted."""
    if moment.rrule is None:
        return moment.eind or moment.begin
    until = parse_rule(moment.rrule).until
    ends = [end for end in (moment.eind, until.date() if until else None) if end is not None]
    return min(ends, default=None)
