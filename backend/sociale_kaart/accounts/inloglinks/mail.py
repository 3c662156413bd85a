from sociale_kaart.berichten.compose import Inhoud, Knop


def compose_mail(naam: str, adres: str, minuten: int) -> Inhoud:
    """The mail with somebody's way in; `adres` is the whole link."""
    return Inhoud(
        onderwerp="Log in op de sociale kaart",
        alineas=(
            f"Dag {naam},",
            "Je vroeg om een link om in te loggen. Druk op de knop en dan op ‘Log in’.",
        ),
        knoppen=(Knop("Log in", adres),),
        slot=(
            f"De link werkt {minuten} minuten, en maar één keer.",
            "Vroeg je dit niet? Dan typte iemand anders jouw adres. Je hoeft niets te doen.",
        ),
    )
