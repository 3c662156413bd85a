"""The mails that say what the redactie decided, in plain Dutch. They never say who of it did."""

from collections.abc import Mapping

from sociale_kaart.berichten.compose import Inhoud, Knop

# By what the history calls the decision: the subject, what it comes to, and what the link does.
_SAYS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "publiceren": (
        "‘{}’ staat op de sociale kaart",
        ("De redactie heeft je aanbod bekeken. Het staat nu op de sociale kaart.",),
        "Bekijk je aanbod",
    ),
    "terugsturen": (
        "Een vraag over ‘{}’",
        (
            "De redactie heeft je aanbod bekeken en heeft een vraag.",
            "Het staat nog niet op de kaart. Wat je schreef, is bewaard.",
        ),
        "Pas je aanbod aan",
    ),
    "voorstel-goedgekeurd": (
        "Je wijziging van ‘{}’ staat op de kaart",
        ("De redactie heeft je wijziging bekeken. Die staat nu op de sociale kaart.",),
        "Bekijk je aanbod",
    ),
    "voorstel-teruggestuurd": (
        "Een vraag over je wijziging van ‘{}’",
        (
            "De redactie heeft je wijziging bekeken en heeft een vraag.",
            "Je wijziging is bewaard. Op de kaart blijft nog even staan wat er stond.",
        ),
        "Pas je wijziging aan",
    ),
    "voorstel-afgewezen": (
        "Je wijziging van ‘{}’ komt niet op de kaart",
        (
            "De redactie heeft je wijziging bekeken en neemt die niet over.",
            "Op de kaart blijft staan wat er stond.",
        ),
        "Bekijk je aanbod",
    ),
    "achteraf-teruggedraaid": (
        "Je wijziging van ‘{}’ is teruggedraaid",
        (
            "De redactie heeft je wijziging bekeken en teruggedraaid.",
            "Op de kaart staat weer wat er eerst stond. Wat je schreef, staat in de geschiedenis.",
        ),
        "Bekijk je aanbod",
    ),
    "achteraf-van-de-kaart": (
        "‘{}’ staat niet meer op de kaart",
        (
            "De redactie heeft je nieuwe aanbod bekeken en van de kaart gehaald.",
            "Wat je schreef, is bewaard.",
        ),
        "Pas je aanbod aan",
    ),
}

_WHY_THIS_LISTING = "Je krijgt deze mail omdat dit aanbod van jou of je organisatie is."
_WHY_THIS_ORGANISATION = "Je krijgt deze mail omdat je bij deze organisatie werkt."


def mail_of(handeling: str, titel: str, naam: str, reden: str | None, adres: str) -> Inhoud:
    """What somebody reads about a decision.

    Args:
        handeling: what the history calls the decision.
        titel: of the listing.
        naam: of who reads it.
        reden: what the redactie wrote with it.
        adres: of the page where they go on.
    """
    onderwerp, outcome, press = _SAYS[handeling]
    return _mail(
        onderwerp.format(titel), naam, outcome, reden, Knop(press, adres), _WHY_THIS_LISTING
    )


def organisatie_mail(organisatie: str, naam: str, reden: str | None, adres: str) -> Inhoud:
    """What somebody reads when the redactie puts back what residents read of their organisation.

    Args:
        organisatie: what it is called now.
        naam: of who reads it.
        reden: what the redactie wrote with it.
        adres: of the page of that organisation.
    """
    outcome = (
        "De redactie heeft bekeken wat je over je organisatie veranderde.",
        "Op de kaart staat weer wat er eerst stond.",
    )
    press = Knop("Bekijk je organisatie", adres)
    onderwerp = f"Je wijziging van {organisatie} is teruggedraaid"
    return _mail(onderwerp, naam, outcome, reden, press, _WHY_THIS_ORGANISATION)


def _mail(
    onderwerp: str,
    naam: str,
    outcome: tuple[str, ...],
    reden: str | None,
    press: Knop,
    why: str,
) -> Inhoud:
    lines = [line.strip() for line in (reden or "").splitlines() if line.strip()]
    return Inhoud(
        onderwerp=onderwerp,
        alineas=(
            f"Hallo {naam},",
            *outcome,
            *(("De redactie schrijft:", *lines) if lines else ()),
        ),
        knoppen=(press,),
        slot=(why,),
    )
