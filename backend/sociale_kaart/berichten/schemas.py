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


class DemoBerichten(Schema):
    resultaten: list[DemoBericht]
