from typing import Annotated, Literal

from pydantic import Field

from sociale_kaart.aanbod.schemas import Keer, MomentInvoer, SluitingInvoer
from sociale_kaart.core.schema import Schema

Opmerking = Literal[
    "nooit", "voorbij", "dicht", "later", "dag-onbekend", "week-onbekend", "zonder-einde"
]


class VooruitblikVraag(Schema):
    """Moments as they are filled in, with the closings that hold for all of them."""

    momenten: Annotated[list[MomentInvoer], Field(min_length=1, max_length=60)]
    sluitingen: Annotated[list[SluitingInvoer], Field(max_length=60)] = []


class MomentVooruitblik(Schema):
    """What a moment comes to."""

    tekst: Annotated[str, Field(description="De herhaling zoals mensen het zeggen.")]
    komende: Annotated[list[Keer], Field(description="De komende acht weken, hoogstens 60.")]
    vervallen: Annotated[
        list[Keer],
        Field(description="In die weken: wat door een vrije dag of een sluiting niet doorgaat."),
    ]
    eerstvolgende: Annotated[
        Keer | None, Field(description="De eerste keer, ook als die pas na die weken is.")
    ] = None
    opmerkingen: Annotated[
        list[Opmerking], Field(description="Wat degene die het invult moet weten.")
    ]


class Vooruitblik(Schema):
    momenten: Annotated[list[MomentVooruitblik], Field(description="In de volgorde van de vraag.")]
