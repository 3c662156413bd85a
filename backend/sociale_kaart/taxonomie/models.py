from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Numeric
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel


class Term(SQLModel, table=True):
    """One word of one controlled list, such as the thema 'geld'.

    Vocabularies are rows, so that a municipality changes its words without a release. The
    label is B1 for residents; `officieel` is the title as the policy papers write it.
    """

    __tablename__ = "term"
    __table_args__ = (
        CheckConstraint("lijst ~ '^[a-z][a-zA-Z]*$'", name="lijst_vorm"),
        CheckConstraint("code ~ '^[A-Za-z0-9][A-Za-z0-9.-]*$'", name="code_vorm"),
        CheckConstraint("label <> ''", name="label_gevuld"),
    )

    lijst: str = Field(primary_key=True, max_length=40)
    code: str = Field(primary_key=True, max_length=60)
    label: str
    officieel: str | None = None
    uitleg: str | None = None
    # A doel belongs to an ambitie: the code in the list above it.
    ouder: str | None = None
    begrotingsdoel: str | None = None
    volgorde: int
    actief: bool = True


class Wijk(SQLModel, table=True):
    """A CBS wijk with its outline (GeoJSON geometry, WGS84, simplified to about 10 m)."""

    __tablename__ = "wijk"
    __table_args__ = (CheckConstraint("code ~ '^WK[0-9]{6}$'", name="code_vorm"),)

    code: str = Field(primary_key=True, max_length=8)
    naam: str
    slug: str = Field(unique=True)
    gemeentecode: str = Field(max_length=6)
    inwoners: int | None = None
    inwoners_peildatum: date | None = None
    oppervlakte_ha: int | None = None
    label_lat: float
    label_lon: float
    grens: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))


class Buurt(SQLModel, table=True):
    """A CBS buurt, a part of one wijk."""

    __tablename__ = "buurt"
    __table_args__ = (
        CheckConstraint("code ~ '^BU[0-9]{8}$'", name="code_vorm"),
        # A buurt's code starts with the code of its wijk; CBS builds them that way.
        CheckConstraint("substr(code, 3, 6) = substr(wijk_code, 3, 6)", name="in_wijk"),
    )

    code: str = Field(primary_key=True, max_length=10)
    naam: str
    wijk_code: str = Field(foreign_key="wijk.code", index=True)
    inwoners: int | None = None
    adressen: int | None = None
    oppervlakte_ha: float | None = Field(default=None, sa_column=Column(Numeric(8, 1)))
    soort: str | None = None
    label_lat: float
    label_lon: float
    grens: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))


class Postcodegebied(SQLModel, table=True):
    """The four figures of a postcode. Several of them span more than one wijk.

    `zekerheid` says how sure the link with wijken is: hoog, midden, verdeeld or onbekend.
    Only an area with one wijk and certainty 'hoog' may stand for that wijk by itself.
    """

    __tablename__ = "postcodegebied"
    __table_args__ = (
        CheckConstraint("pc4 ~ '^[1-9][0-9]{3}$'", name="pc4_vorm"),
        CheckConstraint(
            "zekerheid IN ('hoog', 'midden', 'verdeeld', 'onbekend')", name="zekerheid"
        ),
    )

    pc4: str = Field(primary_key=True, max_length=4)
    plaats: str
    zekerheid: str
    toelichting: str | None = None
    lat: float | None = None
    lon: float | None = None


class PostcodegebiedWijk(SQLModel, table=True):
    """How many of the sampled six-character postcodes of an area lie in a wijk."""

    __tablename__ = "postcodegebied_wijk"
    __table_args__ = (
        CheckConstraint("aantal_postcodes > 0", name="aantal"),
        ForeignKeyConstraint(["pc4"], ["postcodegebied.pc4"], ondelete="CASCADE"),
    )

    pc4: str = Field(primary_key=True)
    wijk_code: str = Field(primary_key=True, foreign_key="wijk.code")
    aantal_postcodes: int
