"""What somebody might use instead, with the same listings, filters and counts."""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import asyncpg

from sociale_kaart.zoeken.tags import FACETS, tag

# A question: its words, and the tags of which a listing needs one of each group (facet).
Asked = tuple[list[str], dict[str, list[str]]]
# How many there are, the ids of the first page, and how many there are of each tag.
Answer = tuple[int, list[str], dict[str, int]]
PAGE = 20
TITLE_WEIGHT = 3.0
_READ_AT_ONCE = 1_000


@dataclass(frozen=True)
class Text:
    """A listing as a peer gets it; `tags` are all codes that it is filtered and counted by."""

    id: str
    title: str
    rest: str
    tags: list[str]


class Peer(Protocol):
    async def ask(self, asked: Asked) -> Answer:
        """The counts beside a filter are of what each other choice would give, as ours are."""
        ...


async def texts(connection: asyncpg.Connection) -> AsyncIterator[Text]:
    """What our own search knows of each listing, as plain text."""
    async with connection.transaction():
        rows = connection.cursor(
            "SELECT id::text, tekst_titel, concat_ws(' ', tekst_onderwerp, tekst_rest), tags"
            " FROM zoek_rij ORDER BY id",
            prefetch=_READ_AT_ONCE,
        )
        async for row in rows:
            key, title, rest, tags = row
            yield Text(key, title, rest, [one for one in tags if facet_of(one) in FACETS])


def asked_of(params: Mapping[str, Any]) -> Asked:
    groups = {
        facet: [tag(facet, code) for code in codes]
        for facet, codes in params.items()
        if facet in FACETS
    }
    return params["q"].split(), groups


def facet_of(one: str) -> str:
    """The facet of a tag."""
    return one.partition(":")[0]


def others_of(facet: str | None, groups: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The filters but that of one facet: with these its own codes are counted."""
    return {key: tags for key, tags in groups.items() if key != facet}


def counted(
    facet: str | None, groups: Mapping[str, list[str]], rows: Iterable[tuple[str, int]]
) -> dict[str, int]:
    """Of these counts those that belong to `facet`, or to none of the filters."""
    return {
        one: number
        for one, number in rows
        if facet_of(one) == facet or (facet is None and facet_of(one) not in groups)
    }
