from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id


class Synoniem(SQLModel, table=True):
    """What people type, and the word of the map that it leads to.

    `woord` may be a word that is searched and never shown; `betekent` may not. A row is one
    pair, so that each has its own direction: 'kat' leads to 'dieren' and not back.
    """

    __tablename__ = "synoniem"
    __table_args__ = (
        CheckConstraint("richting IN ('heen', 'beide')", name="richting"),
        CheckConstraint("herkomst IN ('kaart', 'redactie')", name="herkomst"),
        CheckConstraint("woord_kaal <> '' AND betekent_kaal <> ''", name="gevuld"),
        CheckConstraint("woord_kaal <> betekent_kaal", name="twee_woorden"),
        CheckConstraint("versie > 0", name="versie"),
        UniqueConstraint("woord_kaal", "betekent_kaal"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    woord: str = Field(max_length=80)
    betekent: str = Field(max_length=80)
    # The same two without capitals, accents and signs: what questions are compared with.
    woord_kaal: str
    betekent_kaal: str
    richting: str
    # Only when somebody writes exactly this word: no inflections, no mended typing errors.
    heel_woord: bool = False
    # 'kaart' as long as the row says what the list that comes with the code says.
    herkomst: str
    versie: int = 1
    gewijzigd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class SynoniemZaad(SQLModel, table=True):
    """The pairs of the list that comes with the code which were put on the map before.

    So that a pair which the redactie changed or removed does not come back at the next start.
    """

    __tablename__ = "synoniem_zaad"

    woord_kaal: str = Field(primary_key=True)
    betekent_kaal: str = Field(primary_key=True)
