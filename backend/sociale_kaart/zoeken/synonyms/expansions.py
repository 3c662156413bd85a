"""Which other words a question asks for too: look-ups in memory, with no database near."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sociale_kaart.zoeken.question import STOP_WORDS, words_of

# What somebody types leads to the word of the map: nearly as good as typing that word.
WEIGHT_HEEN = 0.6
# Back again is a guess: who types the broad word may well mean another of its narrow ones.
WEIGHT_TERUG = 0.5
MOST_WORDS = 6

# Left out of a phrase when it is compared loosely, save the words that turn it round:
# 'niet rondkomen' is no 'rondkomen', and 'uit huis' is no 'huis'.
_SKIPPED = (frozenset(STOP_WORDS) | {"meer"}) - {"niet", "uit", "tegen", "over", "veel"}

Lemma = Callable[[str], str]
_Words = tuple[str, ...]


class Paar(NamedTuple):
    """A row as it is looked up."""

    woord: str
    betekent: str
    richting: str
    heel_woord: bool = False


class _Target(NamedTuple):
    text: str
    weight: float
    heel: bool


_Run = tuple[int, int]
_Found = dict[_Run, list[_Target]]


@dataclass(frozen=True)
class Expansion:
    """Words `start` up to `stop` of a question also ask for each of `naar`.

    `naar` are folded words or phrases. With `heel` they count only as written: no
    inflections, no typing errors.
    """

    start: int
    stop: int
    naar: _Words
    weight: float
    heel: bool = False


class Synonyms:
    """All rows, by the words that they start from. It never changes; new rows make a new one."""

    def __init__(self, lemma: Lemma) -> None:
        self._lemma = lemma
        self._written: dict[_Words, list[_Target]] = defaultdict(list)
        self._inflected: dict[_Words, list[_Target]] = defaultdict(list)
        # By the telling words of a phrase in the order of the alphabet: Dutch moves its verbs
        # about ('ik slaap op straat', 'op straat slapen').
        self._loose: dict[_Words, list[_Target]] = defaultdict(list)
        self._longest = 0

    @classmethod
    def of(cls, rows: Iterable[Paar], lemma: Lemma) -> "Synonyms":
        """Rows of any kind with these four fields; `lemma` turns a folded word into its root."""
        synonyms = cls(lemma)
        for row in rows:
            synonyms._add(row.woord, row.betekent, WEIGHT_HEEN, start=row.heel_woord)
            if row.richting == "beide":
                synonyms._add(row.betekent, row.woord, WEIGHT_TERUG, target=row.heel_woord)
        return synonyms

    def _add(
        self, text: str, to: str, weight: float, *, start: bool = False, target: bool = False
    ) -> None:
        words, goal = tuple(words_of(text)), " ".join(words_of(to))
        if not words or not goal or len(words) > MOST_WORDS:
            return
        found = _Target(goal, weight, target)
        self._longest = max(self._longest, len(words))
        self._written[words].append(found)
        if start:
            return
        self._inflected[tuple(map(self._lemma, words))].append(found)
        telling = [self._lemma(word) for word in words if word not in _SKIPPED]
        if len(telling) > 1:
            self._loose[tuple(sorted(telling))].append(found)

    def expansions(self, words: Sequence[str]) -> list[Expansion]:
        """What these folded words lead to, in order, the longest run from each word first.

        Give all words of a question, the ones that say nothing included: 'niet' and 'uit' make
        a difference in a phrase. Runs may overlap, but where a longer one leads to a word, a
        shorter one inside it does not again.
        """
        lemmas = [self._lemma(word) for word in words]
        found: _Found = defaultdict(list)
        for start, stop in _runs(len(words), self._longest):
            written = self._written.get(tuple(words[start:stop]), ())
            inflected = self._inflected.get(tuple(lemmas[start:stop]), ())
            if written or inflected:
                found[start, stop] += [*written, *inflected]
        telling = [place for place, word in enumerate(words) if word not in _SKIPPED]
        for first, last in _runs(len(telling), self._longest):
            places = telling[first:last]
            key = tuple(sorted(lemmas[place] for place in places))
            if key in self._loose:
                found[places[0], places[-1] + 1] += self._loose[key]
        order = sorted(found, key=lambda run: (run[0], -run[1]))
        return [one for run in order for one in _gather(run, words, found)]


def _runs(length: int, longest: int) -> Iterator[tuple[int, int]]:
    for start in range(length):
        for stop in range(start + 1, min(start + longest, length) + 1):
            yield start, stop


def _gather(run: _Run, words: Sequence[str], found: _Found) -> Iterator[Expansion]:
    """One expansion per weight; a word that is reached twice counts by its heaviest way."""
    start, stop = run
    itself = " ".join(words[start:stop])
    best: dict[str, _Target] = {}
    for target in found[run]:
        if target.text == itself or _is_told_by_longer(target, run, found):
            continue
        if target.text not in best or target.weight > best[target.text].weight:
            best[target.text] = target
    kinds = sorted({(target.weight, target.heel) for target in best.values()}, reverse=True)
    for weight, heel in kinds:
        texts = [one.text for one in best.values() if (one.weight, one.heel) == (weight, heel)]
        yield Expansion(start, stop, tuple(texts), weight, heel)


def _is_told_by_longer(target: _Target, run: _Run, found: _Found) -> bool:
    """Whether a phrase around these words leads there too: 'gratis advocaat', 'advocaat'."""
    start, stop = run
    return any(
        first <= start and stop <= last and (first, last) != run and target in targets
        for (first, last), targets in found.items()
    )
