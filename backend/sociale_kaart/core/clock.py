"""One place for the time: UTC inside, Europe/Amsterdam for people."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def utc_now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The day it is in the Netherlands, which near midnight is not the day in UTC."""
    return datetime.now(AMSTERDAM).date()


def to_local(moment: datetime) -> datetime:
    """The same moment on a Dutch clock; a naive moment is refused."""
    if moment.tzinfo is None:
        raise ValueError("een tijdstip zonder tijdzone is niet te plaatsen")
    return moment.astimezone(AMSTERDAM)
