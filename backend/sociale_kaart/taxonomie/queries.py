from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from sqlmodel import col, select

from sociale_kaart.taxonomie.adressen.adres import Adres
from sociale_kaart.taxonomie.geo import PostcodeLink, WijkLocator
from sociale_kaart.taxonomie.models import (
    Buurt,
    Postcodegebied,
    PostcodegebiedWijk,
    Term,
    Wijk,
)
from sociale_kaart.taxonomie.vocabulary import Vocabulary


async def list_terms(session: AsyncSession) -> dict[str, list[Term]]:
    rows = await session.scalars(
        select(Term).where(col(Term.actief)).order_by(col(Term.lijst), col(Term.volgorde))
    )
    per_list: dict[str, list[Term]] = defaultdict(list)
    for term in rows:
        per_list[term.lijst].append(term)
    return per_list


async def list_wijken(session: AsyncSession) -> Sequence[Wijk]:
    return (await session.scalars(select(Wijk).order_by(col(Wijk.code)))).all()


async def list_buurten(session: AsyncSession, wijk_code: str | None = None) -> Sequence[Buurt]:
    query = select(Buurt).order_by(col(Buurt.code))
    if wijk_code is not None:
        query = query.where(col(Buurt.wijk_code) == wijk_code)
    return (await session.scalars(query)).all()


async def list_postcodegebieden(
    session: AsyncSession,
) -> list[tuple[Postcodegebied, list[PostcodegebiedWijk]]]:
    links: dict[str, list[PostcodegebiedWijk]] = defaultdict(list)
    for link in await session.scalars(
        select(PostcodegebiedWijk).order_by(
            col(PostcodegebiedWijk.aantal_postcodes).desc(), col(PostcodegebiedWijk.wijk_code)
        )
    ):
        links[link.pc4].append(link)
    areas = await session.scalars(select(Postcodegebied).order_by(col(Postcodegebied.pc4)))
    return [(area, links[area.pc4]) for area in areas]


def read_vocabulary(session: Session) -> Vocabulary:
    """All lists and the names of the wijken, for checking what comes in."""
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    terms = select(Term.lijst, Term.code, Term.label).where(col(Term.actief))
    for lijst, code, label in session.execute(terms.order_by(col(Term.lijst), col(Term.volgorde))):
        labels[lijst][code] = label
    wijken = session.execute(select(Wijk.code, Wijk.slug, Wijk.naam).order_by(col(Wijk.code))).all()
    return Vocabulary(
        labels=labels,
        wijken={name.lower(): names[0] for names in wijken for name in names},
        wijk_names={code: naam for code, _, naam in wijken},
    )


async def load_locator(session: AsyncSession) -> WijkLocator:
    rows = await session.execute(select(Buurt.code, Buurt.wijk_code, Buurt.grens))
    return WijkLocator([(code, wijk, grens) for code, wijk, grens in rows])


async def load_postcode_links(session: AsyncSession) -> dict[str, PostcodeLink]:
    """The postcode areas by their four figures."""
    return {area.pc4: _link(area, links) for area, links in await list_postcodegebieden(session)}


async def load_adressen(session: AsyncSession) -> tuple[Adres, ...]:
    """The wijken, buurten and postcodes of the map, each with a point to look from."""
    wijken = [
        Adres("wijk", wijk.naam, wijk.label_lat, wijk.label_lon, wijk.code)
        for wijk in await list_wijken(session)
    ]
    names = {wijk.label for wijk in wijken}
    buurten = [
        Adres("buurt", buurt.naam, buurt.label_lat, buurt.label_lon, buurt.wijk_code, buurt.code)
        for buurt in await list_buurten(session)
        # Some have the name of their wijk, which says the same to who looks from there.
        if buurt.naam not in names
    ]
    postcodes = [
        Adres("postcode", area.pc4, area.lat, area.lon, _link(area, links).only_wijk)
        for area, links in await list_postcodegebieden(session)
        if area.lat is not None and area.lon is not None
    ]
    return (*wijken, *buurten, *postcodes)


def _link(area: Postcodegebied, links: list[PostcodegebiedWijk]) -> PostcodeLink:
    wijken = tuple(link.wijk_code for link in links)
    return PostcodeLink(pc4=area.pc4, zekerheid=area.zekerheid, wijken=wijken)
