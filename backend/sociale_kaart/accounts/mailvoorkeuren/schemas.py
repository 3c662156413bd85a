from sociale_kaart.berichten.soorten import StopbareSoort
from sociale_kaart.core.schema import Schema


class Mailvoorkeur(Schema):
    """A kind of mail that may be stopped, and whether it is wanted."""

    soort: StopbareSoort
    gewenst: bool


class Mailvoorkeuren(Schema):
    """What one address wants; not all of the address is shown, as a link may be passed on."""

    adres: str
    soorten: list[Mailvoorkeur]
