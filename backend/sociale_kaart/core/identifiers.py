import re
import unicodedata
from collections.abc import Container, Iterable
from uuid import UUID

from uuid_utils.compat import uuid7

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): unique everywhere and in order of creation, so it pages stably."""
    return uuid7()


def slugify(text: str, max_length: int = 80) -> str:
    """Readable ASCII for in an address: 'Eén kop koffie!' becomes 'een-kop-koffie'."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = _NOT_IN_SLUG.sub("-", folded.lower()).strip("-")
    if len(slug) > max_length:
        slug = slug[:max_length].rsplit("-", 1)[0]
    # Where an id or a slug can stand, a slug that looks like an id would never be found.
    return f"naam-{slug}" if as_uuid(slug) else slug or "zonder-naam"


def slug_variants(text: str) -> list[str]:
    """The slug of a text and what to try when others have it: '-2' to '-9', then a sure one."""
    slug = slugify(text)
    numbered = [f"{slug}-{number}" for number in range(2, 10)]
    return [slug, *numbered, f"{slug}-{new_id().hex[-8:]}"]


def first_free(variants: Iterable[str], taken: Container[str]) -> str:
    return next(slug for slug in variants if slug not in taken)


def as_uuid(text: str) -> UUID | None:
    """The UUID that this text is, or None when it is something else, such as a slug."""
    try:
        return UUID(text)
    except ValueError:
        return None
