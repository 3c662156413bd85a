"""From what somebody typed to what is looked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sociale_kaart.core.clock import today
from sociale_kaart.taxonomie.reference import Reference
from sociale_kaart.zoeken.language.languages import is_foreign_word
from sociale_kaart.zoeken.language.lexicon import lexicon
from sociale_kaart.zoeken.language.terms import WRITTEN
from sociale_kaart.zoeken.ranking.concepts import Concept, concepts_of, labels_of
from sociale_kaart.zoeken.statistics import Statistics
from sociale_kaart.zoeken.synonyms.expansions import Expansion, Synonyms
from sociale_kaart.zoeken.understanding.begrepen import Wens
from sociale_kaart.zoeken.understanding.gazetteer import Gazetteer, folk_names
from sociale_kaart.zoeken.understanding.understand import understand
from sociale_kaart.zoeken.understanding.verbs import doers, joined_verbs, said_otherwise

_BEGINS, _BEGINNINGS = 0.45, 8
_SHORTEST_BEGINNING = 3
# How surely a verb that was put together is what is meant.
_OTHERWISE = 0.9
# How much of what a question leads to goes along with it to the model.
_TOLD = 3


@dataclass(frozen=True)
class Interpretation:
    """What a question asks for.

    `labels` are the labels of themes and groups that it leads to, as terms. `corrected` is the
    question with misspelt words put right, when there are any. `meaning` is what its vector is
    made of: the question with what it leads to. Without `makes_sense` no word of it is a word in
    any language that is known here.
    """

    concepts: Sequence[Concept] = ()
    labels: Mapping[str, float] = field(default_factory=dict)
    wishes: Sequence[Wens] = ()
    corrected: str | None = None
    meaning: str = ""
    makes_sense: bool = True


class _GoodWords:
    """Words that are spelt well, so that they are taken for no place that looks like them."""

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and lexicon().knows(word)


class GazetteerOf:
    """The gazetteer of the reference data, made again when that was read again."""

    def __init__(self) -> None:
        self._made_of: object = None
        self._gazetteer: Gazetteer | None = None

    def get(self, reference: Reference) -> Gazetteer:
        key = (reference.vocabulary, reference.buurten)
        if self._gazetteer is None or self._made_of != key:
            self._gazetteer = Gazetteer.of(
                reference.vocabulary,
                reference.vocabulary.wijk_names.items(),
                reference.buurten,
                folk_names(),
                postcodes=reference.postcodes,
                known=_GoodWords(),
            )
            self._made_of = key
        return self._gazetteer


def interpret(
    question: str,
    gazetteer: Gazetteer,
    statistics: Statistics,
    synonyms: Synonyms,
    without: Sequence[str] = (),
) -> Interpretation:
    """Takes a question apart; `without` are the kinds of wishes that were taken off again."""
    read = understand(question, gazetteer, today())
    spelled = {word: statistics.speller.meant_by(word) for word in read.woorden}
    spelled = {word: meant for word, meant in spelled.items() if meant}
    whole = list(read.zin)
    for place, word in zip(read.plaatsen, read.woorden, strict=True):
        if word in spelled:
            whole[place] = next(iter(spelled[word]))
    begun: dict[str, dict[str, float]] = {}
    if read.woorden and not question[-1:].isspace():
        begun = _beginnings(read.woorden, statistics)
    verbs = joined_verbs(whole, read.plaatsen)
    expansions = _with_readings(whole, doers(whole) | verbs, synonyms)
    said = [
        (verbs.get(place, word), place)
        for word, place in zip(read.woorden, read.plaatsen, strict=True)
        # A verb in two parts is told once.
        if verbs.get(place) != ""
    ]
    concepts = concepts_of(
        [word for word, _ in said],
        [place for _, place in said],
        expansions,
        statistics.corpus,
        spelled | begun,
    )
    for words in begun.values():
        concepts[-1].rarest = min(statistics.corpus.rarity(WRITTEN + word) for word in words)
    corrected = " ".join(whole) if tuple(whole) != read.zin else None
    return Interpretation(
        concepts=concepts,
        labels=labels_of(expansions, statistics.corpus),
        wishes=[wish for wish in read.wensen if wish.soort not in without],
        corrected=corrected,
        meaning=_meaning(corrected or question, expansions),
        makes_sense=not concepts or any(_is_word(one, statistics) for one in concepts),
    )


def _with_readings(
    whole: Sequence[str], otherwise: Mapping[int, str], synonyms: Synonyms
) -> list[Expansion]:
    """What the question leads to, as it stands and with its verbs put together."""
    expansions = synonyms.expansions(whole)
    if otherwise:
        expansions += [
            Expansion(place, place + 1, (verb,), _OTHERWISE)
            for place, verb in otherwise.items()
            if verb
        ]
        known = set(expansions)
        again = synonyms.expansions(said_otherwise(whole, otherwise, silent="en"))
        expansions += [one for one in again if one not in known]
    return expansions


def _meaning(question: str, expansions: Sequence[Expansion]) -> str:
    """A small model knows little of how people talk; what the longest phrases lead to helps it."""
    longest = sorted(expansions, key=lambda one: one.start - one.stop)
    told = list(dict.fromkeys(target for one in longest for target in one.naar))[:_TOLD]
    return f"{question} ({', '.join(told)})" if told else question


def _beginnings(words: Sequence[str], statistics: Statistics) -> dict[str, dict[str, float]]:
    """What the last word may become when somebody is still typing it."""
    word, speller = words[-1], statistics.speller
    # After other words a word that is one is more often done than begun.
    is_done = speller.is_known(word) if len(words) > 1 else speller.has(word)
    if len(word) < _SHORTEST_BEGINNING or is_done:
        return {}
    begun = statistics.speller.beginning_with(word, _BEGINNINGS)
    return {word: dict.fromkeys(begun, _BEGINS)} if begun else {}


def _is_word(concept: Concept, statistics: Statistics) -> bool:
    return any(map(statistics.corpus.has, concept.terms)) or _is_any_word(concept.word)


@lru_cache(maxsize=20_000)
def _is_any_word(word: str) -> bool:
    words = lexicon()
    return words.knows(word) or words.zipf(word) > 0 or is_foreign_word(word)
