"""All that counts, together: one figure for each listing, and whether it is an answer at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from sociale_kaart.zoeken.ranking.batch import Batch, Mask
from sociale_kaart.zoeken.ranking.concepts import Concept
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats
from sociale_kaart.zoeken.ranking.scoring import clearer, nearness, word_scores
from sociale_kaart.zoeken.ranking.wishes import wish_scores
from sociale_kaart.zoeken.understanding.begrepen import Wens

# Against one for what the words say; tuned on the half of the questions that is for tuning, where
# half or twice as much of any of them makes a difference of less than .01 (docs/adr).
MEANING, LABELS, WISHES, THEME = 1.75, 0.8, 0.6, 2.0
_THEME_VOTERS, _THEME_SHARPNESS = 15, 1.5
# A listing is an answer when it says this share of what the most telling one says, and more than
# in passing: this share of what the best one earns by its words. Or when it is this much nearer in
# meaning than an arbitrary one; nearer still when no word says anything.
_ENOUGH, _NOT_IN_PASSING = 0.45, 0.25
_NEAR_ENOUGH, _NEAR_ALONE = 2.0, 2.6
# Fewer answers than a page shows at first are filled up with the best of what has something to do
# with the question: who asks for loneliness is helped by every open door.
_FILLED_TO, _NEAR_SOMEWHAT, _SAYS_SOMETHING = 10, 1.0, 0.1


@dataclass(frozen=True)
class Asked:
    """A question, ready to be compared with listings; `vector` is None without meaning."""

    concepts: Sequence[Concept] = ()
    # Labels of themes and groups that it leads to, as terms with how surely.
    labels: Mapping[str, float] = field(default_factory=dict)
    wishes: Sequence[Wens] = ()
    vector: Floats | None = None
    # A question of words that nobody uses has no meaning, though it has a vector.
    makes_sense: bool = True


@dataclass(frozen=True)
class Ranked:
    """Per listing its figure and whether it is an answer."""

    scores: Floats
    fits: Mask


def rank(asked: Asked, batch: Batch, corpus: Corpus) -> Ranked:
    """Scores listings; the figures of one call can be compared with one another only."""
    words, shares, labelled = word_scores(asked.concepts, asked.labels, batch, corpus)
    wished = wish_scores(asked.wishes, batch)
    scores = words + LABELS * labelled + WISHES * wished
    near = np.zeros(len(batch), np.float32)
    if asked.vector is not None and asked.makes_sense and corpus.sample is not None:
        near = _meaning(asked.vector, scores, batch, corpus.sample)
        scores = scores + MEANING * near
    scores = scores + THEME * _themes(scores, batch)
    if not asked.concepts:
        # Only wishes: what meets more of them than it breaks.
        return Ranked(scores.astype(np.float32), wished > 0)
    enough = max(_ENOUGH * float(shares.max(initial=0.0)), 1e-6)
    told = (shares >= enough) & (words >= _NOT_IN_PASSING * words.max(initial=0.0))
    if not words.any():
        told = labelled > 0
    fits = told | (near >= (_NEAR_ENOUGH if words.any() else _NEAR_ALONE))
    somewhat = (near >= _NEAR_SOMEWHAT) | (labelled > 0) | (shares >= _SAYS_SOMETHING)
    return Ranked(scores.astype(np.float32), _filled(fits, scores, somewhat))


def _filled(fits: Mask, scores: Floats, somewhat: Mask) -> Mask:
    """A few answers, with the best of what has something to do with them; none stay none."""
    missing = _FILLED_TO - int(fits.sum())
    if missing <= 0 or not fits.any():
        return fits
    others = np.flatnonzero(somewhat & ~fits)
    filled = fits.copy()
    filled[others[np.argsort(-scores[others], kind="stable")][:missing]] = True
    return filled


def _meaning(question: Floats, scores: Floats, batch: Batch, sample: Floats) -> Floats:
    """Nearness of those that have a vector; the others are as near as an arbitrary listing."""
    near = np.zeros(len(batch), np.float32)
    known = batch.has_vector
    if known.any():
        vectors = batch.vectors()
        first = nearness(question, vectors, sample)
        moved = clearer(question, vectors, scores[known] + MEANING * first)
        near[known] = nearness(moved, vectors, sample)
    return near


def _themes(scores: Floats, batch: Batch) -> Floats:
    """What the best answers have as a theme speaks for others of that theme (0 to 1)."""
    themes = batch.tags[:, list(batch.table.columns_of("thema").values())]
    if not themes.size:
        return np.zeros(len(batch), np.float32)
    best = np.argsort(-scores, kind="stable")[:_THEME_VOTERS]
    votes = np.exp((scores[best] - scores[best[0]]) / _THEME_SHARPNESS)
    shares = votes @ themes[best] / votes.sum()
    said: Floats = (themes * shares).max(axis=1)
    return said
