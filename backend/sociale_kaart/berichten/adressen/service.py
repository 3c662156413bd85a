"""Stopping kinds of mail to an address, and beginning them again."""

from typing import cast

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.berichten import queries as berichten
from sociale_kaart.berichten.adressen import queries
from sociale_kaart.berichten.adressen.models import Mailadres
from sociale_kaart.berichten.adressen.rules import Afmelden, afmelden_of
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.berichten.soorten import MAG_STOPPEN, Berichtsoort, StopbareSoort
from sociale_kaart.core.problems import NotFoundError

UNKNOWN_LINK = "Deze link werkt niet (meer). Open hem nog eens vanuit de mail."


async def open_adres(session: AsyncSession, sleutel: str) -> Mailadres:
    """The address of a mail, by the key in it; 404 when it is of none (any more)."""
    found = await queries.find_by_sleutel(session, sleutel)
    if found is None:
        raise NotFoundError(UNKNOWN_LINK)
    return found


async def set_wanted(
    session: AsyncSession, aan: str, soort: StopbareSoort, *, gewenst: bool
) -> Mailadres:
    """Stops a kind of mail, or begins it again; a second time changes nothing.

    What of it was still waiting to be sent is not sent any more.
    """
    adres = await queries.lock_adres(session, aan)
    others = [each for each in adres.afgemeld if each != soort]
    adres.afgemeld = others if gewenst else sorted([*others, soort])
    if not gewenst:
        await berichten.delete_waiting_to(session, adres.adres, soort)
    return adres


async def is_wanted(session: AsyncSession, aan: str, soort: Berichtsoort) -> bool:
    """Whether such mail may go to this address; what may not be stopped always may."""
    if not MAG_STOPPEN[soort]:
        return True
    await queries.put_adres(session, aan)
    adres = await queries.find_adres(session, aan)
    return adres is None or soort not in adres.afgemeld


async def afmelden_for(session: AsyncSession, bericht: Bericht, public_url: str) -> Afmelden | None:
    """How to stop mail like this one; None when that may not be."""
    soort = cast("Berichtsoort", bericht.soort)
    # One of a version that knew other kinds may still be waiting.
    if not MAG_STOPPEN.get(soort, False):
        return None
    adres = await queries.find_adres(session, bericht.aan)
    return None if adres is None else afmelden_of(public_url, adres.sleutel, soort)
