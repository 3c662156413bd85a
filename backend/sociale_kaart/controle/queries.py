from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Date,
    Interval,
    Select,
    String,
    and_,
    case,
    cast,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col

from sociale_kaart.aanbod.models import Aanbod, AanbodDocument
from sociale_kaart.accounts.models import Account
from sociale_kaart.berichten.adressen.queries import has_stopped
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.controle.models import Controleverzoek, Controlevraag
from sociale_kaart.controle.rules import MOST_ASKED, PAUSE, Asked, Due, Ontvanger
from sociale_kaart.core.clock import AMSTERDAM
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie

# What the key of its mail begins with; its own id comes after.
MAIL_KEY = "controle:"

_ON_THE_MAP = exists().where(
    col(AanbodDocument.id) == col(Aanbod.id), col(AanbodDocument.zichtbaar)
)
_REACHABLE = and_(col(Account.actief), col(Account.email).is_not(None))
_SINCE_CONFIRMED = col(Controleverzoek.gevraagd_op) > func.coalesce(
    col(Aanbod.bevestigd_op), cast(literal("-infinity"), UtcDateTime)
)


def last_day() -> ColumnElement[date]:
    """`aanbod.rules.due_day` in the database; NULL when it was never confirmed."""
    local = func.timezone(AMSTERDAM.key, col(Aanbod.bevestigd_op))
    months = cast(func.make_interval(0, col(Aanbod.interval_maanden)), Interval)
    return cast(cast(local, Date) + months, Date)


async def list_due(session: AsyncSession, before: date) -> list[Due]:
    """What is on the map and whose time is up before this day, or that nobody ever confirmed."""
    rows = await session.execute(
        select(
            col(Aanbod.id),
            col(Aanbod.titel),
            col(Organisatie.id),
            col(Organisatie.naam),
            col(Aanbod.bevestigd_op),
        )
        .join(Organisatie, col(Organisatie.id) == col(Aanbod.organisatie_id))
        .where(_ON_THE_MAP, or_(col(Aanbod.bevestigd_op).is_(None), last_day() < before))
    )
    return [Due(*row) for row in rows]


async def list_ontvangers(
    session: AsyncSession, organisatie_ids: Iterable[UUID]
) -> list[Ontvanger]:
    """Everybody who works for these organisations; else the address of the organisation itself.

    Not who stopped these mails: for them nobody else is written to, the redactie calls.
    """
    ids = list(organisatie_ids)
    members = await session.execute(
        select(
            col(Account.id), col(Account.email), col(Account.naam), col(Lidmaatschap.organisatie_id)
        )
        .join(Lidmaatschap, col(Lidmaatschap.account_id) == col(Account.id))
        .where(_REACHABLE, ~has_stopped(col(Account.email), "controle"))
        .order_by(col(Account.email))
    )
    people: dict[UUID, tuple[str | None, str, set[UUID]]] = {}
    for account_id, email, naam, organisatie_id in members:
        people.setdefault(account_id, (email, naam, set()))[2].add(organisatie_id)
    found = [
        Ontvanger(email, naam, account_id, frozenset(own))
        for account_id, (email, naam, own) in people.items()
        if email and not own.isdisjoint(ids)
    ]
    rows = await session.execute(
        select(col(Organisatie.id), col(Organisatie.email)).where(
            col(Organisatie.id).in_(ids),
            ~_has_member(),
            ~has_stopped(col(Organisatie.email), "controle"),
        )
    )
    return found + [Ontvanger(email, None, None, frozenset({key})) for key, email in rows if email]


