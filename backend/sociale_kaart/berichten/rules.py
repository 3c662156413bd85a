"""When mail is tried again, and to which addresses it can go; pure functions."""

import re
from datetime import datetime, timedelta

_FIRST_DELAY = timedelta(minutes=1)
_LONGEST_DELAY = timedelta(hours=4)
# Without what would make it another address, or more than one, to a header or a mail server.
_SPECIALS = r"\s@<>()\[\],;:\\\""
_SENDABLE = re.compile(rf"[^{_SPECIALS}]+@[^{_SPECIALS}]+\.[^{_SPECIALS}]+")


def is_sendable(aan: str) -> bool:
    """Whether this is one address, and one only, to everybody who reads it."""
    return _SENDABLE.fullmatch(aan) is not None


def next_try(pogingen: int, now: datetime) -> datetime:
    """A minute after the first time that it failed, then twice as long each time, to four hours."""
    # Beyond this power the longest delay is reached, and the numbers would only grow.
    doublings = min(max(pogingen - 1, 0), 10)
    delay: timedelta = _FIRST_DELAY * (1 << doublings)
    return now + min(delay, _LONGEST_DELAY)
