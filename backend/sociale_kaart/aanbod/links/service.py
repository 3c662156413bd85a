"""Looks at the addresses on the map each night, and lets listings say which do not work."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from sociale_kaart.aanbod.links import queries
from sociale_kaart.aanbod.links.looking import Address, Looker
from sociale_kaart.aanbod.links.models import Adrescontrole
from sociale_kaart.aanbod.links.rules import Bevinding, Reden, Stand, is_our_own_fault, stand_after
from sociale_kaart.core.db import Database, take_turns

_AT_ONCE = 100
_LISTINGS_AT_ONCE = 200
# Asked only when nothing else answers.
_WITNESSES = 3


async def look_at_some(database: Database, looker: Looker, day: date) -> int:
    """Looks at some of the addresses whose turn it is; returns how many, 0 when all are done.

    When nothing answers, not even what did before, it is our own network that is away: nothing is
    written down, and the answer is 0 too. No transaction is open while we wait for other people's
    servers.
    """
    async with database.transaction() as session:
        due = await queries.list_due(session, day, _AT_ONCE)
        if not due:
            await queries.forget_unused(session)
            return 0
        witnesses = await queries.list_working(session, _WITNESSES)
    found = await looker.look(due)
    if is_our_own_fault(list(found.values())):
        told = await looker.look(witnesses)
        if not any(each.answered for each in told.values()):
            return 0
    async with database.transaction() as session:
        await take_turns(session, "links")
        known = await queries.known_of(session, due)
        await queries.write_results(session, _rows(found, known, day))
    while await _tell_listings(database):
        pass
    return len(due)


def _rows(
    found: Mapping[Address, Bevinding], known: Mapping[Address, Adrescontrole], day: date
) -> list[dict[str, Any]]:
    rows = []
    for (soort, adres), bevinding in found.items():
        row = known.get((soort, adres))
        before, bekeken_op = Stand(), None
        if row is not None:
            reden = cast("Reden | None", row.reden)
            before, bekeken_op = Stand(row.mislukt_sinds, row.mislukt_dagen, reden), row.bekeken_op
        # What says nothing either way is not asked again tonight, and changes nothing.
        after = before if bevinding.unsure else stand_after(before, bekeken_op, bevinding, day)
        rows.append(
            {
                "soort": soort,
                "adres": adres,
                "bekeken_op": day,
                "mislukt_sinds": after.sinds,
                "mislukt_dagen": after.dagen,
                "reden": after.reden,
            }
        )
    return rows


async def _tell_listings(database: Database) -> bool:
    """Has some listings say what was found of their addresses; whether there may be more."""
    async with database.transaction() as session:
        changed = await queries.list_changed(session, _LISTINGS_AT_ONCE)
        for aanbod, website, email in changed:
            aanbod.website_stuk_sinds = website
            aanbod.email_stuk_sinds = email
    return len(changed) == _LISTINGS_AT_ONCE
