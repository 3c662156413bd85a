from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from sociale_kaart.accounts import passwords


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Argon2 with the least work it allows: these tests guess passwords by the dozen."""
    monkeypatch.setattr(
        passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    )
    passwords._nobody.cache_clear()
    yield
    passwords._nobody.cache_clear()
