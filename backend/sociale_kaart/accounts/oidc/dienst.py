"""Which providers staff may log in at: the allow-list, from the settings."""

from collections import Counter
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, ConfigDict, Field, SecretStr, TypeAdapter, ValidationError

from sociale_kaart.core.config import SettingsError
from sociale_kaart.core.fields import shaped
from sociale_kaart.core.problems import faults_from_pydantic
from sociale_kaart.core.schema import Schema

Rol = Literal["beheer", "redactie", "wijkredacteur", "wijkteam"]
# The roles that a provider can give, the one with most rights first.
ROLLEN: tuple[Rol, ...] = ("beheer", "redactie", "wijkredacteur", "wijkteam")

_OWN_MACHINE = {"localhost", "127.0.0.1", "::1"}


def is_safe_address(address: str) -> bool:
    """Whether nobody can listen in: https, or a server on this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (
        parts.scheme == "https" or (parts.scheme == "http" and host in _OWN_MACHINE)
    )


def _check_issuer(value: str) -> str:
    if not is_safe_address(value) or "?" in value or "#" in value:
        raise ValueError("Dit moet een adres zijn dat met https:// begint.")
    return value


Code = Annotated[
    str, *shaped(r"[a-z][a-z0-9-]{0,39}", "Gebruik kleine letters, cijfers en streepjes.")
]
Wijkcode = Annotated[str, *shaped(r"WK[0-9]{6}", "Dit moet een wijkcode zijn, zoals WK019330.")]
Filled = Annotated[str, Field(min_length=1)]


class Inlogdienst(Schema):
    """One provider: where it is, who we are there, and what its claims mean here.

    `rol_claim` and `wijk_claim` name claims of the ID token, each a text or a list of texts.
    `rollen` says which values give which of our roles, `wijken` which give which wijk; a value
    that is a wijkcode already needs no line there.
    """

    model_config = ConfigDict(frozen=True)

    code: Code
    naam: Filled
    issuer: Annotated[str, AfterValidator(_check_issuer)]
    client_id: Filled
    client_secret: Annotated[SecretStr, Field(min_length=1)]
    rol_claim: Filled = "roles"
    rollen: Annotated[dict[str, Rol], Field(min_length=1)]
    wijk_claim: Filled | None = None
    wijken: dict[str, Wijkcode] = {}


_DIENSTEN = TypeAdapter(list[Inlogdienst])


def read_diensten(setting: str | None) -> list[Inlogdienst]:
    """The providers of the setting OIDC_ISSUERS, a JSON list; none when it is not given.

    Raises SettingsError, which says what is wrong and repeats nothing that was in it.
    """
    if not setting:
        return []
    try:
        diensten = _DIENSTEN.validate_json(setting)
    except ValidationError as error:
        faults = faults_from_pydantic(error.errors())
        listed = "; ".join(f"{fault.veld}: {fault.melding}" for fault in faults)
        raise SettingsError(f"OIDC_ISSUERS klopt niet. {listed}") from None
    for one_of in ("code", "issuer"):
        most = Counter(getattr(dienst, one_of) for dienst in diensten).most_common(1)
        if most and most[0][1] > 1:
            raise SettingsError(f"OIDC_ISSUERS klopt niet. {one_of}: {most[0][0]} staat er dubbel.")
    return diensten
