"""Which Dutch words there are, their base form and how common they are.

Base forms come from simplemma (MIT), how common words are from wordfreq (Apache 2.0, data CC BY-SA
4.0). Both are read once and take about 80 MB.
"""

from functools import lru_cache
from math import log10

import simplemma
import snowballstemmer
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

from sociale_kaart.zoeken.question import fold

_LANGUAGE = "nl"
_REMEMBERED_WORDS = 100_000
# About once in four million words; what is rarer is mostly names and slips of the pen.
_RAREST_SHARE = 10**-6.6


class Lexicon:
    """Folded words in, folded words out (see question.fold)."""

    def __init__(self) -> None:
        self._stemmer = snowballstemmer.stemmer("dutch")
        dictionary = DefaultDictionaryFactory().get_dictionary(_LANGUAGE)
        # The dictionary writes accents, people who search do not.
        self._written = {fold(word): word for word in map(_text, dictionary) if not word.isascii()}
        self._dictionary = dictionary
        frequencies = get_frequency_dict(_LANGUAGE, wordlist="large")
        self._zipf: dict[str, float] = {}
        for word, share in frequencies.items():
            folded, zipf = fold(word), log10(share) + 9
            # 'na' is not as rare as 'nà'.
            if share >= _RAREST_SHARE and zipf > self._zipf.get(folded, 0.0):
                self._zipf[folded] = zipf

    def knows(self, word: str) -> bool:
        """Whether a dictionary has it, in any form."""
        return word in self._dictionary or word in self._written

    def zipf(self, word: str) -> float:
        """How common it is: 3 for once in a million words, 6 for once in a thousand; 0 for rare."""
        return self._zipf.get(word, 0.0)

    def lemma(self, word: str) -> str:
        """The form under which a dictionary lists it; the word itself when nobody knows."""
        return fold(simplemma.lemmatize(self._written.get(word, word), lang=_LANGUAGE))

    def stem(self, word: str) -> str:
        """What is left without the endings: 'wandelingen' and 'wandelen' both give 'wandel'."""
        stem: str = self._stemmer.stemWord(word)
        return stem


def _text(word: str | bytes) -> str:
    return word.decode() if isinstance(word, bytes) else word


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The one of this process; the first call takes about a second."""
    return Lexicon()


@lru_cache(maxsize=_REMEMBERED_WORDS)
def lemma_of(word: str) -> str:
    return lexicon().lemma(word)


@lru_cache(maxsize=_REMEMBERED_WORDS)
def stem_of(word: str) -> str:
    return lexicon().stem(word)
