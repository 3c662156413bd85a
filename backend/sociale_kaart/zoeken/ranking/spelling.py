"""The word that somebody meant to type."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from sociale_kaart.zoeken.language.compounds import parts_of
from sociale_kaart.zoeken.language.lexicon import lexicon
from sociale_kaart.zoeken.language.terms import WRITTEN
from sociale_kaart.zoeken.understanding.sounds import sound_of

# A shorter word has too many neighbours to know which was meant.
_SHORTEST = 4
_LONG = 8
_MOST_CANDIDATES = 40
_MOST_MEANT = 3
# As sure as that it is a word spelt by ear, with one slip, nearly by ear, or with two slips.
_SURE_BY_EAR, _SURE_OF_ONE, _NEARLY_BY_EAR, _SURE_OF_TWO = 0.9, 0.8, 0.7, 0.6
_SHORTEST_SOUND = 6
_FREQUENT = 3.2
# What is this much less sure than the best is not meant.
_CLOSE = 0.05
_MOST_LOOKED_AT = 500
_VOWELS = frozenset("aeiouy")


class Speller:
    """The words of the listings and of the synonyms, to recognise a misspelt one by."""

    def __init__(self, words: Mapping[str, int], known: Iterable[str] = ()) -> None:
        """Made of folded words.

        Args:
            words: what may be meant, with how many listings have it.
            known: what people type that leads elsewhere, in any language: no slips, and only meant
                when they are Dutch.
        """
        self._words = {**{word: 0 for word in known if _is_dutch(word)}, **words}
        self._known = self._words.keys() | set(known)
        self._list = sorted(word for word in self._words if len(word) >= _SHORTEST)
        self._by_sound: dict[str, list[str]] = {}
        for word in self._list:
            self._by_sound.setdefault(sound_of(word), []).append(word)
        self._sounds = list(self._by_sound)

    @classmethod
    def of(
        cls, counts: Mapping[str, int], meanings: Iterable[str] = (), known: Iterable[str] = ()
    ) -> "Speller":
        """Made of the terms of all listings (ranking.corpus) and of both sides of the synonyms."""
        words = dict.fromkeys(meanings, 0)
        marked = len(WRITTEN)
        words |= {
            term[marked:]: count for term, count in counts.items() if term.startswith(WRITTEN)
        }
        return cls(words, set(known))

    def beginning_with(self, start: str, limit: int) -> list[str]:
        """The words most used that begin so, for who is still typing."""
        first = bisect_left(self._list, start)
        found = []
        for word in self._list[first : first + _MOST_LOOKED_AT]:
            if not word.startswith(start):
                break
            found.append(word)
        return sorted(found, key=lambda word: (-self._words[word], word))[:limit]

    def has(self, word: str) -> bool:
        """Whether a listing or a synonym has it, written so."""
        return word in self._known

    def is_known(self, word: str) -> bool:
        """Whether it is a word as it stands: in a listing or a synonym, or a good Dutch one."""
        return word in self._known or _is_dutch(word) or _is_compound(word)

    def meant_by(self, word: str) -> dict[str, float]:
        """The words that may be meant by a folded word that is none, each with how sure that is.

        Empty when it is fine, too short to tell, or like nothing known.
        """
        if len(word) < _SHORTEST or not word.isalpha() or self.is_known(word):
            return {}
        # People slip, but do not leave out every vowel.
        if _VOWELS.isdisjoint(word):
            return {}
        by_ear = self._by_sound.get(sound_of(word), [])
        found = dict.fromkeys(by_ear, _SURE_BY_EAR)
        most = 2 if len(word) >= _LONG else 1
        for meant, slips, _ in extract(
            word, self._list, scorer=OSA.distance, score_cutoff=most, limit=_MOST_CANDIDATES
        ):
            # People seldom miss the first letter.
            if meant[0] != word[0] and slips > 1:
                continue
            sure = _SURE_OF_ONE if slips <= 1 else _SURE_OF_TWO
            found[meant] = max(found.get(meant, 0.0), sure)
        if not found:
            found = self._nearly_by_ear(word)
        best = max(found.values(), default=0.0)
        likely = [meant for meant, sure in found.items() if sure >= best - _CLOSE]
        likely.sort(key=lambda meant: (-found[meant], -self._words[meant], meant))
        return {meant: found[meant] for meant in likely[:_MOST_MEANT]}

    def _nearly_by_ear(self, word: str) -> dict[str, float]:
        """What sounds alike but for one sound: 'hospies' and 'hospice'."""
        sound = sound_of(word)
        if len(sound) < _SHORTEST_SOUND:
            return {}
        alike = extract(
            sound, self._sounds, scorer=OSA.distance, score_cutoff=1, limit=_MOST_CANDIDATES
        )
        return {
            meant: _NEARLY_BY_EAR
            for key, _, _ in alike
            if key[0] == sound[0]
            for meant in self._by_sound[key]
        }


@lru_cache(maxsize=20_000)
def _is_dutch(word: str) -> bool:
    words = lexicon()
    return words.knows(word) or words.zipf(word) >= _FREQUENT


def _is_compound(word: str) -> bool:
    """Whether it is made of Dutch words that are long enough to be no chance."""
    return min(map(len, parts_of(word)), default=0) >= _SHORTEST
