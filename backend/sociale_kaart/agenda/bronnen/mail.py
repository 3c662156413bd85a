"""The mail that says that a calendar cannot be read any more."""

from sociale_kaart.agenda.bronnen.asking import Storing
from sociale_kaart.berichten.compose import Inhoud, Knop

# What somebody can do about it themselves.
_SENTENCES: dict[Storing, str] = {
    "adres": "Het adres is niet meer een adres dat wij mogen openen.",
    "bereikbaar": "Het adres geeft geen antwoord.",
    "weg": "Op het adres staat geen agenda meer.",
    "toegang": "We mogen de agenda niet meer lezen. Misschien is delen uitgezet.",
    "antwoord": "Het adres geeft een antwoord dat we niet begrijpen.",
    "geen-agenda": "Op het adres staat iets anders dan een agenda.",
    "te-groot": "De agenda is te groot geworden.",
}


def failing_mail(organisatie: str, reden: Storing, titels: list[str], adres: str) -> Inhoud:
    """What is wrong, what it is about, and where it can be mended."""
    return Inhoud(
        onderwerp="We kunnen jullie agenda niet lezen",
        alineas=(
            "Hallo,",
            f"De tijden van aanbod van {organisatie} komen uit jullie agenda.",
            "Al twee nachten lukt het niet om die te lezen.",
            _SENTENCES[reden],
            "De tijden die er stonden, staan er nog. Kloppen ze niet meer? Verander ze dan.",
            f"Het gaat om: {', '.join(titels)}.",
        ),
        knoppen=(Knop("Bekijk de agenda", adres),),
        slot=(
            "We proberen het elke nacht opnieuw. Hierover mailen we je niet nog eens.",
            "Je krijgt deze mail omdat je eigenaar bent van deze organisatie.",
        ),
    )
