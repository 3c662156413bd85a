"""How well listings say what is asked (BM25 over weighted terms), and how near they are in meaning."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.ranking.concepts import Concept
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats

# How soon more of the same word stops to count, and how much a long text is held against it.
_SATURATION, _LENGTH = 1.4, 0.4
# The first answers make the question clearer: how many, how much, and the second less than the
# first.
_CLEARER_BY, _CLEARER_SHARE, _FADES = 3, 0.6, 0.5


class Said(NamedTuple):
    """What listings say of a question.

    `scores` weigh how often and where; `shares` only how much of the question is said at all
    (0 for nothing, 1 for every concept in its own words); `labelled` is what they earn by the best
    of the labels that are meant.
    """

    scores: Floats
    shares: Floats
    labelled: Floats


def word_scores(
    concepts: Sequence[Concept], labels: Mapping[str, float], batch: Batch, corpus: Corpus
) -> Said:
    """Per listing, what each concept earns by the best of its terms, added up; and by labels."""
    said = Said(*np.zeros((3, len(batch)), np.float32))
    if not len(batch) or not (concepts or labels):
        return said
    rows = [*concepts, Concept("", dict(labels))]
    asked = _Asked.of(rows, corpus)
    owners, weights, columns = batch.said(asked.terms)
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * batch.facts["length"] / corpus.length)
    counted = weights * (_SATURATION + 1) / (weights + norm[owners])
    worth = asked.shares * asked.rarities
    masses = worth.max(axis=1, initial=0.0)
    whole = float(masses[:-1].sum()) or 1.0
    for row in range(len(rows)):
        own = np.flatnonzero(asked.shares[row][columns])
        owner, column = owners[own], columns[own]
        best = np.zeros(len(batch), np.float32)
        np.maximum.at(best, owner, counted[own] * worth[row][column])
        if row == len(concepts):
            said.labelled[:] = best
            continue
        most = np.zeros(len(batch), np.float32)
        np.maximum.at(most, owner, asked.shares[row][column])
        said.scores[:] += best
        said.shares[:] += most * masses[row] / whole
    return said


class _Asked(NamedTuple):
    """The terms of a question, each a column.

    `shares` are per concept how well each of them says it, `rarities` how rare it counts there.
    """

    terms: list[str]
    shares: Floats
    rarities: Floats

    @classmethod
    def of(cls, concepts: Sequence[Concept], corpus: Corpus) -> "_Asked":
        terms = list(dict.fromkeys(term for concept in concepts for term in concept.terms))
        columns = {term: column for column, term in enumerate(terms)}
        rare = {term: corpus.rarity(term) for term in terms}
        shares, rarities = np.zeros((2, len(concepts), len(terms)), np.float32)
        for row, concept in enumerate(concepts):
            own = [columns[term] for term in concept.terms]
            shares[row, own] = list(concept.terms.values())
            rarities[row, own] = [min(rare[term], concept.rarest) for term in concept.terms]
        return cls(terms, shares, rarities)


def nearness(question: Floats, vectors: Floats, sample: Floats) -> Floats:
    """How much nearer each vector is than an arbitrary listing, in standard deviations."""
    usual = sample @ question
    spread = float(usual.std()) or 1.0
    nearer: Floats = (vectors @ question - usual.mean()) / spread
    return nearer


def clearer(question: Floats, vectors: Floats, scores: Floats) -> Floats:
    """The question moved towards its best answers so far; of unit length."""
    best = np.argsort(-scores, kind="stable")[:_CLEARER_BY]
    shares = np.exp(-_FADES * np.arange(len(best), dtype=np.float32))
    middle = shares @ vectors[best] / shares.sum()
    moved = question + _CLEARER_SHARE * middle
    unit: Floats = moved / np.linalg.norm(moved)
    return unit
