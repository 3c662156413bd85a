from collections.abc import Collection
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Header, Response

from sociale_kaart.accounts.mailvoorkeuren.schemas import Mailvoorkeur, Mailvoorkeuren
from sociale_kaart.accounts.routes import TokenDep
from sociale_kaart.accounts.service import find_session
from sociale_kaart.berichten.adressen.queries import find_adres
from sociale_kaart.berichten.adressen.rules import masked
from sociale_kaart.berichten.adressen.service import open_adres, set_wanted
from sociale_kaart.berichten.soorten import StopbareSoort
from sociale_kaart.core.answers import for_now
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import NotFoundError, NotLoggedInError

router = APIRouter(tags=["Berichten"])

# In a header, as addresses end up in logs.
MailSleutel = Annotated[
    str | None, Header(max_length=100, description="Wat in de link van de mail na het hekje staat.")
]


async def find_reader(
    session: SessionDep, mail_sleutel: MailSleutel = None, token: TokenDep = None
) -> str:
    """The address of the mail that the key came from, else of who is logged in."""
    if mail_sleutel is not None:
        return (await open_adres(session, mail_sleutel)).adres
    found = await find_session(session, token) if token else None
    if found is None:
        raise NotLoggedInError
    account, _ = found
    if account.email is None:
        raise NotFoundError("Van jou kennen we geen mailadres, dus je krijgt geen mail.")
    return account.email


ReaderDep = Annotated[str, Depends(find_reader, scope="function")]


@router.get(
    "/mailvoorkeuren/huidig", operation_id="getMailvoorkeuren", response_model=Mailvoorkeuren
)
async def get_mailvoorkeuren(session: SessionDep, reader: ReaderDep) -> Response:
    """Which mail that may be stopped is wanted. Looking changes nothing of it."""
    adres = await find_adres(session, reader)
    return for_now(_uit(reader, adres.afgemeld if adres else ()))


@router.post(
    "/mailvoorkeuren/huidig/keuzes",
    operation_id="createMailkeuze",
    response_model=Mailvoorkeuren,
)
async def create_mailkeuze(
    session: SessionDep, reader: ReaderDep, invoer: Mailvoorkeur
) -> Response:
    """Stops one kind of mail, or begins it again."""
    adres = await set_wanted(session, reader, invoer.soort, gewenst=invoer.gewenst)
    return for_now(_uit(reader, adres.afgemeld))


def _uit(adres: str, afgemeld: Collection[str]) -> Mailvoorkeuren:
    soorten: tuple[StopbareSoort, ...] = get_args(StopbareSoort)
    return Mailvoorkeuren(
        adres=masked(adres),
        soorten=[Mailvoorkeur(soort=one, gewenst=one not in afgemeld) for one in soorten],
    )
