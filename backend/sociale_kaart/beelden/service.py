"""Takes pictures in. What commits is whoever opened the transaction."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.beelden import queries
from sociale_kaart.beelden.drawing import Drawn, NoPictureError, draw
from sociale_kaart.beelden.models import Beeld, BeeldVersie
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.problems import (
    Fout,
    InvalidInputError,
    NotFoundError,
    TooLargeError,
    TooManyRequestsError,
)
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.organisaties.service import UNKNOWN

# A picture from a telephone fits; what is larger is refused before it has come in.
MAX_BYTES = 10_000_000
TOO_LARGE = f"Deze foto is te groot. Kies er een van hoogstens {MAX_BYTES // 1_000_000} MB."
_A_DAY = timedelta(days=1)
_MOST_A_DAY = 100
# Reading a picture takes a processor and much memory, so no more than this are read at once.
_HANDS = asyncio.Semaphore(2)


async def require_may_send(session: AsyncSession, organisatie_id: UUID, actor: Actor) -> None:
    """Before anything of the file is read: may this person send a picture here, and now?"""
    organisatie = await find_organisatie(session, str(organisatie_id))
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    actor.require_member(organisatie.id)
    sent = await queries.count_since(session, organisatie.id, utc_now() - _A_DAY)
    if sent >= _MOST_A_DAY:
        raise TooManyRequestsError("Dit waren veel foto's op één dag. Ga morgen verder.")


async def draw_from(body: AsyncIterator[bytes]) -> Drawn:
    """The picture that somebody sends, drawn anew.

    Raises InvalidInputError when it is none, and TooLargeError as soon as too much has come.
    """
    content = bytearray()
    async for part in body:
        content += part
        if len(content) > MAX_BYTES:
            raise TooLargeError(TOO_LARGE)
    try:
        async with _HANDS:
            return await asyncio.to_thread(draw, bytes(content))
    except NoPictureError as error:
        raise InvalidInputError([Fout(veld="inhoud", melding=str(error))]) from error


async def keep(session: AsyncSession, organisatie_id: UUID, drawn: Drawn) -> Beeld:
    beeld = Beeld(organisatie_id=organisatie_id, breedte=drawn.breedte, hoogte=drawn.hoogte)
    session.add(beeld)
    await session.flush()
    session.add_all(
        BeeldVersie(beeld_id=beeld.id, breedte=breedte, inhoud=inhoud)
        for breedte, inhoud in drawn.versies.items()
    )
    await session.flush()
    return beeld
