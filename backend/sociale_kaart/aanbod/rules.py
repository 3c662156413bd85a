"""What a listing may and must be; pure functions, no session and no HTTP."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Literal

from dateutil.relativedelta import relativedelta

from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.terms import MANY, ONE
from sociale_kaart.core.clock import to_local
from sociale_kaart.core.problems import Fout
from sociale_kaart.core.schema import to_camel
from sociale_kaart.taxonomie.vocabulary import Vocabulary

Handeling = Literal["indienen", "publiceren", "terugsturen", "stoppen", "heropenen"]


@dataclass(frozen=True)
class Transition:
    """One step between states: who may take it, and whether the listing must be complete."""

    van: frozenset[str]
    naar: str
    by: Literal["lid", "redactie", "lid-van-vertrouwde-organisatie"]
    needs_complete: bool = False


TRANSITIONS: Mapping[Handeling, Transition] = {
    "indienen": Transition(frozenset({"concept"}), "ter-beoordeling", "lid", needs_complete=True),
    "publiceren": Transition(
        frozenset({"concept", "ter-beoordeling"}),
        "gepubliceerd",
        "lid-van-vertrouwde-organisatie",
        needs_complete=True,
    ),
    "terugsturen": Transition(frozenset({"ter-beoordeling"}), "concept", "redactie"),
    "stoppen": Transition(frozenset({"gepubliceerd"}), "gestopt", "lid"),
    "heropenen": Transition(frozenset({"gestopt"}), "concept", "lid"),
}

_REQUIRED: Mapping[str, Callable[[AanbodInvoer], object]] = {
    "samenvatting": lambda invoer: invoer.samenvatting,
    "ambities": lambda invoer: invoer.ambities,
    "soort": lambda invoer: invoer.soort,
    "openVoor": lambda invoer: invoer.open_voor,
    "aanmelden": lambda invoer: invoer.aanmelden,
}


def missing_for_publication(invoer: AanbodInvoer) -> list[Fout]:
    """What residents need before this can be on the map."""
    return [
        Fout(veld=veld, melding="Vul dit in voordat het op de kaart komt.")
        for veld, value in _REQUIRED.items()
        if not value(invoer)
    ]


def is_visible(status: str, *, of_public: bool) -> bool:
    """The one rule for what the public sees: published, also when closed for a while.

    A listing that stopped is still found by its own address, where it says that it stopped. Of an
    organisation that is not public itself (organisaties/rules.py) nothing is.
    """
    return of_public and status == "gepubliceerd"


def has_public_page(status: str, *, of_public: bool) -> bool:
    return of_public and status in {"gepubliceerd", "gestopt"}


def code_faults(invoer: AanbodInvoer, vocabulary: Vocabulary) -> list[Fout]:
    """A fault for every code that is in no vocabulary, with those that are."""
    faults: list[Fout] = []
    for veld, lijst in MANY.items():
        faults += vocabulary.faults(to_camel(veld), lijst, getattr(invoer, veld))
    for veld, lijst in ONE.items():
        code = getattr(invoer, veld)
        if code is not None:
            faults += vocabulary.faults(to_camel(veld), lijst, [code])
    if isinstance(invoer.werkgebied, list):
        faults += vocabulary.wijk_faults("werkgebied", invoer.werkgebied)
    if invoer.locatie and invoer.locatie.wijk:
        faults += vocabulary.wijk_faults("locatie.wijk", [invoer.locatie.wijk])
    return faults


def closing_faults(invoer: AanbodInvoer) -> list[Fout]:
    """Two closed periods may not overlap, as nobody could say which of them holds."""
    periods = sorted((s.van, s.tot or date.max) for s in invoer.sluitingen)
    overlap = any(later[0] <= earlier[1] for earlier, later in pairwise(periods))
    return (
        [Fout(veld="sluitingen", melding="Twee sluitingen overlappen elkaar.")] if overlap else []
    )


def due_day(bevestigd_op: datetime | None, interval_maanden: int) -> date | None:
    """The last day that a confirmation holds, by the owner's interval; None if there is none."""
    if bevestigd_op is None:
        return None
    return to_local(bevestigd_op).date() + relativedelta(months=interval_maanden)


def freshness(
    bevestigd_op: datetime | None, interval_maanden: int, today: date
) -> Literal["recent", "niet-recent"] | None:
    """Whether the last confirmation is younger than the owner's interval; None if never."""
    due = due_day(bevestigd_op, interval_maanden)
    if due is None:
        return None
    return "recent" if today <= due else "niet-recent"


def is_due(status: str, bevestigd_op: datetime | None, interval_maanden: int, today: date) -> bool:
    """Whether its owner should look whether it still holds: only what was published ages."""
    return status == "gepubliceerd" and freshness(bevestigd_op, interval_maanden, today) != "recent"
