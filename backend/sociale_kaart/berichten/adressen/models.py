from uuid import UUID

from sqlalchemy import CheckConstraint, Column, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from sociale_kaart.berichten.adressen.rules import new_sleutel
from sociale_kaart.core.identifiers import new_id


class Mailadres(SQLModel, table=True):
    """An address that mail goes to, and what was agreed with whoever reads it.

    Of an account or of an organisation; the row goes when it is of neither (bewaren/).
    """

    __tablename__ = "mailadres"
    __table_args__ = (CheckConstraint("adres = lower(adres)", name="adres_klein"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    adres: str = Field(unique=True, max_length=254)
    # What stands in its mail, and lets the reader stop kinds of mail and begin them again. It is
    # kept as it is: each mail has it, and it opens nothing else.
    sleutel: str = Field(default_factory=new_sleutel, unique=True, max_length=32)
    # Kinds that are not wanted here.
    afgemeld: list[str] = Field(
        default_factory=list,
        sa_column=Column(ARRAY(String), nullable=False, server_default=text("'{}'")),
    )
