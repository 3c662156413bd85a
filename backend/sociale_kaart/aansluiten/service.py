"""Joining: what somebody asks with a link in their mail, and who decides about it.

Names and addresses of people are in no line of the log book.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aansluiten import mail, queries
from sociale_kaart.aansluiten.acts import (
    account_of_reader,
    add_member,
    dismiss,
    mail_to,
    note,
    page_of,
    require_reason,
)
from sociale_kaart.aansluiten.models import Aansluitlink, Aansluitverzoek
from sociale_kaart.aansluiten.rules import proves_to_own
from sociale_kaart.aansluiten.schemas import (
    AansluitlinkInvoer,
    Aansluitvraag,
    Uitkomst,
    Verzoekbesluit,
)
from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.tokens import hash_token, new_token
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import ConflictError, Fout, InvalidInputError, NotFoundError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.queries import find_organisatie, lock_organisatie
from sociale_kaart.organisaties.rules import is_public
from sociale_kaart.organisaties.service import UNKNOWN, create_organisatie

LINK_MINUTES = 60
_LIFETIME = timedelta(minutes=LINK_MINUTES)
_MOST_ASKED = 10

SPENT = "Deze link werkt niet (meer). Meld je opnieuw aan."
_STAFF = "Met dit adres log je in als medewerker. Meld je organisatie aan met een ander adres."
_NO_REQUEST = "Deze vraag is er niet (meer)."


async def ask_link(session: AsyncSession, invoer: AansluitlinkInvoer, public_url: str) -> None:
    """Mails a link that does what was filled in. The same happens for every address.

    Raises InvalidInputError when nobody may know of the organisation that was chosen.
    """
    if invoer.organisatie is not None:
        await _require_public(session, invoer.organisatie)
    token, token_hash = new_token()
    vraag = invoer.model_dump(mode="json", by_alias=True, include={"organisatie", "nieuw"})
    link = Aansluitlink(
        token_hash=token_hash,
        email=invoer.email.lower(),
        naam=invoer.naam,
        vraag=vraag,
        verloopt_op=utc_now() + _LIFETIME,
    )
    session.add(link)
    await queue_bericht(
        session,
        aan=link.email,
        soort="aansluitlink",
        inhoud=mail.link_mail(page_of(public_url, f"aansluiten#{token}"), LINK_MINUTES),
        sleutel=f"aansluitlink {link.id}",
        geldig=_LIFETIME,
    )


async def read_link(session: AsyncSession, token: str) -> tuple[Aansluitlink, Aansluitvraag]:
    """What a link would do; looking at it changes nothing. 404 when it does nothing (any more)."""
    link = await queries.find_link(session, hash_token(token), utc_now())
    if link is None:
        raise NotFoundError(SPENT)
    return link, Aansluitvraag.model_validate(link.vraag)


async def use_link(
    session: AsyncSession, token: str, public_url: str
) -> tuple[Account, Uitkomst, Organisatie]:
    """Makes the account, unless there is one, and does what was asked; then the link is gone."""
    link = await queries.take_link(session, hash_token(token), utc_now())
    if link is None:
        raise NotFoundError(SPENT)
    account = await account_of_reader(session, link.email, link.naam)
    assert account is not None
    if not account.actief:
        raise NotFoundError(SPENT)
    if account.rol != "lid":
        raise ConflictError(_STAFF)
    vraag = Aansluitvraag.model_validate(link.vraag)
    if vraag.nieuw is not None:
        organisatie = await create_organisatie(session, vraag.nieuw, Actor(account.id, "lid"))
        return account, "nieuw", organisatie
    assert vraag.organisatie is not None
    uitkomst, organisatie = await ask_to_join(session, vraag.organisatie, account, public_url)
    return account, uitkomst, organisatie


async def ask_to_join(
    session: AsyncSession, organisatie_id: UUID, account: Account, public_url: str
) -> tuple[Uitkomst, Organisatie]:
    """Asks to work for an organisation; asking again changes nothing.

    Who reads the mail of an organisation that nobody works for is its owner at once
    (`rules.proves_to_own`); about others its owners decide, or the redactie.
    """
    organisatie = await lock_organisatie(session, organisatie_id)
    if organisatie is None or not is_public(organisatie):
        raise NotFoundError(UNKNOWN)
    members = await queries.list_members(session, organisatie_id)
    if any(member.account_id == account.id for _, member in members):
        return "aangesloten", organisatie
    if proves_to_own(account.email, organisatie, len(members)):
        add_member(session, account.id, organisatie_id, "eigenaar", account.id, "zelf-aangesloten")
        return "aangesloten", organisatie
    if await queries.find_verzoek(session, account.id, organisatie_id) is not None:
        return "wacht", organisatie
    if len(await queries.list_own_verzoeken(session, account.id)) >= _MOST_ASKED:
        raise ConflictError("Je hebt al veel organisaties gevraagd. Wacht eerst op antwoord.")
    session.add(Aansluitverzoek(account_id=account.id, organisatie_id=organisatie_id))
    note(session, account.id, organisatie_id, "aansluiten-gevraagd")
    owners = [person for person, member in members if member.rol == "eigenaar"]
    inhoud = mail.request_mail(
        organisatie.naam, page_of(public_url, f"organisaties/{organisatie_id}")
    )
    await mail_to(session, owners, "aansluitverzoek", inhoud)
    return "wacht", organisatie


async def withdraw(session: AsyncSession, organisatie_id: UUID, account_id: UUID) -> None:
    """Takes one's own request back; nothing happens when there is none."""
    verzoek = await queries.find_verzoek(session, account_id, organisatie_id)
    if verzoek is not None:
        await session.delete(verzoek)
        note(session, account_id, organisatie_id, "aansluiten-ingetrokken")


async def decide(
    session: AsyncSession,
    organisatie_id: UUID,
    account_id: UUID,
    besluit: Verzoekbesluit,
    actor: Actor,
    public_url: str,
) -> None:
    """Says yes or no to somebody who asks to join; an owner or the redactie does."""
    organisatie = await lock_organisatie(session, organisatie_id)
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    actor.require_owner(organisatie_id)
    verzoek = await queries.find_verzoek(session, account_id, organisatie_id)
    account = await session.get(Account, account_id)
    if verzoek is None or account is None:
        raise NotFoundError(_NO_REQUEST)
    await session.delete(verzoek)
    if besluit.besluit == "goedgekeurd":
        members = await queries.list_members(session, organisatie_id)
        has_owner = any(member.rol == "eigenaar" for _, member in members)
        rol = besluit.rol or ("medebewerker" if has_owner else "eigenaar")
        add_member(session, account_id, organisatie_id, rol, actor.account_id, "aangesloten")
        inhoud = mail.welcome_mail(organisatie.naam, page_of(public_url))
        await mail_to(session, [account], "aangesloten", inhoud)
        return
    reden = require_reason(besluit.reden)
    note(
        session,
        actor.account_id,
        organisatie_id,
        "aansluiten-afgewezen",
        {"account": [str(account_id), None]},
    )
    await dismiss(session, account, organisatie.naam, reden, actor.account_id)


async def forget_links(database: Database) -> None:
    """Removes what was filled in by people who never pressed the link in their mail."""
    async with database.transaction() as session:
        await queries.delete_links_before(session, utc_now())


async def _require_public(session: AsyncSession, organisatie_id: UUID) -> None:
    organisatie = await find_organisatie(session, str(organisatie_id))
    if organisatie is None or not is_public(organisatie):
        raise InvalidInputError([Fout(veld="organisatie", melding=UNKNOWN)])
