"""Keeps the times of the agenda true in the transaction that changes a listing."""

from collections.abc import Sequence
from uuid import UUID

import orjson
from sqlalchemy import delete, text
from sqlalchemy.orm import Session
from sqlmodel import col

from sociale_kaart.aanbod.documents import Document
from sociale_kaart.agenda.models import KeerRij
from sociale_kaart.agenda.rules import keren_of
from sociale_kaart.core.clock import today

# All rows as one value: an import brings a hundred thousand of them.
_INSERT = text("""
INSERT INTO keer (moment_id, dag, aanbod_id, van, tot, dagdelen, vervalt, reden, toelichting)
SELECT moment_id, dag, aanbod_id, van, tot, dagdelen, vervalt, reden, toelichting
FROM json_populate_recordset(NULL::keer, CAST(:rows AS json))
""")


def write_keren(
    session: Session,
    documents: Sequence[tuple[UUID, bool, Document]],
    gone: Sequence[UUID],
) -> None:
    """The times of each listing on the map, none of one that is not (any more).

    `documents` are (id, whether it is on the map, public document); `gone` no longer exist.
    """
    day = today()
    ids = [*(key for key, _, _ in documents), *gone]
    session.execute(delete(KeerRij).where(col(KeerRij.aanbod_id).in_(ids)))
    rows = [row for _, visible, document in documents if visible for row in keren_of(document, day)]
    if rows:
        session.execute(_INSERT, {"rows": orjson.dumps(rows).decode()})
