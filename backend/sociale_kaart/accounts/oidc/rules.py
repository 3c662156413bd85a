"""What claims mean here, and where somebody may return to; pure functions."""

import re
from collections.abc import Mapping
from typing import Any

from sociale_kaart.accounts.oidc.dienst import ROLLEN, Inlogdienst, Rol

HOME = "/mijn"
_WIJKCODE = re.compile(r"WK[0-9]{6}")
# What a browser would read as another server, or drop, cannot stand in it: // \ tabs, line ends.
_OWN_PATH = re.compile(r"/(?:[!-.0-\[\]-~][!-\[\]-~]{0,499})?")
# Coming back to where a log-in begins would never end.
_NEVER = ("/inloggen", "/api/")
_LONGEST_NAME = 120
_NAMELESS = "Medewerker"


def rol_of(claims: Mapping[str, Any], dienst: Inlogdienst) -> Rol | None:
    """The role with most rights that the claims give, or None when they give none."""
    given = {dienst.rollen.get(value) for value in _values(claims, dienst.rol_claim)}
    return next((rol for rol in ROLLEN if rol in given), None)


def wijken_of(claims: Mapping[str, Any], dienst: Inlogdienst) -> list[str]:
    """The codes of the wijken that a wijkredacteur looks after, in order."""
    if dienst.wijk_claim is None:
        return []
    given = {dienst.wijken.get(value, value) for value in _values(claims, dienst.wijk_claim)}
    return sorted(filter(_WIJKCODE.fullmatch, given))


def naam_of(claims: Mapping[str, Any]) -> str:
    """How somebody is called on our pages; providers need not say it."""
    for claim in ("name", "preferred_username"):
        said = claims.get(claim)
        naam = " ".join(said.split()) if isinstance(said, str) else ""
        naam = "".join(filter(str.isprintable, naam))[:_LONGEST_NAME]
        if naam:
            return naam
    return _NAMELESS


def safe_return(terug: str | None) -> str:
    """The page to go to afterwards: one of our own, whatever was asked for."""
    if terug is None or not _OWN_PATH.fullmatch(terug) or terug.startswith(_NEVER):
        return HOME
    return terug


def _values(claims: Mapping[str, Any], claim: str) -> list[str]:
    given = claims.get(claim)
    if isinstance(given, str):
        return [given]
    return [value for value in given if isinstance(value, str)] if isinstance(given, list) else []
