from sociale_kaart.core.schema import Schema
from sociale_kaart.taxonomie.adressen.adres import Soort
from sociale_kaart.taxonomie.schemas import Punt


class AdresUit(Schema):
    """Somewhere to look from; `punt` is rounded to about 100 metres.

    `wijk` and `buurt` are codes. A postcode that lies in several wijken has neither.
    """

    soort: Soort
    label: str
    punt: Punt
    wijk: str | None = None
    buurt: str | None = None


class Adressen(Schema):
    """`gedegradeerd`: streets cannot be looked up now; these are the map's own names."""

    adressen: list[AdresUit]
    gedegradeerd: bool
