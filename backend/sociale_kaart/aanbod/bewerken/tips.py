"""What could be said more plainly in what somebody writes, with a sentence to take instead.

Hints, as in readability.py (ADR 0023): the writer decides.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sociale_kaart.aanbod.bewerken.schemas import Tip, Tipvoorstel
from sociale_kaart.aanbod.readability import (
    FIELDS,
    LONGEST,
    FoundWord,
    HardWords,
    length_of,
    sentences_of,
)
from sociale_kaart.core.schema import to_camel

# After a comma these begin a sentence that can stand by itself, in the same order of words.
_JOINS = re.compile(r"[,;]\s+(?=(?:maar|want|dus|en)\s)|;\s+", re.IGNORECASE)
# A half of fewer words is no sentence.
_SHORTEST = 3
# A text that is hard throughout is not helped by fifty hints at once.
_MOST_PER_FIELD = 5


def tips_of(inhoud: Mapping[str, Any], words: HardWords) -> list[Tip]:
    """The hints about all texts of a document, in the order in which residents read them."""
    tips: list[Tip] = []
    for veld in map(to_camel, FIELDS):
        text = inhoud.get(veld)
        if isinstance(text, str):
            tips += [tip for zin in sentences_of(text) for tip in _tips_about(veld, zin, words)][
                :_MOST_PER_FIELD
            ]
    return tips


def _tips_about(veld: str, zin: str, words: HardWords) -> Iterator[Tip]:
    length = length_of(zin)
    if length > LONGEST:
        halves = split(zin)
        yield Tip(
            veld=veld,
            zin=zin,
            soort="lang",
            aantal=length,
            voorstellen=[Tipvoorstel(zin=halves)] if halves else [],
        )
    for found in words.in_sentence(zin):
        yield Tip(
            veld=veld,
            zin=zin,
            soort="woord",
            woord=found.written,
            liever=found.rather,
            voorstellen=_plainer(zin, found) if found.whole else [],
        )


def split(zin: str) -> str | None:
    """A long sentence as two, cut where the second can stand by itself; None when nowhere can."""
    cuts = [
        (zin[: found.start()], zin[found.end() :])
        for found in _JOINS.finditer(zin)
        if min(length_of(zin[: found.start()]), length_of(zin[found.end() :])) >= _SHORTEST
    ]
    if not cuts:
        return None
    first, second = min(cuts, key=lambda cut: abs(len(cut[0]) - len(cut[1])))
    return f"{first}. {second[0].upper()}{second[1:]}"


def _plainer(zin: str, found: FoundWord) -> list[Tipvoorstel]:
    end = found.at + len(found.written)
    options = (option.strip() for option in found.rather.split(","))
    return [
        Tipvoorstel(tekst=option, zin=f"{zin[: found.at]}{_like(found.written, option)}{zin[end:]}")
        for option in options
    ]


def _like(written: str, option: str) -> str:
    """Begins with a capital where the word that it replaces did."""
    return option[0].upper() + option[1:] if written[0].isupper() else option
