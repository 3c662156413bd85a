"""Codes that change each half minute (RFC 6238), and codes on paper. Pure: the time is given."""

import hmac
import re
import secrets
from base64 import b32decode, b32encode
from datetime import datetime
from urllib.parse import quote, urlencode

SECRET_BYTES = 20
STEP_SECONDS = 30
DIGITS = 6
# Of the clock of a telephone that runs ahead or behind, and of who types slowly.
_SKEW = 1
# As old as this we say that a code is old. Of codes that are yet to come we say nothing: who
# guesses would hear which one to keep for later.
_OLD = 10
RECOVERY_CODES = 10
# Crockford's base 32 has no letters that look like figures; what is typed so is read as meant.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans("OIL", "011")
_RECOVERY_LENGTH = 16
_GROUP = 4
_ISSUER = "Sociale kaart"


def step_of(moment: datetime) -> int:
    """The number of the half minute that this moment is in, since 1970."""
    return int(moment.timestamp()) // STEP_SECONDS


def code_at(geheim: bytes, stap: int) -> str:
    """The code of this half minute: HOTP (RFC 4226) with the step as its counter."""
    mac = hmac.digest(geheim, stap.to_bytes(8, "big"), "sha1")
    offset = mac[-1] & 0x0F
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def matching_step(geheim: bytes, code: str, now: int) -> int | None:
    """The step that this code is of, when that is the present one or a neighbour of it."""
    return _find(geheim, code, range(now + _SKEW, now - _SKEW - 1, -1))


def is_old(geheim: bytes, code: str, now: int) -> bool:
    """Whether it was right a few minutes ago."""
    return _find(geheim, code, range(now - _SKEW - 1, now - _OLD - 1, -1)) is not None


def _find(geheim: bytes, code: str, steps: range) -> int | None:
    # All are looked at, so that the time it takes does not tell which one it was.
    found = [stap for stap in steps if hmac.compare_digest(code_at(geheim, stap), code)]
    return found[0] if found else None


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def spelled(geheim: bytes) -> str:
    """A secret as apps take it, in groups for who types it."""
    return _grouped(b32encode(geheim).decode(), " ")


def secret_of(written: str) -> bytes:
    """The other way round."""
    return b32decode(written.replace(" ", ""))


def app_address(geheim: bytes, email: str) -> str:
    """What a QR code says to an app (the Key URI Format of Google Authenticator)."""
    label = quote(f"{_ISSUER}:{email}", safe="@:")
    asked = {
        "secret": b32encode(geheim).decode(),
        "issuer": _ISSUER,
        "algorithm": "SHA1",
        "digits": DIGITS,
        "period": STEP_SECONDS,
    }
    return f"otpauth://totp/{label}?{urlencode(asked, quote_via=quote)}"


def new_recovery_codes() -> list[str]:
    """Ten codes of 80 random bits, in groups of four."""
    return [
        _grouped("".join(secrets.choice(_ALPHABET) for _ in range(_RECOVERY_LENGTH)), "-")
        for _ in range(RECOVERY_CODES)
    ]


def bare_recovery_code(written: str) -> str:
    """A recovery code without what people add or mistake when they copy it from paper."""
    return re.sub(r"[\s-]", "", written).upper().translate(_LOOK_ALIKES)


def _grouped(text: str, between: str) -> str:
    return between.join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))
