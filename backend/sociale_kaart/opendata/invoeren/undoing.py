"""One row taken back, unless somebody has changed since what it brought."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.changing import remember
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.aanbod.queries import lock_aanbod
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import apply_change
from sociale_kaart.core.clock import utc_now
from sociale_kaart.opendata.invoeren.models import InvoerRij, Terug
from sociale_kaart.opendata.invoeren.queries import voorstellen_of
from sociale_kaart.opendata.invoeren.reading import Setting

UNDONE = "invoer-teruggedraaid"


async def take_back(
    session: AsyncSession, rij: InvoerRij, setting: Setting
) -> tuple[Terug, str | None]:
    """Undoes what this row did; what became of it, and why it stayed when it did.

    Raises ForbiddenError when the listing has gone to another organisation.
    """
    assert rij.aanbod_id is not None
    aanbod = await lock_aanbod(session, rij.aanbod_id)
    if aanbod is None:
        gone = rij.uitkomst == "nieuw"
        return ("verwijderd", None) if gone else ("gebleven", "Dit aanbod is intussen verwijderd.")
    setting.actor.require_member(aanbod.organisatie_id)
    voorstel = (await voorstellen_of(session, [aanbod.id])).get(aanbod.id)
    reason = _reason_to_stay(rij, aanbod, voorstel)
    if reason is not None:
        return "gebleven", reason
    if rij.uitkomst == "nieuw":
        remember(session, aanbod, setting.actor, UNDONE, {"titel": [aanbod.titel, None]})
        await session.delete(aanbod)
        return "verwijderd", None
    if voorstel is not None:
        remember(session, aanbod, setting.actor, UNDONE)
        await session.delete(voorstel)
    else:
        await _restore(session, aanbod, rij.eerder or {}, setting)
    return "hersteld", None


def _reason_to_stay(rij: InvoerRij, aanbod: Aanbod, voorstel: AanbodVoorstel | None) -> str | None:
    """Why what a row brought is somebody else's work by now; None when it is not."""
    if aanbod.versie != rij.versie_na:
        return "Iemand heeft dit daarna veranderd."
    done = rij.gedaan_op
    mine = _proposed(rij) and voorstel is not None and done and voorstel.ingediend_op <= done
    if voorstel is not None and not mine:
        return "Er wacht een andere wijziging op de redactie."
    if voorstel is None and _proposed(rij):
        return "De redactie heeft hier al over beslist."
    return None


def _proposed(rij: InvoerRij) -> bool:
    """Whether this row changed nothing yet, but asked the redactie to."""
    return rij.uitkomst == "gewijzigd" and rij.wacht and rij.status == "gepubliceerd"


async def _restore(
    session: AsyncSession, aanbod: Aanbod, before: dict[str, Any], setting: Setting
) -> None:
    """Has the listing say and be what it was; nobody has touched it since, so no rule is passed by."""
    status = before["status"]
    if status != aanbod.status:
        remember(session, aanbod, setting.actor, UNDONE, {"status": [aanbod.status, status]})
        aanbod.status = status
        aanbod.versie += 1
        aanbod.gewijzigd_op = utc_now()
    invoer = AanbodInvoer.model_validate(before["inhoud"])
    await apply_change(
        session, aanbod, invoer, setting.reference, setting.actor, UNDONE, looked=False
    )
