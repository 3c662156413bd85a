"""Remembers what was looked up, and never lets many visitors wait for what does not answer."""

from collections import OrderedDict
from collections.abc import Sequence
from time import monotonic

import structlog

from sociale_kaart.core.config import Settings
from sociale_kaart.taxonomie.adressen.adres import Adres
from sociale_kaart.taxonomie.adressen.locatieserver import AddressesAwayError, Locatieserver
from sociale_kaart.taxonomie.adressen.rules import Asked

log = structlog.get_logger()

_REMEMBERED = 1_000
_SECONDS = 24 * 60 * 60.0
# PDOK is for everybody; more at a time than this is no visitor typing.
_MOST_AT_ONCE = 8
# After a failure it is left alone this long.
_REST_SECONDS = 5.0


class AddressBook:
    """A Locatieserver with a memory of answers, a limit and rest after a failure.

    The memory has questions and answers of the last day, and nothing of who asked; it goes with
    the process.
    """

    def __init__(self, server: Locatieserver) -> None:
        self._server = server
        self._known: OrderedDict[Asked, tuple[float, list[Adres]]] = OrderedDict()
        self._asking = 0
        self._rest_until = 0.0

    async def find(self, asked: Asked, gemeenten: Sequence[str]) -> list[Adres]:
        """Streets or postcodes, without wijk and buurt. Raises AddressesAwayError."""
        kept = self._known.get(asked)
        if kept is not None and monotonic() < kept[0]:
            self._known.move_to_end(asked)
            return kept[1]
        if self._asking >= _MOST_AT_ONCE or monotonic() < self._rest_until:
            raise AddressesAwayError("busy or resting")
        self._asking += 1
        try:
            found = await self._server.suggest(asked, gemeenten)
        except AddressesAwayError as error:
            log.warning("addresses_away", reason=str(error))
            self._rest_until = monotonic() + _REST_SECONDS
            raise
        finally:
            self._asking -= 1
        self._known[asked] = (monotonic() + _SECONDS, found)
        self._known.move_to_end(asked)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found

    async def close(self) -> None:
        await self._server.close()


def open_address_book(settings: Settings) -> AddressBook | None:
    """The look-up of these settings, or None for the map's own names; the caller closes it."""
    if settings.adressen_url is None:
        return None
    return AddressBook(Locatieserver(settings.adressen_url, settings.adressen_timeout_seconds))
