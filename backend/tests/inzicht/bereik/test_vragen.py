"""What people ask is in memory only, until enough of them have asked it."""

from datetime import date
from itertools import count

import pytest

from sociale_kaart.core import counting
from sociale_kaart.inzicht.bereik import vragen as vragen_module
from sociale_kaart.inzicht.bereik.vragen import Vragen

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    set_day(monkeypatch, date(2026, 11, 30))


def set_day(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    for module in (counting, vragen_module):
        monkeypatch.setattr(module, "today", lambda: day)


VISITORS = count()


def ask(vragen: Vragen, times: int, vraag: str = "koffie") -> None:
    for _ in range(times):
        vragen.add("a", vraag, f"bezoeker {next(VISITORS)}")


def test_the_tenth_time_all_ten_may_be_written_and_then_each_next_one() -> None:
    vragen = Vragen()
    ask(vragen, 9)
    assert vragen.counts.take() == {}
    ask(vragen, 1)
    assert vragen.counts.take() == {(NOVEMBER, "a", "koffie"): 10}
    ask(vragen, 2)
    assert vragen.counts.take() == {(NOVEMBER, "a", "koffie"): 2}


def test_what_is_known_already_brings_along_what_waited() -> None:
    vragen = Vragen()
    ask(vragen, 3)
    vragen.know([("a", "koffie"), ("a", "soep")])
    ask(vragen, 1, "soep")
    vragen.know([("a", "koffie")])
    assert vragen.counts.take() == {(NOVEMBER, "a", "koffie"): 3, (NOVEMBER, "a", "soep"): 1}


def test_a_new_month_begins_at_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    vragen = Vragen()
    ask(vragen, 10, "soep")
    ask(vragen, 9)
    vragen.counts.take()
    set_day(monkeypatch, date(2026, 12, 1))
    ask(vragen, 9)
    ask(vragen, 9, "soep")
    assert vragen.counts.take() == {}
    ask(vragen, 1)
    assert vragen.counts.take() == {(DECEMBER, "a", "koffie"): 10}


def test_who_sends_ever_other_questions_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vragen_module, "_MOST_WAITING", 3)
    vragen = Vragen()
    for number in range(5):
        ask(vragen, 9, f"vraag {number}")
    ask(vragen, 1, "vraag 0")
    ask(vragen, 1, "vraag 4")
    assert vragen.counts.take() == {(NOVEMBER, "a", "vraag 4"): 10}


def test_one_visitor_is_no_ten_people(monkeypatch: pytest.MonkeyPatch) -> None:
    vragen = Vragen()
    ask(vragen, 8)
    for _ in range(9):
        vragen.add("a", "koffie", "bezoeker 1")
        vragen.add("a", "soep", "bezoeker 1")
    assert vragen.counts.take() == {}
    vragen.add("a", "koffie", "bezoeker 2")
    for _ in range(9):
        vragen.add("a", "koffie", "bezoeker 2")
    assert vragen.counts.take() == {(NOVEMBER, "a", "koffie"): 10}


def test_who_asked_is_known_for_a_day_and_no_address_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_day(monkeypatch, date(2026, 11, 29))
    vragen = Vragen()
    vragen.add("a", "koffie", "192.0.2.77")
    assert "192.0.2.77" not in repr(vars(vragen))
    before = vars(vragen)["_salt"]
    set_day(monkeypatch, date(2026, 11, 30))
    ask(vragen, 8)
    vragen.add("a", "koffie", "192.0.2.77")
    assert vragen.counts.take() == {(NOVEMBER, "a", "koffie"): 10}
    assert vars(vragen)["_salt"] != before


def test_who_has_no_room_to_be_told_apart_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vragen_module, "_MOST_ON_A_DAY", 9)
    vragen = Vragen()
    ask(vragen, 20)
    assert vragen.counts.take() == {}
