from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Uuid
from sqlmodel import Field, SQLModel

from sociale_kaart.inzicht.bereik.rules import DREMPEL, LONGEST_VRAAG
from sociale_kaart.inzicht.bereik.schemas import SOORTEN

# The wijkteam has no lists yet to put something on; their count has a place here and no page (ADR
# 0046).
_SOORTEN = ", ".join(f"'{soort}'" for soort in (*SOORTEN, "wijkteam"))
_FIRST_DAY = "extract(day FROM maand) = 1"


def _of_aanbod() -> Column[UUID]:
    return Column(Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=True)


class AanbodBereik(SQLModel, table=True):
    """How often something happened with a listing in a month. Nothing about whom it was."""

    __tablename__ = "aanbod_bereik"
    __table_args__ = (
        CheckConstraint(f"soort IN ({_SOORTEN})", name="soort"),
        CheckConstraint(_FIRST_DAY, name="maand"),
        CheckConstraint("aantal > 0", name="aantal"),
    )

    aanbod_id: UUID = Field(sa_column=_of_aanbod())
    maand: date = Field(primary_key=True)
    soort: str = Field(primary_key=True, max_length=20)
    aantal: int


class AanbodVraag(SQLModel, table=True):
    """How often a question led to a listing in a month; never one that fewer people asked."""

    __tablename__ = "aanbod_vraag"
    __table_args__ = (
        CheckConstraint(_FIRST_DAY, name="maand"),
        # What only a few asked does not pass, whichever way it would come in.
        CheckConstraint(f"aantal >= {DREMPEL}", name="drempel"),
    )

    aanbod_id: UUID = Field(sa_column=_of_aanbod())
    maand: date = Field(primary_key=True)
    vraag: str = Field(primary_key=True, max_length=LONGEST_VRAAG)
    aantal: int
