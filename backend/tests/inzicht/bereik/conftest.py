import pytest

from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.inzicht.bereik import routes


@pytest.fixture(autouse=True)
def own_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count for each test: all of them tell from one address, within one minute."""
    monkeypatch.setattr(routes, "_CLIENT_LIMIT", RateLimit(limit=120, seconds=600))
