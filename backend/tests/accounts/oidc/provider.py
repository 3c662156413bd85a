"""The provider's side of a log-in, and the browser that goes there and comes back."""

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx

OUR_SITE = "https://test"
CALLBACK = f"{OUR_SITE}/inloggen/gemeente/antwoord"
# Signs that a form has to escape, as both are when they go in a header.
CLIENT = {
    "client_id": "sociale kaart",
    "client_secret": "geheim:van/de+kaart% voor proeven",
    "redirect_uris": [CALLBACK],
    "post_logout_redirect_uris": [f"{OUR_SITE}/mijn"],
    "grant_types": ["authorization_code"],
    "response_types": ["code"],
    "token_endpoint_auth_method": "client_secret_basic",
}
PEOPLE: dict[str, dict[str, Any]] = {
    "anna": {"name": "Anna de Vries", "roles": ["kaart-redactie", "personeel"]},
    "bram": {"name": "Bram Bakker", "roles": ["kaart-wijkredactie"], "wijken": ["Holtenbroek"]},
    "chris": {"name": "Chris Smit", "roles": ["kaart-wijkteam", "kaart-beheer"]},
    "dirk": {"name": "Dirk Mulder", "roles": ["personeel"]},
    "eva": {"roles": "kaart-wijkteam"},
}
DIENST = {
    "code": "gemeente",
    "naam": "Gemeente Proefstad",
    "clientId": CLIENT["client_id"],
    "clientSecret": CLIENT["client_secret"],
    "rolClaim": "roles",
    "rollen": {
        "kaart-wijkteam": "wijkteam",
        "kaart-wijkredactie": "wijkredacteur",
        "kaart-redactie": "redactie",
        "kaart-beheer": "beheer",
    },
    "wijkClaim": "wijken",
    "wijken": {"Holtenbroek": "WK019330"},
}


@dataclass(frozen=True)
class RealProvider:
    port: int

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def setting(self, **changes: object) -> str:
        """What OIDC_ISSUERS says."""
        return json.dumps([{**DIENST, "issuer": self.issuer, **changes}])

    async def be(self, **wishes: object) -> None:
        """Has it behave like this from now on, and well in all other ways."""
        async with httpx.AsyncClient() as http:
            (await http.put(f"{self.issuer}/proef", json=wishes)).raise_for_status()


async def begin(client: httpx.AsyncClient, terug: str | None = None) -> str:
    """Where our site sends the browser, which has the cookie of the attempt from now on."""
    query = {} if terug is None else {"terug": terug}
    answer = await client.get("/inloggen/gemeente", params=query)
    assert answer.status_code == 303
    return answer.headers["location"]


async def log_in_there(address: str, name: str) -> str:
    """The address that the provider sends the browser back to, once `name` has logged in."""
    async with httpx.AsyncClient() as browser:
        answer = await browser.get(address)
        for _ in range(8):
            if answer.is_redirect:
                address = urljoin(str(answer.url), answer.headers["location"])
                if address.startswith(OUR_SITE):
                    return address
                answer = await browser.get(address)
            else:
                assert answer.status_code == 200, answer.text
                form = re.search(r'<form[^>]*action="([^"]+)"', answer.text)
                assert form, answer.text
                login = {"prompt": "login", "login": name, "password": "wat dan ook"}
                answer = await browser.post(unescape(form[1]), data=login)
    raise AssertionError(f"de inlogdienst stuurt niet terug: {address}")


async def give_up_there(address: str) -> str:
    """The address that the provider sends the browser back to, which presses 'cancel'."""
    async with httpx.AsyncClient() as browser:
        answer = await browser.get(address, follow_redirects=True)
        abort = re.search(r'href="([^"]+/abort)"', answer.text)
        assert abort, answer.text
        answer = await browser.get(unescape(abort[1]))
        while not answer.headers["location"].startswith(OUR_SITE):
            answer = await browser.get(urljoin(str(answer.url), answer.headers["location"]))
    return answer.headers["location"]


async def log_out_there(address: str) -> str:
    """Where the provider sends the browser, which has logged out there."""
    async with httpx.AsyncClient() as browser:
        page = await browser.get(address)
        form = re.search(r'action="([^"]+)".*name="xsrf" value="([^"]+)"', page.text, re.DOTALL)
        assert form, page.text
        answer = await browser.post(unescape(form[1]), data={"xsrf": form[2], "logout": "yes"})
    return answer.headers["location"]


async def log_in(client: httpx.AsyncClient, name: str, terug: str | None = None) -> httpx.Response:
    """The whole way; gives our own last answer, which sends the browser on."""
    return await client.get(await log_in_there(await begin(client, terug), name))


def asked(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def melding_of(answer: httpx.Response) -> str:
    """What the log-in page is to say."""
    assert answer.status_code == 303
    place = answer.headers["location"]
    assert place.startswith("/mijn?"), place
    return asked(place)["melding"]
