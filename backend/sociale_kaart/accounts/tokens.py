import secrets
from hashlib import sha256


def new_token() -> tuple[str, bytes]:
    """A secret of 256 bits, and the hash of it that is kept."""
    token = secrets.token_urlsafe(32)
    return token, hash_token(token)


def hash_token(token: str) -> bytes:
    """The SHA-256 of a token: enough without salt, as a random token cannot be guessed."""
    return sha256(token.encode()).digest()
