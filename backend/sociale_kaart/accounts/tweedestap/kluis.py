"""Secrets of people that we have to be able to read ourselves, encrypted in the database."""

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sociale_kaart.core.config import Settings

_NONCE_BYTES = 12
_KEY_BYTES = 32


class Kluis:
    """Encrypts with AES-256-GCM, by a key that is derived for this use alone (HKDF, RFC 5869)."""

    def __init__(self, secret_key: str) -> None:
        derive = HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=b"tweede stap")
        self._cipher = AESGCM(derive.derive(secret_key.encode()))

    def seal(self, plain: bytes, account_id: UUID) -> bytes:
        """What is stored. Put in the row of another account it cannot be read."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, account_id.bytes)

    def unseal(self, sealed: bytes, account_id: UUID) -> bytes | None:
        """What was sealed; None when it was with another key, for another account, or changed."""
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, rest, account_id.bytes)
        except InvalidTag:
            return None


def open_kluis(settings: Settings) -> Kluis | None:
    """None without a key; then nobody can turn a second step on."""
    key = settings.secret_key
    return None if key is None else Kluis(key.get_secret_value())
