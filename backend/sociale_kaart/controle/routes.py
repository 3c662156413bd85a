from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Header, Response

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.controle import queries, service
from sociale_kaart.controle.models import Controleverzoek, Controlevraag
from sociale_kaart.controle.schemas import (
    AntwoordInvoer,
    BelAanbod,
    Belverzoek,
    Belverzoeken,
    ControleverzoekUit,
    ControlevraagUit,
    IntrekkingInvoer,
)
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.organisaties.access import EditorDep

router = APIRouter(tags=["Controle"])

# In a header, as addresses end up in logs.
ControleToken = Annotated[
    str, Header(max_length=100, description="Wat in de link van de mail na het hekje staat.")
]


@router.get(
    "/controleverzoeken/huidig",
    operation_id="getControleverzoek",
    response_model_exclude_none=True,
)
async def get_controleverzoek(
    response: Response, session: SessionDep, controle_token: ControleToken
) -> ControleverzoekUit:
    """What a mail asks: which listings, and how each stands now."""
    response.headers["Cache-Control"] = "no-store"
    verzoek, actor = await service.open_verzoek(session, controle_token)
    found = await queries.list_vragen(session, verzoek.id, actor.lidmaatschappen)
    return ControleverzoekUit(
        verloopt_op=verzoek.verloopt_op,
        vragen=[_vraag_uit(verzoek, vraag, aanbod, naam) for vraag, aanbod, naam in found],
    )


@router.post(
    "/controleverzoeken/huidig/antwoorden", operation_id="createControleantwoord", status_code=204
)
async def create_antwoord(
    session: SessionDep, controle_token: ControleToken, invoer: AntwoordInvoer
) -> None:
    """'Klopt nog' or 'gestopt' for one listing of the mail; a second time changes nothing."""
    await service.answer(session, controle_token, invoer.aanbod_id, invoer.antwoord)


@router.post(
    "/controleverzoeken/huidig/intrekkingen",
    operation_id="createControleintrekking",
    status_code=204,
)
async def create_intrekking(
    session: SessionDep, controle_token: ControleToken, invoer: IntrekkingInvoer
) -> None:
    """Takes the answer for one listing of the mail back."""
    await service.withdraw(session, controle_token, invoer.aanbod_id)


@router.get("/belverzoeken", operation_id="listBelverzoeken", response_model_exclude_none=True)
async def list_belverzoeken(
    response: Response, session: SessionDep, _editor: EditorDep, page: PageDep
) -> Belverzoeken:
    """Organisations to call: they did not answer two mails, or mail does not reach them."""
    response.headers["Cache-Control"] = "private, no-cache"
    found = await queries.list_to_call(session, today(), utc_now())
    groups = [
        (organisatie, [(aanbod, reden) for _, aanbod, reden in rows])
        for organisatie, rows in groupby(found, key=lambda row: row[0])
        if page.after is None or organisatie.id > page.after
    ]
    shown = groups[: page.limit]
    return Belverzoeken(
        resultaten=[
            Belverzoek(
                id=organisatie.id,
                slug=organisatie.slug,
                naam=organisatie.naam,
                telefoon=organisatie.telefoon,
                email=organisatie.email,
                aanbod=[_bel_aanbod(aanbod, reden) for aanbod, reden in rows],
            )
            for organisatie, rows in shown
        ],
        volgende=str(shown[-1][0].id) if len(groups) > page.limit else None,
    )


def _vraag_uit(
    verzoek: Controleverzoek, vraag: Controlevraag, aanbod: Aanbod, naam: str
) -> ControlevraagUit:
    stand = service.stand_now(verzoek, vraag, aanbod)
    return ControlevraagUit(
        aanbod_id=aanbod.id,
        slug=aanbod.slug,
        titel=aanbod.titel,
        organisatie=naam,
        stand=stand,
        eigen_antwoord=vraag.antwoord == stand,
        bevestigd_op=aanbod.bevestigd_op,
    )


def _bel_aanbod(aanbod: Aanbod, reden: str) -> BelAanbod:
    return BelAanbod.model_validate(
        {
            "id": aanbod.id,
            "slug": aanbod.slug,
            "titel": aanbod.titel,
            "bevestigdOp": aanbod.bevestigd_op,
            "reden": reden,
        }
    )
