from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.changing import load_aanbod
from sociale_kaart.aanbod.conversion import invoer_of
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import create_aanbod
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.taxonomie.reference import Reference

_SAYS_SO = " (kopie)"
_LONGEST_TITLE = 200


async def copy_aanbod(
    session: AsyncSession, aanbod_id: UUID, reference: Reference, actor: Actor
) -> Aanbod:
    """A draft that says what this listing says, under a title and an address of its own.

    Its history, its confirmations and what waits stay with the listing: of the copy nobody has
    said yet that it holds.
    """
    aanbod = await load_aanbod(session, aanbod_id)
    actor.require_member(aanbod.organisatie_id)
    invoer = invoer_of(aanbod).model_copy(update={"titel": title_of_copy(aanbod.titel)})
    whole = AanbodInvoer.model_validate(invoer.model_dump(mode="json", by_alias=True))
    return await create_aanbod(session, whole, aanbod.organisatie, reference, actor)


def title_of_copy(titel: str) -> str:
    """Told apart from the other one in a list; a copy of a copy is not called one twice."""
    bare = titel.removesuffix(_SAYS_SO)
    return bare[: _LONGEST_TITLE - len(_SAYS_SO)].rstrip() + _SAYS_SO
