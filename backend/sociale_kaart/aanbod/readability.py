"""Which sentences of a listing are too hard to read, as far as length and words tell (ADR 0023).

B1 is about more than this, so what is found is a hint for who writes, and never a refusal.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Words in a sentence. Residents read ten to twelve with ease; one longer one is no harm.
LONGEST = 15
# The texts that residents read, in the order of the page.
FIELDS = (
    "titel",
    "samenvatting",
    "kosten_toelichting",
    "beschrijving",
    "wat_levert_het_op",
    "doelgroep_toelichting",
    "niet_voor",
    "eerste_keer",
    "meebrengen",
    "vrijwilligers_tekst",
)

_ENDS = re.compile(r"(?<=[.!?…])\s+|\s*\n\s*")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True)
class HardWord:
    """A word of the list, and what to write instead; `anywhere`: also as a part of a word."""

    word: str
    rather: str
    anywhere: bool


@dataclass(frozen=True)
class FoundWord:
    """A hard word as it is written, what to write instead, and where it begins in the sentence.

    `whole`: it is the word of the list itself, so that what to write instead fits in its place.
    """

    written: str
    rather: str
    at: int
    whole: bool


@dataclass(frozen=True)
class HardSentence:
    """A sentence as it is written, in which field, and in Dutch what is hard about it."""

    veld: str
    zin: str
    redenen: tuple[str, ...]


class HardWords:
    """The list, ready to be found in a sentence."""

    def __init__(self, words: Sequence[HardWord]) -> None:
        self._rather = {each.word: each.rather for each in words}
        # The longest first: 'zelfredzaamheid' has a better word than 'zelfredzaam'.
        ordered = sorted(words, key=lambda each: -len(each.word))
        whole = "|".join(re.escape(each.word) for each in ordered)
        parts = "|".join(re.escape(each.word) for each in ordered if each.anywhere) or "(?!)"
        self._pattern = re.compile(rf"\b(?:({whole})\b|\w*?({parts})\w*)", re.IGNORECASE)

    def in_sentence(self, sentence: str) -> Iterator[FoundWord]:
        """Each hard word of a sentence, in order."""
        for found in self._pattern.finditer(sentence):
            word = (found[1] or found[2]).lower()
            whole = word == found[0].lower()
            yield FoundWord(found[0], self._rather[word], found.start(), whole)


@cache
def hard_words() -> HardWords:
    """The words of data/moeilijke-woorden.csv."""
    path = files("sociale_kaart") / "data" / "moeilijke-woorden.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter=";")
    return HardWords(
        [HardWord(row["woord"], row["liever"], row["ookDeel"] == "ja") for row in rows]
    )


def sentences_of(text: str | None) -> list[str]:
    """The sentences of a text as they are written; a line of its own is one too."""
    return _ENDS.split((text or "").strip())


def length_of(sentence: str) -> int:
    """How many words a sentence has."""
    return len(_WORD.findall(sentence))


def hard_sentences(texts: Mapping[str, str | None], words: HardWords) -> list[HardSentence]:
    """What is too hard in the texts of a listing, by field, in the order in which it is read."""
    return [
        HardSentence(veld, sentence, reasons)
        for veld, text in texts.items()
        for sentence in sentences_of(text)
        if (reasons := tuple(_reasons(sentence, words)))
    ]


def hardest_first(found: Sequence[HardSentence]) -> tuple[int, int]:
    """A key that puts the listing with the most to mend first, and of those the wordiest."""
    return -sum(len(each.redenen) for each in found), -sum(len(each.zin) for each in found)


def _reasons(sentence: str, words: HardWords) -> Iterator[str]:
    length = length_of(sentence)
    if length > LONGEST:
        yield f"lang: {length} woorden, liever hoogstens {LONGEST}"
    for found in words.in_sentence(sentence):
        yield f"'{found.written}': liever {found.rather}"
