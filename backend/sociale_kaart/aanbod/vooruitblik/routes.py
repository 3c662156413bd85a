from datetime import date

from fastapi import APIRouter

from sociale_kaart.aanbod.recurrence import Occurrence
from sociale_kaart.aanbod.schemas import Keer
from sociale_kaart.aanbod.vooruitblik.rules import Outlook, look_ahead, schedule_from
from sociale_kaart.aanbod.vooruitblik.schemas import (
    MomentVooruitblik,
    Vooruitblik,
    VooruitblikVraag,
)
from sociale_kaart.core.clock import today
from sociale_kaart.organisaties.access import ActorDep

router = APIRouter(tags=["Aanbod"])


@router.post("/vooruitblikken", operation_id="createVooruitblik")
async def create_vooruitblik(_actor: ActorDep, vraag: VooruitblikVraag) -> Vooruitblik:
    """When these moments come, as the listing itself would say it. Nothing is kept."""
    closed = [(part.van, part.tot or date.max) for part in vraag.sluitingen]
    day = today()
    return Vooruitblik(
        momenten=[
            _answer(look_ahead(schedule_from(moment), closed, day)) for moment in vraag.momenten
        ]
    )


def _answer(outlook: Outlook) -> MomentVooruitblik:
    return MomentVooruitblik(
        tekst=outlook.text,
        komende=[_keer(keer) for keer in outlook.coming],
        vervallen=[_keer(keer) for keer in outlook.cancelled],
        eerstvolgende=_keer(outlook.following) if outlook.following else None,
        opmerkingen=list(outlook.remarks),
    )


def _keer(keer: Occurrence) -> Keer:
    return Keer(dag=keer.dag, van=keer.van, tot=keer.tot)
