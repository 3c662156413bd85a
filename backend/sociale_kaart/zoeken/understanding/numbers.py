"""Numbers as people write them: in figures or in Dutch words."""

from itertools import product

_SMALL_WORDS = """
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
zeventien achttien negentien
"""
_TENS_WORDS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_SMALL, _TENS = _SMALL_WORDS.split(), _TENS_WORDS.split()
_MAX_FIGURES = 4


def _spelled() -> dict[str, int]:
    # Without 'nul' and 'een': the second is an article nearly always.
    numbers = {word: number for number, word in enumerate(_SMALL) if number > 1}
    numbers |= {word: number * 10 for number, word in enumerate(_TENS, start=2)}
    for (tens, ten), one in product(enumerate(_TENS, start=2), range(1, 10)):
        numbers[f"{_SMALL[one]}en{ten}"] = tens * 10 + one
    return numbers


_SPELLED = _spelled()


def number_in(word: str) -> int | None:
    """The number that a folded word says; None for a word, and for more than four figures."""
    if len(word) <= _MAX_FIGURES and word.isdecimal():
        return int(word)
    return _SPELLED.get(word)
