from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.schemas import OrganisatieKort, Status
from sociale_kaart.aanbod.zekerheid.schemas import EigenZekerheid
from sociale_kaart.core.problems import Fout, Problem
from sociale_kaart.core.schema import Schema

# The shape of AanbodInvoer, but anything may be missing or wrong.
Inhoud = dict[str, Any]
Daarna = Literal["publiceren", "indienen", "opslaan", "voorstellen"]
Uitkomst = Literal["gepubliceerd", "ter-beoordeling", "voorstel"]


class BewerkingInvoer(Schema):
    inhoud: Annotated[
        Inhoud,
        Field(description="De velden van AanbodInvoer, ook als er nog iets mist of niet klopt."),
    ]
    basis_versie: Annotated[
        int, Field(ge=1, description="De versie van het aanbod waar de schrijver van uitging.")
    ]


class Tipvoorstel(Schema):
    """Something plainer: as the button says it, and the sentence with it in its place."""

    tekst: str | None = None
    zin: str


class Tip(Schema):
    """A sentence, as it stands in the field, that many people find hard; never a refusal."""

    veld: str
    zin: str
    soort: Literal["lang", "woord"]
    woord: str | None = None
    aantal: Annotated[int | None, Field(description="Zoveel woorden heeft een lange zin.")] = None
    liever: str | None = None
    voorstellen: list[Tipvoorstel]


class Verschil(Schema):
    """A field that somebody else changed on the live listing since the writing began."""

    veld: str
    hier: Annotated[Any, Field(description="Wat er in deze bewerking staat.")] = None
    daar: Annotated[Any, Field(description="Wat er nu in het aanbod staat.")] = None


class Plek(Schema):
    """Where it comes to lie by what was filled in, and what could not be settled about that."""

    wijk: str | None = None
    opmerkingen: list[str]


class BewerkingUit(Schema):
    """What is being written of a listing, and everything that can be said about it."""

    aanbod_id: UUID
    slug: str
    status: Status
    organisatie: OrganisatieKort
    gecontroleerd: Annotated[
        bool,
        Field(description="Of de redactie de organisatie kent; tot dan staat niets op de kaart."),
    ]
    voorstel: Annotated[bool, Field(description="Of er een wijziging op de redactie wacht.")]
    aanbod_versie: int
    basis_versie: int
    versie: Annotated[int, Field(description="Voor If-Match; 0 als er nog niets bewaard is.")]
    bewaard_op: AwareDatetime | None = None
    eigen: Annotated[bool, Field(description="Of wie het vraagt het ook als laatste bewaarde.")] = (
        True
    )
    gewijzigd: Annotated[bool, Field(description="Of er iets in staat dat nog niet is ingediend.")]
    inhoud: Inhoud
    fouten: list[Fout]
    ontbreekt: Annotated[list[Fout], Field(description="Wat nog nodig is voor de kaart.")]
    tips: list[Tip]
    verschillen: list[Verschil]
    plek: Plek | None = None
    zekerheid: Annotated[
        list[EigenZekerheid],
        Field(description="Per groep velden die nu in het aanbod staat, hoe zeker die is."),
    ]
    tijden_uit_agenda: Annotated[
        bool, Field(description="Of de momenten uit een agenda komen; dan zijn ze hier vast.")
    ]
    daarna: Annotated[Daarna, Field(description="Wat er gebeurt als dit wordt ingediend.")]


class BewerkingProblem(Problem):
    """Somebody else kept something first; `nu` is what that is."""

    nu: BewerkingUit


class IndieningUit(Schema):
    """What became of it; `slug` is where it stands or will stand on the map."""

    uitkomst: Uitkomst
    slug: str
    versie: Annotated[int, Field(description="De versie van het aanbod.")]
