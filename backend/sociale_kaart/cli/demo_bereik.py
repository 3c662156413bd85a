"""How often the invented listings were seen and used, invented as well, and the same each time."""

from calendar import monthrange
from datetime import date
from hashlib import blake2b

from dateutil.relativedelta import relativedelta
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.counting import Counted, month_of
from sociale_kaart.inzicht.bereik import queries
from sociale_kaart.inzicht.bereik.rules import DREMPEL, since

# How busy a month is, January first: quiet in summer, many new plans after it.
_SEASON = (1.15, 1.0, 1.0, 0.95, 0.9, 0.75, 0.55, 0.7, 1.2, 1.1, 1.1, 0.9)
# What part is on the map for some months only.
_YOUNG = 0.2
# Of those who open it, at least and at most how many do this.
_OF_OPENED = {
    "gebeld": (0.03, 0.16),
    "gemaild": (0.01, 0.1),
    "website": (0.06, 0.28),
    "route": (0.04, 0.2),
}
_VRAGEN = {
    "beperking": ("sporten met een beperking", "hulp met beperking"),
    "bewegen": ("samen wandelen", "sporten"),
    "computer": ("computerles", "hulp met digid"),
    "cultuur": ("zingen", "samen muziek maken"),
    "daginvulling": ("iets te doen overdag", "dagbesteding"),
    "dementie": ("dementie", "hulp bij dementie"),
    "erbij-horen": ("vrouwengroep", "erbij horen"),
    "eten": ("samen eten", "soep"),
    "geld": ("schulden", "hulp met geld"),
    "gezond": ("gezond eten", "afvallen"),
    "jong": ("iets te doen voor jongeren", "hulp bij school"),
    "mentaal": ("iemand om mee te praten", "somber"),
    "natuur": ("tuinieren", "moestuin"),
    "nieuw": ("nieuw in zwolle", "hulp voor nieuwkomers"),
    "ontmoeten": ("koffie drinken", "mensen ontmoeten"),
    "opvoeden": ("opvoeden", "kinderen spelen"),
    "recht": ("hulp met brieven", "juridische hulp"),
    "rouw": ("rouw", "iemand verloren"),
    "scheiden": ("scheiding", "kinderen en scheiden"),
    "taal": ("nederlands leren", "taalles"),
    "veiligheid": ("veilig thuis", "hulp bij geweld"),
    "verslaving": ("stoppen met drinken", "verslaving"),
    "vervoer": ("vervoer naar ziekenhuis", "iemand die mij brengt"),
    "vrijwillig": ("vrijwilligerswerk", "iets doen voor een ander"),
    "werk": ("hulp bij werk zoeken", "werk"),
    "wonen": ("hulp in huis", "klusjes"),
    "zingeving": ("stilte", "samen praten over het leven"),
    "zorgen-voor-ander": ("mantelzorg", "hulp voor mantelzorgers"),
}


async def add_demo_bereik(session: AsyncSession, bron: str, day: date) -> None:
    """Counts of the last months for everything of this source that is on the map."""
    listings = await session.scalars(
        select(Aanbod)
        .where(col(Aanbod.bron) == bron, col(Aanbod.status) == "gepubliceerd")
        .options(selectinload(Aanbod.termen))  # type: ignore[arg-type]
    )
    bereik: dict[Counted, int] = {}
    vragen: dict[Counted, int] = {}
    for listing in listings:
        themas = [term.code for term in listing.termen if term.lijst == "thema"]
        ways = _ways_of(listing)
        for maand in _months(listing.extern_id or "", day):
            counts = _counts_of(listing.extern_id or "", ways, maand, day)
            bereik |= {
                (maand, str(listing.id), soort): aantal
                for soort, aantal in counts.items()
                if aantal
            }
            vragen |= {
                (maand, str(listing.id), vraag): aantal
                for vraag, aantal in _asked(listing.extern_id or "", themas, counts, maand).items()
            }
    await queries.add_bereik(session, bereik)
    await queries.add_vragen(session, vragen, DREMPEL)


def _ways_of(listing: Aanbod) -> list[str]:
    has = {
        "gebeld": listing.contact_telefoon,
        "gemaild": listing.contact_email,
        "website": listing.contact_website,
        "route": listing.locatie_id,
    }
    return [soort for soort, value in has.items() if value]


def _months(key: str, day: date) -> list[date]:
    first = since(day)
    if _between(0, 1, key) < _YOUNG:
        first += relativedelta(months=8)
    months = []
    while first <= month_of(day):
        months.append(first)
        first += relativedelta(months=1)
    return months


def _counts_of(key: str, ways: list[str], maand: date, day: date) -> dict[str, int]:
    days = monthrange(maand.year, maand.month)[1]
    over = day.day / days if maand == month_of(day) else 1.0
    busy = _between(90, 620, key, "drukte") * _SEASON[maand.month - 1] * over
    shown = round(busy * _between(0.85, 1.15, key, maand, "getoond"))
    opened = round(shown * _between(0.14, 0.34, key, maand, "geopend"))
    used = {
        soort: round(opened * _between(*_OF_OPENED[soort], key, maand, soort)) for soort in ways
    }
    return {"getoond": shown, "geopend": opened, **used}


def _asked(key: str, themas: list[str], counts: dict[str, int], maand: date) -> dict[str, int]:
    found = {
        vraag: round(counts["geopend"] * _between(0.1, 0.4, key, maand, vraag))
        for thema in themas[:2]
        for vraag in _VRAGEN[thema]
    }
    return {vraag: aantal for vraag, aantal in found.items() if aantal >= DREMPEL}


def _between(low: float, high: float, *of: object) -> float:
    """A number that looks drawn by chance, and is the same for the same words."""
    mark = blake2b(" ".join(map(str, of)).encode(), digest_size=4).digest()
    return low + (high - low) * int.from_bytes(mark) / 2**32
