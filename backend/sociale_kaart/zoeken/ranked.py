"""Answers a question in words: filters, counts and sorts candidates, and makes the page of them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from sociale_kaart.zoeken.cards import result_of
from sociale_kaart.zoeken.interpretation import Interpretation
from sociale_kaart.zoeken.marking import mark_terms, told_terms
from sociale_kaart.zoeken.ranking.batch import Batch, Wide
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats
from sociale_kaart.zoeken.ranking.floor import with_floor
from sociale_kaart.zoeken.ranking.policy import distance_scores, in_policy_order, sureness_scores
from sociale_kaart.zoeken.ranking.rank import Asked, Ranked, rank
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.selection import Chosen, Counts, Selection
from sociale_kaart.zoeken.wished import wished

Answer = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What a question in words came to: the page, all that fits, and the counts."""

    total: int
    page: list[Answer]
    counts: Counts
    # Per chosen facet how many there would be without that choice, when there is nothing with it.
    wider: dict[str, int]


def answered(
    asked: Interpretation,
    vector: Floats | None,
    batch: Batch,
    corpus: Corpus,
    vraag: ZoekVraag,
    chosen: Chosen,
) -> Found:
    """The answer out of these candidates, which come in the order of their ids."""
    selection = Selection(batch, vraag, chosen)
    question = Asked(
        concepts=asked.concepts,
        labels=asked.labels,
        wishes=asked.wishes,
        vector=vector,
        makes_sense=asked.makes_sense,
    )
    ranked = _with_policy(rank(question, batch, corpus), batch, selection.distances)
    found = np.flatnonzero(ranked.fits & selection.mask())
    order = in_order(found, batch, selection.distances, vraag.sort, ranked.scores)
    if vraag.sort == "relevantie":
        order = with_floor(order, ranked.scores, batch.having("categorie", ["initiatief"]))
    page = batch.only(order[vraag.start : vraag.end])
    wider = {}
    if not len(found):
        without = {facet: int((ranked.fits & selection.mask(facet)).sum()) for facet in chosen}
        wider = {facet: number for facet, number in without.items() if number}
    return Found(len(found), results(page, vraag, asked), selection.counts(ranked.fits), wider)


def _with_policy(ranked: Ranked, batch: Batch, distances: Floats | None) -> Ranked:
    scores = ranked.scores + batch.facts["standing"]
    scores += sureness_scores(batch.facts["sure"])
    if distances is not None:
        scores += distance_scores(distances)
    return Ranked(scores, ranked.fits)


def in_order(
    found: Wide, batch: Batch, distances: Floats | None, sort: str, scores: Floats | None = None
) -> Wide:
    """What was found in the order that was asked for; what is equal stays as it came.

    Without scores (no words were asked) the policy says what is relevant.
    """
    by: npt.NDArray[Any]
    match sort:
        case "bijgewerkt":
            by = -batch.facts["changed"][found]
        case "titel":
            by = batch.sorted_as(found)
        case "relevantie" if scores is not None:
            by = -scores[found]
        case _:
            metres = None if distances is None else distances[found]
            facts = batch.facts[found]
            return found[in_policy_order(facts, metres, nearest_first=sort == "afstand")]
    return found[np.argsort(by, kind="stable")]


def results(page: Batch, vraag: ZoekVraag, asked: Interpretation) -> list[Answer]:
    """The cards of a page, with marked words, distance, reasons and which wishes they meet."""
    told = told_terms(asked.concepts)
    begun = asked.concepts[-1].word if asked.concepts else ""
    answers = []
    for stored, wishes in zip(page.cards(), wished(asked.wishes, page), strict=True):
        card = orjson.loads(stored)
        spans = {
            key: mark_terms(card[key], told, begun)
            for key in ("titel", "samenvatting")
            if key in card
        }
        answers.append(result_of(card, vraag.punt, spans, wishes))
    return answers
