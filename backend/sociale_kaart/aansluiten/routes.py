from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aansluiten import queries, service
from sociale_kaart.aansluiten.controleren import check_organisatie, list_aanmeldingen, short_of
from sociale_kaart.aansluiten.gelijkend import find_alike
from sociale_kaart.aansluiten.schemas import (
    Aanmeldingen,
    Aansluiting,
    AansluitingMetSessie,
    AansluitlinkGevraagd,
    AansluitlinkInvoer,
    AansluitlinkUit,
    Controle,
    EigenVerzoek,
    EigenVerzoeken,
    OrganisatieGelijkenissen,
    OrganisatieGelijkenisvraag,
    Verzoekbesluit,
)
from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.accounts.routes import sessie_uit, set_half_cookie, set_session_cookie
from sociale_kaart.accounts.tweedestap.models import HalveSessie
from sociale_kaart.accounts.tweedestap.service import let_in
from sociale_kaart.core.db import DatabaseDep, SessionDep
from sociale_kaart.core.problems import ForbiddenError
from sociale_kaart.organisaties.access import Actor, ActorDep, EditorDep
from sociale_kaart.organisaties.queries import find_organisatie

router = APIRouter(tags=["Aansluiten"])

# As for links to log in by: nobody's mailbox is filled by others, and one office may share an
# address.
_ADDRESS_LIMIT = SharedLimit("aansluiten-adres", limit=5, seconds=900)
_CLIENT_LIMIT = SharedLimit("aansluiten-plek", limit=30, seconds=900)
# While somebody types there is a question for every few letters: too many to ask the database.
_TYPING_LIMIT = RateLimit(limit=300, seconds=300)

AansluitToken = Annotated[
    str, Header(max_length=100, description="Wat in de link van de mail na het hekje staat.")
]


@router.post("/organisaties/gelijkenissen", operation_id="createOrganisatiegelijkenissen")
async def create_gelijkenissen(
    request: Request, response: Response, session: SessionDep, vraag: OrganisatieGelijkenisvraag
) -> OrganisatieGelijkenissen:
    """Which organisations on the map may be the one that somebody fills in, and why.

    A POST, as an address that somebody types belongs in no log; nothing of it is kept.
    """
    _TYPING_LIMIT.count(client_of(request))
    response.headers["Cache-Control"] = "no-store"
    return OrganisatieGelijkenissen(resultaten=await find_alike(session, vraag))


@router.post("/aansluitlinks", operation_id="createAansluitlink", status_code=202)
async def create_aansluitlink(
    request: Request, database: DatabaseDep, session: SessionDep, invoer: AansluitlinkInvoer
) -> AansluitlinkGevraagd:
    """Registers an organisation, or asks to join one, without an account: a link in a mail does it.

    The answer and what is done are the same for every address, known here or not.
    """
    await _CLIENT_LIMIT.count(database, client_of(request))
    await _ADDRESS_LIMIT.count(database, invoer.email.lower())
    await service.ask_link(session, invoer, request.app.state.public_url)
    return AansluitlinkGevraagd(geldig_minuten=service.LINK_MINUTES)


@router.get(
    "/aansluitlinks/huidig", operation_id="getAansluitlink", response_model_exclude_none=True
)
async def get_aansluitlink(
    response: Response, session: SessionDep, aansluit_token: AansluitToken
) -> AansluitlinkUit:
    """What a link in a mail would do. Looking at it uses nothing up."""
    response.headers["Cache-Control"] = "no-store"
    link, vraag = await service.read_link(session, aansluit_token)
    chosen = None
    if vraag.organisatie is not None:
        chosen = await find_organisatie(session, str(vraag.organisatie))
    return AansluitlinkUit(
        naam=link.naam,
        email=link.email,
        organisatie=None if chosen is None else short_of(chosen),
        nieuw=vraag.nieuw,
    )


