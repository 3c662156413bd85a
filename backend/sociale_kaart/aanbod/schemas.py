import datetime as dt
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)

from sociale_kaart.aanbod.recurrence import check_rrule
from sociale_kaart.aanbod.zekerheid.schemas import Zekerheid
from sociale_kaart.beelden.schemas import BeeldBijAanbod, BeeldInvoer
from sociale_kaart.core.fields import (
    Code,
    Day,
    Email,
    Line,
    LongText,
    Phone,
    ShortLine,
    Text,
    Website,
    shaped,
)
from sociale_kaart.core.schema import Schema
from sociale_kaart.organisaties.schemas import Categorie

Status = Literal["concept", "ter-beoordeling", "gepubliceerd", "gestopt"]
Capaciteit = Literal["plek", "wachtlijst", "vol"]
Codes = Annotated[list[Code], Field(max_length=60)]
Leeftijd = Annotated[int, Field(ge=0, le=120)]


def _check_stadsbreed(value: object) -> object:
    if value != "stadsbreed":
        raise ValueError("Vul 'stadsbreed' in, of een lijst met wijken.")
    return value


# Both kinds of service area are told apart beforehand, so that a fault is about the kind meant.
# A tag with '=' is left out of the name of the field in a fault.
WerkgebiedInvoer = Annotated[
    Annotated[Literal["stadsbreed"], BeforeValidator(_check_stadsbreed), Tag("=stadsbreed")]
    | Annotated[list[Code], Field(min_length=1, max_length=60), Tag("=wijken")],
    Discriminator(lambda value: "=wijken" if isinstance(value, list) else "=stadsbreed"),
]
# A clock time without zone, always Amsterdam; two digits, as in 09:30.
Kloktijd = Annotated[
    str, *shaped(r"([01][0-9]|2[0-3]):[0-5][0-9]", "Dit moet een tijd zijn, zoals 09:30.")
]
Postcode = Annotated[
    str,
    StringConstraints(to_upper=True),
    *shaped(r"[1-9][0-9]{3} ?([A-Z]{2})?", "Dit moet een postcode zijn, zoals 8031 AB of 8031."),
    AfterValidator(lambda value: f"{value[:4]} {value[4:].strip()}".strip()),
]


class MomentInvoer(Schema):
    """A recurrence (`rrule`, RFC 5545) or one date (`begin`), with local times."""

    rrule: Annotated[str, Field(max_length=200), AfterValidator(check_rrule)] | None = None
    begin: Day | None = None
    eind: Day | None = None
    van: Kloktijd | None = None
    tot: Kloktijd | None = None
    behalve: Annotated[list[Day], Field(max_length=400)] = []
    toelichting: Line | None = None

    @model_validator(mode="after")
    def _is_a_moment(self) -> Self:
        if self.rrule is None and self.begin is None:
            raise ValueError("Een moment heeft een herhaling (rrule) of een datum (begin).")
        if self.begin and self.eind and self.eind < self.begin:
            raise ValueError("De einddatum ligt voor de begindatum.")
        if self.tot and not self.van:
            raise ValueError("Er staat wel een eindtijd (tot), maar geen begintijd (van).")
        return self


class SluitingInvoer(Schema):
    """Closed for a while; without `tot` until further notice."""

    van: Day
    tot: Day | None = None
    reden: Line | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.tot and self.tot < self.van:
            raise ValueError("De sluiting eindigt voor zij begint.")
        return self


