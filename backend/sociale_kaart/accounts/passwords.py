from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()


def hash_password(password: str) -> str:
    """An Argon2id hash with its parameters (RFC 9106)."""
    return _HASHER.hash(password)


def password_matches(hashed: str | None, password: str) -> bool:
    """Whether the password belongs to the hash; takes the same time when there is none."""
    try:
        _HASHER.verify(hashed or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None


@cache
def _nobody() -> str:
    """Compared with when an address is unknown, so that the answer takes as long."""
    return _HASHER.hash("niemand heeft dit wachtwoord")
