from dataclasses import asdict

from fastapi import APIRouter, Request, Response

from sociale_kaart.berichten import queries, service
from sociale_kaart.berichten.adressen.rules import Afmelden
from sociale_kaart.berichten.adressen.service import afmelden_for
from sociale_kaart.berichten.compose import stop_knop
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.berichten.schemas import DemoBericht, DemoBerichten
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.fields import Email
from sociale_kaart.core.problems import NotFoundError

router = APIRouter(tags=["Berichten"])

_MOST = 50


@router.get("/demoberichten", operation_id="listDemoBerichten", response_model_exclude_none=True)
async def list_demo_berichten(
    request: Request, response: Response, session: SessionDep, aan: Email | None = None
) -> DemoBerichten:
    """In a demo without mail server: the mails that would have been sent, the latest first.

    Anywhere else there is nothing here: mails hold links that let people in.
    """
    response.headers["Cache-Control"] = "no-store"
    if not request.app.state.shows_mail:
        raise NotFoundError("Mail is alleen te lezen in een demo zonder mailserver.")
    found = await queries.list_waiting(session, aan, utc_now(), _MOST)
    public_url: str = request.app.state.public_url
    return DemoBerichten(
        resultaten=[
            _demo_bericht(bericht, await afmelden_for(session, bericht, public_url))
            for bericht in found
        ]
    )


def _demo_bericht(bericht: Bericht, afmelden: Afmelden | None) -> DemoBericht:
    return DemoBericht.model_validate(
        {
            "aan": bericht.aan,
            "soort": bericht.soort,
            "aangemaaktOp": bericht.aangemaakt_op,
            **asdict(service.inhoud_of(bericht)),
            "afmelden": afmelden and asdict(stop_knop(afmelden)),
        }
    )
