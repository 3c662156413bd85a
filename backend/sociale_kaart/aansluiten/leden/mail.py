"""Mails about working together. Of an organisation that nobody looked at they say no name.

Anybody can register one, and could otherwise have its name sent to strangers.
"""

from sociale_kaart.berichten.compose import Inhoud, Knop
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.rules import is_public


def name_of(organisatie: Organisatie) -> str:
    return organisatie.naam if is_public(organisatie) else "een organisatie"


def invitation_mail(organisatie: Organisatie, adres: str, dagen: int) -> Inhoud:
    naam = name_of(organisatie)
    return Inhoud(
        onderwerp=f"Werk mee bij {naam}",
        alineas=(
            "Hallo,",
            f"Je bent uitgenodigd om op de sociale kaart mee te werken bij {naam}.",
            "Je houdt dan samen bij wat er voor bewoners te doen is.",
        ),
        knoppen=(Knop("Bekijk de uitnodiging", adres),),
        slot=(
            f"De uitnodiging geldt {dagen} dagen, en alleen voor dit mailadres.",
            "Ken je deze organisatie niet? Dan hoef je niets te doen.",
        ),
    )


def removed_mail(organisatie: Organisatie) -> Inhoud:
    naam = name_of(organisatie)
    return Inhoud(
        onderwerp=f"Je werkt niet meer mee bij {naam}",
        alineas=(
            "Hallo,",
            f"Je werkt op de sociale kaart niet meer mee bij {naam}.",
            "Klopt dat niet? Vraag het een eigenaar, of beantwoord deze mail.",
        ),
    )


def new_owner_mail(organisatie: Organisatie, adres: str) -> Inhoud:
    """For the other owners, and for whom it is about."""
    naam = name_of(organisatie)
    return Inhoud(
        onderwerp=f"Wie eigenaar is van {naam} is veranderd",
        alineas=(
            "Hallo,",
            f"Op de sociale kaart is veranderd wie eigenaar is van {naam}.",
            "Klopt dat niet? Beantwoord dan deze mail. De redactie kan het terugzetten.",
        ),
        knoppen=(Knop("Bekijk wie meewerkt", adres),),
    )


def handover_mail(organisatie: Organisatie, adres: str, dagen: int) -> Inhoud:
    """For the colleague who may take over."""
    naam = name_of(organisatie)
    return Inhoud(
        onderwerp=f"Word je eigenaar van {naam}?",
        alineas=(
            "Hallo,",
            f"Een collega wil {naam} op de sociale kaart aan jou overdragen.",
            "Je beslist dan wie meewerkt. Jij zegt zelf of je dat wilt.",
        ),
        knoppen=(Knop("Bekijk en antwoord", adres),),
        slot=(f"Je kunt {dagen} dagen antwoorden. Doe je niets? Dan verandert er niets.",),
    )


def handover_asked_mail(organisatie: Organisatie, adres: str) -> Inhoud:
    """For the other owners."""
    naam = name_of(organisatie)
    return Inhoud(
        onderwerp=f"{naam} wordt misschien overgedragen",
        alineas=(
            "Hallo,",
            f"Een eigenaar wil haar of zijn plek bij {naam} overdragen aan een collega.",
            "Klopt dat niet? Dan trek je het in.",
        ),
        knoppen=(Knop("Bekijk de overdracht", adres),),
    )


def handover_ended_mail(organisatie: Organisatie, adres: str) -> Inhoud:
    """For the other side, when somebody takes it back or says no."""
    naam = name_of(organisatie)
    return Inhoud(
        onderwerp=f"De overdracht van {naam} gaat niet door",
        alineas=("Hallo,", f"De overdracht van {naam} is ingetrokken. Er verandert niets."),
        knoppen=(Knop("Bekijk wie meewerkt", adres),),
    )
