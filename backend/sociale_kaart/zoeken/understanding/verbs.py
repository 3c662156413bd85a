"""Other readings of words in a question: verbs that Dutch takes apart, and who does what a verb says.

'Ik kom niet meer rond' asks for rondkomen, 'gokkers' for gokken. Nothing here knows listings.
"""

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache

from sociale_kaart.zoeken.language.lexicon import lemma_of, lexicon
from sociale_kaart.zoeken.understanding.words import word_set

# What a verb leaves at the end of its clause.
_PARTICLES = word_set(
    "aan achter af bij binnen dicht door in langs los mee na neer om onder op open over rond samen "
    "tegen terecht terug thuis toe uit vast voor voorbij weg"
)
# What begins another clause, so that the word before it ended one.
_BEGINS_CLAUSE = word_set("als dat die en hoe maar of om omdat want wat zodat")
# A verb this far before its particle is another sentence's.
_REACH = 8
_AGENTS = ("sters", "ster", "ers", "er")
_SHORTEST_AGENT = 5
# Once in five million words: rarer infinitives are chance.
_KNOWN = 2.3


def joined_verbs(words: Sequence[str], telling: Container[int]) -> dict[int, str]:
    """The verbs in two parts, whole, each at one place; empty at the place of the other part.

    Args:
        words: all words of a question, folded, in order.
        telling: the places of those that say something: a verb is told at its own place, or at
            that of its particle when it says nothing by itself ('ik kom niet rond').
    """
    found: dict[int, str] = {}
    for at, word in enumerate(words):
        if word in _PARTICLES and _ends_clause(words, at):
            verb = _verb_of(words, at)
            if verb is not None:
                place, whole = verb
                told, silent = (place, at) if place in telling else (at, place)
                found[told], found[silent] = whole, ""
    return found


def doers(words: Sequence[str]) -> dict[int, str]:
    """The places of words for who does something, with the verb for what they do."""
    found = {at: _done_by(word) for at, word in enumerate(words)}
    return {at: verb for at, verb in found.items() if verb is not None}


def said_otherwise(words: Sequence[str], readings: Mapping[int, str], silent: str) -> list[str]:
    """The question with these readings; `silent` stands where nothing is told."""
    return [readings.get(at, word) or silent for at, word in enumerate(words)]


def _ends_clause(words: Sequence[str], at: int) -> bool:
    return at + 1 == len(words) or words[at + 1] in _BEGINS_CLAUSE


def _verb_of(words: Sequence[str], particle: int) -> tuple[int, str] | None:
    """The place of the nearest verb that this particle makes another verb of, and that verb."""
    for at in range(particle - 1, max(-1, particle - 1 - _REACH), -1):
        for infinitive in _infinitives(words[at]):
            if words[at] != infinitive and _is_verb(words[particle] + infinitive):
                return at, words[particle] + infinitive
    return None


@lru_cache(maxsize=20_000)
def _infinitives(word: str) -> tuple[str, ...]:
    """What the infinitive of this form may be: 'kom' gives 'komen', 'val' gives 'vallen'."""
    likely = (lemma_of(word), word + "en", word + word[-1:] + "en")
    return tuple(one for one in dict.fromkeys(likely) if _is_verb(one))


@lru_cache(maxsize=20_000)
def _is_verb(word: str) -> bool:
    words = lexicon()
    return word.endswith("n") and words.knows(word) and words.zipf(word) >= _KNOWN


@lru_cache(maxsize=20_000)
def _done_by(word: str) -> str | None:
    """The verb of who does it: 'gokker' gives 'gokken', 'bezoekster' 'bezoeken'."""
    if len(word) < _SHORTEST_AGENT:
        return None
    for ending in _AGENTS:
        base = word.removesuffix(ending)
        verb = base + "en"
        # 'Lekker' and 'letter' are words of their own, used more than a verb that looks like them.
        if base != word and _is_verb(verb) and lexicon().zipf(verb) > lexicon().zipf(word):
            return verb
    return None
