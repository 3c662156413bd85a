"""The terms under which a word is found, for listings and questions alike.

Three kinds of words: as it is written ('=wandelclubs'), a base form ('wandelclub', and 'wandel' or
'club' for its parts) and a stem ('~wandelclub'). The written word is the rarest of the three, so
whoever types exactly what is there finds that first. And one for a whole label of a vocabulary
('@geld en schulden'), which says more than that its words stand somewhere.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from sociale_kaart.zoeken.language.compounds import parts_of
from sociale_kaart.zoeken.language.lexicon import lemma_of, stem_of
from sociale_kaart.zoeken.question import all_words

WRITTEN, STEM, LABEL = "=", "~", "@"
_OF_WORD, _OF_STEM, _OF_PART, _OF_PART_STEM = 1.0, 0.8, 0.6, 0.5


@lru_cache(maxsize=100_000)
def terms_of(word: str) -> Mapping[str, float]:
    """The terms of a folded word, each with how much of the word it says (0 to 1)."""
    lemma = lemma_of(word)
    terms = {WRITTEN + word: _OF_WORD, lemma: _OF_WORD}
    if not word.isdigit():
        terms[STEM + stem_of(lemma)] = _OF_STEM
    for part in _pieces(parts_of(lemma)):
        base = lemma_of(part)
        terms.setdefault(base, _OF_PART)
        terms.setdefault(STEM + stem_of(base), _OF_PART_STEM)
    return MappingProxyType(terms)


def label_term(text: str) -> str:
    """The term of a label, or of words that may be one."""
    return LABEL + " ".join(all_words(text))


def _pieces(parts: tuple[str, ...]) -> Iterator[str]:
    """The parts, their own parts, and neighbours joined ('buurtsport' in buurtsportcoach)."""
    for part in parts:
        yield part
        yield from parts_of(part)
    for first in range(len(parts)):
        for end in range(first + 2, len(parts) + 1):
            if end - first < len(parts):
                yield "".join(parts[first:end])