def _has_member(*also: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether somebody whom mail reaches works for the organisation of the row around it."""
    return exists().where(
        col(Lidmaatschap.organisatie_id) == col(Organisatie.id),
        col(Lidmaatschap.account_id) == col(Account.id),
        _REACHABLE,
        *also,
    )


async def asked_before(session: AsyncSession) -> dict[UUID, Asked]:
    """What everybody was asked before, by account or organisation."""
    key = func.coalesce(col(Controleverzoek.account_id), col(Controleverzoek.organisatie_id))
    last = await session.execute(
        select(key, func.max(col(Controleverzoek.gevraagd_op))).group_by(key)
    )
    times: dict[UUID, dict[UUID, int]] = {}
    rows = await session.execute(
        _questions(key, col(Aanbod.id), func.count())
        .join(Aanbod, col(Aanbod.id) == col(Controlevraag.aanbod_id))
        .where(_SINCE_CONFIRMED)
        .group_by(key, col(Aanbod.id))
    )
    for who, aanbod_id, number in rows:
        times.setdefault(who, {})[aanbod_id] = number
    return {who: Asked(moment, times.get(who, {})) for who, moment in last}


def _questions(*columns: Any) -> Select[Any]:
    """Each time that a listing was asked about, with the mail that did."""
    return (
        select(*columns)
        .select_from(Controlevraag)
        .join(Controleverzoek, col(Controleverzoek.id) == col(Controlevraag.verzoek_id))
    )


async def count_on_the_map(session: AsyncSession) -> dict[UUID, int]:
    """How many listings on the map each organisation has."""
    rows = await session.execute(
        select(col(Aanbod.organisatie_id), func.count())
        .where(_ON_THE_MAP)
        .group_by(col(Aanbod.organisatie_id))
    )
    return dict(rows.all())


async def find_verzoek(
    session: AsyncSession, token_hash: bytes, now: datetime
) -> Controleverzoek | None:
    """The request behind a token, unless its time is up or its account was closed."""
    closed = exists().where(
        col(Account.id) == col(Controleverzoek.account_id), ~col(Account.actief)
    )
    return await session.scalar(
        select(Controleverzoek).where(
            col(Controleverzoek.token_hash) == token_hash,
            col(Controleverzoek.verloopt_op) > now,
            ~closed,
        )
    )


async def organisaties_of(session: AsyncSession, account_id: UUID) -> dict[UUID, str]:
    """For which organisations somebody works now, and as what."""
    rows = await session.execute(
        select(col(Lidmaatschap.organisatie_id), col(Lidmaatschap.rol)).where(
            col(Lidmaatschap.account_id) == account_id
        )
    )
    return dict(rows.all())


async def list_vragen(
    session: AsyncSession, verzoek_id: UUID, organisatie_ids: Iterable[UUID]
) -> Sequence[tuple[Controlevraag, Aanbod, str]]:
    """The questions of a mail with their listings and the names of the owners.

    Only about organisations of these: somebody may have left one since.
    """
    rows = await session.execute(
        select(Controlevraag, Aanbod, col(Organisatie.naam))
        .join(Aanbod, col(Aanbod.id) == col(Controlevraag.aanbod_id))
        .join(Organisatie, col(Organisatie.id) == col(Aanbod.organisatie_id))
        .where(
            col(Controlevraag.verzoek_id) == verzoek_id,
            col(Aanbod.organisatie_id).in_(list(organisatie_ids)),
        )
        .order_by(col(Organisatie.naam), col(Aanbod.titel), col(Aanbod.id))
    )
    return [(vraag, aanbod, naam) for vraag, aanbod, naam in rows]


async def lock_vraag(
    session: AsyncSession, verzoek_id: UUID, aanbod_id: UUID
) -> Controlevraag | None:
    """One question of a mail, held until the transaction ends, so that two clicks take turns."""
    return await session.scalar(
        select(Controlevraag)
        .where(
            col(Controlevraag.verzoek_id) == verzoek_id, col(Controlevraag.aanbod_id) == aanbod_id
        )
        .with_for_update()
    )


async def forget_asked_before(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(Controleverzoek).where(col(Controleverzoek.gevraagd_op) < moment))


async def list_to_call(
    session: AsyncSession, day: date, now: datetime
) -> Sequence[tuple[Organisatie, Aanbod, str]]:
    """What mail did not help with, with its owner and why, in order of owner.

    Somebody did not answer the last mail that they get about it, or the mail server refused one,
    or its time is up and there is nobody to write to, or nobody who still wants these mails.
    """
    stopped = _all_stopped()
    reden = case(
        (_refused(), literal("mail-geweigerd", String)),
        (_unanswered(now), literal("geen-antwoord", String)),
        (stopped, literal("afgemeld", String)),
        else_=literal("geen-adres", String),
    )
    nobody = and_(
        or_(and_(col(Organisatie.email).is_(None), ~_has_member()), stopped),
        or_(col(Aanbod.bevestigd_op).is_(None), last_day() < day),
    )
    rows = await session.execute(
        select(Organisatie, Aanbod, reden)
        .join(Aanbod, col(Aanbod.organisatie_id) == col(Organisatie.id))
        .where(_ON_THE_MAP, or_(_unanswered(now), _refused(), nobody))
        .order_by(col(Organisatie.id), col(Aanbod.titel), col(Aanbod.id))
    )
    return [(organisatie, aanbod, reason) for organisatie, aanbod, reason in rows]


def _all_stopped() -> ColumnElement[bool]:
    """Whether nobody who would be written to for this organisation wants it."""
    wants = ~has_stopped(col(Account.email), "controle")
    own = and_(~_has_member(), has_stopped(col(Organisatie.email), "controle"))
    return or_(and_(_has_member(), ~_has_member(wants)), own)


def _unconfirmed() -> Select[Any]:
    """The questions about the listing of the row around it, since it was last confirmed."""
    return (
        _questions(literal(1))
        .where(col(Controlevraag.aanbod_id) == col(Aanbod.id), _SINCE_CONFIRMED)
        .correlate(Aanbod)
    )


def _unanswered(now: datetime) -> ColumnElement[bool]:
    return (
        _unconfirmed()
        .group_by(col(Controleverzoek.account_id), col(Controleverzoek.organisatie_id))
        .having(
            func.count() >= MOST_ASKED,
            func.max(col(Controleverzoek.gevraagd_op)) <= now - PAUSE,
        )
        .exists()
    )


def _refused() -> ColumnElement[bool]:
    return (
        _unconfirmed()
        .join(Bericht, col(Bericht.sleutel) == func.concat(MAIL_KEY, col(Controleverzoek.id)))
        .where(col(Bericht.status) == "geweigerd")
        .exists()
    )
