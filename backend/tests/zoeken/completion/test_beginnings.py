"""Texts by how they begin, also when that is misspelt."""

import numpy as np
import pytest

from sociale_kaart.zoeken.completion.beginnings import Beginnings

TEXTS = (
    "schulden",
    "hulp bij schulden",
    "schuldhulpverlening",
    "mantelzorg",
    "van de peuken af",
    "vrouw",
    "scheiden",
)
BEGINNINGS = Beginnings(text.split() for text in TEXTS)
WORTH = np.array([5, 5.5, 4, 3, 3, 3, 3], np.float32)


def exactly(start: str, worth: np.ndarray = WORTH, *, whole: bool = False) -> list[str]:
    return [TEXTS[number] for number in BEGINNINGS.exactly(start, worth, whole=whole)]


def nearly(start: str, *, whole: bool = False) -> list[str]:
    return [TEXTS[number] for number in BEGINNINGS.nearly(start, WORTH, whole=whole)]


def test_what_begins_so_goes_before_what_has_it_later_on() -> None:
    assert exactly("schul") == ["schulden", "schuldhulpverlening", "hulp bij schulden"]
    assert exactly("schul", whole=True) == ["schulden", "schuldhulpverlening"]
    assert exactly("hulp bij s") == ["hulp bij schulden"]
    assert exactly("peuk") == ["van de peuken af"]
    # Nobody means a text by its 'de' or 'bij'.
    assert exactly("de") == []
    assert exactly("x") == []


def test_what_is_worth_nothing_is_not_found() -> None:
    worth = WORTH.copy()
    worth[0] = -np.inf
    assert exactly("schul", worth) == ["schuldhulpverlening", "hulp bij schulden"]
    assert exactly("mantel", np.full(len(TEXTS), -np.inf, np.float32)) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("schuldhulpverlenign", "schuldhulpverlening"),
        ("schuldhlpv", "schuldhulpverlening"),
        ("mantelzog", "mantelzorg"),
        ("mantlez", "mantelzorg"),
        ("mantell", "mantelzorg"),
        ("frouw", "vrouw"),
        ("schijden", "scheiden"),
    ],
)
def test_a_misspelt_beginning_is_understood(typed: str, meant: str) -> None:
    assert exactly(typed) == []
    assert nearly(typed)[0] == meant
    assert meant in nearly(typed, whole=True)


@pytest.mark.parametrize(
    "typed", ["man", "vruw", "van de t", "qqqqqqq", "x" * 100, "mantx", "schx"]
)
def test_what_may_become_anything_is_no_misspelling(typed: str) -> None:
    assert nearly(typed) == []


def test_of_very_many_the_best_are_found() -> None:
    texts = [(f"woord{number:04}",) for number in range(5_000)]
    worth = np.arange(5_000, dtype=np.float32)
    found = Beginnings(texts).exactly("woord", worth, whole=False)
    assert found[:3] == [4_999, 4_998, 4_997]
    assert len(found) < 100
