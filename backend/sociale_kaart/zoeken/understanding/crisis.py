"""Whether somebody who asks this may be in danger. What was asked is never kept.

Where it is about suicide, one alarm too many is better than one too few: the block with help
stands above the results and takes nothing away.
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from sociale_kaart.zoeken.question import fold
from sociale_kaart.zoeken.understanding.danger import Clause, is_in_danger
from sociale_kaart.zoeken.understanding.sounds import sound_of
from sociale_kaart.zoeken.understanding.spelling import within_one
from sociale_kaart.zoeken.understanding.words import plain, word_set

# A shorter word has too many neighbours to allow for a misspelling.
_FUZZY_FROM = 6
# A stem this long is found inside a compound too: 'ouderenmishandeling'.
_INSIDE_FROM = 8
_CLAUSE = re.compile(r"[.!?;:,\n]+")
_WORD = re.compile(r"\w+")


class Noodhulp(NamedTuple):
    """Whom to call; `wanneer` only where it is not in the name."""

    naam: str
    nummer: str
    wanneer: str | None


@cache
def noodhulp() -> tuple[Noodhulp, ...]:
    """What the block shows, in order, from data/vocabularia.json."""
    return tuple(
        Noodhulp(row["naam"], row["nummer"], row.get("wanneer")) for row in _data()["noodhulp"]
    )


def crisis_in(question: str) -> bool:
    """Whether the question holds one of the crisis words, in any usual form or spelling."""
    for clause in _CLAUSE.split(plain(question)):
        words = _WORD.findall(clause)
        said = Clause(words, [sound_of(word) for word in words])
        if words and (_has_crisis_word(said) or is_in_danger(said)):
            return True
    return False


@cache
def _data() -> dict[str, Any]:
    source = files("sociale_kaart") / "data" / "vocabularia.json"
    data: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return data


# Words of the list that mean something else more often than not; is_in_danger looks at what
# stands around them.
_AMBIGUOUS = frozenset(
    {
        "geslagen", "snijden", "einde maken", "niet meer leven", "bang thuis", "wil dood",
        "dood willen",
    }
)  # fmt: skip
# What the list's nouns become as verbs and in compounds, and in other languages: these as spelt.
_MORE_STEMS = """
suicida automutil aanrande aanrandi zelfbeschadig zelfverwondi levensmoe partnergewel eerwraak
raped rapist intihar samoboj самогубств суицид самоубийств انتحار
"""
# Ordinary words that are one letter from a word of the list, as they sound.
_INNOCENT = (
    "aangebrand", "aangeland", "aangemaand", "aangeraa", "aangerad", "aangerak", "aangerend",
    "tover", "veerkracht", "verdraag", "verkrijg", "vertraag", "vuurkracht", "zelfport",
)  # fmt: skip
# Only what is long enough keeps its meaning without its ending.
_ENDING = re.compile(r"(?<=\w{8})(?:ing|atie|en|e)$")
# Misuse of things, and cruelty to animals, are no danger to who asks.
_MISUSED = word_set(
    "alcohol drank drugs drug medicijnen medicatie middelen toeslagen toeslag uitkering gegevens "
    "identiteit pas bankpas macht subsidie naam foto vertrouwen"
)
_PEOPLE = word_set("mij me door ik hem haar ons")
_ELSEWHERE = ("dieren", "middelen", "alcohol", "drank", "drugs", "macht", "wegmis", "toeslag")


@cache
def _listed_stems() -> tuple[str, ...]:
    """The sounds of the list's single words without their endings."""
    listed = [word for word in map(fold, _data()["crisiswoorden"]) if " " not in word]
    stems = [_ENDING.sub("", word) for word in listed if word not in _AMBIGUOUS]
    return tuple(dict.fromkeys(map(sound_of, stems)))


@cache
def _stems() -> tuple[str, ...]:
    return (*_listed_stems(), *map(sound_of, _MORE_STEMS.split()))


@cache
def _listed_phrases() -> tuple[tuple[str, ...], ...]:
    listed = (fold(word) for word in _data()["crisiswoorden"] if word not in _AMBIGUOUS)
    return tuple(tuple(map(sound_of, word.split())) for word in listed if " " in word)


def _has_crisis_word(said: Clause) -> bool:
    for at, (word, sound) in enumerate(zip(said.words, said.sounds, strict=True)):
        if _is_crisis_word(word, sound) and not _is_of_things(said.words, at):
            return True
    # Written apart: 'zelf moord'.
    if any(
        sound_of(left + right).startswith(_stems()) and not sound_of(left).startswith(_stems())
        for left, right in pairwise(said.words)
    ):
        return True
    return any(_near_together(said.sounds, phrase) for phrase in _listed_phrases())


def _is_of_things(words: Sequence[str], at: int) -> bool:
    """'Misbruik van mijn gegevens', but not 'mij misbruikt' whatever else is told."""
    return (
        words[at].startswith("misbr")
        and _PEOPLE.isdisjoint(words)
        and not _MISUSED.isdisjoint(words[at + 1 : at + 4])
    )


def _is_crisis_word(word: str, sound: str) -> bool:
    if word.startswith((*_INNOCENT, *_ELSEWHERE)):
        return False
    return sound.startswith(_stems()) or any(
        _begins_nearly(sound, stem) or (len(stem) >= _INSIDE_FROM and stem in sound)
        for stem in _listed_stems()
    )


def _begins_nearly(sound: str, stem: str) -> bool:
    """Whether it is one letter from beginning with the stem."""
    if len(stem) < _FUZZY_FROM or len(sound) < _FUZZY_FROM or sound[0] != stem[0]:
        return False
    lengths = (len(stem) - 1, len(stem), len(stem) + 1)
    return any(within_one(sound[:length], stem) for length in lengths)


def _near_together(sounds: Sequence[str], phrase: Sequence[str], gap: int = 1) -> bool:
    """Whether the words of a phrase stand in this order with at most `gap` words in between."""
    for start, sound in enumerate(sounds):
        at = start
        if not _same(sound, phrase[0]):
            continue
        for wanted in phrase[1:]:
            window = range(at + 1, min(at + gap + 2, len(sounds)))
            at = next((i for i in window if _same(sounds[i], wanted)), -1)
            if at < 0:
                break
        else:
            return True
    return False


def _same(sound: str, wanted: str) -> bool:
    return sound == wanted or (
        len(wanted) >= _FUZZY_FROM and len(sound) >= _FUZZY_FROM and within_one(sound, wanted)
    )
