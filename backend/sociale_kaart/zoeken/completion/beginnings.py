"""Texts by how they begin, or how a later word of them does; also when that is misspelt."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from sociale_kaart.zoeken.question import STOP_WORDS
from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.understanding.sounds import sound_of

# So many are looked at, the best first; a beginning of one letter has thousands.
_MOST = 60
# What a text loses of its worth when a later word of it begins so.
_LATER = 2.0
# A shorter beginning has too many neighbours, a longer one is a sentence.
_SHORTEST_BY_EAR, _SHORTEST_WITH_SLIP, _SHORTEST_WITH_TWO, _LONGEST = 4, 5, 9, 40
_AFTER_ALL_LETTERS = "\U0010ffff"
_SILENT = frozenset(STOP_WORDS)


class _Key(NamedTuple):
    """What is left of a text from one of its words on; `at` is 0 for the whole text."""

    letters: str
    number: int
    at: int


class Beginnings:
    """Finds texts by number. It never changes.

    What each is worth is told at each question; what is worth `-inf` is not found. With `whole`
    only those are found of which the first word begins so.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        """Made of the folded words of each text."""
        keys = [
            _Key(" ".join(words[at:]), number, at)
            for number, words in enumerate(texts)
            for at in _places(words)
        ]
        self._by_letter = _Sorted(keys)
        self._by_ear = _Sorted([key._replace(letters=_sound_of(key.letters)) for key in keys])

    def exactly(self, start: str, worth: Floats, *, whole: bool) -> list[int]:
        """Those that begin so, the best first, at most some sixty."""
        return self._by_letter.best(start, worth, whole=whole)

    def nearly(self, start: str, worth: Floats, *, whole: bool) -> list[int]:
        """Those that begin with what sounds so, or else with what it may be a slip of."""
        if len(start) < _SHORTEST_BY_EAR:
            return []
        heard = self._by_ear.best(sound_of(start), worth, whole=whole)
        if heard or not _SHORTEST_WITH_SLIP <= len(start) <= _LONGEST:
            return heard
        meant = [self.exactly(begins, worth, whole=whole) for begins in self._meant_by(start)]
        return list(dict.fromkeys(number for numbers in meant for number in numbers))

    def _meant_by(self, start: str) -> list[str]:
        """The beginnings that it may be a slip of, the nearest first."""
        most = 2 if len(start) >= _SHORTEST_WITH_TWO else 1
        # People seldom miss the first letter.
        keys = self._by_letter.letters_from(start[0])
        slips: dict[str, float] = {}
        for length in range(len(start) - 1, len(start) + 2):
            begins = list(dict.fromkeys(key[:length] for key in keys))
            near = extract_iter(start, begins, scorer=OSA.distance, score_cutoff=most)
            slips |= {found: count for found, count, _ in near if _ends_alike(found, start)}
        return sorted(slips, key=lambda found: slips[found])


class _Sorted:
    """Keys in the order of their letters."""

    def __init__(self, keys: list[_Key]) -> None:
        rows = sorted(keys)
        self._letters = [row.letters for row in rows]
        self._numbers = np.array([row.number for row in rows], np.int32)
        self._later = np.array([row.at > 0 for row in rows], np.bool_)

    def best(self, start: str, worth: Floats, *, whole: bool) -> list[int]:
        """The numbers of the texts that are worth most, those first."""
        within = self._beginning(start)
        numbers, later = self._numbers[within], self._later[within]
        value = worth[numbers] - np.where(later, np.inf if whole else _LATER, 0.0)
        places = np.flatnonzero(value > -np.inf)
        if len(places) > _MOST:
            places = places[np.argpartition(-value[places], _MOST)[:_MOST]]
        order = places[np.argsort(-value[places], kind="stable")]
        return list(dict.fromkeys(numbers[order].tolist()))

    def letters_from(self, start: str) -> list[str]:
        """All keys that begin so."""
        return self._letters[self._beginning(start)]

    def _beginning(self, start: str) -> slice:
        first = bisect_left(self._letters, start)
        return slice(first, bisect_left(self._letters, start + _AFTER_ALL_LETTERS, first))


def _places(words: Sequence[str]) -> Iterator[int]:
    """The first word, and each later one that says something."""
    return (at for at, word in enumerate(words) if at == 0 or word not in _SILENT)


def _ends_alike(meant: str, typed: str) -> bool:
    """Whether the slip is further back: who begins another word ('van de p') makes none."""
    return meant[-1:] == typed[-1] or meant[-2:] == typed[:-3:-1]


@lru_cache(maxsize=100_000)
def _sound_of(text: str) -> str:
    return sound_of(text)
