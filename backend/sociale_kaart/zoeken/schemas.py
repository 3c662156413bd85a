import datetime as dt
import re
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from sociale_kaart.aanbod.schemas import AanbodKaart
from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema
from sociale_kaart.zoeken.question import telling_text
from sociale_kaart.zoeken.understanding.begrepen import Soort

MAX_QUESTION = 500
MAX_FILTER_VALUES = 50
# Nobody pages further than this, and each further page costs more than the one before.
MAX_RESULTS = 10_000

Codes = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=60)]], Field(max_length=MAX_FILTER_VALUES)
]
Sortering = Literal["relevantie", "afstand", "titel", "bijgewerkt"]
Past = Literal["past", "past-niet", "onbekend"]
Reden = Literal["licht", "dichtbij", "groep", "zonder-verwijzing", "iedereen", "gratis", "recent"]


def _check_point(value: str) -> str:
    match = re.fullmatch(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*", value)
    if match is None or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:  # noqa: PLR2004
        raise ValueError("Dit moet een punt zijn: breedte,lengte, zoals 52.51,6.09.")
    return value


class Filters(Schema):
    """What narrows listings down; several values of one filter mean 'one of these'.

    When it is asked for differs: a search may go on for ever, a page of the agenda may not.
    """

    ambitie: Codes = []
    doelgroep: Codes = []
    thema: Codes = []
    wijk: Codes = []
    categorie: Codes = []
    soort: Codes = []
    niveau: Codes = []
    vorm: Codes = []
    dag: Codes = []
    dagdeel: Codes = []
    kosten: Codes = []
    toegankelijkheid: Codes = []
    taal: Codes = []
    aanmelden: Codes = []
    open_voor: Codes = []
    inzet: Codes = []
    leeftijd: Annotated[int, Field(ge=0, le=120)] | None = None
    vrijwilligers_gezocht: bool | None = None
    bij: (
        Annotated[
            str,
            Field(max_length=40, description="Punt: breedte,lengte in graden (WGS84)."),
            AfterValidator(_check_point),
        ]
        | None
    ) = None
    straal: Annotated[
        float | None, Field(gt=0, le=50, allow_inf_nan=False, description="Kilometers rond `bij`.")
    ] = None

    @model_validator(mode="after")
    def _belong_together(self) -> Self:
        if self.straal is not None and self.bij is None:
            raise ValueError("Bij een straal hoort een punt (bij).")
        return self

    @property
    def punt(self) -> tuple[float, float] | None:
        """(lat, lon) in degrees."""
        if self.bij is None:
            return None
        lat, _, lon = self.bij.partition(",")
        return float(lat), float(lon)


class ZoekVraag(Filters):
    """A question with its filters."""

    q: Annotated[Text, Field(max_length=MAX_QUESTION, description="De vraag in eigen woorden.")] = (
        ""
    )
    datum_van: dt.date | None = None
    datum_tot: dt.date | None = None
    zonder: Annotated[
        list[Soort],
        Field(max_length=20, description="Wat uit de vraag is begrepen en niet moet meetellen."),
    ] = []
    sort: Sortering = "relevantie"
    page: Annotated[int, Field(ge=1, le=1000)] = 1
    page_size: Annotated[int, Field(ge=1, le=100)] = 20

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.datum_van and self.datum_tot and self.datum_tot < self.datum_van:
            raise ValueError("datumTot ligt voor datumVan.")
        if self.sort == "afstand" and self.bij is None:
            raise ValueError("Sorteren op afstand kan alleen met een punt (bij).")
        if self.start >= MAX_RESULTS:
            raise ValueError(f"Verder bladeren dan {MAX_RESULTS} resultaten kan niet.")
        return self

    @cached_property
    def telling(self) -> str:
        """What of the question says something; empty when that is nothing."""
        return telling_text(self.q)

    @property
    def start(self) -> int:
        """How many results come before the page."""
        return (self.page - 1) * self.page_size

    @property
    def end(self) -> int:
        """How many results there are up to the end of the page."""
        return self.start + self.page_size


class Stuk(Schema):
    """A piece of a text; `raak` when it matches the question."""

    tekst: str
    raak: bool


class Markering(Schema):
    titel: list[Stuk]
    samenvatting: list[Stuk] | None = None


class BegrepenWens(Schema):
    """Iets uit de vraag dat als wens is begrepen: wie eraan voldoet, staat hoger."""

    soort: Soort
    codes: list[str]
    tekst: str


class WensBijResultaat(BegrepenWens):
    """Een wens uit de vraag, en of dit resultaat eraan voldoet."""

    past: Annotated[
        Past,
        Field(
            description="'onbekend' als het resultaat er niets over zegt. Van meer wensen van één"
            " soort hoeft er maar één te passen. Een dagdeel gaat over de gevraagde dagen."
        ),
    ]


class ZoekResultaat(AanbodKaart):
    afstand_meter: int | None = None
    markering: Markering
    wensen: Annotated[
        list[WensBijResultaat],
        Field(description="Elke wens die in `begrepen` staat, in dezelfde volgorde."),
    ]
    redenen: list[Reden]


class Noodhulp(Schema):
    naam: str
    nummer: str
    wanneer: str | None = None


class ZoekAntwoord(Schema):
    totaal: int
    page: int
    page_size: int
    gedegradeerd: Annotated[
        bool, Field(description="Waar als de zoekmachine weg is en de database antwoordt.")
    ]
    resultaten: list[ZoekResultaat]
    facetten: Annotated[
        dict[str, dict[str, int]],
        Field(description="Per filter en code hoeveel er zijn als je die kiest."),
    ]
    begrepen: list[BegrepenWens]
    bedoelde_je: Annotated[
        str | None, Field(description="De vraag met verbeterde spelling; daarop is ook gezocht.")
    ]
    noodhulp: Annotated[
        list[Noodhulp], Field(description="Wie je kunt bellen, bij woorden die op nood wijzen.")
    ]
    ruimer: Annotated[
        dict[str, int],
        Field(description="Bij nul resultaten: per filter hoeveel er zijn zonder dat filter."),
    ]


class Suggestie(Schema):
    """Iets wat iemand kan bedoelen; een woord heeft geen eigen bladzijde, daar zoek je op."""

    soort: Literal["thema", "wijk", "woord", "organisatie", "aanbod"]
    titel: str
    markering: list[Stuk]
    ondertitel: str | None = None
    slug: str | None = None
    code: str | None = None


class Suggesties(Schema):
    suggesties: list[Suggestie]
    gedegradeerd: bool
