from typing import Annotated

from pydantic import AfterValidator, Field

from sociale_kaart.aanbod.beoordelen.rules import leads_away
from sociale_kaart.core.fields import Day, ShortLine
from sociale_kaart.core.schema import Schema


def _leads_nowhere(reden: str) -> str:
    # It is on the map before anybody of the redactie reads it.
    if leads_away(reden):
        raise ValueError("Zet hier geen website bij. Die kan bij het contact staan.")
    return reden


class EvenDicht(Schema):
    """Closed from today on."""

    tot: Annotated[
        Day | None, Field(description="De laatste dag dat het dicht is; zonder: tot nader bericht.")
    ] = None
    reden: Annotated[
        Annotated[ShortLine, AfterValidator(_leads_nowhere)] | None,
        Field(description="Waarom, in één zin; bewoners lezen dit."),
    ] = None
