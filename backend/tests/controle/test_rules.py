from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.aanbod.readability import hard_sentences, hard_words
from sociale_kaart.berichten.compose import text_of
from sociale_kaart.controle.mail import mail_of
from sociale_kaart.controle.rules import (
    MOST_ASKED,
    PAUSE,
    Asked,
    Bundle,
    Due,
    Ontvanger,
    bundles,
    due_before,
    stand_of,
)

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
A, B = uuid4(), uuid4()


def due(organisatie_id: UUID = A, titel: str = "Koffie") -> Due:
    return Due(uuid4(), titel, organisatie_id, f"Buurthuis {organisatie_id.hex[:4]}", NOW)


def person(*organisatie_ids: UUID) -> Ontvanger:
    return Ontvanger("vera@example.org", "Vera", uuid4(), frozenset(organisatie_ids))


def test_one_mail_has_everything_of_one_person() -> None:
    vera, of_a, of_b = person(A, B), due(A), due(B)
    [mail] = bundles([of_a, of_b, due(uuid4())], [vera], {}, {A: 3, B: 2, uuid4(): 9}, NOW)
    assert {each.aanbod_id for each in mail.due} == {of_a.aanbod_id, of_b.aanbod_id}
    assert mail.total == 5


def test_colleagues_each_get_one() -> None:
    assert len(bundles([due(A)], [person(A), person(A), person(B)], {}, {A: 1}, NOW)) == 2


@pytest.mark.parametrize(("ago", "number"), [(PAUSE - timedelta(seconds=1), 0), (PAUSE, 1)])
def test_nobody_is_asked_again_within_two_weeks(ago: timedelta, number: int) -> None:
    vera = person(A)
    asked = {vera.key: Asked(NOW - ago)}
    assert len(bundles([due(A)], [vera], asked, {A: 1}, NOW)) == number


def test_what_was_asked_twice_is_not_asked_again_but_the_rest_is() -> None:
    vera, twice, once = person(A), due(A), due(A)
    asked = {vera.key: Asked(NOW - PAUSE, {twice.aanbod_id: MOST_ASKED, once.aanbod_id: 1})}
    [mail] = bundles([twice, once], [vera], asked, {A: 2}, NOW)
    assert [each.aanbod_id for each in mail.due] == [once.aanbod_id]
    assert mail.is_second(asked[vera.key])
    assert not mail.is_second(Asked())


def test_who_has_nothing_to_look_at_gets_nothing() -> None:
    assert bundles([], [person(A)], {}, {A: 3}, NOW) == []


def test_two_weeks_ahead_is_asked_about() -> None:
    assert due_before(date(2026, 12, 1)) == date(2026, 12, 16)


BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("antwoord", "status", "bevestigd_op", "stand"),
    [
        (None, "gepubliceerd", BEFORE, "open"),
        (None, "gepubliceerd", None, "open"),
        (None, "gepubliceerd", AFTER, "klopt"),
        ("klopt", "gepubliceerd", AFTER, "klopt"),
        (None, "gestopt", BEFORE, "gestopt"),
        ("gestopt", "gestopt", BEFORE, "gestopt"),
        ("klopt", "gestopt", AFTER, "gestopt"),
        ("gestopt", "gepubliceerd", BEFORE, "open"),
        (None, "concept", BEFORE, "niet-op-de-kaart"),
        ("gestopt", "ter-beoordeling", BEFORE, "niet-op-de-kaart"),
    ],
)
def test_how_it_stands_now_whoever_saw_to_it(antwoord, status, bevestigd_op, stand) -> None:
    assert stand_of(antwoord, NOW, status, bevestigd_op) == stand


@given(number=st.integers(1, 4), rest=st.integers(0, 3), second=st.booleans(), named=st.booleans())
def test_the_mail_is_plain_dutch(number: int, rest: int, second: bool, named: bool) -> None:
    naam = "Vera" if named else None
    to = Ontvanger("v@example.org", naam, None, frozenset({A}))
    some = [
        Due(uuid4(), "Koffie", A, "De Brug", None if each % 2 else NOW) for each in range(number)
    ]
    bundle = Bundle(to, some, number + rest)
    inhoud = mail_of(bundle, "token", "https://kaart.example.org", NOW, second=second)
    texts = {
        str(at): text for at, text in enumerate((inhoud.onderwerp, *inhoud.alineas, *inhoud.slot))
    }
    assert hard_sentences(texts, hard_words()) == []
    text = text_of(inhoud)
    assert text.count("https://kaart.example.org/mijn/klopt-nog#token") == 1 + 3 * number
    if number > 1:
        assert f"{number} van je {number + rest} zijn aan de beurt" in inhoud.onderwerp
    assert ("eerder" in text) == second
