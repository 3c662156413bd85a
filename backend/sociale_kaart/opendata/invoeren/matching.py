"""Which listing each row is about: of the own organisation, by key or by title."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.identifiers import as_uuid
from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.invoeren import queries
from sociale_kaart.opendata.invoeren.planning import Found
from sociale_kaart.opendata.invoeren.reading import Read, Setting

_TWICE = "Jullie hebben vaker aanbod met deze titel. Zet er een kolom met nummers bij."


def bron_of(organisatie_id: UUID) -> str:
    """The source of what an organisation brings in itself: nobody else's rows can have its keys."""
    return f"organisatie-{organisatie_id}"


async def find_for(
    session: AsyncSession, invoer_id: UUID, reads: Sequence[Read], setting: Setting
) -> list[Found]:
    """What the map has for each of these rows, in their order.

    A listing is known by the key that it was brought in with, or by its own id as an export gives
    it. Without a column of keys its title is the key.
    """
    owner, by_title = setting.organisatie, "externId" not in setting.koppeling.velden
    bron = bron_of(owner.id)
    keys = {read.sleutel for read in reads if read.sleutel is not None}
    titles = {read.titel.lower() for read in reads if read.titel}
    listings = _Listings(await queries.own_listings(session, owner.id, keys, titles), bron)
    others = await queries.keys_of_others(session, owner.id, bron, keys)
    aanbod = [listings.of(read, by_title=by_title) for read in reads]
    waiting = await queries.voorstellen_of(session, [one.id for one in aanbod if one])
    before = min(read.nummer for read in reads)
    ids = {one.id for one in aanbod if one}
    earlier = _Earlier(by_title=by_title)
    for nummer, sleutel, aanbod_id in await queries.earlier_rows(
        session, invoer_id, before, keys, ids
    ):
        earlier.add(nummer, sleutel, aanbod_id)
    found = []
    for read, one in zip(reads, aanbod, strict=True):
        twice = by_title and one is None and listings.has_title(read)
        faults = [Fout(veld="titel", melding=_TWICE)] if twice else []
        faults += earlier.faults(read, one)
        earlier.add(read.nummer, read.sleutel, one.id if one else None)
        found.append(
            Found(
                aanbod=one,
                voorstel=waiting.get(one.id) if one else None,
                zelfde_titel=one is None and listings.has_title(read),
                fouten=tuple(faults),
                elders=one is None and read.sleutel in others,
            )
        )
    return found


class _Listings:
    """Listings of one organisation by each of the ways in which a row can mean them."""

    def __init__(self, listings: Iterable[Aanbod], bron: str) -> None:
        self._by_key: dict[str, Aanbod] = {}
        self._by_id: dict[UUID, Aanbod] = {}
        self._by_title: dict[str, list[Aanbod]] = defaultdict(list)
        # Its own keys come last, so that they count when another source has the same one.
        for aanbod in sorted(listings, key=lambda one: (one.bron == bron, one.id)):
            self._by_id[aanbod.id] = aanbod
            self._by_title[aanbod.titel.lower()].append(aanbod)
            if aanbod.extern_id is not None:
                self._by_key[aanbod.extern_id] = aanbod

    def of(self, read: Read, *, by_title: bool) -> Aanbod | None:
        if read.sleutel is None:
            return None
        key = as_uuid(read.sleutel)
        known = self._by_key.get(read.sleutel) or (self._by_id.get(key) if key else None)
        if known is not None or not by_title:
            return known
        same = self._by_title.get(read.sleutel.lower(), [])
        return same[0] if len(same) == 1 else None

    def has_title(self, read: Read) -> bool:
        return bool(read.titel) and (read.titel or "").lower() in self._by_title


class _Earlier:
    """The rows before, so that two of them are not about the same listing."""

    def __init__(self, *, by_title: bool) -> None:
        self._veld = "titel" if by_title else "externId"
        self._keys: dict[str, int] = {}
        self._ids: dict[UUID, int] = {}

    def add(self, nummer: int, sleutel: str | None, aanbod_id: UUID | None) -> None:
        if sleutel is not None:
            self._keys.setdefault(sleutel, nummer)
        if aanbod_id is not None:
            self._ids.setdefault(aanbod_id, nummer)

    def faults(self, read: Read, aanbod: Aanbod | None) -> list[Fout]:
        same = self._keys.get(read.sleutel) if read.sleutel is not None else None
        if same is not None:
            return [Fout(veld=self._veld, melding=f"Dit staat ook al in rij {same}.")]
        same = self._ids.get(aanbod.id) if aanbod is not None else None
        if same is not None:
            return [Fout(veld=self._veld, melding=f"Rij {same} gaat over hetzelfde aanbod.")]
        return []
