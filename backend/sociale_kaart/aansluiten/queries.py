from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, delete, func, literal, or_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod, AanbodDocument
from sociale_kaart.aansluiten.models import Aansluitlink, Aansluitverzoek
from sociale_kaart.aansluiten.rules import LIKE, PATIENCE, PLAIN_WORDS
from sociale_kaart.accounts.models import Account
from sociale_kaart.beelden.models import Beeld
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie
from sociale_kaart.organisaties.queries import IS_PUBLIC
from sociale_kaart.taxonomie.models import Wijk

_MOST_LOOKED_AT = 20
_MOST_WAITING = 100
_MOST_WIJKEN = 3
# A word that is typed in full, or nearly, in a longer name.
_IN_LONGER = 0.8


async def find_link(session: AsyncSession, token_hash: bytes, now: datetime) -> Aansluitlink | None:
    return await session.scalar(
        select(Aansluitlink).where(
            col(Aansluitlink.token_hash) == token_hash, col(Aansluitlink.verloopt_op) > now
        )
    )


async def take_link(session: AsyncSession, token_hash: bytes, now: datetime) -> Aansluitlink | None:
    """The link when it still works; it is gone with this transaction.

    Of two who try at once the second waits for the first, and then finds nothing.
    """
    return await session.scalar(
        delete(Aansluitlink)
        .where(col(Aansluitlink.token_hash) == token_hash, col(Aansluitlink.verloopt_op) > now)
        .returning(Aansluitlink)
    )


async def delete_links_before(session: AsyncSession, now: datetime) -> None:
    await session.execute(delete(Aansluitlink).where(col(Aansluitlink.verloopt_op) <= now))


async def find_account(session: AsyncSession, email: str) -> Account | None:
    return await session.scalar(select(Account).where(col(Account.email) == email))


async def list_members(
    session: AsyncSession, organisatie_id: UUID
) -> Sequence[tuple[Account, Lidmaatschap]]:
    """Who works for an organisation, in the order in which they came here."""
    rows = await session.execute(
        select(Account, Lidmaatschap)
        .join(Lidmaatschap, col(Lidmaatschap.account_id) == col(Account.id))
        .where(col(Lidmaatschap.organisatie_id) == organisatie_id)
        .order_by(col(Account.id))
        # As it is now, and not as it was when somebody's own rights were looked up.
        .execution_options(populate_existing=True)
    )
    return [(account, member) for account, member in rows]


async def find_verzoek(
    session: AsyncSession, account_id: UUID, organisatie_id: UUID
) -> Aansluitverzoek | None:
    return await session.get(Aansluitverzoek, (account_id, organisatie_id))


async def list_own_verzoeken(
    session: AsyncSession, account_id: UUID
) -> Sequence[tuple[Aansluitverzoek, Organisatie]]:
    rows = await session.execute(
        select(Aansluitverzoek, Organisatie)
        .join(Organisatie, col(Organisatie.id) == col(Aansluitverzoek.organisatie_id))
        .where(col(Aansluitverzoek.account_id) == account_id)
        .order_by(col(Aansluitverzoek.gevraagd_op))
    )
    return [(verzoek, organisatie) for verzoek, organisatie in rows]


async def is_loose(session: AsyncSession, account: Account) -> bool:
    """Whether an account is there for nothing else: no role, no organisation, no request."""
    if account.rol != "lid" or account.wachtwoord_hash is not None:
        return False
    works = select(col(Lidmaatschap.account_id)).where(col(Lidmaatschap.account_id) == account.id)
    asks = select(col(Aansluitverzoek.account_id)).where(
        col(Aansluitverzoek.account_id) == account.id
    )
    return not await session.scalar(select(or_(works.exists(), asks.exists())))


async def list_alike(
    session: AsyncSession,
    asked: dict[str, str | None],
    *,
    also_hidden: bool = False,
    but: UUID | None = None,
) -> Sequence[tuple[Organisatie, float]]:
    """Organisations that may be the one that is asked, each with how much its name is like it.

    The conditions take in a little more than `rules.reasons`, which decides.
    """
    naam = _core(func.lower(literal(asked.get("naam") or "")))
    score = func.similarity(_core(func.lower(col(Organisatie.naam))), naam)
    in_longer = func.word_similarity(naam, _core(func.lower(col(Organisatie.naam))))
    conditions: list[ColumnElement[bool]] = []
    if asked.get("naam"):
        conditions += [score >= LIKE, in_longer >= _IN_LONGER]
    if asked.get("kvk"):
        conditions.append(col(Organisatie.kvk) == asked["kvk"])
    for field, part in (("site", col(Organisatie.website)), ("domain", col(Organisatie.email))):
        if asked.get(field):
            conditions.append(func.strpos(func.lower(part), asked[field]) > 0)
    if asked.get("number"):
        digits = func.regexp_replace(col(Organisatie.telefoon), r"\D", "", "g")
        conditions.append(func.right(digits, 9) == str(asked["number"])[-9:])
    if asked.get("email"):
        conditions.append(func.lower(col(Organisatie.email)) == str(asked["email"]).lower())
    if not conditions:
        return []
    likeness: Any = func.greatest(score, in_longer * 0.99)
    query = select(Organisatie, likeness).where(or_(*conditions))
    if not also_hidden:
        query = query.where(IS_PUBLIC)
    if but is not None:
        query = query.where(col(Organisatie.id) != but)
    rows = await session.execute(
        query.order_by(likeness.desc(), col(Organisatie.id)).limit(_MOST_LOOKED_AT)
    )
    return [(organisatie, float(value)) for organisatie, value in rows]


