"""Who may do what: the one place for authorisation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.routes import TokenDep
from sociale_kaart.accounts.service import find_session
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import ForbiddenError, NotLoggedInError
from sociale_kaart.organisaties.models import Lidmaatschap

_EDITORS = frozenset({"redactie", "beheer"})


@dataclass(frozen=True)
class Actor:
    """Who asks: an account with its role, its place in organisations, and its wijken.

    The `wijken` that the methods take are those that something is for: a wijkredacteur may do
    there what the redactie may do everywhere, when all of them are their own. Without an account
    it is whoever reads the mail of an organisation.
    """

    account_id: UUID | None
    rol: str
    lidmaatschappen: Mapping[UUID, str] = field(default_factory=dict)
    wijken: frozenset[str] = frozenset()

    @property
    def is_editor(self) -> bool:
        return self.rol in _EDITORS

    def may_edit_in(self, wijken: Collection[str]) -> bool:
        own = self.rol == "wijkredacteur" and bool(wijken) and self.wijken.issuperset(wijken)
        return self.is_editor or own

    def require_editor(self, wijken: Collection[str] = ()) -> None:
        """Only the redactie and beheer, and the wijkredacteur of these wijken."""
        if not self.may_edit_in(wijken):
            raise ForbiddenError("Alleen de redactie mag dit.")

    def require_beheer(self) -> None:
        if self.rol != "beheer":
            raise ForbiddenError("Alleen beheer mag dit.")

    def require_member(self, organisatie_id: UUID, wijken: Collection[str] = ()) -> None:
        """The redactie, as above, and whoever works for this organisation."""
        if not self.may_edit_in(wijken) and organisatie_id not in self.lidmaatschappen:
            raise ForbiddenError("Je hoort niet bij deze organisatie.")

    def require_owner(self, organisatie_id: UUID) -> None:
        """The redactie, and the owners of this organisation."""
        if not self.is_editor and self.lidmaatschappen.get(organisatie_id) != "eigenaar":
            raise ForbiddenError("Alleen een eigenaar van deze organisatie mag dit.")

    def may_see_drafts_of(self, organisatie_id: UUID, wijken: Collection[str] = ()) -> bool:
        return self.may_edit_in(wijken) or organisatie_id in self.lidmaatschappen


async def find_actor(session: SessionDep, token: TokenDep = None) -> Actor | None:
    """The one who asks, or None for a visitor."""
    found = await find_session(session, token) if token else None
    if found is None:
        return None
    account, _ = found
    return await actor_of(session, account)


async def actor_of(session: AsyncSession, account: Account) -> Actor:
    """What this account may do now, also when it is not there itself (an import that goes on)."""
    memberships = await session.scalars(
        select(Lidmaatschap).where(col(Lidmaatschap.account_id) == account.id)
    )
    return Actor(
        account_id=account.id,
        rol=account.rol,
        lidmaatschappen={member.organisatie_id: member.rol for member in memberships},
        wijken=frozenset(account.wijken),
    )


VisitorDep = Annotated[Actor | None, Depends(find_actor, scope="function")]


async def require_actor(actor: VisitorDep) -> Actor:
    if actor is None:
        raise NotLoggedInError
    return actor


ActorDep = Annotated[Actor, Depends(require_actor, scope="function")]


async def require_editor(actor: ActorDep) -> Actor:
    actor.require_editor()
    return actor


EditorDep = Annotated[Actor, Depends(require_editor, scope="function")]


async def require_beheer(actor: ActorDep) -> Actor:
    actor.require_beheer()
    return actor


BeheerDep = Annotated[Actor, Depends(require_beheer, scope="function")]
