import pytest

from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.beheer import routes


@pytest.fixture(autouse=True)
def own_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count for each test: all of them report from one address, within one minute."""
    monkeypatch.setattr(routes, "_CLIENT_LIMIT", RateLimit(limit=30, seconds=600))
