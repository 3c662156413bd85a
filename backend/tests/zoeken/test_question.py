"""Questions as people type them, also the odd ones."""

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.cards import mark_words, pieces
from sociale_kaart.zoeken.engine import Engine
from sociale_kaart.zoeken.question import telling_text, words_of
from tests.zoeken.asking import Visitor, joined, listing, map_with, marked

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("question", "telling"),
    [
        ("een maatje voor mij", "maatje"),
        ("Wat is er te doen?", ""),
        ("  Koffie   drinken ", "Koffie drinken"),
        ('"samen eten"', "samen eten"),
        ("-koffie - thee", "koffie thee"),
        ("!!! … ?", ""),
        ("🎉🙂", ""),
        ("feest 🎉", "feest"),
        ("1-op-1", "1-op-1"),
        ("'s avonds", "avonds"),
        ("قهوة", "قهوة"),
        ("ΚΑΦΕΣ", "ΚΑΦΕΣ"),
        ("", ""),
    ],
)
def test_only_words_that_say_something_are_asked(question: str, telling: str) -> None:
    assert telling_text(question) == telling


def test_words_are_folded_and_not_endless() -> None:
    assert words_of("Café-Réunion, 2x!") == ["cafe", "reunion", "2x"]
    assert len(words_of("a " * 400)) == 24


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Koffie en koffiecake", ["koffie"], ["Koffie", "koffie"]),
        ("Café Réunion", ["reunion"], ["Réunion"]),
        ("Repaircafé", ["cafe"], []),
        ("Cafe\u0301 de Zoen", ["cafe"], ["Cafe\u0301"]),
        ("🎉 Feest 🎉 feest", ["feest"], ["Feest", "feest"]),
        ("İstanbul koffie", ["koffie"], ["koffie"]),
        ("Straße en ﬁets", ["fiets"], ["ﬁets"]),
        ("", ["x"], []),
    ],
)
def test_words_are_marked_where_they_begin_a_word(
    text: str, words: list[str], hits: list[str]
) -> None:
    cut = pieces(text, mark_words(text, words))
    assert joined(cut) == text
    assert marked(cut) == hits


def test_overlapping_matches_are_marked_once() -> None:
    assert joined(pieces("koffie", [(0, 4), (2, 6), (0, 6)])) == "koffie"


TEXTS = [
    listing("cafe", titel="Repareercafé 🎉 in de Réuniezaal", samenvatting="Koffie & “thee”, é!"),
    listing("arabisch", titel="لقاء النساء", samenvatting="قهوة في الحي"),
    listing("maatje", titel="Maatje voor wandelen", samenvatting="Eén op één."),
    listing("mijmeren", titel="Mijmeren bij de haard", samenvatting="Voor wie wil."),
]
for text in TEXTS:
    text["beschrijving"] = None


async def test_titles_and_summaries_are_marked(database: Database, engine: Engine) -> None:
    async with map_with(database, engine, *TEXTS) as pair:
        for visitor in pair:
            for asked, hit in [
                ("repareercafe", "Repareercafé"),
                ("reuniezaal", "Réuniezaal"),
                ("réu", "Réu"),
                ("النساء", "النساء"),
            ]:
                found = await visitor.search(asked)
                assert found["totaal"] == 1, (asked, visitor.degraded)
                [result] = found["resultaten"]
                marks = result["markering"]
                assert joined(marks["titel"]) == result["titel"]
                assert joined(marks["samenvatting"]) == result["samenvatting"]
                assert "".join(marked(marks["titel"])) == hit
            whole = (await visitor.search())["resultaten"]
            for result in whole:
                assert result["markering"]["titel"] == [{"tekst": result["titel"], "raak": False}]


@pytest.mark.parametrize(
    "asked", ["wat is er voor mij", "de", "ik wil", "?!", "…", "🎉", "\u202e", " ", '""', "--"]
)
async def test_a_question_that_says_nothing_gives_the_filtered_list(
    visitor: Visitor, asked: str
) -> None:
    for filters in ({}, {"thema": ["geld"]}):
        assert await visitor.total(asked, **filters) == await visitor.total(**filters) > 0


async def test_stop_words_do_not_stand_in_the_way(database: Database, engine: Engine) -> None:
    async with map_with(database, engine, *TEXTS) as pair:
        for visitor in pair:
            assert await visitor.ids("een maatje voor mij") == ["maatje"]
            assert await visitor.ids('"maatje"') == ["maatje"]
            assert await visitor.ids("wandelen -maatje") == ["maatje"]


async def test_the_beginning_of_a_word_is_enough(visitor: Visitor) -> None:
    assert await visitor.total("kof") >= await visitor.total("koffie") > 0


@pytest.mark.parametrize("misspelt", ["kofie", "koffiee", "repareercafee", "Repareercaffe"])
async def test_a_misspelt_word_is_understood(
    database: Database, engine: Engine, misspelt: str
) -> None:
    rows = [*TEXTS[1:], listing("koffie"), listing("cafe", titel="Repareercafé")]
    async with map_with(database, engine, *rows) as pair:
        for visitor in pair:
            found = await visitor.ids(misspelt)
            assert found[0] == ("cafe" if misspelt.lower().startswith("rep") else "koffie")
            assert "maatje" not in found


@pytest.mark.parametrize(
    "asked",
    [
        "x" * 500,
        "koffie " * 71,
        "de " * 160,
        "' OR 1=1; --",
        "koffie & !thee | (:* <-> 'x'",
        "\\",
        "%_%",
        "a:b AND c = 'd'",
        "id EXISTS",
        "שלום koffie",
        "咖啡",
        "ké̈́̂̃",
    ],
)
async def test_any_text_gets_a_sensible_answer(visitor: Visitor, asked: str) -> None:
    found = await visitor.search(asked)
    assert found["totaal"] >= len(found["resultaten"])
    for result in found["resultaten"]:
        assert joined(result["markering"]["titel"]) == result["titel"]


async def test_a_question_never_waits_for_its_own_length(visitor: Visitor) -> None:
    too_long = await visitor.client.get("/api/v1/zoeken", params={"q": "x" * 10_000})
    assert too_long.status_code == 400
    assert too_long.json()["fouten"][0]["veld"] == "q"


async def test_what_a_page_shows_is_the_same_from_both(both: tuple[Visitor, Visitor]) -> None:
    cards = []
    for visitor in both:
        found = await visitor.search(pageSize=100)
        cards.append({result["externId"]: result for result in found["resultaten"]})
    shared = cards[0].keys() & cards[1].keys()
    assert len(shared) > 20
    assert all(cards[0][key] == cards[1][key] for key in shared)
