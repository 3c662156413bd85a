"""Hints with a sentence to take instead."""

import pytest

from sociale_kaart.aanbod.bewerken.tips import split, tips_of
from sociale_kaart.aanbod.readability import LONGEST, HardWord, HardWords

WORDS = HardWords(
    [
        HardWord("aanvang", "begin, start", anywhere=False),
        HardWord("voorziening", "plek", anywhere=True),
    ]
)


def test_a_hard_word_comes_with_sentences_to_take_instead() -> None:
    [tip] = tips_of({"samenvatting": "Kom langs. Aanvang is om twee uur."}, WORDS)
    assert (tip.veld, tip.soort, tip.woord, tip.liever) == (
        "samenvatting", "woord", "Aanvang", "begin, start",
    )  # fmt: skip
    assert tip.zin == "Aanvang is om twee uur."
    assert [(each.tekst, each.zin) for each in tip.voorstellen] == [
        ("begin", "Begin is om twee uur."),
        ("start", "Start is om twee uur."),
    ]


def test_a_part_of_a_word_is_told_and_left_to_the_writer() -> None:
    [tip] = tips_of({"titel": "Een inloopvoorziening"}, WORDS)
    assert (tip.woord, tip.liever, tip.voorstellen) == ("inloopvoorziening", "plek", [])


def test_a_long_sentence_is_cut_where_both_halves_can_stand() -> None:
    zin = (
        "Elke week drinken we koffie met de hele buurt, en wie wil, "
        "helpt mee met het bakken van taart voor iedereen."
    )
    [tip] = tips_of({"beschrijving": zin}, WORDS)
    assert tip.soort == "lang"
    assert tip.aantal is not None
    assert tip.aantal > LONGEST
    assert [each.zin for each in tip.voorstellen] == [zin.replace(", en", ". En")]


@pytest.mark.parametrize(
    "zin",
    [
        "We drinken koffie en thee en we praten wat met elkaar over de week die was.",
        "Nee, want dat kan niet.",
        "Zonder een enkel teken",
        "",
    ],
)
def test_what_cannot_be_cut_with_certainty_is_left_whole(zin: str) -> None:
    assert split(zin) is None


def test_the_cut_nearest_the_middle_is_taken() -> None:
    assert split("We bakken taart, maar eerst drinken we samen koffie; je mag ook thee.") == (
        "We bakken taart, maar eerst drinken we samen koffie. Je mag ook thee."
    )
    assert split("We bakken heel veel taart, maar niet op zondag; je mag ook thee.") == (
        "We bakken heel veel taart. Maar niet op zondag; je mag ook thee."
    )


def test_hints_come_in_the_order_of_the_page_and_five_a_field() -> None:
    tips = tips_of({"meebrengen": "Aanvang. " * 9, "titel": "Aanvang", "kosten": "aanvang"}, WORDS)
    assert [tip.veld for tip in tips] == ["titel", *["meebrengen"] * 5]


@pytest.mark.parametrize("wrong", [5, ["Aanvang"], None, {"a": "Aanvang"}])
def test_what_is_no_text_gets_no_hints(wrong: object) -> None:
    assert tips_of({"titel": wrong}, WORDS) == []
