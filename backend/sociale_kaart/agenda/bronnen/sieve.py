"""From the bytes of a calendar to the few lines of it that we may know (RFC 5545).

What an event says of people and in free words is left out before anything reads it: who comes, who
organises it, where, and what it is about beyond its title. So is what is over: calendars keep
their history for ever. Pure: bytes in, text out.
"""

import codecs
import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

MOST_BYTES = 10_000_000
# Of what is still to come; a year of a full community centre is some two thousand.
MOST_EVENTS = 5_000
_KEPT = frozenset(
    {
        "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE",
        "RECURRENCE-ID", "STATUS", "CLASS", "SUMMARY", "CATEGORIES",
    }
)  # fmt: skip
# An event with one of these can come again, whenever it began.
_COMES_AGAIN = frozenset({"RRULE", "RDATE", "EXRULE", "RECURRENCE-ID"})
_FOLD = re.compile(r"\r?\n[ \t]|\r\n?")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_DAY = re.compile(r":([0-9]{8})")
_LONGEST_LINE = 20_000
# How deep something is that stands directly in the calendar.
_DIRECTLY = 2
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sociale kaart//NL")

Reden = Literal["geen-agenda", "te-groot"]


class UnreadableCalendarError(Exception):
    """This is no calendar, or more of one than we read."""

    def __init__(self, reden: Reden) -> None:
        super().__init__(reden)
        self.reden = reden


def sieve(content: bytes, day: date) -> str:
    """A calendar with only the events that may still come after `day`, and only their times.

    Raises UnreadableCalendarError.
    """
    text = _unfolded(content)
    if not re.match(r"\s*BEGIN:VCALENDAR\s*\n", text, re.IGNORECASE):
        raise UnreadableCalendarError("geen-agenda")
    kept: list[str] = [*_HEAD]
    events = 0
    for kind, lines in _components(text):
        if kind == "VEVENT" and _is_over(lines, day):
            continue
        events += kind == "VEVENT"
        if events > MOST_EVENTS:
            raise UnreadableCalendarError("te-groot")
        kept += [f"BEGIN:{kind}", *lines, f"END:{kind}"]
    return "\r\n".join([*kept, "END:VCALENDAR", ""])


def _unfolded(content: bytes) -> str:
    """The text with each property on one line, ended by a single sign."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            # What an old program in this country writes; any byte means something in it, or nothing.
            text = content.decode("cp1252", errors="replace")
    unfolded = _FOLD.sub(lambda found: "\n" if found[0][-1] not in " \t" else "", text)
    return unfolded.replace("\x00", "")


def _components(text: str) -> Iterator[tuple[str, list[str]]]:
    """The events with the lines that are kept, and the time zones whole.

    What is inside an event, such as an alarm, is left out, and so is every other kind of thing.
    """
    inside: list[str] = []
    lines: list[str] = []
    for line in text.split("\n"):
        name = _name_of(line)
        if name == "BEGIN":
            inside.append(_value_of(line))
            if len(inside) == _DIRECTLY:
                lines = []
            elif inside[1:2] == ["VTIMEZONE"]:
                lines.append(line)
        elif name == "END":
            if inside[-1:] != [_value_of(line)]:
                continue  # of something that never began, or that was cut off
            if len(inside) == _DIRECTLY and inside[1] in {"VEVENT", "VTIMEZONE"}:
                yield inside[1], lines
            elif len(inside) > _DIRECTLY and inside[1] == "VTIMEZONE":
                lines.append(line)
            inside.pop()
        elif inside[1:2] == ["VTIMEZONE"] or (inside[1:] == ["VEVENT"] and name in _KEPT):
            lines.append(line[:_LONGEST_LINE])


def _is_over(lines: list[str], day: date) -> bool:
    """Whether all of an event lay before this day; when it cannot be told it did not."""
    names = {_name_of(line) for line in lines}
    if names & _COMES_AGAIN or "DURATION" in names:
        return False
    ends = [line for line in lines if _name_of(line) in {"DTSTART", "DTEND"}]
    days = [found[1] for line in ends if (found := _DAY.search(line))]
    return bool(days) and len(days) == len(ends) and max(days) < f"{day:%Y%m%d}"


def _name_of(line: str) -> str:
    found = _NAME.match(line)
    return found[0].upper() if found else ""


def _value_of(line: str) -> str:
    return line.partition(":")[2].strip().upper()
