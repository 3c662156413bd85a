"""Optimistic locking: a change names the version that its author looked at (RFC 9110 If-Match)."""

from hashlib import blake2b
from typing import Annotated

from fastapi import Depends, Header

from sociale_kaart.core.problems import ChangedMeanwhileError, VersionRequiredError

_MOST_DIGITS = 9


def version_etag(versie: int, body: bytes) -> str:
    """An ETag that names the version to change and the exact bytes that were read.

    A document can change without its version, as when its organisation gets another name;
    readers need to know of that, editors need not.
    """
    return f'"{versie}-{blake2b(body, digest_size=8).hexdigest()}"'


def expected_version(
    if_match: Annotated[
        str | None,
        Header(description='De versie die je wijzigt, zoals "3"; je krijgt hem als veld `versie`.'),
    ] = None,
) -> int:
    """The version in If-Match (an ETag of ours, or just its version number).

    Raises 428 when it is absent and 412 when it can never match.
    """
    if if_match is None:
        raise VersionRequiredError
    text = if_match.strip().removeprefix("W/").strip('"').partition("-")[0]
    if not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise ChangedMeanwhileError
    return int(text)


ExpectedVersion = Annotated[int, Depends(expected_version)]
