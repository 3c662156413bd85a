"""Whether an ID token is what it should be: OpenID Connect Core 1.0, 3.1.3.7."""

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jwt

Claims = Mapping[str, Any]

# Asymmetric only: with HS256 our client secret, or a public key, would do as a signature, and
# 'none' is no signature.
_ALGORITHMS = frozenset({"RS256", "PS256", "ES256", "EdDSA"})
_REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
_LEEWAY_SECONDS = 60
# The standard's own limits.
_SUBJECT = re.compile(r"[ -~]{1,255}")


class BadTokenError(Exception):
    """The token is not to be believed; the message has nothing of what is in it."""


class UnknownKeyError(BadTokenError):
    """None of the keys fits; the provider may have new ones."""


@dataclass(frozen=True)
class Expected:
    """What the token must say: from whom, for whom, and to which log-in it belongs."""

    issuer: str
    client_id: str
    nonce: str


def read_id_token(token: str, keys: Sequence[Mapping[str, Any]], expected: Expected) -> Claims:
    """The claims of a token that holds.

    Args:
        token: the ID token as it came, a signed JWT.
        keys: the provider's public keys, as in a JWK set (RFC 7517).
        expected: what it is held against.

    Raises:
        UnknownKeyError: it was signed by a key that is not among these.
        BadTokenError: anything else is wrong with it.
    """
    try:
        header = jwt.get_unverified_header(token)
        alg = header.get("alg")
        if alg not in _ALGORITHMS:
            raise BadTokenError("algorithm")
        claims = _verified(token, alg, list(_fitting(keys, alg, header.get("kid"))), expected)
    # A claim of another type than it should have can be any of these.
    except (jwt.PyJWTError, TypeError, ValueError, OverflowError) as error:
        raise BadTokenError(type(error).__name__) from None
    _check_parties(claims, expected)
    return claims


def _fitting(keys: Sequence[Mapping[str, Any]], alg: str, kid: str | None) -> Iterator[jwt.PyJWK]:
    for key in keys:
        if key.get("use", "sig") != "sig" or key.get("alg", alg) != alg:
            continue
        if kid is not None and key.get("kid") != kid:
            continue
        try:
            yield jwt.PyJWK(dict(key), alg)
        except jwt.PyJWTError:
            continue  # of another type than this algorithm needs


def _verified(token: str, alg: str, keys: Sequence[jwt.PyJWK], expected: Expected) -> Claims:
    for key in keys:
        try:
            found: Claims = jwt.decode(
                token,
                key,
                algorithms=[alg],
                audience=expected.client_id,
                issuer=expected.issuer,
                leeway=_LEEWAY_SECONDS,
                options={"require": _REQUIRED},
            )
        except jwt.InvalidSignatureError:
            continue  # a token that names no key may be signed by the next one
        return found
    if keys:
        raise BadTokenError("signature")
    raise UnknownKeyError("key")


def _check_parties(claims: Claims, expected: Expected) -> None:
    """What the library leaves to us: azp, nonce, and a subject that can be kept."""
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else expected.client_id) != expected.client_id:
        raise BadTokenError("azp")
    if not isinstance(claims["nonce"], str) or not secrets.compare_digest(
        claims["nonce"].encode(), expected.nonce.encode()
    ):
        raise BadTokenError("nonce")
    subject = claims["sub"]
    if not isinstance(subject, str) or not _SUBJECT.fullmatch(subject):
        raise BadTokenError("sub")
