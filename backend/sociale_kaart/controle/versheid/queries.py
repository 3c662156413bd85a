from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import CTE, FromClause, Select, and_, case, func, literal, select, union
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.models import Aanbod, AanbodTerm, AanbodWijk
from sociale_kaart.controle.queries import last_day
from sociale_kaart.controle.versheid.schemas import Per
from sociale_kaart.organisaties.models import Locatie, Organisatie
from sociale_kaart.organisaties.queries import IS_PUBLIC
from sociale_kaart.taxonomie.models import Term, Wijk

_WHOLE = ""


async def count_by(session: AsyncSession, per: Per, day: date) -> list[tuple[Any, ...]]:
    """(code, name, total, in time, too late, never) for each group, and with code '' for all."""
    stand = _stand(day)
    groups = _GROUPS[per]()
    numbers = (
        func.count(),
        func.count().filter(stand.c.stand == "op-tijd"),
        func.count().filter(stand.c.stand == "te-laat"),
        func.count().filter(stand.c.stand == "nooit"),
    )
    by_group = (
        select(groups.c.code, groups.c.naam, *numbers)
        .join_from(stand, groups, groups.c.aanbod_id == stand.c.id)
        .group_by(groups.c.code, groups.c.naam)
    )
    whole = select(literal(_WHOLE), literal(_WHOLE), *numbers).select_from(stand)
    rows = await session.execute(by_group.union_all(whole))
    return [tuple(row) for row in rows]


def _stand(day: date) -> CTE:
    """What is on the map, and how it stands with each."""
    stand = case(
        (col(Aanbod.bevestigd_op).is_(None), "nooit"),
        (last_day() < day, "te-laat"),
        else_="op-tijd",
    )
    return (
        select(col(Aanbod.id).label("id"), stand.label("stand"))
        .join(Organisatie, col(Organisatie.id) == col(Aanbod.organisatie_id))
        .where(IS_PUBLIC, col(Aanbod.status) == "gepubliceerd")
        .cte("stand")
    )


def _by_organisatie() -> FromClause:
    return (
        select(
            col(Aanbod.id).label("aanbod_id"),
            col(Organisatie.slug).label("code"),
            col(Organisatie.naam).label("naam"),
        )
        .join(Organisatie, col(Organisatie.id) == col(Aanbod.organisatie_id))
        .subquery()
    )


def _by_wijk() -> FromClause:
    """Where it is and for whom it is: a listing counts once for each wijk."""
    area: Select[*tuple[Any, ...]] = select(
        col(AanbodWijk.aanbod_id).label("aanbod_id"), col(AanbodWijk.wijk_code).label("code")
    )
    place = select(col(Aanbod.id), col(Locatie.wijk_code)).join(
        Locatie, col(Locatie.id) == col(Aanbod.locatie_id)
    )
    both = union(area, place).subquery()
    return (
        select(both.c.aanbod_id, both.c.code, col(Wijk.naam).label("naam"))
        .join(Wijk, col(Wijk.code) == both.c.code)
        .subquery()
    )


def _by_thema() -> FromClause:
    is_word = and_(col(Term.lijst) == col(AanbodTerm.lijst), col(Term.code) == col(AanbodTerm.code))
    return (
        select(
            col(AanbodTerm.aanbod_id).label("aanbod_id"),
            col(AanbodTerm.code).label("code"),
            col(Term.label).label("naam"),
        )
        .join(Term, is_word)
        .where(col(AanbodTerm.lijst) == "thema")
        .subquery()
    )


_GROUPS: Mapping[Per, Any] = {
    "organisatie": _by_organisatie,
    "wijk": _by_wijk,
    "thema": _by_thema,
}
