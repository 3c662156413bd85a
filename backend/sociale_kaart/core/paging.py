"""Stable paging: a page starts after the last id of the one before it.

Rows that come or go in between never make a reader miss or repeat another row, as page
numbers do. Ids are UUIDv7, so the order is that of creation.
"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from pydantic import BaseModel

from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.problems import Fout, InvalidInputError

MAX_LIMIT = 100


class PageRequest(BaseModel):
    after: UUID | None
    limit: int


async def page_request(
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = 20,
    cursor: Annotated[
        str | None, Query(max_length=60, description="`volgende` van de vorige bladzijde.")
    ] = None,
) -> PageRequest:
    # Async although it waits for nothing: FastAPI sends the others to a thread and back.
    after = as_uuid(cursor) if cursor else None
    if cursor and after is None:
        raise InvalidInputError([Fout(veld="cursor", melding="Deze bladzijde bestaat niet.")])
    return PageRequest(after=after, limit=limit)


PageDep = Annotated[PageRequest, Depends(page_request)]
