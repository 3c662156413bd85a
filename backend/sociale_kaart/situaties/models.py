from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime


class Situatie(SQLModel, table=True):
    """What may happen in a life, with what there is for it on several subjects.

    `onderdelen` are those of schemas.Onderdeel as JSON: each has a title and a question of its own.
    """

    __tablename__ = "situatie"
    __table_args__ = (
        CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name="slug"),
        CheckConstraint("jsonb_array_length(onderdelen) > 0", name="onderdelen"),
        CheckConstraint("versie > 0", name="versie"),
    )

    slug: str = Field(primary_key=True, max_length=60)
    titel: str = Field(max_length=60)
    samenvatting: str = Field(max_length=200)
    inleiding: str = Field(max_length=1000)
    onderdelen: list[dict[str, Any]] = Field(sa_column=Column(JSONB, nullable=False))
    volgorde: int = 0
    zichtbaar: bool = True
    versie: int = 1
    gewijzigd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
