"""Mails about joining. What somebody typed who has no account yet is in none of them.

Anybody can have the first one sent to any address, and nobody should be able to say something to
others with our name below it.
"""

from sociale_kaart.berichten.compose import Inhoud, Knop


def link_mail(adres: str, minuten: int) -> Inhoud:
    return Inhoud(
        onderwerp="Doe mee met de sociale kaart",
        alineas=(
            "Hallo,",
            "Iemand vulde jouw adres in om mee te doen met de sociale kaart. Was jij dat?",
            "Druk dan op de knop en kijk of alles klopt. Daarna ben je meteen ingelogd.",
        ),
        knoppen=(Knop("Kijk en bevestig", adres),),
        slot=(
            f"De link werkt {minuten} minuten, en maar één keer.",
            "Was jij het niet? Dan typte iemand anders jouw adres. Je hoeft niets te doen.",
        ),
    )


def request_mail(organisatie: str, adres: str) -> Inhoud:
    """For the owners of an organisation that somebody asks to join."""
    return Inhoud(
        onderwerp=f"Iemand wil meewerken bij {organisatie}",
        alineas=(
            "Hallo,",
            f"Iemand vraagt om op de sociale kaart mee te werken bij {organisatie}.",
            "Ken je deze persoon? Kijk wie het is, en zeg ja of nee.",
        ),
        knoppen=(Knop("Bekijk de vraag", adres),),
        slot=("Antwoord je een week niet? Dan kijkt de redactie ernaar.",),
    )


def welcome_mail(organisatie: str, adres: str) -> Inhoud:
    """For somebody who may now work for an organisation."""
    return Inhoud(
        onderwerp=f"Je hoort nu bij {organisatie}",
        alineas=(
            "Hallo,",
            f"Je vroeg om mee te werken bij {organisatie}. Dat is goed.",
            "Je kunt het aanbod nu bijhouden.",
        ),
        knoppen=(Knop("Naar mijn aanbod", adres),),
    )


def refused_mail(organisatie: str, reden: str, *, account_gone: bool) -> Inhoud:
    """For somebody whose request, or whose new organisation, was refused."""
    gone = ("Je account is weer weg. We bewaren niets meer van je.",) if account_gone else ()
    return Inhoud(
        onderwerp=f"Je aanmelding voor {organisatie}",
        alineas=(
            "Hallo,",
            f"Je meldde je aan voor {organisatie} op de sociale kaart. Dat gaat nu niet door.",
            f"Dit is de reden: {reden}",
            "Klopt dat volgens jou niet? Dan mag je je opnieuw aanmelden.",
        ),
        slot=gone,
    )


def checked_mail(organisatie: str, adres: str) -> Inhoud:
    """For the people of a new organisation that the redactie has looked at."""
    return Inhoud(
        onderwerp=f"{organisatie} hoort nu bij de sociale kaart",
        alineas=(
            "Hallo,",
            f"De redactie keek naar {organisatie}. Welkom!",
            "Wat je invult en laat nakijken, komt nu op de kaart.",
        ),
        knoppen=(Knop("Naar mijn aanbod", adres),),
    )


def joined_mail(nieuw: str, bestaand: str, adres: str) -> Inhoud:
    """For the people of a new organisation that was there already by another name."""
    return Inhoud(
        onderwerp=f"Je hoort nu bij {bestaand}",
        alineas=(
            "Hallo,",
            f"Je meldde {nieuw} aan. Die stond al op de kaart als {bestaand}.",
            "Je bent daar nu bij aangesloten. Wat je al had ingevuld, is meegegaan.",
        ),
        knoppen=(Knop("Naar mijn aanbod", adres),),
    )


def newcomer_mail(organisatie: str, adres: str) -> Inhoud:
    """For the owners of an organisation to which the redactie added somebody."""
    return Inhoud(
        onderwerp=f"Er werkt iemand nieuw mee bij {organisatie}",
        alineas=(
            "Hallo,",
            f"De redactie heeft iemand aangesloten bij {organisatie}.",
            "Hoort die persoon niet bij jullie? Dan haal je die er zelf weer af.",
        ),
        knoppen=(Knop("Bekijk wie meewerkt", adres),),
    )
