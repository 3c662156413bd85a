"""Which field of the format each column of somebody's own table is: guessed, and as decided.

Pure: texts in, fields out.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

from sociale_kaart.opendata.interchange import column_names

# What a member of an organisation does not say in a file: dates that the map keeps itself, pictures,
# and more of the organisation than which one it is.
_NOT_HERE = {"bevestigdOp", "bijgewerkt", "licentie", "beeld"}
_OF_OWNER = ("organisatie.externId", "organisatie.naam")
VELDEN: tuple[str, ...] = tuple(
    name
    for name in column_names()
    if name.partition(".")[0] not in _NOT_HERE
    and (not name.startswith("organisatie.") or name in _OF_OWNER)
)
# Less alike than this is another word.
_ALIKE = 86

# What people write at the head of a column, beside the names of the format.
_EVERYDAY: Mapping[str, str] = {
    "externId": "id, nummer, nr, code, kenmerk, externid, referentie, activiteitnummer",
    "organisatie.naam": "organisatie, aanbieder, naam organisatie, instelling",
    "organisatie.externId": "organisatienummer, organisatie id",
    "titel": "titel, naam, activiteit, naam activiteit, aanbod, wat, onderwerp, title",
    "samenvatting": "samenvatting, korte omschrijving, kort, korte tekst, intro, in het kort",
    "beschrijving": "beschrijving, omschrijving, lange tekst, uitleg, toelichting, tekst",
    "watLevertHetOp": "wat levert het op, resultaat, opbrengst",
    "soort": "soort, type, soort aanbod, soort activiteit",
    "ambities": "ambitie, ambities",
    "doelen": "doel, doelen",
    "themas": "thema, themas, thema s, leefgebied, leefgebieden, categorie, onderwerpen",
    "doelgroepen": "doelgroep, doelgroepen, voor wie, wie",
    "doelgroepToelichting": "toelichting doelgroep, voor wie precies",
    "nietVoor": "niet voor, niet bedoeld voor",
    "leeftijdVan": "leeftijd van, vanaf leeftijd, minimumleeftijd, leeftijd vanaf",
    "leeftijdTot": "leeftijd tot, leeftijd tot en met, maximumleeftijd",
    "niveau": "niveau, zwaarte",
    "vormen": "vorm, vormen, hoe",
    "openVoor": "open voor, wie mag komen, toegang",
    "aanmelden": "aanmelden, aanmelding, inschrijven, hoe meedoen",
    "wieVerwijst": "wie verwijst, verwijzer, verwijzing",
    "kosten": "kosten, prijs, bedrag",
    "kostenToelichting": "toelichting kosten, kosten toelichting, prijs toelichting",
    "talen": "taal, talen",
    "toegankelijkheid": "toegankelijkheid, toegankelijk",
    "eersteKeer": "eerste keer, de eerste keer",
    "meebrengen": "meebrengen, meenemen",
    "capaciteit": "capaciteit, plek, beschikbaarheid",
    "capaciteitOp": "capaciteit op, datum capaciteit",
    "wachttijd": "wachttijd",
    "vrijwilligersGezocht": "vrijwilligers gezocht, vrijwilligers nodig",
    "vrijwilligersTekst": "vrijwilligers, vrijwilligerswerk, vrijwilligers tekst",
    "inzet": "inzet, tijd vrijwilliger",
    "contact.naam": "contactpersoon, contact, naam contactpersoon",
    "contact.telefoon": "telefoon, telefoonnummer, tel, telnr, mobiel, contact telefoon",
    "contact.email": "email, e mail, mail, mailadres, emailadres, e mailadres",
    "contact.website": "website, site, link, url, webadres",
    "locatie.naam": "locatie, gebouw, naam locatie, waar, plek naam",
    "locatie.straat": "adres, straat, straat en huisnummer, bezoekadres",
    "locatie.postcode": "postcode, pc",
    "locatie.plaats": "plaats, woonplaats, stad",
    "locatie.lat": "lat, latitude, breedtegraad",
    "locatie.lon": "lon, lng, longitude, lengtegraad",
    "locatie.wijk": "wijk, buurt, stadsdeel",
    "locatie.geheim": "geheim adres, geheim",
    "werkgebied": "werkgebied, gebied, wijken, bereik",
    "opAfspraak": "op afspraak, afspraak",
    "momenten.rrule": "herhaling, dag, dagen, wanneer, frequentie, weekdag",
    "momenten.begin": "begindatum, startdatum, datum, begin, start, vanaf",
    "momenten.eind": "einddatum, eind, tot en met datum",
    "momenten.van": "begintijd, starttijd, tijd van, aanvang, tijd, van",
    "momenten.tot": "eindtijd, tijd tot, tot",
    "momenten.behalve": "behalve, niet op, uitzonderingen",
    "momenten.toelichting": "toelichting moment, toelichting tijden",
    "sluitingen.van": "dicht van, gesloten van",
    "sluitingen.tot": "dicht tot, gesloten tot",
    "sluitingen.reden": "reden sluiting, waarom dicht",
    "status": "status, stand",
    "intervalMaanden": "interval, controle interval, hoe vaak nakijken",
}


def plain(text: str) -> str:
    """The text without capitals, accents and signs: 'E-mail:' and 'e mail' are the same head."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


