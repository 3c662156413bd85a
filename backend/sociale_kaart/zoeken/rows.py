"""Keeps the search rows true in the transaction that changes a listing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session
from sqlmodel import col

from sociale_kaart.aanbod.documents import Document
from sociale_kaart.core.clock import today
from sociale_kaart.taxonomie.queries import read_vocabulary
from sociale_kaart.zoeken.document import SearchDocument, date_of, document_for
from sociale_kaart.zoeken.meaning.queries import write_meaning_texts
from sociale_kaart.zoeken.meaning.text import meaning_text
from sociale_kaart.zoeken.models import ZoekRij
from sociale_kaart.zoeken.question import fold
from sociale_kaart.zoeken.ranking.profile import profile_of
from sociale_kaart.zoeken.tags import tags_of


def write_search_rows(
    session: Session,
    documents: Sequence[tuple[UUID, bool, Document]],
    gone: Sequence[UUID],
) -> None:
    """A row for each listing on the map, none for one that is not (any more).

    `documents` are (id, whether it is on the map, public document); `gone` no longer exist.
    """
    vocabulary = read_vocabulary(session)
    day = today()
    rows = [
        search_row(key, document_for(document, vocabulary, day))
        for key, visible, document in documents
        if visible
    ]
    hidden = [key for key, visible, _ in documents if not visible]
    if hidden or gone:
        session.execute(delete(ZoekRij).where(col(ZoekRij.id).in_([*hidden, *gone])))
    if rows:
        statement = insert(ZoekRij)
        changes = {key: statement.excluded[key] for key in rows[0] if key != "id"}
        session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changes), rows)
    texts = {
        key: meaning_text(document, vocabulary) for key, visible, document in documents if visible
    }
    write_meaning_texts(session, texts)


def search_row(key: UUID, document: SearchDocument) -> dict[str, Any]:
    """The row of zoek_rij for a search document."""
    geo = document.get("_geo") or {}
    profile = profile_of(document)
    return {
        "id": key,
        "document": orjson.dumps(document).decode(),
        "tags": tags_of(document),
        "data": [date_of(number) for number in document["data"]],
        "termen": list(profile.terms),
        "gewichten": list(profile.terms.values()),
        "lengte": profile.length,
        "tekst_titel": _joined(document["titel"]),
        "tekst_onderwerp": _joined(
            document["organisatie"], *document["trefwoorden"], *document["plek"]
        ),
        "tekst_rest": _joined(
            document["samenvatting"], document["beschrijving"], *document["details"]
        ),
        "namen": _joined(document["titel"], document["organisatie"]),
        "titel": document["titel"],
        "leeftijd_van": document["leeftijdVan"],
        "leeftijd_tot": document["leeftijdTot"],
        "vrijwilligers_gezocht": document["vrijwilligersGezocht"],
        "lat": geo.get("lat"),
        "lon": geo.get("lng"),
        "rang_niveau": document["rangNiveau"],
        "rang_collectief": document["rangCollectief"],
        "rang_open": document["rangOpen"],
        "rang_versheid": document["versheid"],
        "gewijzigd_op": datetime.fromtimestamp(document["bijgewerkt"], UTC),
    }


def _joined(*texts: str) -> str:
    return fold(" ".join(texts))
