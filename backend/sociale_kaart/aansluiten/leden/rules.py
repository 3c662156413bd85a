"""Who may change what about whom; pure functions that raise what is wrong."""

from collections.abc import Mapping
from uuid import UUID

from sociale_kaart.core.problems import ConflictError, ForbiddenError, NotFoundError
from sociale_kaart.organisaties.access import Actor

# Who works for an organisation, and as what.
Roles = Mapping[UUID, str]

NO_MEMBER = "Deze persoon werkt hier niet (meer) mee."
LAST_OWNER = (
    "Je bent de enige eigenaar. Draag het eerst over aan een collega, of laat de redactie ervoor "
    "zorgen."
)
_OTHER_OWNER = "Een andere eigenaar kun je niet veranderen. Vraag het die persoon of de redactie."


def role_of(roles: Roles, account_id: UUID) -> str:
    if account_id not in roles:
        raise NotFoundError(NO_MEMBER)
    return roles[account_id]


def is_last_owner(roles: Roles, account_id: UUID) -> bool:
    owners = [key for key, rol in roles.items() if rol == "eigenaar"]
    return owners == [account_id]


def require_power_over(actor: Actor, roles: Roles, account_id: UUID) -> None:
    """Owners decide about the others, and only the redactie about an owner.

    Otherwise whoever is made an owner could send the one away who did so.
    """
    is_other = actor.account_id != account_id
    if role_of(roles, account_id) == "eigenaar" and is_other and not actor.is_editor:
        raise ForbiddenError(_OTHER_OWNER)


def require_owner_stays(actor: Actor, roles: Roles, account_id: UUID) -> None:
    """The last owner of an organisation does not stop being one by themselves."""
    if is_last_owner(roles, account_id) and not actor.is_editor:
        raise ConflictError(LAST_OWNER)