_BY_HEAD: Mapping[str, str] = {
    **{plain(name): veld for veld, names in _EVERYDAY.items() for name in names.split(",")},
    **{plain(veld): veld for veld in VELDEN},
}


@dataclass(frozen=True)
class Guess:
    """Which field a column is, and whether nobody needs to look at that."""

    veld: str | None
    zeker: bool


@dataclass(frozen=True)
class Koppeling:
    """What was decided: a field for each column in turn, and per field what a text means.

    None stands for what is not brought in. The texts are plain (`plain`).
    """

    kolommen: tuple[str | None, ...]
    waarden: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {"kolommen": list(self.kolommen), "waarden": self.waarden}

    @property
    def velden(self) -> tuple[str, ...]:
        return tuple(veld for veld in self.kolommen if veld is not None)

    def at(self, veld: str) -> int | None:
        """The place of the column that is this field."""
        return self.kolommen.index(veld) if veld in self.kolommen else None


def koppeling_of(stored: Mapping[str, Any]) -> Koppeling:
    return Koppeling(tuple(stored.get("kolommen", ())), stored.get("waarden", {}))


def guess_columns(heads: Sequence[str], known: Mapping[str, str | None]) -> list[Guess]:
    """A guess for each head; each field is given away once, to the head that fits it best.

    Args:
        heads: what stands above the columns.
        known: what this organisation decided before, by plain head.
    """
    guesses = [_guess(plain(head), known) for head in heads]
    best: dict[str, int] = {}
    for at, (guess, score) in enumerate(guesses):
        if guess.veld is not None and score > guesses[best.get(guess.veld, at)][1]:
            best[guess.veld] = at
        elif guess.veld is not None:
            best.setdefault(guess.veld, at)
    return [
        guess if guess.veld is None or best[guess.veld] == at else Guess(None, zeker=False)
        for at, (guess, _score) in enumerate(guesses)
    ]


def _guess(head: str, known: Mapping[str, str | None]) -> tuple[Guess, float]:
    if head in known and (known[head] is None or known[head] in VELDEN):
        return Guess(known[head], zeker=True), 103
    if head in _BY_HEAD:
        veld = _BY_HEAD[head]
        # The names of the format themselves come before what people may mean by a word.
        return Guess(veld, zeker=True), 102 if head == plain(veld) else 101
    found = process.extractOne(head, _BY_HEAD.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return (
        (Guess(_BY_HEAD[found[0]], zeker=False), found[1])
        if found
        else (Guess(None, zeker=False), 0)
    )


def doubles(kolommen: Iterable[str | None]) -> list[str]:
    """The fields that more than one column claims to be."""
    given = [veld for veld in kolommen if veld is not None]
    return sorted({veld for veld in given if given.count(veld) > 1})
