from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, Text, Uuid, text
from sqlmodel import CheckConstraint, Field, SQLModel

from sociale_kaart.core.db import UtcDateTime


class ZoekBetekenis(SQLModel, table=True):
    """What of a listing on the map is embedded, and the vector once there is one.

    The text is kept in the transaction that changes the listing; the vector follows. Until then
    `wacht` is true, and the vector of the former text goes on to be used.
    """

    __tablename__ = "zoek_betekenis"
    __table_args__ = (
        CheckConstraint("(model IS NULL) = (vector IS NULL)", name="vector_van_model"),
        Index(
            "ix_zoek_betekenis_gewijzigd_op_wacht",
            "gewijzigd_op",
            postgresql_where=text("wacht"),
        ),
    )

    id: UUID = Field(
        sa_column=Column(Uuid, ForeignKey("zoek_rij.id", ondelete="CASCADE"), primary_key=True)
    )
    tekst: str = Field(sa_column=Column(Text, nullable=False))
    # Whose vector it is; vectors of different models cannot be compared.
    model: str | None = Field(default=None, sa_column=Column(Text))
    # 32-bit floats, lowest byte first, as the model gave them: in 8 bits the table would be a
    # quarter of its 1.5 kB a listing, and what the engine gets would no longer be exact.
    vector: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    wacht: bool = True
    # When the text became what it is.
    gewijzigd_op: datetime = Field(sa_type=UtcDateTime)
