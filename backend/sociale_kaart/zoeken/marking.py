"""Which words of a text answer a question, so that the page can mark them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sociale_kaart.zoeken.cards import Span
from sociale_kaart.zoeken.language.terms import terms_of
from sociale_kaart.zoeken.question import fold
from sociale_kaart.zoeken.ranking.concepts import Concept

# A part of a part says too little to be pointed at.
_TELLING = 0.5
_WORD = re.compile(r"\w+")


def told_terms(concepts: Sequence[Concept]) -> frozenset[str]:
    """The terms that say a good deal of what is asked."""
    return frozenset(
        term for one in concepts for term, share in one.terms.items() if share >= _TELLING
    )


def mark_terms(text: str, told: frozenset[str], begun: str) -> list[Span]:
    """Begin and end of each word of the text that has one of these terms.

    Of a word that only begins as `begun`, which somebody may still be typing, just that.
    """
    spans = []
    for word, begin, end, terms in _words_in(text):
        if not told.isdisjoint(terms):
            spans.append((begin, end))
        elif begun and word.startswith(begun):
            spans.append((begin, begin + _length_of(text[begin:end], begun)))
    return spans


class _Word(NamedTuple):
    folded: str
    begin: int
    end: int
    # Only those that say a good deal of it.
    terms: frozenset[str]


# The same titles and summaries are shown again and again.
@lru_cache(maxsize=5_000)
def _words_in(text: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(fold(found[0]), *found.span(), _telling(fold(found[0])))
        for found in _WORD.finditer(text)
    )


@lru_cache(maxsize=20_000)
def _telling(word: str) -> frozenset[str]:
    return frozenset(term for term, share in terms_of(word).items() if share >= _TELLING)


def _length_of(word: str, begun: str) -> int:
    """How many characters of a word fold to its beginning, accents of their own included."""
    length = 1
    while length < len(word) and (
        fold(word[:length]) != begun or fold(word[: length + 1]) == begun
    ):
        length += 1
    return length
