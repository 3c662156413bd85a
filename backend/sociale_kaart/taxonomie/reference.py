"""The slow-changing lists that every request needs, kept in memory for a minute."""

import asyncio
import time
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.problems import InvalidInputError
from sociale_kaart.taxonomie.adressen.adres import Adres
from sociale_kaart.taxonomie.geo import PostcodeLink, WijkLocator
from sociale_kaart.taxonomie.queries import (
    list_buurten,
    list_wijken,
    load_adressen,
    load_locator,
    load_postcode_links,
    read_vocabulary,
)
from sociale_kaart.taxonomie.vocabulary import Vocabulary

_SECONDS = 60.0


@dataclass(frozen=True)
class Reference:
    vocabulary: Vocabulary
    locator: WijkLocator
    postcodes: dict[str, PostcodeLink]
    # The name of each buurt with the code of its wijk.
    buurten: tuple[tuple[str, str], ...]
    # What the map can look up by itself, and the codes of the municipalities that it is of.
    adressen: tuple[Adres, ...]
    gemeenten: tuple[str, ...]


def wijk_code_of(reference: Reference, wijk: str | None) -> str | None:
    """The code of the wijk that a filter names; None without a filter.

    Raises InvalidInputError, with the wijken there are, when no wijk has that name.
    """
    if wijk is None:
        return None
    code = reference.vocabulary.wijk_code(wijk)
    if code is None:
        raise InvalidInputError(reference.vocabulary.wijk_faults("wijk", [wijk]))
    return code


async def load_reference(session: AsyncSession) -> Reference:
    return Reference(
        vocabulary=await session.run_sync(read_vocabulary),
        locator=await load_locator(session),
        postcodes=await load_postcode_links(session),
        buurten=tuple((one.naam, one.wijk_code) for one in await list_buurten(session)),
        adressen=await load_adressen(session),
        gemeenten=tuple(sorted({wijk.gemeentecode for wijk in await list_wijken(session)})),
    )


async def get_reference(request: Request) -> Reference:
    """The lists, read again when they are older than a minute."""
    state = request.app.state
    if not hasattr(state, "reference_lock"):
        state.reference_lock, state.reference = asyncio.Lock(), None
    if not _is_fresh(state.reference):
        # One of those who find it old reads it again; the outlines take a while to prepare.
        async with state.reference_lock:
            if not _is_fresh(state.reference):
                async with state.database.transaction() as session:
                    state.reference = (time.monotonic(), await load_reference(session))
    found: Reference = state.reference[1]
    return found


def _is_fresh(kept: tuple[float, Reference] | None) -> bool:
    return kept is not None and time.monotonic() - kept[0] < _SECONDS


ReferenceDep = Annotated[Reference, Depends(get_reference, scope="function")]
