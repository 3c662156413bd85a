"""Whether something is a word in one of the other languages that people here speak."""

from functools import lru_cache

from wordfreq import get_frequency_dict

from sociale_kaart.zoeken.question import fold

# Those with Latin letters; a word in other letters is believed.
_LANGUAGES = ("en", "pl", "tr", "de", "fr", "es")
_SHORTEST = 3


def is_foreign_word(word: str) -> bool:
    """Whether a folded word is one in English, Polish, Turkish …, or in letters that are not Latin."""
    if not word.isascii() and word.isalpha():
        return True
    return len(word) >= _SHORTEST and any(word in _words(language) for language in _LANGUAGES)


@lru_cache(maxsize=len(_LANGUAGES))
def _words(language: str) -> frozenset[str]:
    """The words that are used once in a million or more; each language takes some 3 MB."""
    return frozenset(map(fold, get_frequency_dict(language, wordlist="small")))
