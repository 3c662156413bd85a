"""How sure one can be of a listing, from its rows."""

from datetime import date, datetime, time

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.zekerheid.rules import (
    GROEPEN,
    Gemeld,
    Groep,
    Kanaal,
    Oordeel,
    concerned,
    judge,
)
from sociale_kaart.core.clock import AMSTERDAM

_CONTACT = ("contact_naam", "contact_telefoon", "contact_email", "contact_website")


def oordelen_of(aanbod: Aanbod, day: date) -> dict[Groep, Oordeel]:
    """How sure one can be of each group on this day, also of what the listing does not tell.

    Loaded with its open reports.
    """
    meldingen = [
        Gemeld(each.gemeld_op, concerned(each.soort, each.velden)) for each in aanbod.open_meldingen
    ]
    return {
        groep: judge(
            groep,
            [aanbod.bevestigd_op, *_looks(aanbod, groep, day)],
            meldingen,
            broken_of(aanbod) if groep == "contact" else (),
            day,
        )
        for groep in GROEPEN
    }


def told_groups(aanbod: Aanbod) -> list[Groep]:
    """Of which groups the listing tells anything; loaded with its terms and moments."""
    told: dict[Groep, bool] = {
        "contact": any(getattr(aanbod, field) for field in _CONTACT),
        "tijden": bool(aanbod.momenten) or aanbod.op_afspraak is not None,
        "kosten": bool(aanbod.kosten_toelichting)
        or any(term.lijst == "kosten" for term in aanbod.termen),
        "capaciteit": aanbod.capaciteit is not None,
    }
    return [groep for groep in GROEPEN if told[groep]]


def broken_of(aanbod: Aanbod) -> tuple[Kanaal, ...]:
    """Which of its addresses were found not to work."""
    found: list[Kanaal] = []
    if aanbod.contact_website and aanbod.website_stuk_sinds:
        found.append("website")
    if aanbod.contact_email and aanbod.email_stuk_sinds:
        found.append("email")
    return tuple(found)


def nagekeken_op(aanbod: Aanbod, groep: Groep) -> datetime | None:
    """When somebody last looked at this group alone."""
    found: datetime | None = getattr(aanbod, f"{groep}_nagekeken_op")
    return found


def look_at(aanbod: Aanbod, groep: Groep, op: datetime | None) -> None:
    setattr(aanbod, f"{groep}_nagekeken_op", op)


def _looks(aanbod: Aanbod, groep: Groep, day: date) -> list[datetime | None]:
    """When somebody looked at this group alone, or told how full it is."""
    looks = [nagekeken_op(aanbod, groep)]
    if groep == "capaciteit" and aanbod.capaciteit_op is not None:
        # The day for which they told whether there is room; one to come tells nothing yet.
        told = min(aanbod.capaciteit_op, day)
        looks.append(datetime.combine(told, time(), AMSTERDAM))
    return looks
