"""How sure one can be of a listing, for those who keep it true."""

from datetime import date

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.zekerheid.judging import broken_of, oordelen_of, told_groups
from sociale_kaart.aanbod.zekerheid.schemas import EigenZekerheid, WerktNiet


def eigen_zekerheid_of(aanbod: Aanbod, day: date) -> list[EigenZekerheid]:
    """Each group that the listing tells something of; loaded as `list_of_organisatie` does."""
    oordelen = oordelen_of(aanbod, day)
    return [
        EigenZekerheid(
            groep=groep,
            stand=oordelen[groep].stand,
            waarde=round(oordelen[groep].waarde, 2),
            bevestigd_op=oordelen[groep].bevestigd_op,
            meldingen=oordelen[groep].meldingen,
            werkt_niet=broken_addresses(aanbod) if groep == "contact" else [],
        )
        for groep in told_groups(aanbod)
    ]


def broken_addresses(aanbod: Aanbod) -> list[WerktNiet]:
    """What does not work, as it stands in the listing."""
    return [
        WerktNiet(
            kanaal=kanaal,
            adres=getattr(aanbod, f"contact_{kanaal}"),
            sinds=getattr(aanbod, f"{kanaal}_stuk_sinds"),
        )
        for kanaal in broken_of(aanbod)
    ]
