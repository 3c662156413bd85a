from fastapi import APIRouter, Request

from sociale_kaart.accounts.inloglinks import service
from sociale_kaart.accounts.inloglinks.schemas import InloglinkInvoer, InloglinkUit
from sociale_kaart.accounts.rate_limit import RateLimit
from sociale_kaart.core.db import SessionDep

router = APIRouter(tags=["Inloggen"])

# Per address, whether we know it or not: nobody's mailbox is filled by others. Per client it is
# wider, because one office may share an address.
_ADDRESS_LIMIT = RateLimit(limit=5, seconds=900)
_CLIENT_LIMIT = RateLimit(limit=30, seconds=900)


@router.post("/inloglinks", operation_id="createInloglink", status_code=202)
async def create_inloglink(
    request: Request, session: SessionDep, invoer: InloglinkInvoer
) -> InloglinkUit:
    """Asks for a link to log in by; only who is known here gets one, in their mail."""
    _CLIENT_LIMIT.count(request.client.host if request.client else "onbekend")
    _ADDRESS_LIMIT.count(invoer.email.lower())
    await service.ask_link(session, invoer.email)
    return InloglinkUit(geldig_minuten=service.LINK_MINUTES)
