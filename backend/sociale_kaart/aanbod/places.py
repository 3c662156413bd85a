"""From an address as it was filled in to a place with its wijk and buurt."""

from dataclasses import dataclass

from sociale_kaart.aanbod.schemas import LocatieInvoer
from sociale_kaart.organisaties.models import Locatie
from sociale_kaart.taxonomie.reference import Reference


@dataclass(frozen=True)
class Placed:
    """The place, and sentences about what could not be settled."""

    locatie: Locatie
    opmerkingen: tuple[str, ...] = ()


def place_of(invoer: LocatieInvoer, reference: Reference) -> Placed | None:
    """The place with wijk and buurt; None when nothing at all is known of it.

    A point decides by the outlines. Without a point the wijk that was filled in holds, and
    without that one a postcode that lies in one wijk for certain. A postcode that lies in
    several wijken is never turned into one of them.
    """
    wijk_code = reference.vocabulary.wijk_code(invoer.wijk) if invoer.wijk else None
    buurt_code = None
    notes: list[str] = []
    if invoer.lat is not None and invoer.lon is not None:
        area = reference.locator.locate(invoer.lat, invoer.lon)
        if area is None:
            notes.append("Het punt ligt buiten de gemeente.")
        else:
            if wijk_code is not None and wijk_code != area.wijk_code:
                names = reference.vocabulary.wijk_names
                notes.append(
                    f"Het punt ligt in {names[area.wijk_code]}, niet in {names[wijk_code]}; "
                    "het punt telt."
                )
            wijk_code, buurt_code = area.wijk_code, area.buurt_code
    elif wijk_code is None and invoer.postcode:
        link = reference.postcodes.get(invoer.postcode[:4])
        wijk_code = link.only_wijk if link else None
        if link and wijk_code is None:
            notes.append(f"Postcode {link.pc4} kan meer wijken zijn; vul de wijk of het punt in.")
    locatie = Locatie(
        naam=invoer.naam,
        straat=invoer.straat,
        postcode=invoer.postcode,
        plaats=invoer.plaats,
        lat=invoer.lat,
        lon=invoer.lon,
        wijk_code=wijk_code,
        buurt_code=buurt_code,
        geheim=invoer.geheim,
    )
    known = (invoer.naam, invoer.straat, invoer.postcode, invoer.plaats, invoer.lat, wijk_code)
    if all(value is None for value in known):
        return None
    return Placed(locatie, tuple(notes))
