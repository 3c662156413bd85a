from collections.abc import Iterable, Iterator

from sociale_kaart.taxonomie.adressen.address_book import AddressBook
from sociale_kaart.taxonomie.adressen.adres import Adres
from sociale_kaart.taxonomie.adressen.locatieserver import AddressesAwayError
from sociale_kaart.taxonomie.adressen.rules import (
    SHORTEST_STREET,
    Asked,
    asked_as,
    first_of,
    known_here,
)
from sociale_kaart.taxonomie.adressen.schemas import Adressen, AdresUit
from sociale_kaart.taxonomie.geo import WijkLocator
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.taxonomie.schemas import Punt

_MOST = 5


async def find_adressen(q: str, reference: Reference, book: AddressBook | None) -> Adressen:
    """What somebody may mean who says where they are, the likeliest first.

    Without the look-up (None, or away) it is what the map knows by itself, and says so.
    """
    asked = asked_as(q, reference.postcodes)
    own = known_here(asked, reference.adressen)
    if not _is_for_the_register(asked):
        return _answer(own)
    if book is None:
        return _answer(own, gedegradeerd=True)
    try:
        found = await book.find(asked, reference.gemeenten)
    except AddressesAwayError:
        return _answer(own, gedegradeerd=True)
    streets = list(_inside(found, reference.locator))
    # A whole postcode is more exact than its figures, which stand for it when it is unknown.
    if asked.postcode and streets:
        own = []
    return _answer(first_of(own, streets, _MOST))


def _is_for_the_register(asked: Asked) -> bool:
    """Whether the map's own names may not be the whole answer."""
    if asked.postcode:
        return len(asked.postcode) > len("8011")
    return len(asked.text) >= SHORTEST_STREET


def _inside(found: Iterable[Adres], locator: WijkLocator) -> Iterator[Adres]:
    """What lies in the municipality by our outlines, with its wijk and buurt."""
    for one in found:
        area = locator.locate(one.lat, one.lon)
        if area is not None:
            yield Adres(one.soort, one.label, one.lat, one.lon, area.wijk_code, area.buurt_code)


def _answer(adressen: list[Adres], *, gedegradeerd: bool = False) -> Adressen:
    return Adressen(
        adressen=[_uit(one) for one in adressen[:_MOST]],
        gedegradeerd=gedegradeerd,
    )


def _uit(adres: Adres) -> AdresUit:
    lat, lon = adres.rounded
    return AdresUit(
        soort=adres.soort,
        label=adres.label,
        punt=Punt(lat=lat, lon=lon),
        wijk=adres.wijk,
        buurt=adres.buurt,
    )
