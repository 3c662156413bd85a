"""The links by which mail is stopped, and how an address is shown; pure functions."""

import secrets
from dataclasses import dataclass

from sociale_kaart.berichten.soorten import Berichtsoort

# 192 bits: not to be guessed, and short enough for a line of a header.
_SLEUTEL_BYTES = 24


@dataclass(frozen=True)
class Afmelden:
    """Two ways to stop a kind of mail: a page for people, and an address for mail programs."""

    pagina: str
    een_klik: str


def new_sleutel() -> str:
    return secrets.token_urlsafe(_SLEUTEL_BYTES)


def afmelden_of(public_url: str, sleutel: str, soort: Berichtsoort) -> Afmelden:
    """The links for one kind of mail to one address.

    In the link for people the key stands behind the '#', which reaches no log. A mail program
    posts to its own link without a browser (RFC 8058), so there it stands in the address itself.
    """
    site = public_url.rstrip("/")
    return Afmelden(
        pagina=f"{site}/mijn/afmelden#{sleutel}&{soort}",
        een_klik=f"{site}/afmelden/{soort}/{sleutel}",
    )


def masked(adres: str) -> str:
    """Enough of an address for who has it to know it: 'v…@example.org'."""
    name, _, domain = adres.partition("@")
    return f"{name[:1]}…@{domain}"