@router.post(
    "/aansluitlinks/huidig/bevestigingen",
    operation_id="createAansluitbevestiging",
    status_code=201,
    response_model_exclude_none=True,
)
async def create_aansluitbevestiging(
    request: Request,
    response: Response,
    database: DatabaseDep,
    session: SessionDep,
    aansluit_token: AansluitToken,
) -> AansluitingMetSessie:
    """Does what the link says, makes an account when there is none, and logs in; works once."""
    await _CLIENT_LIMIT.count(database, client_of(request))
    account, uitkomst, organisatie = await service.use_link(
        session, aansluit_token, request.app.state.public_url
    )
    sessie, token = await let_in(session, account)
    response.headers["Cache-Control"] = "no-store"
    short = short_of(organisatie)
    if isinstance(sessie, HalveSessie):
        set_half_cookie(response, token)
        return AansluitingMetSessie(uitkomst=uitkomst, organisatie=short)
    set_session_cookie(response, token)
    return AansluitingMetSessie(
        uitkomst=uitkomst, organisatie=short, sessie=sessie_uit(account, sessie)
    )


@router.get("/aansluitverzoeken", operation_id="listAansluitverzoeken")
async def list_aansluitverzoeken(
    response: Response, session: SessionDep, actor: ActorDep
) -> EigenVerzoeken:
    """Your own requests that nobody has decided about yet."""
    response.headers["Cache-Control"] = "no-store"
    assert actor.account_id is not None
    found = await queries.list_own_verzoeken(session, actor.account_id)
    return EigenVerzoeken(
        resultaten=[
            EigenVerzoek(organisatie=short_of(organisatie), gevraagd_op=verzoek.gevraagd_op)
            for verzoek, organisatie in found
        ]
    )


@router.post(
    "/organisaties/{id}/aansluitverzoeken", operation_id="createAansluitverzoek", status_code=201
)
async def create_aansluitverzoek(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Aansluiting:
    """Asks to join an organisation, for who is logged in; its owners decide, or the redactie."""
    account = await _member(session, actor)
    uitkomst, organisatie = await service.ask_to_join(
        session, id, account, request.app.state.public_url
    )
    return Aansluiting(uitkomst=uitkomst, organisatie=short_of(organisatie))


@router.post(
    "/organisaties/{id}/aansluitverzoeken/eigen/intrekkingen",
    operation_id="createAansluitintrekking",
    status_code=204,
)
async def create_aansluitintrekking(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> None:
    """Takes your own request back."""
    assert actor.account_id is not None
    await service.withdraw(session, id, actor.account_id)


@router.post(
    "/organisaties/{id}/aansluitverzoeken/{accountId}/besluiten",
    operation_id="createAansluitbesluit",
    status_code=204,
)
async def create_aansluitbesluit(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    accountId: UUID,  # noqa: N803
    besluit: Verzoekbesluit,
) -> None:
    """Says yes or no to somebody who asks to join; a no needs a reason, which they get by mail."""
    await service.decide(session, id, accountId, besluit, actor, request.app.state.public_url)


@router.get("/aanmeldingen", operation_id="listAanmeldingen", response_model_exclude_none=True)
async def get_aanmeldingen(
    response: Response, session: SessionDep, _editor: EditorDep
) -> Aanmeldingen:
    """What waits for the redactie: new organisations, and requests that no owner answers."""
    response.headers["Cache-Control"] = "no-store"
    return await list_aanmeldingen(session)


@router.post("/organisaties/{id}/controles", operation_id="createControle", status_code=204)
async def create_controle(
    request: Request,
    session: SessionDep,
    actor: EditorDep,
    id: UUID,  # noqa: A002
    controle: Controle,
) -> None:
    """The redactie lets a new organisation in, refuses it, or has it join one that is there."""
    await check_organisatie(session, id, controle, actor, request.app.state.public_url)


async def _member(session: AsyncSession, actor: Actor) -> Account:
    account = await session.get(Account, actor.account_id)
    if account is None or account.rol != "lid":
        raise ForbiddenError("Alleen wie geen medewerker is, sluit zich aan.")
    return account
