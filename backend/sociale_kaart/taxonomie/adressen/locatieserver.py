"""Streets and postcodes from PDOK's Locatieserver (v3.1), the register of the government.

It gets to know what is looked for and nothing of who looks: the question comes from our server,
without a number of a house.
"""

import asyncio
import re
from collections.abc import Sequence
from typing import Any

import httpx

from sociale_kaart.taxonomie.adressen.adres import Adres, Soort
from sociale_kaart.taxonomie.adressen.rules import Asked

# More than are shown: what lies just outside our outlines falls off.
_ROWS = 10
_FIELDS = "type,weergavenaam,centroide_ll"
_SOORTEN: dict[str, Soort] = {"weg": "straat", "postcode": "postcode"}
_POINT = re.compile(r"POINT\((-?[0-9]{1,3}(?:\.[0-9]+)?) (-?[0-9]{1,2}(?:\.[0-9]+)?)\)")
_LONGEST_LABEL = 120


class AddressesAwayError(Exception):
    """There is no look-up now, or it does not answer as it should."""


class Locatieserver:
    """A server that speaks as PDOK's does. `url` goes up to and including /v3_1."""

    def __init__(self, url: str, timeout_seconds: float) -> None:
        self._url = f"{url.rstrip('/')}/suggest"
        self._seconds = timeout_seconds
        self._http = httpx.AsyncClient(timeout=timeout_seconds)

    async def suggest(self, asked: Asked, gemeenten: Sequence[str]) -> list[Adres]:
        """Streets or postcodes that fit, the likeliest first, without wijk and buurt.

        Args:
            asked: what is looked for.
            gemeenten: codes of CBS (GM0193) of the municipalities to look in.

        Raises:
            AddressesAwayError: no answer in time, or one that makes no sense.
        """
        codes = " OR ".join(code.removeprefix("GM") for code in gemeenten)
        kind = "postcode" if asked.postcode else "weg"
        parameters = httpx.QueryParams(
            q=asked.postcode or asked.text,
            fq=[f"type:{kind}", f"gemeentecode:({codes})"],
            fl=_FIELDS,
            rows=_ROWS,
        )
        # Only the kind of error goes on: its message would repeat what somebody typed.
        try:
            # The client's own limit is for each piece of an answer, this one for the whole.
            async with asyncio.timeout(self._seconds):
                answer = await self._http.get(self._url, params=parameters)
            answer.raise_for_status()
            return _adressen(answer.json())
        except httpx.HTTPStatusError as error:
            raise AddressesAwayError(f"status {error.response.status_code}") from None
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise AddressesAwayError(type(error).__name__) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise AddressesAwayError("unreadable") from None

    async def close(self) -> None:
        await self._http.aclose()


def _adressen(answer: Any) -> list[Adres]:
    documents = [_adres(document) for document in answer["response"]["docs"]]
    return [adres for adres in documents if adres is not None]


def _adres(document: dict[str, Any]) -> Adres | None:
    """What one document says; None when it lacks what we need, as every field there may."""
    soort = _SOORTEN.get(str(document.get("type")))
    label = str(document.get("weergavenaam") or "")[:_LONGEST_LABEL].strip()
    point = _POINT.fullmatch(str(document.get("centroide_ll")))
    if soort is None or not label or point is None:
        return None
    return Adres(soort=soort, label=label, lat=float(point[2]), lon=float(point[1]))
