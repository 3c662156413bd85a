"""What a decision of the redactie is, and who hears of it; pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
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
