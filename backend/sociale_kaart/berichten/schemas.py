from datetime import datetime

from sociale_kaart.core.schema import Schema


class DemoKnop(Schema):
    tekst: str
    adres: str


class DemoOnderdeel(Schema):
    titel: str
    tekst: str
    knoppen: list[DemoKnop]


class DemoBericht(Schema):
    """A mail that would have been sent."""

    aan: str
    soort: str
    aangemaakt_op: datetime
    onderwerp: str
    alineas: list[str]
    knoppen: list[DemoKnop]
    onderdelen: list[DemoOnderdeel]
    slot: list[str]
    # Where this kind of mail can be stopped, when it may be.
    afmelden: DemoKnop | None = None


class DemoBerichten(Schema):
    resultaten: list[DemoBericht]
