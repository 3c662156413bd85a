"""What is let through of a calendar, and what never is."""

from datetime import date

import pytest

from sociale_kaart.agenda.bronnen.sieve import (
    MOST_EVENTS,
    UnreadableCalendarError,
    sieve,
)
from tests.agenda.bronnen.calendars import calendar, event, reeksen, weekly

DAY = date(2026, 10, 1)


def test_people_and_free_words_are_never_read() -> None:
    content = calendar(
        event(
            "DTSTART:20261101T100000Z",
            "ATTENDEE;CN=Jan de Vries:mailto:jan@example.org",
            "ORGANIZER;CN=Anna:mailto:anna@example.org",
            "DESCRIPTION:Neem je medicijnen mee\\, en bel Jan\r\n  op 038 000 12 34",
            "LOCATION:Proefstraat 1",
            "COMMENT:intake",
            "X-IETS:Jan",
            "BEGIN:VALARM\r\nACTION:EMAIL\r\nSUMMARY:Let op\r\nATTENDEE:mailto:jan@example.org\r\nEND:VALARM",
        ),
        "BEGIN:VTODO\r\nSUMMARY:Bel Jan\r\nEND:VTODO",
    )
    left = sieve(content, DAY)
    for word in ("Jan", "Anna", "medicijnen", "038", "Proefstraat", "intake", "Let op", "jan@"):
        assert word not in left
    assert "SUMMARY:Koffie" in left


def test_a_title_in_pieces_and_in_any_encoding_is_whole() -> None:
    folded = calendar(event("DTSTART:20261101T100000Z", titel="Café op\r\n  dinsdag"))
    for content in (
        folded,
        folded.decode().encode("utf-8-sig"),
        folded.decode().encode("utf-16"),
        folded.decode().encode("cp1252"),
        folded.replace(b"\r\n", b"\n"),
    ):
        assert [each.titel for each in reeksen(content, DAY)] == ["Café op dinsdag"]


@pytest.mark.parametrize(
    "content",
    [b"", b"<html><title>Log in</title></html>", b"\x00\xff\xfe\x00" * 50, b"BEGIN:VCARD\r\nEND:VCARD",
     b"\xff\xfe", b"BEGIN:VCALENDAR"],
)  # fmt: skip
def test_what_is_no_calendar_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableCalendarError, match="geen-agenda"):
        sieve(content, DAY)


@pytest.mark.parametrize(
    "content",
    [b"BEGIN:VCALENDAR\r\n", calendar()[:-20], calendar(event("DTSTART:20261101")[:-10]),
     calendar("END:VEVENT", "BEGIN:", "zomaar wat", ":", "BEGIN:VEVENT", "BEGIN:VEVENT"),
     calendar("BEGIN:VEVENT" + "\r\nBEGIN:VALARM" * 5_000)],
)  # fmt: skip
def test_a_calendar_that_was_cut_off_gives_what_is_whole(content: bytes) -> None:
    assert not any(each.tijden for each in reeksen(content, DAY))


def test_fifty_thousand_events_of_before_are_no_burden_and_as_many_to_come_are_too_many() -> None:
    past = [event(f"DTSTART:20{n % 15 + 10}0101T100000Z", uid=str(n)) for n in range(50_000)]
    assert len(reeksen(calendar(*past, weekly()), DAY)) == 1
    ahead = [event("DTSTART:20270101T100000Z", uid=str(n)) for n in range(MOST_EVENTS + 1)]
    with pytest.raises(UnreadableCalendarError, match="te-groot"):
        sieve(calendar(*ahead), DAY)
