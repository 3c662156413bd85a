from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from sociale_kaart.aanbod.schemas import Keer
from sociale_kaart.agenda.bronnen.asking import Storing
from sociale_kaart.agenda.bronnen.series import Reden
from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema

_WEBCAL = "webcal://"


def _https(value: str) -> str:
    """What programs hand out as webcal:// is the same address for a calendar program."""
    if value.lower().startswith(_WEBCAL):
        value = f"https://{value[len(_WEBCAL) :]}"
    if not value.lower().startswith(("https://", "http://")) or any(map(str.isspace, value)):
        raise ValueError("Dit moet een webadres zijn, zoals https://example.org/agenda.ics.")
    return value


AgendaAdres = Annotated[
    Text, StringConstraints(min_length=8, max_length=2000), AfterValidator(_https)
]
Woord = Annotated[Text, StringConstraints(min_length=2, max_length=60)]


class AgendaRegel(Schema):
    """A listing, and the words by which its events are known; without words it is all of them."""

    aanbod_id: UUID
    woorden: Annotated[list[Woord], Field(max_length=20)] = []


class AgendabronInvoer(Schema):
    """Where the calendar is (iCalendar, RFC 5545), and which listings take their times from it."""

    adres: AgendaAdres
    aanbod: Annotated[list[AgendaRegel], Field(max_length=100)] = []


class Afspraakgroep(Schema):
    """The events of one title, as far as they may still come."""

    titel: str
    aantal: Annotated[int, Field(description="Hoeveel afspraken zo heten.")]
    tijden: Annotated[list[str], Field(description="De eerste paar, zoals mensen het zeggen.")]
    komende: Annotated[list[Keer], Field(description="De eerste paar keer.")]
    redenen: Annotated[list[Reden], Field(description="Waarom een deel geen tijden geeft.")]


class AanbodUitAgenda(Schema):
    """What a listing takes: what is in it, and its first coming times."""

    aanbod_id: UUID
    titel: str
    woorden: list[str]
    afspraken: list[Afspraakgroep]
    momenten: int
    te_veel: Annotated[int, Field(description="Zoveel tijden passen er niet meer bij.")]
    komende: list[Keer]


class AgendaVoorbeeld(Schema):
    """What a calendar would give; nothing of it is kept."""

    aanbod: list[AanbodUitAgenda]
    ongebruikt: Annotated[
        list[Afspraakgroep], Field(description="Wat bij geen aanbod hoort, of geen tijden geeft.")
    ]


class GekoppeldAanbod(Schema):
    aanbod_id: UUID
    titel: str
    slug: str
    woorden: list[str]
    momenten: Annotated[int, Field(description="Hoeveel tijden het nu heeft.")]


class AgendabronUit(Schema):
    """A calendar with what takes its times from it, and whether it works."""

    id: UUID
    adres: str
    aanbod: list[GekoppeldAanbod]
    gelezen_op: Annotated[AwareDatetime, Field(description="Wanneer het voor het laatst lukte.")]
    mislukt_sinds: AwareDatetime | None = None
    reden: Storing | None = None
    versie: int


class Agendabronnen(Schema):
    resultaten: list[AgendabronUit]


class VerversingUit(Schema):
    """What became of reading it once more."""

    uitkomst: Literal["gewijzigd", "ongewijzigd", "mislukt"]
    agendabron: AgendabronUit