def _core(naam: Any) -> Any:
    """A name without the words that many names have, unless it has no others."""
    words = r"\m(" + "|".join(PLAIN_WORDS) + r")\M"
    bare = func.btrim(func.regexp_replace(naam, words, " ", "g"), " -'’.,")
    return func.coalesce(func.nullif(bare, ""), naam)


async def wijken_of(session: AsyncSession, ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The names of some wijken where organisations have something on the map."""
    tag = func.concat("wijk:", col(Wijk.code))
    rows = await session.execute(
        select(col(AanbodDocument.organisatie_id), col(Wijk.naam))
        .join(Wijk, tag == any_(col(AanbodDocument.tags)))
        .where(col(AanbodDocument.zichtbaar), col(AanbodDocument.organisatie_id).in_(list(ids)))
        .distinct()
        .order_by(col(Wijk.naam))
    )
    found: dict[UUID, list[str]] = {}
    for organisatie_id, naam in rows:
        names = found.setdefault(organisatie_id, [])
        if len(names) < _MOST_WIJKEN:
            names.append(naam)
    return found


async def move_beelden(session: AsyncSession, van: UUID, naar: UUID) -> None:
    """Pictures go along with the listings that show them, to another organisation."""
    await session.execute(
        update(Beeld)
        .where(col(Beeld.organisatie_id) == van)
        .values(organisatie_id=naar)
        .execution_options(synchronize_session=False)
    )


async def list_unchecked(session: AsyncSession) -> Sequence[tuple[Organisatie, int]]:
    """Organisations that the redactie has not looked at, with how many listings they have."""
    listings = (
        select(func.count())
        .select_from(Aanbod)
        .where(col(Aanbod.organisatie_id) == col(Organisatie.id))
        .scalar_subquery()
    )
    rows = await session.execute(
        select(Organisatie, listings)
        .where(~IS_PUBLIC)
        .order_by(col(Organisatie.id))
        .limit(_MOST_WAITING)
    )
    return [(organisatie, number) for organisatie, number in rows]


async def list_waiting(
    session: AsyncSession, now: datetime
) -> Sequence[tuple[Aansluitverzoek, Organisatie, Account, bool]]:
    """Requests that are for the redactie too (`rules.needs_redactie`), and whether there is an owner."""
    owner = (
        select(col(Lidmaatschap.account_id))
        .where(
            col(Lidmaatschap.organisatie_id) == col(Organisatie.id),
            col(Lidmaatschap.rol) == "eigenaar",
        )
        .exists()
    )
    rows = await session.execute(
        select(Aansluitverzoek, Organisatie, Account, owner)
        .join(Organisatie, col(Organisatie.id) == col(Aansluitverzoek.organisatie_id))
        .join(Account, col(Account.id) == col(Aansluitverzoek.account_id))
        .where(or_(~owner, col(Aansluitverzoek.gevraagd_op) <= now - PATIENCE))
        .order_by(col(Aansluitverzoek.gevraagd_op), col(Aansluitverzoek.account_id))
        .limit(_MOST_WAITING)
    )
    return [(verzoek, organisatie, account, owned) for verzoek, organisatie, account, owned in rows]


async def list_abandoned(session: AsyncSession) -> Sequence[tuple[Organisatie, int]]:
    """Organisations that lost their last owner, with how many people still work there."""
    people = (
        select(func.count())
        .select_from(Lidmaatschap)
        .where(col(Lidmaatschap.organisatie_id) == col(Organisatie.id))
        .scalar_subquery()
    )
    works = select(col(Lidmaatschap.account_id)).where(
        col(Lidmaatschap.organisatie_id) == col(Organisatie.id)
    )
    owned = works.where(col(Lidmaatschap.rol) == "eigenaar").exists()
    rows = await session.execute(
        select(Organisatie, people)
        .where(~owned, or_(col(Organisatie.verlaten_op).is_not(None), works.exists()))
        .order_by(col(Organisatie.verlaten_op), col(Organisatie.id))
        .limit(_MOST_WAITING)
    )
    return [(organisatie, number) for organisatie, number in rows]
