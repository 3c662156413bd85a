from datetime import datetime
from typing import Literal
from uuid import UUID

from sociale_kaart.controle.rules import Antwoord, Stand
from sociale_kaart.core.schema import Schema


class ControlevraagUit(Schema):
    """A listing that was asked about, and how it stands now."""

    aanbod_id: UUID
    slug: str
    titel: str
    organisatie: str
    stand: Stand
    # Whether that came of your own answer, so that you can take it back.
    eigen_antwoord: bool
    bevestigd_op: datetime | None = None


class ControleverzoekUit(Schema):
    """Everything that one mail asks."""

    verloopt_op: datetime
    vragen: list[ControlevraagUit]


class AntwoordInvoer(Schema):
    aanbod_id: UUID
    antwoord: Antwoord


class IntrekkingInvoer(Schema):
    aanbod_id: UUID


class BelAanbod(Schema):
    id: UUID
    slug: str
    titel: str
    bevestigd_op: datetime | None = None
    reden: Literal["geen-antwoord", "mail-geweigerd", "geen-adres", "afgemeld"]


class Belverzoek(Schema):
    """An organisation to call, because mail did not help, and about what."""

    id: UUID
    slug: str
    naam: str
    telefoon: str | None = None
    email: str | None = None
    aanbod: list[BelAanbod]


class Belverzoeken(Schema):
    resultaten: list[Belverzoek]
    volgende: str | None = None


class BelantwoordInvoer(Schema):
    """What an organisation said on the telephone about one of its listings."""

    aanbod_id: UUID
    antwoord: Antwoord


class Belantwoord(Schema):
    """What came of it; with the version it can be taken back while nobody else changed anything."""

    aanbod_id: UUID
    antwoord: Antwoord
    versie: int
