"""Calendars as programs write them."""

from sociale_kaart.agenda.bronnen.events import read_events
from sociale_kaart.agenda.bronnen.series import Reeks, reeksen_of
from sociale_kaart.agenda.bronnen.sieve import sieve


def event(*lines: str, titel: str = "Koffie", uid: str = "1@example.org") -> str:
    """A VEVENT with these lines beside its title and UID."""
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{titel}", *lines, "END:VEVENT"])


def weekly(titel: str = "Koffie", uid: str = "1@example.org", dag: str = "TU") -> str:
    """Something that has been on each week for years, from ten to twelve."""
    return event(
        "DTSTART;TZID=Europe/Amsterdam:20240102T100000",
        "DTEND;TZID=Europe/Amsterdam:20240102T120000",
        f"RRULE:FREQ=WEEKLY;BYDAY={dag}",
        titel=titel,
        uid=uid,
    )


def calendar(*parts: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//NL", *parts, "END:VCALENDAR", ""]
    return "\r\n".join(lines).encode()


def reeksen(content: bytes, day) -> list[Reeks]:
    return reeksen_of(read_events(sieve(content, day)), day)
