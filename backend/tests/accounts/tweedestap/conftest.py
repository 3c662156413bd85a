from datetime import UTC, datetime

import pytest

from sociale_kaart.accounts.tweedestap import service
from tests import second_step


@pytest.fixture(autouse=True)
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The same half minute for all of a test, with what makes codes and what reads them."""
    middle = datetime.now(UTC).timestamp() // 30 * 30 + 15
    moment = datetime.fromtimestamp(middle, UTC)
    for module in (service, second_step):
        monkeypatch.setattr(module, "utc_now", lambda: moment)
    return moment
