"""What of the history can be made again, and who is said to have done what; pure functions."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from sociale_kaart.aanbod.historie.schemas import Wie
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.core.schema import to_camel

_CONTENT = frozenset(to_camel(name) for name in AanbodInvoer.model_fields)
# What went has nothing to put back, and times of a calendar are what that says of them.
_FINAL = frozenset({"verwijderd", "tijden-uit-agenda"})


def is_restorable(handeling: str, wijzigingen: Mapping[str, Any]) -> bool:
    """Whether something that is filled in changed. A state is changed by a step, not by this."""
    return handeling not in _FINAL and not _CONTENT.isdisjoint(wijzigingen)


def before_all(steps: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """What each field was before the earliest of these steps, which go from late to early.

    In the form of a change: [what it was, None].
    """
    was: dict[str, list[Any]] = {}
    for changes in steps:
        was |= {
            field: [before, None] for field, (before, _) in changes.items() if field in _CONTENT
        }
    return was


def who(
    account_id: UUID | None, reader: UUID | None, rol: str | None, leden: Collection[UUID]
) -> Wie:
    """Who did it, as members may read it.

    Args:
        account_id: who did it; None when nobody in particular did.
        reader: who reads it.
        rol: of the account that did it; None when that is gone.
        leden: the accounts of those who work for the organisation.
    """
    if account_id is None:
        return "niemand"
    if account_id == reader:
        return "jij"
    is_staff = rol in {"redactie", "beheer", "wijkredacteur"}
    return "redactie" if is_staff and account_id not in leden else "organisatie"
