"""Each kind of signature that we take, and how the key for it is found."""

import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import get_default_algorithms

from sociale_kaart.accounts.oidc.id_token import (
    BadTokenError,
    Expected,
    UnknownKeyError,
    read_id_token,
)

EXPECTED = Expected("https://inloggen.example.org", "kaart", "een nonce")
PRIVATE: dict[str, Any] = {
    "RS256": rsa.generate_private_key(65537, 2048),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}
PRIVATE["PS256"] = PRIVATE["RS256"]


def jwk(alg: str, /, **more: str) -> dict[str, Any]:
    public = get_default_algorithms()[alg].to_jwk(PRIVATE[alg].public_key())
    found = public if isinstance(public, dict) else json.loads(public)
    # A key may leave out what it is for.
    return {**{name: found[name] for name in found if name != "key_ops"}, **more}


def token(alg: str, kid: str | None = None, **changes: Any) -> str:
    now = int(time.time())
    claims = {
        "iss": EXPECTED.issuer,
        "aud": EXPECTED.client_id,
        "nonce": EXPECTED.nonce,
        "sub": "anna",
        "iat": now,
        "exp": now + 60,
        **changes,
    }
    return jwt.encode(claims, PRIVATE[alg], alg, headers={"kid": kid} if kid else None)


@pytest.mark.parametrize("alg", ["RS256", "PS256", "ES256", "EdDSA"])
def test_a_key_is_found_by_its_name_or_else_by_its_kind(alg: str) -> None:
    others = [jwk(other) for other in ("RS256", "ES256", "EdDSA")]
    assert read_id_token(token(alg), others, EXPECTED)["sub"] == "anna"
    named = [jwk(alg, kid="een", alg=alg), jwk(alg, kid="twee", alg=alg, use="sig")]
    assert read_id_token(token(alg, "twee"), named, EXPECTED)["sub"] == "anna"
    with pytest.raises(UnknownKeyError):
        read_id_token(token(alg, "drie"), named, EXPECTED)


def test_a_key_for_something_else_is_no_key() -> None:
    for key in (jwk("RS256", use="enc"), jwk("RS256", alg="PS256"), {"kty": "RSA"}, {}):
        with pytest.raises(UnknownKeyError):
            read_id_token(token("RS256"), [key], EXPECTED)


def test_clocks_may_differ_by_a_minute_and_no_more() -> None:
    keys = [jwk("RS256")]
    now = int(time.time())
    assert read_id_token(token("RS256", exp=now - 30), keys, EXPECTED)
    assert read_id_token(token("RS256", iat=now + 30), keys, EXPECTED)
    for late in ({"exp": now - 90}, {"iat": now + 90}, {"nbf": now + 90}):
        with pytest.raises(BadTokenError):
            read_id_token(token("RS256", **late), keys, EXPECTED)


@pytest.mark.parametrize("text", ["", ".", "..", "a.b.c", "é.é.é", "e30.e30.", "\x00"])
def test_what_is_no_token_at_all_is_a_bad_one(text: str) -> None:
    with pytest.raises(BadTokenError):
        read_id_token(text, [jwk("RS256")], EXPECTED)
