from typing import Annotated, Literal

from pydantic import Field

from sociale_kaart.core.schema import Schema

Per = Literal["organisatie", "wijk", "thema"]


class Versheidstelling(Schema):
    """Listings on the map, by whether somebody looked at them in the time that was agreed."""

    totaal: int
    op_tijd: int
    te_laat: Annotated[int, Field(description="De laatste controle is te lang geleden.")]
    nooit: Annotated[int, Field(description="Nog nooit door iemand gecontroleerd.")]


class Versheidsrij(Versheidstelling):
    code: Annotated[str, Field(description="Slug van de organisatie, of code van wijk of thema.")]
    naam: str


class Versheid(Schema):
    """A listing of two wijken or themes counts for both, and once in the whole."""

    geheel: Versheidstelling
    rijen: list[Versheidsrij]
