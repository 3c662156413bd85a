"""What the search index knows of a listing or an organisation: pure functions."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sociale_kaart.aanbod.documents import closed_periods_in, coming_occurrences, schedules_in
from sociale_kaart.aanbod.recurrence import Schedule, dag_dagdelen
from sociale_kaart.aanbod.schemas import AanbodKaart
from sociale_kaart.aanbod.terms import COLLECTIVE_FORMS
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.question import fold

SEARCHABLE_WEEKS = 13
# Unknown is not no: somebody of any age may come where no age is stated.
YOUNGEST, OLDEST = 0, 120
# An unknown level counts as the middle, so that it neither leads nor trails.
UNKNOWN_LEVEL = 2
_OPEN_RANK = {"iedereen": 0, "doelgroep": 1, "leden": 3, "clienten": 3}
_UNKNOWN_OPEN_RANK = 2

_CARD_KEYS = tuple(
    field.serialization_alias or field.alias or name
    for name, field in AanbodKaart.model_fields.items()
)

SearchDocument = dict[str, Any]

_ONE_VALUED = ("soort", "kosten", "aanmelden", "openVoor", "inzet")
# What a document leaves out when it is unknown; all else is always there.
NOT_ALWAYS = (*_ONE_VALUED, "niveau")


def document_for(aanbod: Mapping[str, Any], vocabulary: Vocabulary, day: date) -> SearchDocument:
    """The search document of a listing on the map.

    Args:
        aanbod: the public document (aanbod.documents.document_of) as JSON data.
        vocabulary: for the labels, so that 'Geld en schulden' is found too.
        day: dates to search by are spelled out for 13 weeks from here.
    """
    schedules = schedules_in(aanbod)
    combined = dag_dagdelen(schedules, day)
    document: SearchDocument = {
        "id": aanbod["id"],
        "slug": aanbod["slug"],
        "kaart": {key: aanbod[key] for key in _CARD_KEYS if key in aanbod},
        **_searchable(aanbod, vocabulary),
        **_filterable(aanbod, vocabulary),
        "dag": sorted({part.partition("-")[0] for part in combined}),
        "dagdeel": sorted({part.partition("-")[2] for part in combined} - {""}),
        "moment": combined,
        "data": _dates(aanbod, schedules, day),
        **_ranks(aanbod),
    }
    place = aanbod.get("locatie") or {}
    if "lat" in place:
        document["_geo"] = {"lat": place["lat"], "lng": place["lon"]}
    return document


def document_for_organisatie(organisatie: Organisatie, aantal_aanbod: int) -> SearchDocument:
    """The search document of an organisation that has something on the map."""
    return {
        "id": str(organisatie.id),
        "slug": organisatie.slug,
        "naam": organisatie.naam,
        "categorie": organisatie.categorie,
        "omschrijving": organisatie.omschrijving or "",
        "aantalAanbod": aantal_aanbod,
    }


def _searchable(aanbod: Mapping[str, Any], vocabulary: Vocabulary) -> SearchDocument:
    def labels(lijst: str, codes: list[str]) -> list[str]:
        return [vocabulary.labels.get(lijst, {}).get(code, code) for code in codes]

    place = aanbod.get("locatie") or {}
    wijken = {place.get("wijk"), *(aanbod.get("werkgebied") or {}).get("wijken", [])} - {None}
    words = labels("thema", aanbod["themas"]) + labels("doelgroep", aanbod["doelgroepen"])
    words += labels("soort", [aanbod["soort"]] if "soort" in aanbod else [])
    words += labels("vorm", aanbod["vormen"]) + labels(
        "toegankelijkheid", aanbod["toegankelijkheid"]
    )
    words += labels("taal", [code for code in aanbod["talen"] if code != "nl"])
    details = (
        "watLevertHetOp", "eersteKeer", "meebrengen", "doelgroepToelichting", "kostenToelichting",
        "vrijwilligersTekst", "wieVerwijst",
    )  # fmt: skip
    return {
        "titel": aanbod["titel"],
        "samenvatting": aanbod.get("samenvatting", ""),
        "organisatie": aanbod["organisatie"]["naam"],
        "trefwoorden": words,
        "plek": [place[key] for key in ("naam", "straat", "postcode", "plaats") if key in place]
        + [vocabulary.wijk_names[code] for code in sorted(wijken)],
        "beschrijving": aanbod.get("beschrijving", ""),
        "details": [aanbod[key] for key in details if key in aanbod],
    }


def _filterable(aanbod: Mapping[str, Any], vocabulary: Vocabulary) -> SearchDocument:
    one = {key: aanbod[key] for key in _ONE_VALUED if key in aanbod}
    if "niveau" in aanbod:
        one["niveau"] = str(aanbod["niveau"])
    return {
        **one,
        "ambitie": aanbod["ambities"],
        "doelgroep": aanbod["doelgroepen"],
        "thema": aanbod["themas"],
        "vorm": aanbod["vormen"],
        "taal": aanbod["talen"],
        "toegankelijkheid": aanbod["toegankelijkheid"],
        "categorie": aanbod["organisatie"]["categorie"],
        "wijk": _wijken(aanbod, vocabulary),
        "leeftijdVan": aanbod.get("leeftijdVan", YOUNGEST),
        "leeftijdTot": aanbod.get("leeftijdTot", OLDEST),
        "vrijwilligersGezocht": aanbod.get("vrijwilligersGezocht", False),
    }


def _wijken(aanbod: Mapping[str, Any], vocabulary: Vocabulary) -> list[str]:
    """The wijken in whose lists it belongs.

    Where it is, and where it says it is meant for. What has no place and is for the whole
    city (a telephone line, help at home) belongs to every wijk.
    """
    area = aanbod.get("werkgebied") or {"stadsbreed": False, "wijken": []}
    here = (aanbod.get("locatie") or {}).get("wijk")
    if here is None and area["stadsbreed"]:
        return sorted(vocabulary.wijk_names)
    return sorted({*area["wijken"], here} - {None})


def _dates(aanbod: Mapping[str, Any], schedules: list[Schedule], day: date) -> list[int]:
    """The coming days on which it is on, as numbers such as 20261231."""
    last = day + timedelta(weeks=SEARCHABLE_WEEKS)
    keren = coming_occurrences(schedules, closed_periods_in(aanbod), day, last)
    return sorted({number_of(keer.dag) for keer in keren})


def number_of(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def date_of(number: int) -> date:
    return date(number // 10_000, number // 100 % 100, number % 100)


def _ranks(aanbod: Mapping[str, Any]) -> SearchDocument:
    """The policy's order as numbers: low comes first, but for versheid."""
    return {
        "rangNiveau": aanbod.get("niveau", UNKNOWN_LEVEL),
        "rangCollectief": 0 if COLLECTIVE_FORMS & set(aanbod["vormen"]) else 1,
        "rangOpen": _OPEN_RANK.get(aanbod.get("openVoor", ""), _UNKNOWN_OPEN_RANK),
        # In thousandths, as the engine puts whole numbers in order.
        "versheid": round(1000 * aanbod["zekerheid"]["geheel"]),
        "bijgewerkt": int(datetime.fromisoformat(aanbod["gewijzigdOp"]).timestamp()),
        "titelSortering": fold(aanbod["titel"]),
    }
