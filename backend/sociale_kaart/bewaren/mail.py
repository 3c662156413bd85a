from datetime import date

from sociale_kaart.aanbod.schedule_text import spell_date
from sociale_kaart.berichten.compose import Inhoud, Knop


def warning(naam: str, goes_on: date, public_url: str) -> Inhoud:
    """What a member hears whose account goes when they are not seen before that day."""
    return Inhoud(
        onderwerp="Wil je op de sociale kaart blijven?",
        alineas=(
            f"Hallo {naam},",
            "Je bent al lang niet op de sociale kaart geweest. Wij bewaren niet meer dan nodig is.",
            f"Daarom halen we je account weg op {spell_date(goes_on)}.",
            "Wil je blijven? Log dan een keer in. Het aanbod van je organisatie blijft staan.",
        ),
        knoppen=(Knop("Ik wil blijven", f"{public_url}/mijn"),),
        slot=("Je krijgt deze mail omdat je een account hebt op de sociale kaart.",),
    )
