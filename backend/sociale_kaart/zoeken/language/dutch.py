"""Whether words are Dutch, as far as dictionaries and how common they are can tell."""

import unicodedata
from functools import lru_cache

from sociale_kaart.zoeken.language.compounds import parts_of
from sociale_kaart.zoeken.language.languages import is_foreign_word
from sociale_kaart.zoeken.language.lexicon import lexicon
from sociale_kaart.zoeken.question import all_words

# In zipf: 'for' (5.1) stands in many Dutch texts and in more English ones.
_COMMON, _COMMON_ANYWHERE = 3.2, 5.2
# A part that a longer word begins or ends with, when no dictionary has the whole: 'taalcafe'.
_SHORTEST_COMPOUND, _SHORTEST_HEAD, _SHORTEST_TAIL = 6, 4, 3
_COMMON_TAIL, _COMMON_HEAD = 3.0, 3.5
# Grave, acute, circumflex and diaeresis; 'ş' and 'ą' stand in no Dutch word.
_DUTCH_ACCENTS = frozenset("\u0300\u0301\u0302\u0308")


@lru_cache(maxsize=50_000)
def is_dutch(text: str) -> bool:
    """Whether all words of a text are Dutch, or made of words that are."""
    accents = filter(unicodedata.combining, unicodedata.normalize("NFD", text))
    return _DUTCH_ACCENTS.issuperset(accents) and all(map(_is_dutch_word, all_words(text)))


def _is_dutch_word(word: str) -> bool:
    words = lexicon()
    if word.isdigit() or words.knows(word) or words.zipf(word) >= _COMMON_ANYWHERE:
        return True
    if is_foreign_word(word):
        return False
    return words.zipf(word) >= _COMMON or bool(parts_of(word)) or _has_dutch_part(word)


def _has_dutch_part(word: str) -> bool:
    words = lexicon()
    if len(word) < _SHORTEST_COMPOUND:
        return False
    tails = (word[at:] for at in range(_SHORTEST_TAIL, len(word) - _SHORTEST_TAIL + 1))
    heads = (word[:at] for at in range(_SHORTEST_HEAD, len(word) - 1))
    return any(words.knows(tail) and words.zipf(tail) >= _COMMON_TAIL for tail in tails) or any(
        words.knows(head) and words.zipf(head) >= _COMMON_HEAD for head in heads
    )
