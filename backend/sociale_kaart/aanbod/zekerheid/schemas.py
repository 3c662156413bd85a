from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field

from sociale_kaart.aanbod.zekerheid.rules import Groep, Kanaal, Stand
from sociale_kaart.core.schema import Schema

Waarde = Annotated[
    float,
    Field(
        ge=0,
        le=1,
        description="Hoe zeker dit nog klopt: 1 is vandaag gecontroleerd, 0 nooit. Het halveert in"
        " 274 dagen (contact), 183 (tijden), 365 (kosten) of 21 (capaciteit). Elke open melding van"
        " een inwoner van na de controle laat er 70% van over (hoogstens drie tellen), elk adres dat"
        " niet werkt 60%.",
    ),
]
InWoorden = Annotated[
    Stand,
    Field(
        description="gecontroleerd: waarde vanaf 0,5. lang-geleden: lager, door de tijd. twijfel:"
        " lager, door meldingen of een adres dat niet werkt. nooit: nog nooit gecontroleerd."
    ),
]


class BevestigingInvoer(Schema):
    """What somebody says that still holds, or takes that back of."""

    groep: Annotated[
        Groep | None, Field(description="Alleen deze groep velden; zonder: alles.")
    ] = None


class GroepZekerheid(Schema):
    """How sure one can be of a group of fields, in words and as a figure."""

    stand: InWoorden
    waarde: Waarde
    bevestigd_op: Annotated[
        AwareDatetime | None,
        Field(description="Wanneer iemand dit het laatst bevestigde of veranderde."),
    ] = None


class ContactZekerheid(GroepZekerheid):
    werkt_niet: Annotated[
        list[Kanaal],
        Field(description="Wat op twee verschillende dagen niet bleek te werken."),
    ]


class Zekerheid(Schema):
    """How sure one can be, of each group that the listing tells something of."""

    geheel: Annotated[
        float,
        Field(
            ge=0,
            le=1,
            description="Het gemiddelde van contact, tijden en kosten; weegt mee in de volgorde van"
            " resultaten.",
        ),
    ]
    contact: ContactZekerheid | None = None
    tijden: GroepZekerheid | None = None
    kosten: GroepZekerheid | None = None
    capaciteit: GroepZekerheid | None = None


class WerktNiet(Schema):
    """An address that does not work, as it stands in the listing."""

    kanaal: Kanaal
    adres: str
    sinds: date


class EigenZekerheid(Schema):
    """A group of fields as those see it who keep it true: also why one is less sure."""

    groep: Groep
    stand: InWoorden
    waarde: Waarde
    bevestigd_op: AwareDatetime | None = None
    meldingen: Annotated[
        int, Field(description="Open meldingen van inwoners van na de laatste controle.")
    ]
    werkt_niet: list[WerktNiet]
