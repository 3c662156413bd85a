from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Request, Response

from sociale_kaart.aansluiten.controleren import short_of
from sociale_kaart.aansluiten.leden import service, uitnodigen
from sociale_kaart.aansluiten.leden.schemas import (
    Aanvaard,
    Aanvaarding,
    Leden,
    OverdrachtInvoer,
    Rolwijziging,
    UitnodigingInvoer,
    UitnodigingUit,
    Vertrek,
)
from sociale_kaart.accounts.limieten.service import SharedLimit
from sociale_kaart.core.db import DatabaseDep, SessionDep
from sociale_kaart.organisaties.access import ActorDep, VisitorDep

router = APIRouter(tags=["Leden"])

# Per person who invites and per address: nobody's mailbox is filled by others.
_INVITER_LIMIT = SharedLimit("uitnodiging-van", limit=20, seconds=3600)
_ADDRESS_LIMIT = SharedLimit("uitnodiging-adres", limit=5, seconds=3600)

UitnodigingToken = Annotated[
    str, Header(max_length=100, description="Wat in de link van de mail na het hekje staat.")
]


@router.get("/organisaties/{id}/leden", operation_id="listLeden", response_model_exclude_none=True)
async def list_leden(
    response: Response,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> Leden:
    """Who works for an organisation; for its owners also who is invited and who asks to join."""
    response.headers["Cache-Control"] = "no-store"
    return await service.list_leden(session, id, actor)


@router.post(
    "/organisaties/{id}/leden/{accountId}/rollen",
    operation_id="createRolwijziging",
    status_code=204,
)
async def create_rolwijziging(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    accountId: UUID,  # noqa: N803
    wijziging: Rolwijziging,
) -> None:
    """Makes a colleague owner or co-worker. Only the redactie makes another owner less."""
    url = request.app.state.public_url
    await service.change_role(session, id, accountId, wijziging.rol, actor, url)


@router.post(
    "/organisaties/{id}/leden/{accountId}/verwijderingen",
    operation_id="createVerwijdering",
    status_code=204,
)
async def create_verwijdering(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    accountId: UUID,  # noqa: N803
) -> None:
    """Takes a colleague off; they stay logged in for what else is theirs."""
    await service.remove(session, id, accountId, actor)


@router.post("/organisaties/{id}/vertrekken", operation_id="createVertrek", status_code=204)
async def create_vertrek(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    vertrek: Vertrek,
) -> None:
    """You stop working for an organisation; its last owner hands over first."""
    await service.leave(session, id, actor, to_redactie=vertrek.naar_redactie)


@router.post("/organisaties/{id}/uitnodigingen", operation_id="createUitnodiging", status_code=204)
async def create_uitnodiging(
    request: Request,
    database: DatabaseDep,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    invoer: UitnodigingInvoer,
) -> None:
    """Invites somebody by mail; the link works two weeks, for that address."""
    await _INVITER_LIMIT.count(database, str(actor.account_id))
    await _ADDRESS_LIMIT.count(database, invoer.email.lower())
    await uitnodigen.invite(session, id, invoer, actor, request.app.state.public_url)


@router.post(
    "/organisaties/{id}/uitnodigingen/{uitnodigingId}/intrekkingen",
    operation_id="createUitnodigingintrekking",
    status_code=204,
)
async def create_uitnodigingintrekking(
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    uitnodigingId: UUID,  # noqa: N803
) -> None:
    """Takes an invitation back."""
    await uitnodigen.revoke(session, id, uitnodigingId, actor)


@router.get("/uitnodigingen/huidig", operation_id="getUitnodiging")
async def get_uitnodiging(
    response: Response, session: SessionDep, uitnodiging_token: UitnodigingToken
) -> UitnodigingUit:
    """What an invitation in a mail is for. Looking at it uses nothing up."""
    response.headers["Cache-Control"] = "no-store"
    uitnodiging, organisatie, known = await uitnodigen.read(session, uitnodiging_token)
    return UitnodigingUit.model_validate(
        {
            "organisatie": short_of(organisatie),
            "email": uitnodiging.email,
            "rol": uitnodiging.rol,
            "verlooptOp": uitnodiging.verloopt_op,
            "kentJe": known,
        }
    )


@router.post(
    "/uitnodigingen/huidig/aanvaardingen", operation_id="createAanvaarding", status_code=201
)
async def create_aanvaarding(
    session: SessionDep,
    actor: VisitorDep,
    uitnodiging_token: UitnodigingToken,
    aanvaarding: Aanvaarding,
) -> Aanvaard:
    """Accepts an invitation for the address that it was sent to; works once, and logs nobody in."""
    organisatie, logged_in = await uitnodigen.accept(
        session, uitnodiging_token, aanvaarding.naam, actor
    )
    return Aanvaard(organisatie=short_of(organisatie), ingelogd=logged_in)


@router.post("/organisaties/{id}/overdrachten", operation_id="createOverdracht", status_code=204)
async def create_overdracht(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    invoer: OverdrachtInvoer,
) -> None:
    """Asks a colleague to take your place as owner; nothing changes until they accept."""
    await service.offer(session, id, invoer.naar, actor, request.app.state.public_url)


@router.post(
    "/organisaties/{id}/overdrachten/huidig/aanvaardingen",
    operation_id="createOverdrachtaanvaarding",
    status_code=204,
)
async def create_overdrachtaanvaarding(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> None:
    """You become owner in the place of the colleague who asked you."""
    await service.accept(session, id, actor, request.app.state.public_url)


@router.post(
    "/organisaties/{id}/overdrachten/huidig/intrekkingen",
    operation_id="createOverdrachtintrekking",
    status_code=204,
)
async def create_overdrachtintrekking(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
) -> None:
    """Takes a handover back, or says no to it."""
    await service.withdraw(session, id, actor, request.app.state.public_url)
