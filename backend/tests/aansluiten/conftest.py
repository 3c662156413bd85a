import pytest

from sociale_kaart.aansluiten import routes
from sociale_kaart.accounts.rate_limit import RateLimit


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "_TYPING_LIMIT", RateLimit(limit=300, seconds=300))
