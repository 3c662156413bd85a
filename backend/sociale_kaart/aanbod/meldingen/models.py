from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Uuid, inspect
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import today
from sociale_kaart.core.outbox import Subject

SOORTEN = ("fout", "gestopt", "dubbel", "contact", "tijden", "anders")
VELDEN = ("wat", "voor-wie", "wanneer", "waar", "kosten", "meedoen", "plek", "contact")
MAX_TOELICHTING = 200


def _listed(codes: tuple[str, ...]) -> str:
    return ", ".join(f"'{code}'" for code in codes)


class Melding(SQLModel, table=True):
    """Somebody says that something in a listing does not hold.

    No person, no account, no address, and a day without a time. Their words are gone as soon as
    the report is dealt with.
    """

    __tablename__ = "melding"
    __table_args__ = (
        CheckConstraint(f"soort IN ({_listed(SOORTEN)})", name="soort"),
        CheckConstraint(f"velden <@ ARRAY[{_listed(VELDEN)}]::varchar[]", name="velden"),
        # The service knows more forms; whichever way it would come in, these do not pass.
        CheckConstraint("toelichting !~ '@|[0-9]{8}'", name="toelichting_zonder_persoon"),
        CheckConstraint(
            "afgehandeld_op IS NULL OR toelichting IS NULL", name="afgehandeld_zonder_woorden"
        ),
        Index("ix_melding_gemeld_op_id", "gemeld_op", "id"),
    )

    # Not the UUIDv7 of the other tables: that one tells the time to the millisecond.
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    aanbod_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    soort: str = Field(max_length=20)
    velden: list[str] = Field(sa_column=Column(ARRAY(String), nullable=False))
    toelichting: str | None = Field(default=None, max_length=MAX_TOELICHTING)
    gemeld_op: date = Field(default_factory=today)
    afgehandeld_op: date | None = None

    def touched_subjects(self) -> Iterable[Subject]:
        """What a report is about is less sure while it is open; also what it was about before."""
        for key in {self.aanbod_id, *(inspect(self).attrs.aanbod_id.history.deleted or ())}:
            yield ("aanbod", key)
