"""From a question to what Meilisearch is asked; pure functions."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise, product
from typing import Any

from sociale_kaart.core.clock import today
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.areas import Box, box_around, strips_of
from sociale_kaart.zoeken.document import number_of
from sociale_kaart.zoeken.engine import AANBOD, Query
from sociale_kaart.zoeken.schemas import MAX_RESULTS, Filters, ZoekVraag
from sociale_kaart.zoeken.tags import FACETS

_SORTS: Mapping[str, str] = {"titel": "titelSortering:asc", "bijgewerkt": "bijgewerkt:desc"}
_FAR_AHEAD = 99_991_231
# Of very many matches so many are put in order by distance too; each costs the engine 50 µs.
MOST_REORDERED = 100
# Day and part of the day are one choice: Tuesday evening.
PARTNERS: Mapping[str, str] = {"dag": "dagdeel", "dagdeel": "dag"}


def selected(vraag: Filters, vocabulary: Vocabulary) -> dict[str, list[str]]:
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


def filters(
    vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]], *, boxed: bool = False
) -> list[Any]:
    """Meilisearch's filter: all of the outer list, one of each inner list.

    A circle becomes strips (areas.strips_of), or the box around it for what is held against the
    circle itself afterwards.
    """
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
        metres = vraag.straal * 1000
        areas = [box_around(vraag.punt, metres)] if boxed else strips_of(vraag.punt, metres)
        groups.append([within(area) for area in areas])
    return groups


def within(box: Box) -> str:
    """A filter for what lies in a box, its edges included."""
    return f"(lat {box.south!r} TO {box.north!r} AND lon {box.west!r} TO {box.east!r})"


def all_but_one(vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]]) -> list[Any]:
    """Filters for what passes every filter, or every one but a chosen facet; a circle is a box.

    That is all that a page and its counts are made of. What breaks one facet passes one of every
    two; said of neighbours only, it is short, and lets a little more through when there are many.
    """
    facets = list(chosen)
    pairs = [*pairwise(facets)] + ([(facets[-1], facets[0])] if facets[2:] else [])
    either = [
        [f"{facet} IN [{', '.join(map(quote, chosen[facet]))}]" for facet in pair] for pair in pairs
    ]
    return [*filters(vraag, {}, boxed=True), *either]


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
        "limit": 0 if is_by_distance(vraag) else vraag.page_size,
        "offset": vraag.start,
        # When not all words fit, the commonest ones go first: the rare ones say the most.
        "matchingStrategy": "frequency",
        "sort": sorting(vraag),
    }


def sorting(vraag: ZoekVraag) -> list[str]:
    """What comes after relevance; without a wish the policy's order of the ranking rules."""
    return [_SORTS[vraag.sort]] if vraag.sort in _SORTS else []


def is_by_distance(vraag: ZoekVraag) -> bool:
    """Whether the distance decides the order, by itself or after how light something is."""
    return vraag.sort == "afstand" or (
        vraag.punt is not None and vraag.sort == "relevantie" and not vraag.telling
    )


def needs_own_order(vraag: ZoekVraag) -> bool:
    """Whether its first matches are put in order here.

    The engine puts relevance before the order that was asked for, and knows no distance.
    """
    if not vraag.telling or is_by_distance(vraag):
        return False
    return vraag.sort != "relevantie" or (vraag.punt is not None and vraag.start < MOST_REORDERED)


def order_query(vraag: ZoekVraag, chosen: Mapping[str, Sequence[str]]) -> Query:
    """The first of what fits, with only what it takes to put it in order."""
    by_relevance = vraag.sort == "relevantie"
    return {
        **main_query(vraag, chosen),
        "attributesToRetrieve": [
            "sleutel", "lat", "lon", "rangNiveau", "titelSortering", "bijgewerkt",
        ],
        "limit": max(MOST_REORDERED, vraag.end) if by_relevance else MAX_RESULTS,
        "offset": 0,
        "sort": [],
        "showRankingScore": by_relevance,
    }  # fmt: skip


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
    return counting(filters(vraag, chosen), facets, vraag.telling)


def counting(conditions: Sequence[Any], facets: Sequence[str] = (), words: str = "") -> Query:
    """How many there are, in all and with each value of these facets, and no hits."""
    return {
        "indexUid": AANBOD,
        "q": words,
        "filter": list(conditions),
        "facets": list(facets),
        "matchingStrategy": "frequency",
        "limit": 0,
    }


def naming(conditions: Sequence[Any], words: str = "") -> Query:
    """Which listings there are, by counting their keys: a hit costs the engine forty times that.

    Not more than settings.MOST_COUNTED of them.
    """
    return counting(conditions, ["sleutel"], words)


def quote(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
