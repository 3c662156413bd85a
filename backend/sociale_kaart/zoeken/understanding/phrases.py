"""What residents say for something that can be chosen in a filter, from data/wensen.csv.

Whether the words stay in the question ('blijft') goes by what else they may mean. Those of for
whom it is always stay: 'kinderen' says what to look for as much as for whom. 'Rolstoel' may be
something to borrow, 'geen geld' the problem itself, 'thuis' and 'maatje' the kind of help. Costs,
signing up and the like go: 'gratis' stands in many listings that are about something else.
"""

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import cast, get_args

from sociale_kaart.zoeken.understanding.begrepen import Meaning, Soort, Wish
from sociale_kaart.zoeken.understanding.words import folded_phrase

Labels = Mapping[str, Mapping[str, str]]

# How a language is called, as a noun and before one, in Dutch and in English.
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "en": ("engels", "engelse", "english"),
    "ar": ("arabisch", "arabische", "arabic"),
    "tr": ("turks", "turkse", "turkish"),
    "pl": ("pools", "poolse", "polish"),
    "uk": ("oekraiens", "oekraiense", "ukrainian"),
    "ti": ("tigrinya",),
    "fa": ("farsi", "dari", "persian"),
    "so": ("somalisch", "somali"),
    "pap": ("papiaments", "papiamento"),
    "de": ("duits", "duitse", "german"),
    "es": ("spaans", "spaanse", "spanish"),
    "bg": ("bulgaars", "bulgaarse", "bulgarian"),
}
# A language alone is a subject ('engels leren'); only so is it the language to speak in.
_LANGUAGE_FRAMES = (
    "in het {}", "in {}", "{}talig", "{}talige", "{} sprekend", "{} sprekende", "{}sprekend",
    "{}sprekende", "spreekt {}", "spreken {}", "{} spreekt", "{} spreken", "{} praten",
    "praat {}", "praten {}", "speaks {}", "speak {}", "{} speaking",
)  # fmt: skip


def wish_phrases(labels: Labels) -> Iterator[tuple[tuple[str, ...], Meaning]]:
    """Every phrase with its meaning, as far as the vocabularies have the codes.

    `labels` maps each list to its codes and labels. Raises ValueError when the data file names a
    kind of wish that there is not.
    """
    source = files("sociale_kaart") / "data" / "wensen.csv"
    with source.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            soort = _soort(row["soort"])
            codes = tuple(code for code in row["codes"].split("|") if code in labels.get(soort, {}))
            if codes:
                meaning = Meaning((Wish(soort, codes),), stays=row["blijft"] == "ja")
                yield from ((folded_phrase(zin), meaning) for zin in row["zinnen"].split("|"))
    yield from _languages(labels)


def _languages(labels: Labels) -> Iterator[tuple[tuple[str, ...], Meaning]]:
    for code, label in labels.get("taal", {}).items():
        # Everybody asks in Dutch for what is in Dutch.
        if not code.startswith("nl"):
            meaning = Meaning((Wish("taal", (code,)),))
            for name in sorted({*_LANGUAGES.get(code, ()), *label.lower().split("/")}):
                for frame in _LANGUAGE_FRAMES:
                    yield folded_phrase(frame.format(name)), meaning


def _soort(text: str) -> Soort:
    for soort in get_args(Soort):
        if soort == text:
            return cast("Soort", soort)
    raise ValueError(f"'{text}' in wensen.csv is geen soort wens")
