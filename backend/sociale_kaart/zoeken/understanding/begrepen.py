"""What was understood of a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Soort = Literal[
    "wijk", "dag", "dagdeel", "datum", "kosten", "toegankelijkheid", "doelgroep", "leeftijd",
    "vorm", "aanmelden", "openVoor", "taal", "niveau",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wens:
    """One thing that was asked for, as codes of the vocabularies.

    Several codes mean 'one of these', and so do several wishes of one kind. For `datum` the
    codes are the first and the last day (ISO); for `leeftijd` one age, or the youngest and the
    oldest. `tekst` is what was typed. When `blijft`, the words say what is sought as well, and
    are among the words of the question.
    """

    soort: Soort
    codes: tuple[str, ...]
    tekst: str
    blijft: bool = False


@dataclass(frozen=True, slots=True)
class Begrepen:
    """A question, taken apart.

    `woorden` are the telling words in order, folded, at most 24. `zin` are all words that were
    read, stop words and wishes too, for phrases such as 'kind luistert niet'; `plaatsen` says for
    each of `woorden` where it stands in `zin`.
    """

    woorden: tuple[str, ...]
    wensen: tuple[Wens, ...]
    zin: tuple[str, ...]
    plaatsen: tuple[int, ...]


class Wish(NamedTuple):
    """A wish before it is known which words of the question say it."""

    soort: Soort
    codes: tuple[str, ...]


class Meaning(NamedTuple):
    """What a phrase means: wishes, or none for a phrase that says nothing.

    `stays` when its words are (also) what is sought.
    """

    wishes: tuple[Wish, ...] = ()
    stays: bool = False


class Reading(NamedTuple):
    """What was read from one word of the question up to another (not included)."""

    start: int
    stop: int
    meaning: Meaning


def longest(readings: Sequence[Reading | None]) -> Reading | None:
    """The reading that takes in most words; of equals the first."""
    found = [reading for reading in readings if reading is not None]
    return max(found, key=lambda reading: reading.stop, default=None)
