from typing import Annotated, Literal

from pydantic import Field

from sociale_kaart.aanbod.schemas import AanbodKaart
from sociale_kaart.core.schema import Schema

Overeenkomst = Literal["lichter", "thema", "doelgroep", "zelfde-plek"]


class VergelijkbaarAanbod(AanbodKaart):
    """A listing that may serve whoever looks at another one."""

    afstand_meter: Annotated[int | None, Field(description="Vanaf de plek van het andere.")] = None
    overeenkomsten: Annotated[
        list[Overeenkomst], Field(description="Waarom het hier staat, het belangrijkste eerst.")
    ]
    zelfde_themas: list[str]
    zelfde_doelgroepen: list[str]


class VergelijkbareLijst(Schema):
    resultaten: list[VergelijkbaarAanbod]
