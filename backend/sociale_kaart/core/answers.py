"""Answers that readers may keep: JSON with an ETag, and 304 when nothing changed."""

from hashlib import blake2b
from typing import Any

import orjson
from fastapi import Request, Response

from sociale_kaart.core.schema import Schema


def dump(content: Any) -> bytes:
    """JSON bytes of a Schema (fields that are None are left out) or of plain data."""
    if isinstance(content, Schema):
        return content.model_dump_json(by_alias=True, exclude_none=True).encode()
    return orjson.dumps(content)


def etag_of(body: bytes) -> str:
    return f'"{blake2b(body, digest_size=12).hexdigest()}"'


def json_answer(
    request: Request,
    content: Any,
    *,
    media_type: str = "application/json",
    etag: str | None = None,
    vary: str | None = None,
    status_code: int = 200,
    lasting: bool = True,
) -> Response:
    """An answer with an ETag, or a 304 when the reader already has this version.

    The content is a Schema, plain data, or bytes that are JSON already. The ETag, with its
    quotes, is computed from the content when it is not given. One that is not `lasting` asks not to be
    kept: it was made while something was away, or has people in it.
    """
    body = content if isinstance(content, bytes) else dump(content)
    tag = etag or etag_of(body)
    # Readers may keep the answer but ask each time whether it still holds.
    headers = {"ETag": tag, "Cache-Control": "no-cache" if lasting else "no-store"}
    if vary:
        headers["Vary"] = vary
    if request.method == "GET" and knows(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body, status_code=status_code, media_type=media_type, headers=headers)


def for_one_reader(
    request: Request, content: Any, *, etag: str | None = None, status_code: int = 200
) -> Response:
    """As `json_answer`, of what not everybody may know: caches that people share do not keep it."""
    answer = json_answer(request, content, etag=etag, status_code=status_code)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def for_now(content: Any, status_code: int = 200) -> Response:
    """JSON for one person that nobody keeps, because it changes by itself or is a secret."""
    return Response(
        dump(content),
        status_code=status_code,
        media_type="application/json",
        headers={"Cache-Control": "private, no-store"},
    )


def knows(request: Request, etag: str) -> bool:
    """Whether the reader has this version already."""
    header = request.headers.get("if-none-match", "")
    return etag in {tag.strip().removeprefix("W/") for tag in header.split(",")}
