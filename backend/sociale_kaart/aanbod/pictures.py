"""Which pictures nothing refers to any more; here, because only listings refer to them."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, delete, exists, or_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from sociale_kaart.aanbod.bewerken.models import AanbodBewerking
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.beelden.models import Beeld

# So long an editor who took a picture away, or a page that is still open, can have it back.
LOOSE_FOR = timedelta(days=7)


async def forget_loose_pictures(session: AsyncSession, day: date) -> int:
    """Removes pictures to which nothing referred for a week; returns how many.

    Those to which nothing refers since today are marked, and those that are used again are not
    any more. What is written in a listing at the same time is safe by its foreign key.
    """
    used = _is_used()
    loose = col(Beeld.los_sinds)
    await session.execute(update(Beeld).where(loose.is_not(None), used).values(los_sinds=None))
    await session.execute(update(Beeld).where(loose.is_(None), ~used).values(los_sinds=day))
    gone = await session.execute(
        delete(Beeld).where(loose <= day - LOOSE_FOR, ~used).returning(col(Beeld.id))
    )
    return len(gone.all())


def _is_used() -> ColumnElement[bool]:
    """Whether a listing shows it, a proposal would, or somebody is writing it into one."""
    return or_(
        exists().where(col(Aanbod.beeld_id) == col(Beeld.id)),
        exists().where(_picture_in(AanbodVoorstel.inhoud)),
        exists().where(_picture_in(AanbodBewerking.inhoud)),
        exists().where(_picture_in(AanbodBewerking.basis)),
    )


def _picture_in(document: Any) -> ColumnElement[bool]:
    """By text: what somebody typed as an id may be none."""
    written: ColumnElement[str] = col(document)[("beeld", "id")].astext
    return written == cast(col(Beeld.id), Text)
