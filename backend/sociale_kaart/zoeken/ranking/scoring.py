"""How well listings say what is asked (BM25 over weighted terms), and how near they are in meaning."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.ranking.concepts import Concept
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats
from sociale_kaart.zoeken.ranking.listing import Listing, number_of_term, number_of_terms

# How soon more of the same word stops to count, and how much a long text is held against it.
_SATURATION, _LENGTH = 1.4, 0.4
# The first answers make the question clearer: how many, how much, and the second less than the
# first.
_CLEARER_BY, _CLEARER_SHARE, _FADES = 3, 0.6, 0.5


class Said(NamedTuple):
    """What listings say of a question.

    `scores` weigh how often and where; `shares` only how much of the question is said at all
    (0 for nothing, 1 for every concept in its own words).
    """

    scores: Floats
    shares: Floats


def word_scores(concepts: Sequence[Concept], listings: Sequence[Listing], corpus: Corpus) -> Said:
    """Per listing, what each concept earns by the best of its terms, added up."""
    said = Said(np.zeros(len(listings), np.float32), np.zeros(len(listings), np.float32))
    if not listings or not concepts:
        return said
    terms = np.concatenate([listing.terms for listing in listings])
    shares, rarities = _tables(concepts, corpus)
    asked: npt.NDArray[np.bool_] = np.any(shares, axis=0)[terms]
    sizes = np.fromiter((len(listing.terms) for listing in listings), np.int64, len(listings))
    owner = np.repeat(np.arange(len(listings)), sizes)[asked]
    weights = np.concatenate([listing.weights for listing in listings])[asked]
    terms = terms[asked]
    lengths = np.fromiter((listing.length for listing in listings), np.float32, len(listings))
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / corpus.length)
    counted = weights * (_SATURATION + 1) / (weights + norm[owner]) * rarities[terms]
    masses = (shares * rarities).max(axis=1)
    whole = float(masses.sum()) or 1.0
    for row, mass in zip(shares, masses, strict=True):
        best, strength = np.zeros((2, len(listings)), np.float32)
        np.maximum.at(best, owner, row[terms] * counted)
        np.maximum.at(strength, owner, row[terms])
        said.scores[:] += best
        said.shares[:] += strength * mass / whole
    return said


def _tables(concepts: Sequence[Concept], corpus: Corpus) -> tuple[Floats, Floats]:
    """Per concept how well each term says it, and how rare each of those terms is."""
    for concept in concepts:
        for term in concept.terms:
            number_of_term(term)
    shares = np.zeros((len(concepts), number_of_terms()), np.float32)
    rarities = np.zeros(number_of_terms(), np.float32)
    for row, concept in zip(shares, concepts, strict=True):
        for term, share in concept.terms.items():
            number = number_of_term(term)
            row[number] = share
            rarities[number] = min(corpus.rarity(term), concept.rarest)
    return shares, rarities


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
