from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

SOORTEN = ("website", "maildomein")


class Adrescontrole(SQLModel, table=True):
    """Whether a website answers, or a domain takes mail, as it was found at night.

    Kept per address, whoever gives it: of a mail address only what stands after the @. An address
    that no listing on the map has is forgotten.
    """

    __tablename__ = "adrescontrole"
    __table_args__ = (
        CheckConstraint(f"soort IN ({', '.join(map(repr, SOORTEN))})", name="soort"),
        CheckConstraint("(mislukt_sinds IS NULL) = (mislukt_dagen = 0)", name="mislukt"),
        CheckConstraint("(mislukt_sinds IS NULL) = (reden IS NULL)", name="reden"),
    )

    soort: str = Field(primary_key=True, max_length=20)
    adres: str = Field(primary_key=True, max_length=500)
    bekeken_op: date
    # The first of the days in a row on which it did not work, and how many those are.
    mislukt_sinds: date | None = None
    mislukt_dagen: int = 0
    reden: str | None = Field(default=None, max_length=30)
