"""Where `List-Unsubscribe` leads (RFC 8058): a GET shows a page, only a POST stops anything."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sociale_kaart.berichten.adressen.service import open_adres, set_wanted
from sociale_kaart.berichten.soorten import StopbareSoort
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import Fout, InvalidInputError

browser_router = APIRouter(include_in_schema=False)

_ONE_CLICK = b"One-Click"


@browser_router.get("/afmelden/{soort}/{sleutel}")
async def show_afmelden(soort: StopbareSoort, sleutel: str) -> Response:
    """To the page with a button: programs that look for viruses follow every link of a mail."""
    answer = RedirectResponse(f"/mijn/afmelden#{sleutel}&{soort}", status_code=303)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@browser_router.post("/afmelden/{soort}/{sleutel}", status_code=204)
async def afmelden(
    request: Request, session: SessionDep, soort: StopbareSoort, sleutel: str
) -> None:
    """Stops this kind of mail to the address that has this key.

    A mail program sends `List-Unsubscribe=One-Click` in either of the two forms of an HTML form;
    nothing else of it is read.
    """
    if _ONE_CLICK not in await request.body():
        melding = "Stuur List-Unsubscribe=One-Click, of open deze link in een browser."
        raise InvalidInputError([Fout(veld="List-Unsubscribe", melding=melding)])
    adres = await open_adres(session, sleutel)
    await set_wanted(session, adres.adres, soort, gewenst=False)
