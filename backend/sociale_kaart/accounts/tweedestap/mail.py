"""What somebody hears by mail when something happened to their second step."""

from collections.abc import Mapping

from sociale_kaart.berichten.compose import Inhoud, Knop

_NOT_ME = "Was jij dit niet? Antwoord dan meteen op deze mail. Wij kijken het na."
# By what the log book calls it: the subject, and what happened.
_SAYS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "tweede-stap-aan": (
        "Inloggen gaat nu in twee stappen",
        (
            "Na de link in je mail vragen we voortaan ook een code uit de app op je telefoon.",
            "Bewaar je herstelcodes goed. Die heb je nodig als je telefoon kwijt is.",
        ),
    ),
    "tweede-stap-uit": (
        "Inloggen gaat weer in één stap",
        ("Je hebt de tweede stap uitgezet. De link in je mail is nu genoeg.",),
    ),
    "herstelcodes-vernieuwd": (
        "Je hebt nieuwe herstelcodes",
        ("Je hebt nieuwe herstelcodes gemaakt. De oude werken niet meer.",),
    ),
}


def changed(naam: str, handeling: str, public_url: str) -> Inhoud:
    """Somebody turned it on or off, or made new recovery codes."""
    onderwerp, gebeurd = _SAYS[handeling]
    return _mail(naam, onderwerp, gebeurd, public_url)


def recovery_used(naam: str, over: int, public_url: str) -> Inhoud:
    """Somebody used a recovery code; so many are left."""
    left = {0: "Je hebt er geen meer.", 1: "Je hebt er nog 1."}.get(over, f"Je hebt er nog {over}.")
    return _mail(
        naam,
        "Er is een herstelcode gebruikt",
        (
            f"Er is een herstelcode van je account gebruikt. {left}",
            "Heb je je telefoon nog? Maak dan nieuwe codes.",
            "Is hij kwijt? Zet de tweede stap uit, en met je nieuwe telefoon weer aan.",
        ),
        public_url,
    )


def removed_by_beheer(naam: str, reden: str, public_url: str) -> Inhoud:
    """Beheer turned it off, and why."""
    return _mail(
        naam,
        "Beheer heeft je tweede stap uitgezet",
        (
            "Bij het inloggen vragen we je geen code meer. De link in je mail is nu genoeg.",
            f"Dit schreef beheer erbij: {reden}",
            "Ben je het er niet mee eens? Antwoord dan op deze mail.",
            "Je kunt de tweede stap zelf meteen weer aanzetten.",
        ),
        public_url,
    )


def _mail(naam: str, onderwerp: str, gebeurd: tuple[str, ...], public_url: str) -> Inhoud:
    return Inhoud(
        onderwerp=onderwerp,
        alineas=(f"Dag {naam},", *gebeurd),
        knoppen=(Knop("Bekijk de tweede stap", f"{public_url.rstrip('/')}/mijn/tweede-stap"),),
        slot=(_NOT_ME, "Je krijgt deze mail bij elke verandering, en kunt hem niet uitzetten."),
    )
