from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    delete,
    func,
    literal,
    or_,
    select,
    tuple_,
    union,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from sociale_kaart.aanbod.links.looking import Address
from sociale_kaart.aanbod.links.models import Adrescontrole
from sociale_kaart.aanbod.links.rules import AGAIN, DAYS_TO_COUNT, Soort
from sociale_kaart.aanbod.models import Aanbod, AanbodDocument

# What stands after the last @; the rest tells who somebody is.
_DOMAIN = func.rtrim(func.lower(func.split_part(col(Aanbod.contact_email), "@", -1)), ".")


def _on_the_map() -> Any:
    """Every address that a listing on the map has, as (soort, adres), each once."""

    def of(soort: str, adres: Any, column: Any) -> Select[Any]:
        return (
            select(literal(soort).label("soort"), adres.label("adres"))
            .join(AanbodDocument, col(AanbodDocument.id) == col(Aanbod.id))
            .where(col(AanbodDocument.zichtbaar), column.is_not(None))
        )

    return union(
        of("website", col(Aanbod.contact_website), col(Aanbod.contact_website)),
        of("maildomein", _DOMAIN, col(Aanbod.contact_email)),
    ).subquery()


async def list_due(session: AsyncSession, day: date, limit: int) -> list[Address]:
    """What has to be looked at on this day, what was never looked at first."""
    every = _on_the_map()
    known = col(Adrescontrole.bekeken_op)
    is_due = or_(
        known.is_(None),
        known <= day - AGAIN,
        and_(known < day, col(Adrescontrole.mislukt_dagen) > 0),
    )
    rows = await session.execute(
        select(every.c.soort, every.c.adres)
        .outerjoin(
            Adrescontrole,
            and_(
                col(Adrescontrole.soort) == every.c.soort,
                col(Adrescontrole.adres) == every.c.adres,
            ),
        )
        .where(is_due)
        .order_by(known.nulls_first(), every.c.soort, every.c.adres)
        .limit(limit)
    )
    return [(soort, adres) for soort, adres in rows]


async def list_working(session: AsyncSession, limit: int) -> list[Address]:
    """A few that worked when they were last looked at, the latest first."""
    rows = await session.execute(
        select(col(Adrescontrole.soort), col(Adrescontrole.adres))
        .where(col(Adrescontrole.mislukt_dagen) == 0)
        .order_by(col(Adrescontrole.bekeken_op).desc(), col(Adrescontrole.adres))
        .limit(limit)
    )
    return [(cast("Soort", soort), adres) for soort, adres in rows]


async def known_of(
    session: AsyncSession, addresses: Iterable[Address]
) -> dict[Address, Adrescontrole]:
    key = tuple_(col(Adrescontrole.soort), col(Adrescontrole.adres))
    rows = await session.scalars(select(Adrescontrole).where(key.in_(list(addresses))))
    return {(cast("Soort", row.soort), row.adres): row for row in rows}


async def write_results(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Keeps what was found of each address."""
    if not rows:
        return
    statement = insert(Adrescontrole)
    keys = ("soort", "adres")
    changes = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    await session.execute(
        statement.on_conflict_do_update(index_elements=keys, set_=changes), list(rows)
    )


async def forget_unused(session: AsyncSession) -> None:
    """Removes what was found of addresses that are not on the map any more."""
    every = _on_the_map()
    in_use = select(every).where(
        every.c.soort == col(Adrescontrole.soort), every.c.adres == col(Adrescontrole.adres)
    )
    await session.execute(delete(Adrescontrole).where(~in_use.exists()))


async def list_changed(
    session: AsyncSession, limit: int
) -> Sequence[tuple[Aanbod, date | None, date | None]]:
    """Listings that say something else of their addresses than was found, held for a change.

    With since when their website and their mail do not work; None when they do.
    """
    web, mail = aliased(Adrescontrole), aliased(Adrescontrole)
    website, email = _broken_since(web), _broken_since(mail)
    query = (
        select(Aanbod, website, email)
        .outerjoin(
            web,
            and_(col(web.soort) == "website", col(web.adres) == col(Aanbod.contact_website)),
        )
        .outerjoin(mail, and_(col(mail.soort) == "maildomein", col(mail.adres) == _DOMAIN))
        .where(
            or_(
                col(Aanbod.website_stuk_sinds).is_distinct_from(website),
                col(Aanbod.email_stuk_sinds).is_distinct_from(email),
            )
        )
        .order_by(col(Aanbod.id))
        .limit(limit)
    )
    rows = await session.execute(query.with_for_update(of=Aanbod))
    return [(aanbod, since_web, since_mail) for aanbod, since_web, since_mail in rows]


def _broken_since(found: type[Adrescontrole]) -> ColumnElement[date | None]:
    """`rules.does_not_work` in the database, as the day on which that began."""
    return case((col(found.mislukt_dagen) >= DAYS_TO_COUNT, col(found.mislukt_sinds)))
