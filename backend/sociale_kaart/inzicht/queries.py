from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Uuid, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.core.paging import PageRequest
from sociale_kaart.inzicht.models import Gat

_COMBINATION = (
    col(Gat.thema),
    col(Gat.doelgroep),
    col(Gat.wijk_code),
    col(Gat.dagdeel),
    col(Gat.weekdeel),
)
# A combination is no row and has no id of its own; this one is always the same, so pages can
# begin after it.
_ID = cast(func.md5(func.concat_ws("|", *(func.coalesce(code, "") for code in _COMBINATION))), Uuid)


async def count_gaten(
    session: AsyncSession, page: PageRequest, first: date | None, last: date | None
) -> Sequence[Row[Any]]:
    """How often each combination was reported, most often first; one more than the page holds.

    Rows have the five codes, `id`, `aantal` and `laatst_gemeld_op`. A page begins after the
    combination that its cursor names, wherever that stands by now: nothing is passed over
    because that one was reported again.
    """
    aantal, laatst = func.count(), func.max(col(Gat.gemeld_op))
    grouped = select(
        *_COMBINATION,
        _ID.label("id"),
        aantal.label("aantal"),
        laatst.label("laatst_gemeld_op"),
        func.row_number().over(order_by=(aantal.desc(), laatst.desc(), _ID)).label("plaats"),
    ).group_by(*_COMBINATION)
    if first is not None:
        grouped = grouped.where(col(Gat.gemeld_op) >= first)
    if last is not None:
        grouped = grouped.where(col(Gat.gemeld_op) <= last)
    counted = grouped.cte("geteld")
    query = select(counted).order_by(counted.c.plaats).limit(page.limit + 1)
    if page.after is not None:
        place = select(counted.c.plaats).where(counted.c.id == page.after).scalar_subquery()
        query = query.where(counted.c.plaats > place)
    return (await session.execute(query)).all()
