"""What somebody wants to pay at most: '3 euro', 'max. 10 euro', '€ 5'."""

from collections.abc import Sequence

from sociale_kaart.zoeken.understanding.begrepen import Meaning, Reading, Wish
from sociale_kaart.zoeken.understanding.numbers import number_in
from sociale_kaart.zoeken.understanding.words import Word, word_set

_LIMITS = word_set("max maximaal hoogstens hooguit onder tot voor")
_ARTICLES = word_set("de van")
_LITTLE, _SOME = 5, 15
_CHEAP = ("gratis", "vrije-bijdrage", "tot-5", "minimaregeling")


def read_price(question: str, words: Sequence[Word], at: int) -> Reading | None:
    """The price that begins at this word; an amount above 15 euro is not a wish to pay little."""
    here = at
    while here < len(words) and words[here].vorm in (_LIMITS if here == at else _ARTICLES):
        here += 1
    amount = number_in(words[here].vorm) if here < len(words) else None
    if amount is None or amount > _SOME:
        return None
    named = here + 1 < len(words) and words[here + 1].vorm in {"euro", "euros", "eur"}
    sign = "€" in question[max(0, words[here].start - 2) : words[here].start]
    if not (named or sign):
        return None
    codes = _CHEAP if amount <= _LITTLE else (*_CHEAP, "5-15")
    return Reading(at, here + 1 + named, Meaning((Wish("kosten", codes),)))
