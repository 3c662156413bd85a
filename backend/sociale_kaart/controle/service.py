"""Asks owners whether their listings still hold, and takes their answers without a log-in.

A token does what a member may do with these listings and no more: each answer goes through the
same rules as that of somebody who is logged in.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.bevestigingen import confirm_aanbod, withdraw_bevestiging
from sociale_kaart.aanbod.changing import UNKNOWN, load_aanbod
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.queries import list_with_signs
from sociale_kaart.aanbod.service import move_aanbod, undo_stop
from sociale_kaart.aanbod.zekerheid.eigen import eigen_zekerheid_of
from sociale_kaart.accounts.service import note_seen
from sociale_kaart.accounts.tokens import hash_token, new_token
from sociale_kaart.berichten.service import queue_bericht
from sociale_kaart.controle import queries
from sociale_kaart.controle.mail import mail_of
from sociale_kaart.controle.models import Controleverzoek, Controlevraag
from sociale_kaart.controle.rules import (
    LINK_LIFETIME,
    REMEMBERED,
    Antwoord,
    Asked,
    Bundle,
    Due,
    Stand,
    bundles,
    due_before,
    stand_of,
)
from sociale_kaart.core.clock import to_local, utc_now
from sociale_kaart.core.db import take_turns
from sociale_kaart.core.problems import ConflictError, NotFoundError
from sociale_kaart.organisaties.access import Actor

UNKNOWN_LINK = "Deze link werkt niet meer. Een link uit een mail werkt dertig dagen."
_UNDO_FIRST = "Je hebt hier al geantwoord. Maak dat eerst ongedaan."
_OFF_THE_MAP = "Dit staat nu niet op de kaart, dus er valt niets te bevestigen."


async def ask_owners(session: AsyncSession, public_url: str, now: datetime) -> int:
    """Queues a mail to everybody who has something to look at; returns how many.

    Asking again the same day, or by two workers at once, sends nothing twice.
    """
    await take_turns(session, "controle")
    await queries.forget_asked_before(session, now - REMEMBERED)
    due = await _due(session, to_local(now).date())
    asked = await queries.asked_before(session)
    found = bundles(
        due,
        await queries.list_ontvangers(session, {each.organisatie_id for each in due}),
        asked,
        await queries.count_on_the_map(session),
        now,
    )
    for bundle in found:
        second = bundle.is_second(asked.get(bundle.ontvanger.key, Asked()))
        await _ask(session, bundle, public_url, now, second=second)
    return len(found)


async def _due(session: AsyncSession, day: date) -> list[Due]:
    """What has to be looked at, with what is least sure of each."""
    due = await queries.list_due(session, due_before(day))
    rows = await list_with_signs(session, [each.aanbod_id for each in due])
    sure = {aanbod.id: eigen_zekerheid_of(aanbod, day) for aanbod in rows}
    return [replace(each, zekerheid=sure[each.aanbod_id]) for each in due]


async def _ask(
    session: AsyncSession, bundle: Bundle, public_url: str, now: datetime, *, second: bool
) -> None:
    token, token_hash = new_token()
    ontvanger = bundle.ontvanger
    verzoek = Controleverzoek(
        token_hash=token_hash,
        account_id=ontvanger.account_id,
        organisatie_id=None if ontvanger.account_id else ontvanger.key,
        gevraagd_op=now,
        verloopt_op=now + LINK_LIFETIME,
    )
    session.add(verzoek)
    await session.flush()
    session.add_all(
        Controlevraag(verzoek_id=verzoek.id, aanbod_id=each.aanbod_id) for each in bundle.due
    )
    await queue_bericht(
        session,
        aan=ontvanger.email,
        soort="controle",
        inhoud=mail_of(bundle, token, public_url, verzoek.verloopt_op, second=second),
        sleutel=f"{queries.MAIL_KEY}{verzoek.id}",
    )


async def open_verzoek(session: AsyncSession, token: str) -> tuple[Controleverzoek, Actor]:
    """What a token asks, and as whom its holder acts now; 404 when it opens nothing (any more).

    An account keeps nothing of its own role here: a link is no log-in of the redactie.
    """
    verzoek = await queries.find_verzoek(session, hash_token(token), utc_now())
    if verzoek is None:
        raise NotFoundError(UNKNOWN_LINK)
    if verzoek.account_id is not None:
        places = await queries.organisaties_of(session, verzoek.account_id)
    else:
        assert verzoek.organisatie_id is not None
        places = {verzoek.organisatie_id: "medebewerker"}
    return verzoek, Actor(verzoek.account_id, "lid", places)


async def answer(session: AsyncSession, token: str, aanbod_id: UUID, antwoord: Antwoord) -> None:
    """'Klopt nog' or 'gestopt', from a mail. What is so already stays as it is."""
    verzoek, actor = await open_verzoek(session, token)
    vraag, aanbod = await _hold(session, verzoek, aanbod_id, actor)
    stand = stand_now(verzoek, vraag, aanbod)
    if verzoek.account_id is not None:
        await note_seen(session, verzoek.account_id)
    if stand == antwoord:
        return
    # An answer that somebody else has overtaken since stands in nobody's way.
    if stand == vraag.antwoord:
        raise ConflictError(_UNDO_FIRST)
    if antwoord == "klopt":
        if aanbod.status != "gepubliceerd":
            raise ConflictError(_OFF_THE_MAP)
        aanbod = await confirm_aanbod(session, aanbod_id, actor, "mail")
        vraag.beantwoord_op = aanbod.bevestigd_op
        vraag.versie_na = None
    else:
        aanbod = await move_aanbod(session, aanbod_id, "stoppen", aanbod.versie, actor, "mail")
        vraag.beantwoord_op = utc_now()
        vraag.versie_na = aanbod.versie
    vraag.antwoord = antwoord


async def withdraw(session: AsyncSession, token: str, aanbod_id: UUID) -> None:
    """Takes an answer from this mail back; nothing happens when there is none."""
    verzoek, actor = await open_verzoek(session, token)
    vraag, _ = await _hold(session, verzoek, aanbod_id, actor)
    if vraag.antwoord == "klopt":
        assert vraag.beantwoord_op is not None
        await withdraw_bevestiging(session, aanbod_id, vraag.beantwoord_op, actor, "mail")
    elif vraag.antwoord == "gestopt":
        assert vraag.versie_na is not None
        await undo_stop(session, aanbod_id, vraag.versie_na, actor, "mail")
    vraag.antwoord = vraag.beantwoord_op = vraag.versie_na = None


async def _hold(
    session: AsyncSession, verzoek: Controleverzoek, aanbod_id: UUID, actor: Actor
) -> tuple[Controlevraag, Aanbod]:
    vraag = await queries.lock_vraag(session, verzoek.id, aanbod_id)
    if vraag is None:
        raise NotFoundError(UNKNOWN)
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id)
    return vraag, aanbod


def stand_now(verzoek: Controleverzoek, vraag: Controlevraag, aanbod: Aanbod) -> Stand:
    """How it stands with the listing of a question."""
    antwoord = cast("Antwoord | None", vraag.antwoord)
    return stand_of(antwoord, verzoek.gevraagd_op, aanbod.status, aanbod.bevestigd_op)
