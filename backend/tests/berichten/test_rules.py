from datetime import UTC, datetime, timedelta

import pytest

from sociale_kaart.berichten.rules import is_sendable, next_try

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pogingen", "minutes"), [(1, 1), (2, 2), (3, 4), (8, 128), (9, 240), (50, 240), (10_000, 240)]
)
def test_each_next_time_takes_twice_as_long_up_to_four_hours(pogingen: int, minutes: int) -> None:
    assert next_try(pogingen, NOW) == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize("aan", ["vera@example.org", "v.e-r+a@sub.example.org", "josé@example.org"])
def test_one_address_can_be_sent_to(aan: str) -> None:
    assert is_sendable(aan)


@pytest.mark.parametrize(
    "aan",
    [
        "", "vera", "vera@", "@example.org", "vera@example", "a@b@example.org",
        "vera@example.org,ander@example.org", "vera,ander@example.org", "Vera <vera@example.org>",
        "vera@example.org\r\nBcc: ander@example.org", 'ver"a@example.org', "vera@example.org ",
        "undisclosed:;@example.org", "vera@[127.0.0.1]",
    ],
)  # fmt: skip
def test_anything_else_cannot(aan: str) -> None:
    assert not is_sendable(aan)
