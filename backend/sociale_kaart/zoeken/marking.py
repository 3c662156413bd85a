"""Which words of a text answer a question, so that the page can mark them."""

import re
from collections.abc import Sequence

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
    for found in _WORD.finditer(text):
        word = fold(found[0])
        begin, end = found.span()
        if any(term in told for term, share in terms_of(word).items() if share >= _TELLING):
            spans.append((begin, end))
        elif begun and word.startswith(begun):
            spans.append((begin, begin + _length_of(found[0], begun)))
    return spans


def _length_of(word: str, begun: str) -> int:
    """How many characters of a word fold to its beginning, accents of their own included."""
    length = 1
    while length < len(word) and (
        fold(word[:length]) != begun or fold(word[: length + 1]) == begun
    ):
        length += 1
    return length
