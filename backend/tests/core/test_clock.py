from datetime import UTC, date, datetime

import pytest

from sociale_kaart.core import clock
from sociale_kaart.core.clock import to_local, today, utc_now


@pytest.mark.parametrize(
    ("moment", "local"),
    [
        ("2026-03-29T00:59:59+00:00", "2026-03-29T01:59:59+01:00"),
        ("2026-03-29T01:00:00+00:00", "2026-03-29T03:00:00+02:00"),
        ("2026-10-25T00:59:59+00:00", "2026-10-25T02:59:59+02:00"),
        ("2026-10-25T01:00:00+00:00", "2026-10-25T02:00:00+01:00"),
    ],
)
def test_summer_and_winter_time(moment, local):
    assert to_local(datetime.fromisoformat(moment)).isoformat() == local


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zonder tijdzone"):
        to_local(datetime(2026, 1, 1))  # noqa: DTZ001 (what it is about)


def test_it_is_tomorrow_earlier_here_than_in_utc(monkeypatch):
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)

    class Frozen(datetime):
        @classmethod
        def now(cls, tz=None):
            return late.astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Frozen)
    assert today() == date(2026, 7, 1)
    assert utc_now() == late
