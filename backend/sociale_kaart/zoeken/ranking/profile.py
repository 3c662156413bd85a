"""What a listing says, as weighted terms: made when it changes, used at each question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sociale_kaart.zoeken.language.terms import label_term, terms_of
from sociale_kaart.zoeken.question import STOP_WORDS, all_words

# How much a word says where it stands; a word in the title is worth four in the description.
_FIELD_WEIGHTS: Mapping[str, float] = {
    "titel": 3.0,
    "samenvatting": 1.6,
    "organisatie": 1.5,
    "trefwoorden": 1.2,
    "plek": 0.8,
    "beschrijving": 0.7,
    "details": 0.4,
}
# What it was given as a theme, a group or a kind says more than any word of a text.
_LABEL = 3.0
_SILENT = frozenset(STOP_WORDS)

# What was written as running text; the rest is filled in from lists and says nothing of length.
_TEXTS = frozenset({"titel", "samenvatting", "beschrijving", "details"})


class Profile(NamedTuple):
    """The terms of a listing, each with its weight, and how much running text it has."""

    terms: dict[str, float]
    length: float


def profile_of(document: Mapping[str, Any]) -> Profile:
    """What a search document (zoeken.document) says.

    A word adds its weight in each field where it stands, each time it stands there.
    """
    terms: dict[str, float] = defaultdict(float)
    length = 0.0
    for field, weight in _FIELD_WEIGHTS.items():
        for word in _words(document.get(field, "")):
            if field in _TEXTS:
                length += weight
            for term, share in terms_of(word).items():
                terms[term] += weight * share
    for label in document.get("trefwoorden", ()):
        terms[label_term(label)] = _LABEL
    return Profile({term: round(weight, 2) for term, weight in terms.items()}, round(length, 2))


def _words(content: str | Iterable[str]) -> Iterable[str]:
    texts = [content] if isinstance(content, str) else content
    return (word for text in texts for word in all_words(text) if word not in _SILENT)
