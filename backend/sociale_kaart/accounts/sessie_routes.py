"""Where somebody is logged in, and ending that elsewhere."""

from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts import service
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.accounts.routes import TokenDep
from sociale_kaart.accounts.schemas import SessieInLijst, Sessies
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import NotFoundError, NotLoggedInError

router = APIRouter(tags=["Inloggen"])


@router.get("/sessies", operation_id="listSessies")
async def list_sessies(response: Response, session: SessionDep, token: TokenDep = None) -> Sessies:
    """Your own sessions, the latest first."""
    response.headers["Cache-Control"] = "no-store"
    account, current = await _logged_in(session, token)
    found = await service.list_sessions(session, account.id)
    return Sessies(resultaten=[_in_list(sessie, current) for sessie in found])


@router.delete("/sessies/andere", operation_id="deleteAndereSessies", status_code=204)
async def delete_andere_sessies(session: SessionDep, token: TokenDep = None) -> None:
    """Ends all of your sessions but this one."""
    account, current = await _logged_in(session, token)
    await service.end_other_sessions(session, account.id, current.id)


@router.delete("/sessies/{id}", operation_id="deleteSessieById", status_code=204)
async def delete_sessie_by_id(
    session: SessionDep,
    id: UUID,  # noqa: A002
    token: TokenDep = None,
) -> None:
    """Ends one of your own sessions."""
    account, _ = await _logged_in(session, token)
    if not await service.end_session(session, account.id, id):
        raise NotFoundError("Deze sessie is er niet (meer).")


async def _logged_in(session: AsyncSession, token: str | None) -> tuple[Account, Sessie]:
    found = await service.find_session(session, token) if token else None
    if found is None:
        raise NotLoggedInError
    return found


def _in_list(sessie: Sessie, current: Sessie) -> SessieInLijst:
    return SessieInLijst(
        id=sessie.id,
        aangemaakt_op=sessie.aangemaakt_op,
        gebruikt_op=sessie.gebruikt_op,
        verloopt_op=sessie.verloopt_op,
        huidig=sessie.id == current.id,
    )
