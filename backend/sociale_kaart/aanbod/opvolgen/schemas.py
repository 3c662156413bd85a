from typing import Annotated
from uuid import UUID

from pydantic import Field

from sociale_kaart.core.schema import Schema


class OpvolgerInvoer(Schema):
    verwijst_naar: Annotated[
        UUID | None,
        Field(description="Het aanbod waar mensen nu heen kunnen; zonder: nergens naar."),
    ] = None
