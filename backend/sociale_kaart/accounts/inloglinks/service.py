from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.inloglinks import queries
from sociale_kaart.accounts.inloglinks.mail import compose_mail
from sociale_kaart.accounts.inloglinks.models import InloglinkAanvraag
from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.tokens import hash_token, new_token
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database

CHANNEL = "inloglink"
LINK_MINUTES = 15
_LIFETIME = timedelta(minutes=LINK_MINUTES)
_AT_ONCE = 20


async def ask_link(session: AsyncSession, email: str) -> None:
    """Notes that somebody wants a link. Whether we know them is not looked at here.

    So neither the answer nor how long it takes can tell; the worker does the rest.
    """
    session.add(InloglinkAanvraag(email=email.strip().lower()))
    await session.execute(select(func.pg_notify(CHANNEL, "")))


async def answer_requests(database: Database, public_url: str) -> int:
    """Mails links to the members among those who asked; returns how many asked."""
    async with database.transaction() as session:
        requests = await queries.take_requests(session, _AT_ONCE)
        for request in requests:
            account = await queries.find_member(session, request.email)
            if account is not None:
                await _mail_link(session, account, public_url, sleutel=f"inloglink {request.id}")
    return len(requests)


async def _mail_link(
    session: AsyncSession, account: Account, public_url: str, sleutel: str
) -> None:
    token, token_hash = new_token()
    await queries.put_link(session, account.id, token_hash, utc_now() + _LIFETIME)
    # Behind the '#', because browsers send that to nobody: no log can hold it.
    adres = f"{public_url.rstrip('/')}/mijn/inloggen#{token}"
    assert account.email is not None
    await queue_bericht(
        session,
        aan=account.email,
        soort="inloglink",
        inhoud=compose_mail(account.naam, adres, LINK_MINUTES),
        sleutel=sleutel,
        geldig=_LIFETIME,
    )


async def use_link(session: AsyncSession, token: str) -> Account | None:
    """Whose link it is; None when it is forged, used, too old, or replaced by a newer one."""
    return await queries.take_link(session, hash_token(token), utc_now())
