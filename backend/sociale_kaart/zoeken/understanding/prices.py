"""What somebody wants to pay at most: '3 euro', 'max. 10 euro', '€ 5'."""

from collections.abc import Sequence

from sociale_kaart.zoeken.understanding.begrepen import Meaning, Reading, Wish
from sociale_kaart.zoeken.understanding.numbers import number_in
from sociale_kaart.zoeken.understanding.words import Word, word_set

_LIMITS = word_set("max maximaal hoogstens hooguit onder tot voor")
_ARTICLES = word_set("de van")
_LITTLE, _SOME = 5, 15
_CENTS = 2
_CHEAP = ("gratis", "vrije-bijdrage", "tot-5", "minimaregeling")


def read_price(question: str, words: Sequence[Word], at: int) -> Reading | None:
    """The price that begins at this word; an amount above 15 euro is not a wish to pay little."""
    here = at
    while here < len(words) and words[here].vorm in (_LIMITS if here == at else _ARTICLES):
        here += 1
    amount = number_in(words[here].vorm) if here < len(words) else None
    if amount is None or amount > _SOME or _is_inside_number(question, words[here]):
        return None
    sign = "€" in question[max(0, words[here].start - 2) : words[here].start]
    stop = here + 1
    if stop < len(words) and _is_inside_number(question, words[stop]):
        if len(words[stop].vorm) > _CENTS:
            return None
        stop += 1
    named = stop < len(words) and words[stop].vorm in {"euro", "euros", "eur"}
    if not (named or sign):
        return None
    codes = _CHEAP if amount <= _LITTLE else (*_CHEAP, "5-15")
    return Reading(at, stop + named, Meaning((Wish("kosten", codes),)))


def _is_inside_number(question: str, word: Word) -> bool:
    """Whether it is what comes behind the point or comma of a number: '2,50', '10.000'."""
    before = question[max(0, word.start - 2) : word.start]
    return word.vorm.isdecimal() and len(before) > 1 and before[0].isdecimal() and before[1] in ".,"
