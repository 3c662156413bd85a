from datetime import date

import pytest

from tests.zoeken.understanding.asking import wishes, words

WEDNESDAY, SUNDAY = date(2026, 11, 25), date(2026, 11, 29)


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("dinsdag", ["dag=di"]),
        ("op dinsdagen", ["dag=di"]),
        ("'s maandags", ["dag=ma"]),
        ("zatterdag", ["dag=za"]),
        ("dinsdagochtend", ["dag=di", "dagdeel=ochtend"]),
        ("dinsdag 's avonds", ["dag=di", "dagdeel=avond"]),
        ("vr middag", ["dag=vr", "dagdeel=middag"]),
        ("zaterdag of zondag", ["dag=za", "dag=zo"]),
        ("in het weekend", ["dag=za,zo"]),
        ("door de week", ["dag=ma,di,wo,do,vr"]),
        ("overdag", ["dagdeel=ochtend,middag"]),
        ("na het werk", ["dagdeel=avond"]),
        ("na 20 uur", ["dagdeel=avond"]),
        ("tussen 9 en 12 uur", ["dagdeel=ochtend"]),
        ("om twaalf uur", ["dagdeel=middag"]),
        ("tuesday evening", ["dag=di", "dagdeel=avond"]),
    ],
)
def test_every_week(question, understood):
    assert wishes(question) == understood
    assert words(question) == ""


@pytest.mark.parametrize(
    ("question", "first", "last", "part"),
    [
        ("vandaag", "2026-11-25", "2026-11-25", None),
        ("vanavond", "2026-11-25", "2026-11-25", "avond"),
        ("morgen", "2026-11-26", "2026-11-26", None),
        ("morgenmiddag", "2026-11-26", "2026-11-26", "middag"),
        ("morgen avond", "2026-11-26", "2026-11-26", "avond"),
        ("overmorgen", "2026-11-27", "2026-11-27", None),
        ("dit weekend", "2026-11-28", "2026-11-29", None),
        ("van het weekend", "2026-11-28", "2026-11-29", None),
        ("volgend weekend", "2026-12-05", "2026-12-06", None),
        ("deze week", "2026-11-25", "2026-11-29", None),
        ("volgende week", "2026-11-30", "2026-12-06", None),
        ("deze maand", "2026-11-25", "2026-11-30", None),
        ("volgende maand", "2026-12-01", "2026-12-31", None),
        ("komende zaterdag", "2026-11-28", "2026-11-28", None),
        ("komende woensdag", "2026-12-02", "2026-12-02", None),
        ("deze woensdagavond", "2026-11-25", "2026-11-25", "avond"),
        ("op 12 december", "2026-12-12", "2026-12-12", None),
        ("zaterdag 12 dec", "2026-12-12", "2026-12-12", None),
        ("op twaalf december 2026", "2026-12-12", "2026-12-12", None),
        ("op 12-12", "2026-12-12", "2026-12-12", None),
        ("3 maart", "2027-03-03", "2027-03-03", None),
        ("in december", "2026-12-01", "2026-12-31", None),
        ("in november", "2026-11-25", "2026-11-30", None),
        ("in mei", "2027-05-01", "2027-05-31", None),
    ],
)
def test_a_date_seen_from_a_wednesday(question, first, last, part):
    expected = [f"datum={first},{last}"] + ([f"dagdeel={part}"] if part else [])
    assert wishes(question, WEDNESDAY) == expected
    assert words(question) == ""


def test_on_a_sunday_this_weekend_is_what_is_left_of_it():
    assert wishes("dit weekend", SUNDAY) == ["datum=2026-11-29,2026-11-29"]
    assert wishes("volgend weekend", SUNDAY) == ["datum=2026-12-05,2026-12-06"]
    assert wishes("deze week", SUNDAY) == ["datum=2026-11-29,2026-11-29"]


def test_on_the_last_days_of_a_year():
    assert wishes("in december", date(2026, 12, 31)) == ["datum=2026-12-31,2026-12-31"]
    assert wishes("morgen", date(2026, 12, 31)) == ["datum=2027-01-01,2027-01-01"]
    assert wishes("volgende maand", date(2026, 12, 31)) == ["datum=2027-01-01,2027-01-31"]


@pytest.mark.parametrize(
    "question",
    [
        "31 februari",
        "koffieochtend",
        "om 7 uur",
        "24 uur zorg",
        "zorgen",
        "goede dagen",
        "de middag van mijn leven lang",
    ],
)
def test_what_only_looks_like_a_date(question):
    assert not any(wish.startswith(("datum", "dag=")) for wish in wishes(question))
