"""Which sentences are too hard, and why; and the list of words itself."""

import csv
from importlib.resources import files

import pytest

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.readability import (
    FIELDS,
    LONGEST,
    HardSentence,
    HardWord,
    HardWords,
    hard_sentences,
    hard_words,
    hardest_first,
)

WORDS = HardWords(
    [
        HardWord("indien", "als", anywhere=False),
        HardWord("in het kader van", "voor", anywhere=False),
        HardWord("voorziening", "plek", anywhere=True),
        HardWord("zelfredzaam", "wie zichzelf redt", anywhere=True),
        HardWord("zelfredzaamheid", "jezelf redden", anywhere=False),
        HardWord("u", "je", anywhere=False),
    ]
)
LONG = " ".join(["woord"] * (LONGEST + 1))


def reasons(text: str) -> list[str]:
    return [reason for each in hard_sentences({"titel": text}, WORDS) for reason in each.redenen]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Loop binnen voor koffie. Iedereen is welkom!",
        " ".join(["woord"] * LONGEST) + ".",
        # Part of another word, or a word that only looks alike.
        "Indiening bij Uiver uur duur.",
        "In het kader hangt een foto.",
    ],
)
def test_what_is_plain_is_left_alone(text: str) -> None:
    assert reasons(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LONG, ["lang: 16 woorden, liever hoogstens 15"]),
        ("Indien nodig bellen we.", ["'Indien': liever als"]),
        ("Bel indien het kan, en kom in het kader van rust.",
         ["'indien': liever als", "'in het kader van': liever voor"]),
        ("Een inloopvoorziening is er ook.", ["'inloopvoorziening': liever plek"]),
        ("VOORZIENINGEN", ["'VOORZIENINGEN': liever plek"]),
        ("Je zelfredzaamheid telt.", ["'zelfredzaamheid': liever jezelf redden"]),
        ("Zelfredzame en zelfredzaam.", ["'zelfredzaam': liever wie zichzelf redt"]),
        ("Wat wilt u?", ["'u': liever je"]),
    ],
)  # fmt: skip
def test_each_reason_says_what_to_do(text: str, found: list[str]) -> None:
    assert reasons(text) == found


def test_sentences_are_told_apart_and_come_with_their_field() -> None:
    texts = {
        "samenvatting": "Kom binnen. Bel indien nodig!\nNeem mee:\n- brood\n- indien er is: kaas",
        "beschrijving": None,
        "meebrengen": f"Kaas. {LONG}.",
    }
    assert hard_sentences(texts, WORDS) == [
        HardSentence("samenvatting", "Bel indien nodig!", ("'indien': liever als",)),
        HardSentence("samenvatting", "- indien er is: kaas", ("'indien': liever als",)),
        HardSentence("meebrengen", f"{LONG}.", ("lang: 16 woorden, liever hoogstens 15",)),
    ]


def test_the_listing_with_the_most_to_mend_comes_first() -> None:
    one, two, wordy = (
        hard_sentences({"titel": text}, WORDS)
        for text in ("Indien.", "Indien u.", "Indien dat zo is.")
    )
    assert sorted([one, wordy, two], key=hardest_first) == [two, wordy, one]


def test_every_field_is_one_of_a_listing() -> None:
    assert set(FIELDS) <= set(Aanbod.model_fields)


def test_the_list_has_each_word_once_and_no_hard_word_as_the_better_one() -> None:
    path = files("sociale_kaart") / "data" / "moeilijke-woorden.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    assert len(rows) > 100
    assert len({row["woord"] for row in rows}) == len(rows)
    for row in rows:
        assert row["woord"] == row["woord"].strip().lower() != ""
        assert row["ookDeel"] in {"ja", "nee"}
        found = hard_sentences({"titel": row["liever"]}, hard_words())
        assert row["liever"], row
        assert found == [], row


@pytest.mark.parametrize(
    "word",
    ["voorziening", "participatie", "laagdrempelige", "doelgroepen", "indicatie", "kwetsbare"],
)
def test_the_words_that_residents_never_read_are_in_the_list(word: str) -> None:
    assert hard_sentences({"titel": f"Over {word}."}, hard_words()) != []
