from sociale_kaart.core.schema import Schema


class InlogdienstUit(Schema):
    """A provider as the log-in page shows it; a browser goes to `adres` to log in there."""

    code: str
    naam: str
    adres: str


class Inlogdiensten(Schema):
    resultaten: list[InlogdienstUit]
