"""Which words may be suggested, and how good each is: what people type, and the map's own words."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import numpy as np

from sociale_kaart.zoeken.completion.beginnings import Beginnings
from sociale_kaart.zoeken.language.lexicon import lemma_of, lexicon
from sociale_kaart.zoeken.language.terms import LABEL, WRITTEN
from sociale_kaart.zoeken.question import STOP_WORDS, fold
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats

# Against twice as many listings: how common a word is (zipf), each further word of a phrase, that
# the map itself says it, and each letter of a word that is longer than people talk.
_COMMONNESS, _LONGER, _OF_THE_MAP, _LETTER, _LONG = 0.6, 1.0, 1.0, 0.1, 12
# Of 'schuld' and 'schulden' the one that listings write.
_AS_WRITTEN = 0.3
# Words that everybody uses, such as 'samen' and 'week', say nothing by themselves.
_SHORTEST, _USED_BY_ALL = 4, 5.2
_SILENT = frozenset(STOP_WORDS)


class Pair(NamedTuple):
    """A synonym as it is written, and as it is looked up (folded)."""

    woord: str
    betekent: str
    woord_kaal: str
    betekent_kaal: str
    richting: str


@dataclass(frozen=True, slots=True)
class Word:
    """A text that may be suggested.

    `folded` are its words; `leads_to` the folded texts that the search puts in its place;
    `of_the_map` when it is the map's own, in whatever language that is.
    """

    text: str
    folded: tuple[str, ...]
    of_the_map: bool
    leads_to: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Texts:
    """Every text that could be suggested, whether it leads to a listing now or not."""

    words: Sequence[Word] = ()
    # How good each is by itself.
    merit: Floats = field(default_factory=lambda: np.empty(0, np.float32))
    beginnings: Beginnings = field(default_factory=lambda: Beginnings(()))
    titles: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Words:
    """What may be suggested now, and how good each is. Compared as an object; it never changes."""

    texts: Texts = field(default_factory=Texts)
    worth: Floats = field(default_factory=lambda: np.empty(0, np.float32))

    def exactly(self, start: str, *, whole: bool) -> list[Word]:
        numbers = self.texts.beginnings.exactly(start, self.worth, whole=whole)
        return [self.texts.words[number] for number in numbers]

    def nearly(self, start: str, *, whole: bool) -> list[Word]:
        numbers = self.texts.beginnings.nearly(start, self.worth, whole=whole)
        return [self.texts.words[number] for number in numbers]


def texts_of(pairs: Iterable[Pair], titles: Collection[str]) -> Texts:
    """Both sides of the synonyms, and the words of titles (in small letters) that say something."""
    written: dict[str, str] = {}
    meant: set[str] = set()
    leads_to: dict[str, set[str]] = {}
    for pair in pairs:
        written.setdefault(pair.woord_kaal, pair.woord)
        written.setdefault(pair.betekent_kaal, pair.betekent)
        meant.add(pair.betekent_kaal)
        leads_to.setdefault(pair.woord_kaal, set()).add(pair.betekent_kaal)
        if pair.richting == "beide":
            leads_to.setdefault(pair.betekent_kaal, set()).add(pair.woord_kaal)
    for title in titles:
        folded = fold(title)
        if _says_something(folded):
            written.setdefault(folded, title)
            meant.add(folded)
    words = [
        Word(text, tuple(folded.split()), folded in meant, frozenset(leads_to.get(folded, ())))
        for folded, text in written.items()
    ]
    merit = np.fromiter(map(_merit, words), np.float32, len(words))
    return Texts(words, merit, Beginnings(word.folded for word in words), frozenset(titles))


def words_now(texts: Texts, corpus: Corpus) -> Words:
    """What leads to a listing: the more of them, the better."""
    reach = cache(lambda folded: reach_of(folded, corpus))
    found, written = np.zeros((2, len(texts.words)), np.float32)
    for at, word in enumerate(texts.words):
        folded = " ".join(word.folded)
        written[at] = corpus.counts.get(WRITTEN + folded, 0)
        # Labels of themes are suggested as themes.
        if len(word.folded) == 1 or not corpus.has(LABEL + folded):
            found[at] = max(reach(folded), *map(reach, word.leads_to), 0)
    with np.errstate(divide="ignore"):
        worth = np.log2(found) + _AS_WRITTEN * np.log2(1 + written)
    return Words(texts, (worth + texts.merit).astype(np.float32))


def reach_of(folded: str, corpus: Corpus) -> int:
    """About how many listings have a text as a label, or all words of it; 0 for none."""
    telling = [word for word in folded.split() if word not in _SILENT]
    said = (
        max(corpus.counts.get(WRITTEN + word, 0), corpus.counts.get(lemma_of(word), 0))
        for word in telling
    )
    return max(corpus.counts.get(LABEL + folded, 0), min(said, default=0))


def _merit(word: Word) -> float:
    telling = [one for one in word.folded if one not in _SILENT] or word.folded
    common = min(map(lexicon().zipf, telling))
    letters = max(0, max(map(len, word.folded)) - _LONG)
    longer = _LONGER * (len(word.folded) - 1) + _LETTER * letters
    return _COMMONNESS * common + _OF_THE_MAP * word.of_the_map - longer


def _says_something(word: str) -> bool:
    """Whether a word of a title is worth suggesting by itself: no 'drinkt', no 'samen'."""
    if len(word) < _SHORTEST or word in _SILENT or not word.isalpha():
        return False
    is_base = lemma_of(word) == word or word.endswith(("en", "s"))
    return is_base and lexicon().zipf(word) < _USED_BY_ALL
