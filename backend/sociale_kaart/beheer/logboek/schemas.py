from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.core.schema import Schema


class Wie(Schema):
    """Who did it. Without a name it is somebody whose account has gone."""

    account_id: UUID
    naam: str | None = None
    rol: str | None = None


class LogWijziging(Schema):
    """One field: what it was and what it became, as it is stored."""

    veld: str
    van: Any = None
    naar: Any = None


class LogboekRegel(Schema):
    """One act, whatever it was done to."""

    id: UUID
    op: AwareDatetime
    wie: Annotated[Wie | None, Field(description="Leeg: niemand in het bijzonder.")] = None
    onderwerp: Annotated[str, Field(description="Soort: aanbod, lidmaatschap, account …")]
    onderwerp_id: str
    naam: Annotated[
        str | None, Field(description="Hoe het nu heet; leeg als het er niet meer is.")
    ] = None
    handeling: str
    wijze: Annotated[str | None, Field(description="Ingelogd, mail, telefoon, bron, vanzelf.")] = (
        None
    )
    wijzigingen: list[LogWijziging]


class Logboek(Schema):
    resultaten: list[LogboekRegel]
    volgende: str | None = None
