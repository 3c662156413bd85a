from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, StringConstraints, ValidationInfo, field_validator

from sociale_kaart.aanbod.beoordelen.rules import NEEDS_REASON, Besluitsoort, Uitspraak
from sociale_kaart.aanbod.rules import Handeling
from sociale_kaart.core.fields import Text
from sociale_kaart.core.schema import Schema

MAX_REDEN = 1000
Reden = Annotated[Text, StringConstraints(min_length=1, max_length=MAX_REDEN)]
OptionalReden = Annotated[
    Reden | None,
    Field(
        validate_default=True,
        description="Waarom; verplicht bij terugsturen en afwijzen. De organisatie leest dit.",
    ),
]


def _require_reason(reden: str | None, decided: object) -> str | None:
    if reden is None and decided in NEEDS_REASON:
        raise ValueError("Schrijf erbij waarom, zodat de organisatie weet wat er moet gebeuren.")
    return reden


class Stap(Schema):
    """One step between states."""

    handeling: Handeling
    reden: OptionalReden = None

    @field_validator("reden")
    @classmethod
    def _says_why(cls, reden: str | None, info: ValidationInfo) -> str | None:
        return _require_reason(reden, info.data.get("handeling"))


class Besluit(Schema):
    """What the redactie decides about a change that waits."""

    besluit: Uitspraak
    reden: OptionalReden = None
    ingediend_op: Annotated[
        AwareDatetime | None,
        Field(
            description="Van wanneer het voorstel is dat je bekeek (`sinds`). Is het intussen"
            " vervangen, dan verandert er niets."
        ),
    ] = None

    @field_validator("reden")
    @classmethod
    def _says_why(cls, reden: str | None, info: ValidationInfo) -> str | None:
        return _require_reason(reden, info.data.get("besluit"))


class LaatsteBesluit(Schema):
    besluit: Besluitsoort
    op: AwareDatetime
    reden: str | None = None


class Beoordeling(Schema):
    """How it stands with a listing at the redactie."""

    wacht: Annotated[
        Literal["nieuw", "wijziging"] | None,
        Field(description="Wat er op de redactie wacht; zonder: niets."),
    ] = None
    sinds: AwareDatetime | None = None
    van_jezelf: Annotated[
        bool | None, Field(description="Of jij degene bent die dit indiende.")
    ] = None
    laatste_besluit: LaatsteBesluit | None = None
    voorstel: Annotated[
        dict[str, Any] | None,
        Field(
            description="De wijziging die wacht, of die is teruggestuurd of afgewezen,"
            " in de vorm van AanbodInvoer."
        ),
    ] = None
