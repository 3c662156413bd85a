"""Tells people what was decided, a moment later, so that a slip is never mailed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.beoordelen import queries
from sociale_kaart.aanbod.beoordelen.mail import mail_of, organisatie_mail
from sociale_kaart.aanbod.beoordelen.rules import ON_THE_MAP, UNDO, Decision, who_hears
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.berichten.service import queue_bericht, withdraw_berichten
from sociale_kaart.organisaties.models import Organisatie


async def tell(session: AsyncSession, aanbod: Aanbod, decision: Decision, public_url: str) -> None:
    """Mails who handed it in, or else the owners.

    What is on the map they read there, as residents do; the rest leads to where they write.
    """
    site = public_url.rstrip("/")
    on_the_map = decision.handeling in ON_THE_MAP
    page = f"/aanbod/{aanbod.slug}" if on_the_map else f"/mijn/aanbod/{aanbod.id}"
    leden = await queries.list_leden(session, aanbod.organisatie_id)
    for lid in who_hears(leden, decision.author, decision.decider):
        await queue_bericht(
            session,
            aan=lid.email,
            soort="beoordeling",
            inhoud=mail_of(
                decision.handeling, aanbod.titel, lid.naam, decision.reden, f"{site}{page}"
            ),
            sleutel=f"{_key(aanbod.id, decision.op)}{lid.account_id}",
            niet_voor=UNDO,
        )


async def tell_about_organisatie(
    session: AsyncSession, organisatie: Organisatie, decision: Decision, public_url: str
) -> None:
    """Mails who changed it that what they wrote was put back, or else the owners."""
    adres = f"{public_url.rstrip('/')}/mijn/organisaties/{organisatie.id}"
    leden = await queries.list_leden(session, organisatie.id)
    for lid in who_hears(leden, decision.author, decision.decider):
        await queue_bericht(
            session,
            aan=lid.email,
            soort="beoordeling",
            inhoud=organisatie_mail(organisatie.naam, lid.naam, decision.reden, adres),
            sleutel=f"{_key(organisatie.id, decision.op)}{lid.account_id}",
        )


async def tell_nobody(session: AsyncSession, aanbod: Aanbod, op: datetime) -> None:
    """Lets the mail go about what was decided at this moment."""
    await withdraw_berichten(session, _key(aanbod.id, op))


def _key(aanbod_id: UUID, op: datetime) -> str:
    return f"beoordeling {aanbod_id} {op.isoformat()} "
