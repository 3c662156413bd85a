"""From a question to what Meilisearch is asked; pure functions."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any

from sociale_kaart.core.clock import today
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.document import number_of
from sociale_kaart.zoeken.engine import AANBOD, Query
from sociale_kaart.zoeken.schemas import MAX_RESULTS, ZoekVraag
from sociale_kaart.zoeken.tags import FACETS

_SORTS: Mapping[str, str] = {"titel": "titelSortering:asc", "bijgewerkt": "bijgewerkt:desc"}
_FAR_AHEAD = 99_991_231
# Day and part of the day are one choice: Tuesday evening.
PARTNERS: Mapping[str, str] = {"dag": "dagdeel", "dagdeel": "dag"}


def selected(vraag: ZoekVraag, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The chosen codes per facet, without empty ones and with wijken as codes."""
    chosen = {
        facet: list(dict.fromkeys(getattr(vraag, _field(facet))))
        for facet in FACETS
        if getattr(vraag, _field(facet))
    }
    if "wijk" in chosen:
        codes = (vocabulary.wijk_code(naam) for naam in chosen["wijk"])
        chosen["wijk"] = list(dict.fromkeys(code for code in codes if code))
    return chosen


def _field(facet: str) -> str:
    return "open_voor" if facet == "openVoor" else facet


def moment_codes(chosen: Mapping[str, Sequence[str]]) -> list[str] | None:
    """'di-avond' for each chosen day and part of the day; None when not both are chosen.

    Somebody who asks for Tuesday and evening wants Tuesday evening, not something that is on
    Tuesday morning and also on Friday evening.
    """
    if not ("dag" in chosen and "dagdeel" in chosen):
        return None
    return [f"{dag}-{deel}" for dag, deel in product(chosen["dag"], chosen["dagdeel"])]


def counted_apart(chosen: Mapping[str, Sequence[str]]) -> list[str]:
    """The facets that cannot be counted among the results.

    The counts in a facet are of what one would get by choosing another code, so its own choice
    is left out of the question.
    """
    return [facet for facet in FACETS if facet in chosen or PARTNERS.get(facet) in chosen]


def filters(vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]]) -> list[Any]:
    """Meilisearch's filter: all of the outer list, one of each inner list."""
    moments = moment_codes(chosen)
    groups: list[Any] = [
        [f"{facet} = {quote(code)}" for code in codes]
        for facet, codes in chosen.items()
        if moments is None or facet not in {"dag", "dagdeel"}
    ]
    if moments is not None:
        groups.append([f"moment = {quote(code)}" for code in moments])
    if vraag.leeftijd is not None:
        groups += [f"leeftijdVan <= {vraag.leeftijd}", f"leeftijdTot >= {vraag.leeftijd}"]
    if vraag.datum_van or vraag.datum_tot:
        first, last = asked_days(vraag)
        groups.append(f"data {first} TO {last}")
    if vraag.vrijwilligers_gezocht is not None:
        groups.append(f"vrijwilligersGezocht = {str(vraag.vrijwilligers_gezocht).lower()}")
    if vraag.punt is not None and vraag.straal is not None:
        lat, lon = vraag.punt
        groups.append(f"_geoRadius({lat}, {lon}, {round(vraag.straal * 1000)})")
    return groups


def all_but_one(vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]]) -> str:
    """A filter for what passes every filter, or every one but a chosen facet."""
    ways = []
    for facet in chosen:
        others = {key: codes for key, codes in chosen.items() if key != facet}
        groups = [
            f"({' OR '.join(group)})" if isinstance(group, list) else group
            for group in filters(vraag, others)
        ]
        ways.append(f"({' AND '.join(groups)})" if groups else "id EXISTS")
    return " OR ".join(ways)


def asked_days(vraag: ZoekVraag) -> tuple[int, int]:
    """The first and the last day that are asked for, as numbers such as 20261231."""
    first = number_of(vraag.datum_van or min(today(), vraag.datum_tot or date.max))
    return first, number_of(vraag.datum_tot) if vraag.datum_tot else _FAR_AHEAD


def main_query(vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]]) -> Query:
    """The page of results, with the counts of the facets that have no choice made."""
    apart = counted_apart(chosen)
    return {
        "indexUid": AANBOD,
        "q": vraag.telling,
        "filter": filters(vraag, chosen),
        "facets": [facet for facet in FACETS if facet not in apart],
        "attributesToRetrieve": ["sleutel"],
        "limit": vraag.page_size,
        "offset": (vraag.page - 1) * vraag.page_size,
        # When not all words fit, the commonest ones go first: the rare ones say the most.
        "matchingStrategy": "frequency",
        "sort": sorting(vraag),
    }


def sorting(vraag: ZoekVraag) -> list[str]:
    """What comes after relevance; without a wish the policy's order of the ranking rules.

    With a place, light still goes before near, and near before collective.
    """
    near = [] if vraag.punt is None else ["_geoPoint({}, {}):asc".format(*vraag.punt)]
    match vraag.sort:
        case "afstand":
            return near
        case "relevantie":
            return ["rangNiveau:asc", *near] if near else []
        case other:
            return [_SORTS[other]]


def needs_own_order(vraag: ZoekVraag) -> bool:
    """Whether the engine would put relevance before the order that was asked for."""
    return bool(vraag.telling) and vraag.sort != "relevantie"


def order_query(vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]]) -> Query:
    """Everything that fits, with only what it takes to put it in order."""
    return {
        **main_query(vraag, chosen),
        "attributesToRetrieve": ["sleutel", "_geo", "titelSortering", "bijgewerkt"],
        "limit": MAX_RESULTS,
        "offset": 0,
        "sort": [],
    }


def facet_queries(
    vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> list[tuple[str, str | None, Query]]:
    """What to ask for the facets that are counted apart: (facet, code or None for all, query)."""
    asked: list[tuple[str, str | None, Query]] = []
    for facet in counted_apart(chosen):
        others = {key: codes for key, codes in chosen.items() if key != facet}
        if PARTNERS.get(facet) in chosen:
            # Something on Tuesday morning and on Friday evening is not there on Tuesday evening,
            # so each code is counted together with the chosen partner.
            asked += [
                (facet, code, _count_query(vraag, {**others, facet: [code]}, []))
                for code in vocabulary.labels[facet]
            ]
        else:
            asked.append((facet, None, _count_query(vraag, others, [facet])))
    return asked


def _count_query(vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]], facets: list[str]) -> Query:
    return {
        "indexUid": AANBOD,
        "q": vraag.telling,
        "filter": filters(vraag, chosen),
        "facets": facets,
        "attributesToRetrieve": ["sleutel"],
        "matchingStrategy": "frequency",
        "limit": 0,
    }


def naming(conditions: Sequence[Any]) -> Query:
    """Which listings there are, by counting their keys: a hit costs the engine forty times that.

    Not more than settings.MOST_NAMED of them.
    """
    return {
        "indexUid": AANBOD,
        "filter": list(conditions),
        "facets": ["sleutel"],
        "limit": 0,
    }


def quote(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
