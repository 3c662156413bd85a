from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.counting import Counted
from sociale_kaart.inzicht.bereik.models import AanbodBereik, AanbodVraag
from sociale_kaart.inzicht.bereik.rules import getal
from sociale_kaart.inzicht.bereik.schemas import SOORTEN, AanbodInMaand, VraagBereik

# In one order, so that two processes never wait for each other. What was removed meanwhile is
# passed over.
_ADD_BEREIK = text("""
INSERT INTO aanbod_bereik (aanbod_id, maand, soort, aantal)
SELECT aanbod.id, nieuw.maand, nieuw.soort, nieuw.aantal
FROM unnest(CAST(:maanden AS date[]), CAST(:ids AS uuid[]), CAST(:soorten AS text[]),
    CAST(:aantallen AS int[])) AS nieuw (maand, id, soort, aantal) JOIN aanbod USING (id)
ORDER BY 1, 2, 3
ON CONFLICT (aanbod_id, maand, soort)
DO UPDATE SET aantal = aanbod_bereik.aantal + excluded.aantal
""")
# A few more of what is not there (any more) stay unwritten.
_ADD_VRAGEN = text("""
INSERT INTO aanbod_vraag (aanbod_id, maand, vraag, aantal)
SELECT aanbod.id, nieuw.maand, nieuw.vraag, nieuw.aantal
FROM unnest(CAST(:maanden AS date[]), CAST(:ids AS uuid[]), CAST(:soorten AS text[]),
    CAST(:aantallen AS int[])) AS nieuw (maand, id, vraag, aantal) JOIN aanbod USING (id)
WHERE nieuw.aantal >= :drempel OR EXISTS (SELECT FROM aanbod_vraag AS er
    WHERE er.aanbod_id = nieuw.id AND er.maand = nieuw.maand AND er.vraag = nieuw.vraag)
ORDER BY 1, 2, 3
ON CONFLICT (aanbod_id, maand, vraag)
DO UPDATE SET aantal = aanbod_vraag.aantal + excluded.aantal
""")


async def add_bereik(session: AsyncSession, counts: Mapping[Counted, int]) -> None:
    if counts:
        await session.execute(_ADD_BEREIK, _columns(counts))


async def add_vragen(session: AsyncSession, counts: Mapping[Counted, int], drempel: int) -> None:
    if counts:
        await session.execute(_ADD_VRAGEN, _columns(counts) | {"drempel": drempel})


def _columns(counts: Mapping[Counted, int]) -> dict[str, list[Any]]:
    maanden, ids, soorten = zip(*counts, strict=True)
    return {
        "maanden": list(maanden),
        "ids": [UUID(key) for key in ids],
        "soorten": list(soorten),
        "aantallen": list(counts.values()),
    }


async def known_vragen(session: AsyncSession, maand: date) -> list[tuple[str, str]]:
    rows = await session.execute(
        select(col(AanbodVraag.aanbod_id), col(AanbodVraag.vraag)).where(
            col(AanbodVraag.maand) == maand
        )
    )
    return [(str(aanbod_id), vraag) for aanbod_id, vraag in rows]


async def bereik_of(
    session: AsyncSession, aanbod_id: UUID, since: date
) -> dict[tuple[date, str], int]:
    """How often, by month and soort."""
    rows = await session.execute(
        select(col(AanbodBereik.maand), col(AanbodBereik.soort), col(AanbodBereik.aantal)).where(
            col(AanbodBereik.aanbod_id) == aanbod_id,
            col(AanbodBereik.maand) >= since,
            col(AanbodBereik.soort).in_(SOORTEN),
        )
    )
    return {(maand, soort): aantal for maand, soort, aantal in rows}


async def vragen_of(
    session: AsyncSession, aanbod_id: UUID, since: date
) -> dict[date, list[VraagBereik]]:
    """The questions that led to it in each month, those asked most first."""
    query = (
        select(col(AanbodVraag.maand), col(AanbodVraag.vraag), col(AanbodVraag.aantal))
        .where(col(AanbodVraag.aanbod_id) == aanbod_id, col(AanbodVraag.maand) >= since)
        .order_by(col(AanbodVraag.aantal).desc(), col(AanbodVraag.vraag))
    )
    vragen: defaultdict[date, list[VraagBereik]] = defaultdict(list)
    for maand, vraag, aantal in await session.execute(query):
        vragen[maand].append(VraagBereik(vraag=vraag, aantal=aantal))
    return vragen


async def maanden_with_bereik(
    session: AsyncSession, organisatie_id: UUID, since: date
) -> Sequence[date]:
    """The months in which anything of an organisation was counted, the latest first."""
    maanden = await session.scalars(
        select(col(AanbodBereik.maand))
        .join(Aanbod, col(Aanbod.id) == col(AanbodBereik.aanbod_id))
        .where(
            col(Aanbod.organisatie_id) == organisatie_id,
            col(AanbodBereik.maand) >= since,
            col(AanbodBereik.soort).in_(SOORTEN),
        )
        .distinct()
        .order_by(col(AanbodBereik.maand).desc())
    )
    return maanden.all()


async def bereik_of_organisatie(
    session: AsyncSession, organisatie_id: UUID, maand: date
) -> list[AanbodInMaand]:
    """The listings of an organisation that are on the map or were counted in this month."""
    counted = and_(
        col(AanbodBereik.aanbod_id) == col(Aanbod.id),
        col(AanbodBereik.maand) == maand,
        col(AanbodBereik.soort).in_(SOORTEN),
    )
    query = (
        select(col(Aanbod.id), col(Aanbod.titel), col(AanbodBereik.soort), col(AanbodBereik.aantal))
        .outerjoin(AanbodBereik, counted)
        .where(
            col(Aanbod.organisatie_id) == organisatie_id,
            or_(col(Aanbod.status) == "gepubliceerd", col(AanbodBereik.aantal).is_not(None)),
        )
    )
    titels: dict[UUID, str] = {}
    aantallen: Counter[tuple[UUID, str]] = Counter()
    for key, titel, soort, aantal in await session.execute(query):
        titels[key] = titel
        if soort is not None:
            aantallen[key, soort] = aantal
    return [
        AanbodInMaand(
            id=key, titel=titel, **{soort: getal(aantallen[key, soort]) for soort in SOORTEN}
        )
        for key, titel in titels.items()
    ]


async def delete_before(session: AsyncSession, maand: date) -> None:
    for table in (AanbodBereik, AanbodVraag):
        await session.execute(delete(table).where(col(table.maand) < maand))
