import pytest

from sociale_kaart.aansluiten import routes
from sociale_kaart.accounts.rate_limit import RateLimit


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "_ADDRESS_LIMIT", RateLimit(limit=5, seconds=900))
    monkeypatch.setattr(routes, "_CLIENT_LIMIT", RateLimit(limit=30, seconds=900))
    monkeypatch.setattr(routes, "_TYPING_LIMIT", RateLimit(limit=300, seconds=300))
