import pytest

from sociale_kaart.accounts.passwords import hash_password, password_matches


@pytest.mark.parametrize(
    "password", ["a", "wachtwoord met spaties", "ÀÉ漢字🙂", "x" * 200, "a\x00b"]
)
def test_a_password_matches_its_own_hash_only(password: str) -> None:
    hashed = hash_password(password)
    assert password_matches(hashed, password)
    assert not password_matches(hashed, password + "x")
    assert hash_password(password) != hashed


def test_nobody_and_a_broken_hash_match_nothing() -> None:
    assert not password_matches(None, "niemand heeft dit wachtwoord")
    assert not password_matches("geen hash", "x")
    assert not password_matches("", "")
