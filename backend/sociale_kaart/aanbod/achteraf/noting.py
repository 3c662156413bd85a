"""Notes that something is on the map that the redactie has not seen."""

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.achteraf.models import Nakijkpunt, Nakijksoort
from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.organisaties.access import Actor


async def note_unseen(
    session: AsyncSession,
    aanbod: Aanbod,
    regel: AanbodHistorie,
    soort: Nakijksoort,
    actor: Actor | None,
) -> None:
    """Puts a listing on the list, when who changed it is not of the redactie themselves.

    It stays in its place when it waits already: the redactie looks at everything since. What comes
    on the map anew is looked at as a whole.

    Args:
        session: of the change itself.
        aanbod: held, as it is on the map now.
        regel: the line of its history that says what changed.
        soort: whether it came on the map, or was there already.
        actor: None for a source; what comes from there is looked at by who brings it in.
    """
    if actor is None or actor.may_edit_in(wijken_of(aanbod)):
        return
    punt = await session.get(Nakijkpunt, aanbod.id)
    if punt is None:
        session.add(Nakijkpunt(aanbod_id=aanbod.id, soort=soort, regel_id=regel.id))
    elif soort == "nieuw":
        punt.soort, punt.regel_id = soort, regel.id
