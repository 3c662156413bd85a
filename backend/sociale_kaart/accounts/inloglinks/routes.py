from fastapi import APIRouter, Request

from sociale_kaart.accounts.inloglinks import service
from sociale_kaart.accounts.inloglinks.schemas import InloglinkInvoer, InloglinkUit
from sociale_kaart.accounts.limieten.service import SharedLimit, client_of
from sociale_kaart.core.db import DatabaseDep, SessionDep

router = APIRouter(tags=["Inloggen"])

# Per address, whether we know it or not: nobody's mailbox is filled by others. Per client it is
# wider, because one office may share an address.
_ADDRESS_LIMIT = SharedLimit("inloglink-adres", limit=5, seconds=900)
_CLIENT_LIMIT = SharedLimit("inloglink-plek", limit=30, seconds=900)


@router.post("/inloglinks", operation_id="createInloglink", status_code=202)
async def create_inloglink(
    request: Request, database: DatabaseDep, session: SessionDep, invoer: InloglinkInvoer
) -> InloglinkUit:
    """Asks for a link to log in by; only who is known here gets one, in their mail."""
    await _CLIENT_LIMIT.count(database, client_of(request))
    await _ADDRESS_LIMIT.count(database, invoer.email.lower())
    await service.ask_link(session, invoer.email)
    return InloglinkUit(geldig_minuten=service.LINK_MINUTES)
