"""What a decision of the redactie is, and who hears of it; pure functions."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol, TypeVar
from uuid import UUID

# What the redactie decides about a change that waits, and what of all it decides is a question or
# a refusal, which is of no use to anybody without the reason.
Uitspraak = Literal["goedgekeurd", "teruggestuurd", "afgewezen"]
NEEDS_REASON = frozenset({"terugsturen", "teruggestuurd", "afgewezen"})

# What the history calls each decision, and what readers of the API do.
Besluitsoort = Literal["gepubliceerd", "goedgekeurd", "teruggestuurd", "afgewezen"]
DECISIONS: dict[str, Besluitsoort] = {
    "publiceren": "gepubliceerd",
    "terugsturen": "teruggestuurd",
    "voorstel-goedgekeurd": "goedgekeurd",
    "voorstel-teruggestuurd": "teruggestuurd",
    "voorstel-afgewezen": "afgewezen",
}
# What the redactie put back after it was on the map (achteraf/). It counts until anything else
# happens: nothing waits that a later decision would be about.
AFTERWARDS: dict[str, Besluitsoort] = {
    "achteraf-teruggedraaid": "afgewezen",
    "achteraf-van-de-kaart": "teruggestuurd",
}
# What was decided like this, residents read from then on.
ON_THE_MAP = frozenset({"publiceren", "voorstel-goedgekeurd"})
# Says in the history that the decision right before it was taken back, and how long that can be
# done: for who pressed the wrong key. The mail about a decision waits as long.
WITHDRAWN = "besluit-ingetrokken"
UNDO = timedelta(seconds=30)


@dataclass(frozen=True)
class Decision:
    """What was decided (as the history calls it), why, about whose work, by whom and when."""

    handeling: str
    reden: str | None
    author: UUID | None
    decider: UUID | None
    op: datetime


@dataclass(frozen=True)
class Lid:
    """Somebody of the organisation whom mail reaches."""

    account_id: UUID
    email: str
    naam: str
    rol: str


def who_hears(leden: Iterable[Lid], author: UUID | None, decider: UUID | None) -> list[Lid]:
    """Who handed it in, as long as they work there; otherwise the owners. Never who decided."""
    others = [lid for lid in leden if lid.account_id != decider]
    authors = [lid for lid in others if lid.account_id == author]
    return authors or [lid for lid in others if lid.rol == "eigenaar"]


class Entry(Protocol):
    """A line of the history."""

    handeling: str
    wijzigingen: dict[str, Any]


Line = TypeVar("Line", bound=Entry)


def standing(entries: Iterable[Line]) -> Line | None:
    """The latest decision that was not taken back, of decisions from late to early."""
    taken_back = 0
    for entry in entries:
        if entry.handeling == WITHDRAWN:
            taken_back += 1
        elif not is_decision(entry):
            continue
        elif taken_back:
            taken_back -= 1
        else:
            return entry
    return None


def is_decision(entry: Entry) -> bool:
    """Who publishes a draft without handing it in has decided about nothing."""
    was = entry.wijzigingen.get("status", [None])[0]
    is_publication = entry.handeling == "publiceren"
    return entry.handeling in DECISIONS and (not is_publication or was == "ter-beoordeling")


Wachtsoort = Literal["nieuw", "wijziging"]
Hindernis = Literal["intussen-veranderd", "andere-wijk", "onvolledig"]

# What may be agreed to without reading each: it says when it is and how to reach them, of a listing
# that was approved before, and leads nowhere else.
_SAFE_FIELDS = frozenset(
    {
        "momenten", "sluitingen", "contact", "capaciteit", "capaciteitOp", "opAfspraak",
        "intervalMaanden",
    }
)  # fmt: skip
_LEADS_AWAY = re.compile(
    r"https?:|www\.|\.[a-z]{2,}/|\b[\w-]+\.(nl|com|org|net|eu|be|info)\b", re.IGNORECASE
)


def is_safe_in_bulk(
    changes: Mapping[str, Sequence[Any]], agreed: Collection[str] = frozenset()
) -> bool:
    """Whether a change of what is on the map may be agreed to together with others.

    A website is an address that residents follow, and so is one inside a text; those are read.

    Args:
        changes: of each field what it says and what it would say.
        agreed: the fields of which the original of this copy says the same on the map: somebody
            read that there.
    """
    if not changes:
        return False
    changes = {veld: change for veld, change in changes.items() if veld not in agreed}
    if not _SAFE_FIELDS.issuperset(changes):
        return False
    before, after = changes.get("contact", [None, None])
    if (before or {}).get("website") != (after or {}).get("website"):
        return False
    texts = [
        part.get(field) or ""
        for veld, field in (("momenten", "toelichting"), ("sluitingen", "reden"))
        for part in changes.get(veld, [[], []])[1] or []
    ]
    texts.append((after or {}).get("naam") or "")
    return not any(leads_away(text) for text in texts)


def leads_away(text: str) -> bool:
    """Whether there is an address in it that residents could follow."""
    return _LEADS_AWAY.search(text) is not None


def hindrance(
    *,
    moved_on: bool,
    is_complete: bool,
    wijken: Collection[str],
    own_wijken: Collection[str] | None,
) -> Hindernis | None:
    """Why something that waits cannot be agreed to now; None when it can.

    Args:
        moved_on: whether the listing has changed since the proposal.
        is_complete: whether it says all that the map needs.
        wijken: those that it will be for.
        own_wijken: those of whoever decides; None for the redactie, who decides everywhere.
    """
    if moved_on:
        return "intussen-veranderd"
    if not is_complete:
        return "onvolledig"
    if own_wijken is not None and not (wijken and set(own_wijken).issuperset(wijken)):
        return "andere-wijk"
    return None
