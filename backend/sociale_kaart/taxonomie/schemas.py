from typing import Any, Literal

from sociale_kaart.core.schema import Schema


class TermUit(Schema):
    code: str
    label: str
    officieel: str | None = None
    uitleg: str | None = None
    ouder: str | None = None
    begrotingsdoel: str | None = None


class Vocabularia(Schema):
    """All controlled lists, each in its own order."""

    ambities: list[TermUit]
    doelen: list[TermUit]
    doelgroepen: list[TermUit]
    themas: list[TermUit]
    soorten: list[TermUit]
    niveaus: list[TermUit]
    vormen: list[TermUit]
    dagen: list[TermUit]
    dagdelen: list[TermUit]
    dagsoorten: list[TermUit]
    toegankelijkheid: list[TermUit]
    kosten: list[TermUit]
    inzet: list[TermUit]
    aanmelden: list[TermUit]
    open_voor: list[TermUit]
    talen: list[TermUit]
    categorieen: list[TermUit]
    capaciteiten: list[TermUit]
    bewegingen: list[TermUit]
    vier_v: list[TermUit]
    opgaven: list[TermUit]
    levensgebeurtenissen: list[TermUit]
    tafelmomenten: list[TermUit]


class Punt(Schema):
    """WGS84, degrees."""

    lat: float
    lon: float


class WijkUit(Schema):
    code: str
    naam: str
    slug: str
    inwoners: int | None = None
    oppervlakte_ha: int | None = None
    label_punt: Punt


class Wijken(Schema):
    wijken: list[WijkUit]


class BuurtUit(Schema):
    code: str
    naam: str
    wijk: str
    inwoners: int | None = None
    adressen: int | None = None
    oppervlakte_ha: float | None = None
    soort: str | None = None
    label_punt: Punt


class Buurten(Schema):
    buurten: list[BuurtUit]


class PostcodeWijk(Schema):
    wijk: str
    aantal_postcodes: int


class PostcodegebiedUit(Schema):
    """`eenWijk` is only there when the area certainly lies in that one wijk."""

    pc4: str
    plaats: str
    zekerheid: Literal["hoog", "midden", "verdeeld", "onbekend"]
    toelichting: str | None = None
    wijken: list[PostcodeWijk]
    een_wijk: str | None = None


class Postcodegebieden(Schema):
    postcodegebieden: list[PostcodegebiedUit]


class GeoFeature(Schema):
    type: Literal["Feature"] = "Feature"
    properties: dict[str, Any]
    geometry: dict[str, Any]


class GeoFeatureCollection(Schema):
    type: Literal["FeatureCollection"] = "FeatureCollection"
    naamsvermelding: str
    features: list[GeoFeature]
