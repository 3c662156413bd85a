from sociale_kaart.core.fields import Email
from sociale_kaart.core.schema import Schema


class InloglinkInvoer(Schema):
    email: Email


class InloglinkUit(Schema):
    """The same for every address, known or not."""

    geldig_minuten: int
