import datetime as dt
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from sociale_kaart.aanbod.schemas import AanbodKort, Keer
from sociale_kaart.agenda.rules import LONGEST_PERIOD
from sociale_kaart.core.clock import today
from sociale_kaart.core.schema import Schema
from sociale_kaart.zoeken.schemas import Filters

_USUAL_PERIOD = dt.timedelta(days=6)


class AgendaFilters(Filters):
    """Filters as in search; `dag` and `dagdeel` are about each time by itself.

    A calendar that others subscribe to is asked for by these alone: it has no last day.
    """

    avond_of_weekend: Annotated[
        bool, Field(description="Alleen wat 's avonds is, of op zaterdag of zondag.")
    ] = False


class TellingVraag(AgendaFilters):
    """A period with its filters."""

    datum_van: Annotated[dt.date | None, Field(description="Standaard vandaag.")] = None
    datum_tot: Annotated[
        dt.date | None, Field(description="Standaard zeven dagen, hoogstens 31 dagen.")
    ] = None
    vanaf: Annotated[
        AwareDatetime | None,
        Field(description="Alleen wat dan nog niet voorbij is; zonder eindtijd: nog niet begon."),
    ] = None

    @model_validator(mode="after")
    def _not_too_long(self) -> Self:
        if self.datum_tot is not None and self.datum_tot < self.first:
            raise ValueError("datumTot ligt voor vandaag.")
        if self.last - self.first >= LONGEST_PERIOD:
            raise ValueError(f"De periode duurt hoogstens {LONGEST_PERIOD.days} dagen.")
        return self

    @property
    def first(self) -> dt.date:
        return self.datum_van or today()

    @property
    def last(self) -> dt.date:
        """The last day, itself included."""
        return self.datum_tot or min(self.first, dt.date.max - _USUAL_PERIOD) + _USUAL_PERIOD


class AgendaVraag(TellingVraag):
    """A page of the agenda."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[
        str | None, Field(max_length=80, description="`volgende` van de vorige bladzijde.")
    ] = None


class AgendaKeer(Keer):
    """Een keer van iets op de kaart."""

    moment_id: UUID
    vervalt: Annotated[bool, Field(description="Of deze keer niet doorgaat.")]
    reden: Annotated[str | None, Field(description="Waarom het niet doorgaat.")] = None
    toelichting: Annotated[str | None, Field(description="Wat bij dit moment hoort.")] = None
    afstand_meter: int | None = None
    aanbod: AanbodKort


class Agenda(Schema):
    """Wat er in een periode is, op volgorde van tijd."""

    datum_van: dt.date
    datum_tot: dt.date
    resultaten: list[AgendaKeer]
    volgende: str | None = None
    eerstvolgende: Annotated[
        dt.date | None,
        Field(description="Als er niets is: de eerste dag na deze periode waarop wel iets is."),
    ] = None


class Tellingen(Schema):
    """Hoeveel keer er iets is dat doorgaat."""

    datum_van: dt.date
    datum_tot: dt.date
    totaal: int
    dagen: Annotated[dict[dt.date, int], Field(description="Per dag waarop er iets is.")]
    avond_of_weekend: Annotated[
        int,
        Field(description="Hoeveel er zijn als je daarvoor kiest, ook als je dat nu niet doet."),
    ]
    facetten: Annotated[
        dict[str, dict[str, int]],
        Field(description="Per filter en code hoeveel er zijn als je die kiest."),
    ]
