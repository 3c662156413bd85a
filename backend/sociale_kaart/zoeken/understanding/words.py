"""The words of a question, folded, each with its place in what was typed."""

import re
from dataclasses import dataclass

from sociale_kaart.zoeken.question import fold

# Nobody tells more than this in one question; the rest is not looked at, so that a pasted
# letter costs no more than a long sentence.
MAX_READ = 120
_WORD = re.compile(r"\w+")
_CHUNK = re.compile(r"\S+")
# Longer than any word; what is glued together further on is not a word either.
_LONGEST_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stood: question[start:stop] is what was typed."""

    vorm: str
    start: int
    stop: int


def plain(text: str) -> str:
    """Folded, also where letters are written with signs that look like them ('𝗚𝗿𝗮𝘁𝗶𝘀').

    Such a capital becomes an ordinary capital by folding, so it is folded once more.
    """
    return fold(fold(text))


def read_words(question: str) -> list[Word]:
    """The first words of the question, in order."""
    words: list[Word] = []
    for chunk in _CHUNK.finditer(question):
        typed = chunk.group()[:_LONGEST_CHUNK]
        folded = plain(typed)
        # Folding keeps the place of each letter, but for rare signs that become several
        # letters; then the whole chunk stands for each of its words.
        aligned = len(folded) == len(typed)
        for found in _WORD.finditer(folded):
            start, stop = found.span() if aligned else (0, len(typed))
            words.append(Word(found.group(), chunk.start() + start, chunk.start() + stop))
            if len(words) == MAX_READ:
                return words
    return words


def folded_phrase(text: str) -> tuple[str, ...]:
    """A phrase of a table, in the form in which a question's words are compared."""
    return tuple(_WORD.findall(plain(text)))


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())
