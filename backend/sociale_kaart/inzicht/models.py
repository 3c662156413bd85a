from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import today

_CODE = "~ '^[A-Za-z0-9][A-Za-z0-9.-]*$'"


class Gat(SQLModel, table=True):
    """Something that somebody looked for and that is not there, as codes of the vocabularies.

    No person, no account, no address, no words of anybody's own, and a day without a time.
    """

    __tablename__ = "gat"
    __table_args__ = (
        CheckConstraint(
            "num_nonnulls(thema, doelgroep, wijk_code, dagdeel, weekdeel) > 0", name="gevuld"
        ),
        # A sentence does not pass, whichever way it would come in.
        CheckConstraint(f"thema {_CODE}", name="thema_vorm"),
        CheckConstraint(f"doelgroep {_CODE}", name="doelgroep_vorm"),
        CheckConstraint(f"dagdeel {_CODE}", name="dagdeel_vorm"),
        CheckConstraint("weekdeel IN ('doordeweeks', 'weekend')", name="weekdeel"),
    )

    # Not the UUIDv7 of the other tables: that one tells the time to the millisecond.
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    thema: str | None = Field(default=None, max_length=60)
    doelgroep: str | None = Field(default=None, max_length=60)
    wijk_code: str | None = Field(default=None, foreign_key="wijk.code", index=True)
    dagdeel: str | None = Field(default=None, max_length=60)
    weekdeel: str | None = Field(default=None, max_length=20)
    gemeld_op: date = Field(default_factory=today, index=True)
