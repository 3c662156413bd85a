"""What makes a pair of words one that can be looked up and that hurts nobody."""

import json
from functools import cache
from importlib.resources import files

from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.synonyms.expansions import MOST_WORDS

_LONG_ENOUGH = 5


def bare(text: str) -> str:
    """The words of a text as questions have them: without capitals, accents and signs."""
    return " ".join(words_of(text))


@cache
def never_shown() -> frozenset[str]:
    """Words that people search with and that nobody should read back."""
    return _listed("nietTonen")


def _listed(key: str) -> frozenset[str]:
    path = files("sociale_kaart") / "data" / "vocabularia.json"
    return frozenset(map(bare, json.loads(path.read_text(encoding="utf-8"))[key]))


def is_shameful(text: str) -> bool:
    """Whether a word that is never shown is in it, an ending more or less ('zwervers')."""
    return any(
        word == hidden or (len(hidden) >= _LONG_ENOUGH and word.startswith(hidden))
        for word in words_of(text)
        for hidden in never_shown()
    )


@cache
def _policy_words() -> frozenset[str]:
    return _listed("beleidswoorden")


def is_policy_talk(text: str) -> bool:
    """Whether a word is in it, alone or as a part, that residents do not use."""
    return any(word in said for said in words_of(text) for word in _policy_words())


def check_words(text: str) -> str:
    """The text itself; raises ValueError when questions can never hold it."""
    count = len(words_of(text))
    if count == 0:
        raise ValueError("Hier staat geen woord in.")
    if count > MOST_WORDS:
        raise ValueError(f"Dit zijn te veel woorden: hoogstens {MOST_WORDS}.")
    return text


def check_meaning(woord: str | None, betekent: str) -> str:
    """The right-hand side itself; raises ValueError when it cannot stand there."""
    if is_shameful(betekent):
        raise ValueError("Dit woord tonen we nooit. Het kan alleen bij 'woord' staan.")
    if woord is not None and bare(woord) == bare(betekent):
        raise ValueError("Dit is hetzelfde woord. Vul een ander woord in.")
    return betekent


def check_direction(woord: str | None, richting: str) -> str:
    """The direction itself; raises ValueError when it would lead to a word that we never show."""
    if richting == "beide" and woord is not None and is_shameful(woord):
        raise ValueError("Dit woord tonen we nooit. Kies daarom 'heen'.")
    return richting