class LocatieInvoer(Schema):
    """A place. `wijk` is a code, slug or name; with a point the outlines decide."""

    naam: ShortLine | None = None
    straat: ShortLine | None = None
    postcode: Postcode | None = None
    plaats: ShortLine | None = None
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    wijk: Code | None = None
    geheim: bool = False

    @model_validator(mode="after")
    def _whole_point(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("Een punt heeft lat en lon allebei nodig.")
        return self


class Contact(Schema):
    """How to reach them; a role or first name is enough."""

    naam: Line | None = None
    telefoon: Phone | None = None
    email: Email | None = None
    website: Website | None = None


class AanbodInvoer(Schema):
    """What is filled in about a listing; what is absent or null is unknown."""

    titel: Annotated[Text, Field(min_length=2, max_length=200)]
    samenvatting: Annotated[Text, Field(max_length=500)] | None = None
    beschrijving: LongText | None = None
    wat_levert_het_op: LongText | None = None
    soort: Code | None = None
    ambities: Codes = []
    doelen: Codes = []
    themas: Codes = []
    doelgroepen: Codes = []
    doelgroep_toelichting: LongText | None = None
    niet_voor: LongText | None = None
    leeftijd_van: Leeftijd | None = None
    leeftijd_tot: Leeftijd | None = None
    niveau: Annotated[int, Field(ge=0, le=4)] | None = None
    vormen: Codes = []
    open_voor: Code | None = None
    aanmelden: Code | None = None
    wie_verwijst: LongText | None = None
    kosten: Code | None = None
    kosten_toelichting: LongText | None = None
    talen: Codes = []
    toegankelijkheid: Codes = []
    eerste_keer: LongText | None = None
    meebrengen: LongText | None = None
    capaciteit: Capaciteit | None = None
    capaciteit_op: Day | None = None
    wachttijd: LongText | None = None
    vrijwilligers_gezocht: bool | None = None
    vrijwilligers_tekst: LongText | None = None
    inzet: Code | None = None
    contact: Contact | None = None
    beeld: BeeldInvoer | None = None
    locatie: LocatieInvoer | None = None
    werkgebied: WerkgebiedInvoer | None = None
    op_afspraak: bool | None = None
    momenten: Annotated[list[MomentInvoer], Field(max_length=60)] = []
    sluitingen: Annotated[list[SluitingInvoer], Field(max_length=60)] = []
    interval_maanden: Literal[1, 3, 6, 12] = 6

    @field_validator("leeftijd_tot")
    @classmethod
    def _ages_in_order(cls, tot: int | None, info: ValidationInfo) -> int | None:
        van = info.data.get("leeftijd_van")
        if van is not None and tot is not None and van > tot:
            raise ValueError("leeftijdTot is lager dan leeftijdVan.")
        return tot


class NieuwAanbod(AanbodInvoer):
    """A new listing names the organisation (id or slug) that owns it."""

    organisatie: Annotated[Text, Field(min_length=1, max_length=100)]


class OrganisatieKort(Schema):
    id: UUID
    slug: str
    naam: str
    categorie: Categorie


class LocatieBijAanbod(Schema):
    naam: str | None = None
    straat: str | None = None
    postcode: str | None = None
    plaats: str | None = None
    lat: float | None = None
    lon: float | None = None
    wijk: str | None = None
    buurt: str | None = None


class Werkgebied(Schema):
    stadsbreed: bool
    wijken: list[str]


class MomentUit(Schema):
    id: UUID
    rrule: str | None = None
    begin: dt.date | None = None
    eind: dt.date | None = None
    van: Kloktijd | None = None
    tot: Kloktijd | None = None
    behalve: list[dt.date]
    toelichting: str | None = None
    tekst: Annotated[str, Field(description="Zoals mensen het zeggen.")]


class Keer(Schema):
    """One time that it happens. Without `van` only the day is known."""

    dag: dt.date
    van: AwareDatetime | None = None
    tot: AwareDatetime | None = None


class SluitingUit(Schema):
    van: dt.date
    tot: dt.date | None = None
    reden: str | None = None


class AanbodKort(Schema):
    """What it is, where, and what it asks; all but when."""

    id: UUID
    slug: str
    titel: str
    samenvatting: str | None = None
    organisatie: OrganisatieKort
    ambities: list[str]
    themas: list[str]
    doelgroepen: list[str]
    soort: str | None = None
    niveau: int | None = None
    vormen: list[str]
    open_voor: str | None = None
    aanmelden: str | None = None
    kosten: str | None = None
    kosten_toelichting: str | None = None
    capaciteit: Capaciteit | None = None
    vrijwilligers_gezocht: bool | None = None
    vrijwilligers_tekst: str | None = None
    inzet: Annotated[str | None, Field(description="Hoeveel tijd helpen kost.")] = None
    locatie: LocatieBijAanbod | None = None
    werkgebied: Werkgebied | None = None


class AanbodKaart(AanbodKort):
    """What a result card shows."""

    op_afspraak: bool | None = None
    momenten: list[MomentUit]
    komende: Annotated[list[Keer], Field(description="De komende zes weken, hoogstens 40.")]
    sluitingen: list[SluitingUit]
    bevestigd_op: AwareDatetime | None = None
    gecontroleerd: Annotated[
        Literal["recent", "niet-recent"] | None,
        Field(description="Of de laatste controle nog binnen de afgesproken tijd ligt."),
    ] = None
    interval_maanden: int
    gewijzigd_op: AwareDatetime
    bron: str | None = None
    extern_id: str | None = None


class Opvolging(Schema):
    """Where people can go now that something has stopped."""

    id: UUID
    slug: str
    titel: str
    samenvatting: str | None = None
    organisatie: OrganisatieKort


class AanbodUit(AanbodKaart):
    """Everything about a listing that a reader may see."""

    status: Status
    verwijst_naar: Annotated[
        Opvolging | None,
        Field(
            description="Waar mensen nu heen kunnen, op de bladzijde van wat gestopt is. Is dat"
            " intussen ook gestopt, dan staat hier waar dat naar verwijst."
        ),
    ] = None
    beschrijving: str | None = None
    wat_levert_het_op: str | None = None
    doelen: list[str]
    doelgroep_toelichting: str | None = None
    niet_voor: str | None = None
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    talen: list[str]
    toegankelijkheid: list[str]
    wie_verwijst: str | None = None
    eerste_keer: str | None = None
    meebrengen: str | None = None
    capaciteit_op: dt.date | None = None
    wachttijd: str | None = None
    contact: Contact
    beeld: BeeldBijAanbod | None = None
    # A page that was kept from before this was known has none.
    zekerheid: Zekerheid | None = None
    versie: int


class AanbodLijst(Schema):
    resultaten: list[AanbodUit]
    volgende: str | None = None


class Keren(Schema):
    momenten: list[Keer]
