"""Invitations by mail. One is for an address, and for nobody else.

Accepting makes the account of that address a colleague, and lets nobody in: who is not logged in as
that address gets a link to log in by, in the same mailbox. So a mail that was passed on is of no use
to who got it.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aansluiten.acts import account_of_reader, add_member, note, page_of
from sociale_kaart.aansluiten.leden import mail, queries
from sociale_kaart.aansluiten.leden.models import Uitnodiging
from sociale_kaart.aansluiten.leden.schemas import UitnodigingInvoer
from sociale_kaart.aansluiten.leden.service import hold, roles_in, set_role
from sociale_kaart.aansluiten.queries import find_account, find_verzoek
from sociale_kaart.aansluiten.schemas import Rol
from sociale_kaart.accounts.inloglinks.service import ask_link
from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.tokens import hash_token, new_token
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.problems import (
    ConflictError,
    ForbiddenError,
    Fout,
    InvalidInputError,
    NotFoundError,
)
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie

INVITED_DAYS = 14
_LIFETIME = timedelta(days=INVITED_DAYS)
_MOST_OPEN = 20

SPENT = "Deze uitnodiging werkt niet (meer). Vraag om een nieuwe."
_TOO_MANY = "Er staan al veel uitnodigingen open. Trek er eerst een paar in."
_WORKS_HERE = "Wie dit adres heeft, werkt hier al mee."
_STAFF = "Met dit adres log je in als medewerker. Vraag een uitnodiging op een ander adres."
_SOMEBODY_ELSE = "Deze uitnodiging is voor een ander mailadres. Log eerst uit."
_NAME = Fout(veld="naam", melding="Vul in hoe je heet.")


async def invite(
    session: AsyncSession, organisatie_id: UUID, invoer: UitnodigingInvoer, actor: Actor, url: str
) -> None:
    """Mails an invitation; one to the same address before it works no more."""
    organisatie, members = await hold(session, organisatie_id)
    actor.require_owner(organisatie_id)
    assert actor.account_id is not None
    email = invoer.email.lower()
    if any(account.email == email for account, _ in members):
        raise ConflictError(_WORKS_HERE)
    now = utc_now()
    if len(await queries.list_uitnodigingen(session, organisatie_id, now)) >= _MOST_OPEN:
        raise ConflictError(_TOO_MANY)
    token, token_hash = new_token()
    uitnodiging = Uitnodiging(
        organisatie_id=organisatie_id,
        email=email,
        rol=invoer.rol,
        token_hash=token_hash,
        door=actor.account_id,
        verloopt_op=now + _LIFETIME,
    )
    await queries.put_uitnodiging(session, uitnodiging)
    note(session, actor.account_id, organisatie_id, "uitgenodigd", {"rol": [None, invoer.rol]})
    adres = page_of(url, f"uitnodiging#{token}")
    await queue_bericht(
        session,
        aan=email,
        soort="uitnodiging",
        inhoud=mail.invitation_mail(organisatie, adres, INVITED_DAYS),
        sleutel=f"uitnodiging {uitnodiging.id}",
    )


async def revoke(session: AsyncSession, organisatie_id: UUID, key: UUID, actor: Actor) -> None:
    """Takes an invitation back; the link in the mail then does nothing."""
    await hold(session, organisatie_id)
    actor.require_owner(organisatie_id)
    if not await queries.delete_uitnodiging(session, organisatie_id, key):
        raise NotFoundError(SPENT)
    note(session, actor.account_id, organisatie_id, "uitnodiging-ingetrokken")


async def read(session: AsyncSession, token: str) -> tuple[Uitnodiging, Organisatie, bool]:
    """What an invitation is for, and whether its address has an account. Looking changes nothing."""
    found = await queries.find_uitnodiging(session, hash_token(token), utc_now())
    if found is None:
        raise NotFoundError(SPENT)
    uitnodiging, organisatie = found
    known = await find_account(session, uitnodiging.email)
    return uitnodiging, organisatie, known is not None


async def accept(
    session: AsyncSession, token: str, naam: str | None, actor: Actor | None
) -> tuple[Organisatie, bool]:
    """Makes whose address it is a colleague; whether they are logged in as that address now."""
    uitnodiging = await queries.take_uitnodiging(session, hash_token(token), utc_now())
    if uitnodiging is None:
        raise NotFoundError(SPENT)
    organisatie, members = await hold(session, uitnodiging.organisatie_id)
    account = await _account(session, uitnodiging.email, naam)
    if actor is not None and actor.account_id != account.id:
        raise ForbiddenError(_SOMEBODY_ELSE)
    rol: Rol = "eigenaar" if uitnodiging.rol == "eigenaar" else "medebewerker"
    by = Actor(account.id, "lid")
    if account.id not in roles_in(members):
        add_member(session, account.id, organisatie.id, rol, account.id, "uitnodiging-aanvaard")
        if rol == "eigenaar":
            organisatie.verlaten_op = None
    elif rol == "eigenaar":
        set_role(session, organisatie, members, account.id, rol, by, "uitnodiging-aanvaard")
    asked = await find_verzoek(session, account.id, organisatie.id)
    if asked is not None:
        await session.delete(asked)
    if actor is None:
        assert account.email is not None
        await ask_link(session, account.email)
    return organisatie, actor is not None


async def _account(session: AsyncSession, email: str, naam: str | None) -> Account:
    """Whose address it is; made when nobody has it."""
    account = await account_of_reader(session, email, naam)
    if account is None:
        raise InvalidInputError([_NAME])
    if not account.actief:
        raise NotFoundError(SPENT)
    if account.rol != "lid":
        raise ConflictError(_STAFF)
    return account
