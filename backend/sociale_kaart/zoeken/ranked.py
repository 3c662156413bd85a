"""Answers a question in words: candidates from the engine or the database, ranked here."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
import orjson

from sociale_kaart.core.clock import today
from sociale_kaart.zoeken.cards import result_of
from sociale_kaart.zoeken.interpretation import Interpretation
from sociale_kaart.zoeken.marking import mark_terms, told_terms
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats
from sociale_kaart.zoeken.ranking.listing import Listing
from sociale_kaart.zoeken.ranking.policy import policy_score
from sociale_kaart.zoeken.ranking.rank import Asked, Ranked, rank
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.selection import Chosen, Selection, distance_from

Answer = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What a question in words came to: the page, all that fits, and the counts."""

    total: int
    page: list[Answer]
    counts: dict[str, dict[str, int]]
    # Per chosen facet how many there would be without that choice, when there is nothing with it.
    wider: dict[str, int]


def ranked_scores(
    asked: Interpretation,
    vector: Floats | None,
    listings: Sequence[Listing],
    corpus: Corpus,
    vraag: ZoekVraag,
) -> Ranked:
    """Relevance and policy together."""
    question = Asked(asked.concepts, asked.wishes, vector, asked.makes_sense)
    ranked = rank(question, listings, corpus)
    day = today().toordinal()
    policy = np.fromiter(
        (policy_score(one.facts, day, _distance(one, vraag)) for one in listings),
        np.float32,
        len(listings),
    )
    return Ranked(ranked.scores + policy, ranked.fits)


def _distance(listing: Listing, vraag: ZoekVraag) -> float | None:
    if vraag.punt is None:
        return None
    distance = distance_from(vraag.punt, listing.facts)
    return inf if distance is None else distance


def select(
    listings: Sequence[Listing],
    ranked: Ranked,
    vraag: ZoekVraag,
    chosen: Chosen,
    asked: Interpretation,
) -> Found:
    """Filters, counts, sorts and cuts out the page, when all that fits is at hand."""
    selection = Selection(listings, vraag, chosen)
    found = np.flatnonzero(ranked.fits & selection.mask())
    order = sorted(
        found, key=lambda at: order_key(listings[int(at)], float(ranked.scores[at]), vraag)
    )
    start = (vraag.page - 1) * vraag.page_size
    page = [listings[int(at)] for at in order[start : start + vraag.page_size]]
    wider = {}
    if not len(found):
        without = {facet: int((ranked.fits & selection.mask(facet)).sum()) for facet in chosen}
        wider = {facet: number for facet, number in without.items() if number}
    return Found(len(found), results(page, vraag, asked), selection.counts(ranked.fits), wider)


def results(page: Sequence[Listing], vraag: ZoekVraag, asked: Interpretation) -> list[Answer]:
    """The cards of a page, with marked words, distance and reasons."""
    told = told_terms(asked.concepts)
    begun = asked.concepts[-1].word if asked.concepts else ""
    answers = []
    for listing in page:
        card = orjson.loads(listing.card)
        spans = {
            key: mark_terms(card[key], told, begun)
            for key in ("titel", "samenvatting")
            if key in card
        }
        answers.append(result_of(card, vraag.punt, spans))
    return answers


def order_key(listing: Listing, score: float, vraag: ZoekVraag) -> tuple[Any, ...]:
    """What a result is sorted by, in the order that was asked for."""
    facts = listing.facts
    match vraag.sort:
        case "afstand":
            distance = distance_from(vraag.punt, facts)
            return (distance is None, distance or 0, listing.id)
        case "bijgewerkt":
            return (-facts["bijgewerkt"], listing.id)
        case "titel":
            return (facts["titelSortering"], listing.id)
        case _:
            return (-score, listing.id)
