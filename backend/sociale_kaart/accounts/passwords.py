from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()
# Compared with when an address is unknown, so that the answer takes as long as for a known one.
_NOBODY = _HASHER.hash("niemand heeft dit wachtwoord")


def hash_password(password: str) -> str:
    """An Argon2id hash with its parameters (RFC 9106)."""
    return _HASHER.hash(password)


def password_matches(hashed: str | None, password: str) -> bool:
    """Whether the password belongs to the hash; takes the same time when there is none."""
    try:
        _HASHER.verify(hashed or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None
