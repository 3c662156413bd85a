"""Who may know of which organisation; pure functions."""

from typing import Any

from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie

# What residents read of an organisation, and could be led astray by. How to reach it is not among
# them: a wrong number leads nobody elsewhere, and it may be that of a person.
READ_BY_ALL = ("naam", "categorie", "omschrijving", "website")


def is_public(organisatie: Organisatie) -> bool:
    """The one rule for which organisations everybody may know of: those that were looked at.

    `queries.IS_PUBLIC` says the same to the database.
    """
    return organisatie.gecontroleerd_op is not None


def may_know(organisatie: Organisatie, actor: Actor | None) -> bool:
    """Before that it is there for its own people and for the redactie."""
    own = actor is not None and actor.may_see_drafts_of(organisatie.id)
    return is_public(organisatie) or own


def read_by_all(organisatie: Organisatie) -> dict[str, Any]:
    return {field: getattr(organisatie, field) for field in READ_BY_ALL}
