"""Takes Dutch compounds apart: 'mantelzorgondersteuning' is mantelzorg and ondersteuning.

A part has to be a word that is used by itself. Where several ways are possible the one with the
commonest and fewest parts is taken.
"""

from functools import lru_cache

from sociale_kaart.zoeken.language.lexicon import lexicon

_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
_MOST_PARTS = 4
_LONG_PART = 5
# In zipf: once in a million words for a short part, once in three million for a long one.
_COMMON, _COMMON_ENOUGH = 3.0, 2.5
_LESS_AS_STEM = 0.5
# How much commoner than its rarest part a compound may be all the same.
_RARER = 1.1
# Each part more has to be earned by parts that are this much commoner.
_PRICE_OF_A_PART = 1.2
_GAIN_OF_A_LETTER = 0.15
_LINKS = ("", "s", "en", "n", "e", "er")
# Words by themselves, but inside a longer word nearly always an ending or a beginning.
_ENDINGS = """
aan aar als bij dar dat den der door een eer eit ele els ene ere eren erin ering ers gaan gen had
heid het hoe ing inge king lijk ling men met naar nen onder ons ook over per ren sen ste ten ter
tie tig toe uit van ver ving voor was wat wie zijn
age eden ellen end hing ist ken lig loos nis pen schap tal ven wen
"""
# What makes another verb or noun of a word: bestellen is no kind of stellen, nor of ellen.
_BEFORE = ("be", "er", "ge", "her", "ont", "ver")
_NO_PARTS = frozenset(_ENDINGS.split())


@lru_cache(maxsize=100_000)
def parts_of(word: str) -> tuple[str, ...]:
    """The parts of a folded compound, in order; empty when it is none."""
    if len(word) < _SHORTEST_COMPOUND or not word.isalpha() or _is_derived(word):
        return ()
    own = lexicon().zipf(word)
    return _best(
        # A compound is used less than what it is made of; 'schilderen' is no kind of 'deren'.
        [parts for parts in _splits(word, ()) if min(map(_commonness, parts)) > own - _RARER]
    )


def _is_derived(word: str) -> bool:
    words = lexicon()
    return words.knows(word) and any(
        word.startswith(before) and words.knows(word[len(before) :]) for before in _BEFORE
    )


def _splits(rest: str, parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    if parts and _is_part(rest):
        found.append((*parts, rest))
    if len(parts) == _MOST_PARTS - 1:
        return found
    for end in range(_SHORTEST_PART, len(rest) - _SHORTEST_PART + 1):
        head, tail = rest[:end], rest[end:]
        if not _is_part(head):
            continue
        for link in _LINKS:
            after = tail[len(link) :]
            if tail.startswith(link) and len(after) >= _SHORTEST_PART:
                found += _splits(after, (*parts, head))
    return found


def _best(splits: list[tuple[str, ...]]) -> tuple[str, ...]:
    return max(splits, key=_worth, default=())


def _worth(parts: tuple[str, ...]) -> float:
    common = sum(map(_commonness, parts)) / len(parts)
    return common - _PRICE_OF_A_PART * len(parts) + _GAIN_OF_A_LETTER * min(map(len, parts))


@lru_cache(maxsize=100_000)
def _is_part(word: str) -> bool:
    if len(word) < _SHORTEST_PART or word in _NO_PARTS:
        return False
    return _commonness(word) >= (_COMMON if len(word) < _LONG_PART else _COMMON_ENOUGH)


@lru_cache(maxsize=100_000)
def _commonness(word: str) -> float:
    """How common a part is; what no dictionary has must be common and long to be believed."""
    words = lexicon()
    zipf = words.zipf(word)
    if words.knows(word):
        # The first part may be the stem of a verb: opvoed in opvoedspreekuur.
        return max(zipf, words.zipf(word + "en") - _LESS_AS_STEM)
    return zipf if len(word) >= _LONG_PART and zipf >= _COMMON else 0.0
