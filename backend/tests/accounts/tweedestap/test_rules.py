"""The codes of apps, held against the examples of RFC 6238, and those on paper."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from sociale_kaart.accounts.tweedestap import rules
from sociale_kaart.accounts.tweedestap.kluis import Kluis
from tests.settings import SECRET_KEY

RFC_SECRET = b"12345678901234567890"
NOW = 1_000_000


# Appendix B of the RFC, of whose eight figures an app shows the last six.
@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_codes_are_those_of_the_rfc(seconds: int, code: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert rules.code_at(RFC_SECRET, rules.step_of(moment)) == code


def test_a_code_changes_at_each_half_minute() -> None:
    assert rules.step_of(datetime.fromtimestamp(59.999, UTC)) == 1
    assert rules.step_of(datetime.fromtimestamp(60, UTC)) == 2


@pytest.mark.parametrize(
    ("later", "found", "old"),
    [
        (-11, None, False),
        (-10, None, True),
        (-2, None, True),
        (-1, -1, False),
        (0, 0, False),
        (1, 1, False),
        # That a code will be right later is told to nobody.
        (2, None, False),
    ],
)
def test_a_clock_may_be_half_a_minute_off(later: int, found: int | None, old: bool) -> None:
    code = rules.code_at(RFC_SECRET, NOW + later)
    step = rules.matching_step(RFC_SECRET, code, NOW)
    assert step == (None if found is None else NOW + found)
    assert rules.is_old(RFC_SECRET, code, NOW) == old


def test_an_app_reads_the_same_secret_from_the_code_and_from_what_is_typed() -> None:
    geheim = rules.new_secret()
    address = urlsplit(rules.app_address(geheim, "vera+kaart@example.org"))
    asked = parse_qs(address.query)
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert address.path == "/Sociale%20kaart:vera%2Bkaart@example.org"
    assert asked["secret"] == [rules.spelled(geheim).replace(" ", "")]
    assert (asked["issuer"], asked["digits"], asked["period"]) == (["Sociale kaart"], ["6"], ["30"])
    assert rules.secret_of(rules.spelled(geheim)) == geheim
    assert {len(group) for group in rules.spelled(geheim).split(" ")} == {4}


def test_recovery_codes_differ_and_are_read_as_they_were_meant() -> None:
    codes = rules.new_recovery_codes()
    assert len({rules.bare_recovery_code(code) for code in codes}) == rules.RECOVERY_CODES
    assert {len(rules.bare_recovery_code(code)) for code in codes} == {16}
    assert rules.bare_recovery_code(" 01ab-oilx ") == "01AB011X"


def test_a_secret_is_read_with_its_own_key_for_its_own_account_only() -> None:
    kluis, account_id = Kluis(SECRET_KEY), uuid4()
    sealed = kluis.seal(RFC_SECRET, account_id)
    assert RFC_SECRET not in sealed
    assert kluis.unseal(sealed, account_id) == RFC_SECRET
    assert kluis.unseal(sealed, uuid4()) is None
    assert Kluis(SECRET_KEY + "!").unseal(sealed, account_id) is None
    assert kluis.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), account_id) is None
    assert kluis.seal(RFC_SECRET, account_id) != sealed
