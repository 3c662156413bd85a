"""What joining, checking and working together have in common: who is told, and what is written down."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aansluiten import mail, queries
from sociale_kaart.aansluiten.schemas import Rol
from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.service import create_account
from sociale_kaart.berichten.compose import Inhoud
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.berichten.soorten import Berichtsoort
from sociale_kaart.core.db import take_turns
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.logboek import log
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.organisaties.models import Lidmaatschap


def note(
    session: AsyncSession,
    account_id: UUID | None,
    organisatie_id: UUID,
    handeling: str,
    wijzigingen: dict[str, list[Any]] | None = None,
) -> None:
    """A line in the log book about an organisation; people are in it by the id of their account."""
    log(
        session,
        account_id=account_id,
        onderwerp="organisatie",
        onderwerp_id=organisatie_id,
        handeling=handeling,
        wijzigingen=wijzigingen,
    )


def add_member(
    session: AsyncSession,
    account_id: UUID,
    organisatie_id: UUID,
    rol: Rol,
    by: UUID | None,
    handeling: str,
) -> None:
    session.add(Lidmaatschap(account_id=account_id, organisatie_id=organisatie_id, rol=rol))
    wijzigingen: dict[str, list[Any]] = {"account": [None, str(account_id)], "rol": [None, rol]}
    note(session, by, organisatie_id, handeling, wijzigingen)


async def account_of_reader(session: AsyncSession, email: str, naam: str | None) -> Account | None:
    """The account of whoever reads this mail, made when there is none and they said their name.

    Two links of one new person at the same moment make one account.
    """
    await take_turns(session, f"account {email}")
    account = await queries.find_account(session, email)
    if account is None and naam is not None:
        account = await create_account(session, email=email, naam=naam)
        log(
            session,
            account_id=account.id,
            onderwerp="account",
            onderwerp_id=account.id,
            handeling="aangemaakt",
        )
    return account


async def dismiss(
    session: AsyncSession, account: Account, organisatie: str, reden: str, by: UUID | None
) -> None:
    """Mails a refusal, and removes the account when it is there for nothing else."""
    await session.flush()
    gone = await queries.is_loose(session, account)
    inhoud = mail.refused_mail(organisatie, reden, account_gone=gone)
    await mail_to(session, [account], "afgewezen", inhoud)
    if gone:
        log(
            session,
            account_id=by,
            onderwerp="account",
            onderwerp_id=account.id,
            handeling="verwijderd",
        )
        await session.delete(account)


async def mail_to(
    session: AsyncSession, people: Iterable[Account], soort: Berichtsoort, inhoud: Inhoud
) -> None:
    """The same mail to each of these people who can get one."""
    for account in people:
        if account.actief and account.email is not None:
            await queue_bericht(
                session,
                aan=account.email,
                soort=soort,
                inhoud=inhoud,
                sleutel=f"{soort} {new_id()}",
            )


def require_reason(reden: str | None) -> str:
    if reden is None:
        raise InvalidInputError([Fout(veld="reden", melding="Schrijf op waarom.")])
    return reden


def page_of(public_url: str, path: str = "") -> str:
    """The whole address of a page for who logs in.

    What is behind a '#' in it browsers send to nobody: no log can hold it.
    """
    return f"{public_url.rstrip('/')}/mijn{'/' if path else ''}{path}"
