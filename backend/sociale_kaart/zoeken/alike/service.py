from typing import Any
from uuid import UUID

import orjson

from sociale_kaart.aanbod.queries import find_document
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.zoeken.alike import queries
from sociale_kaart.zoeken.alike.rules import Likeness, level_of, likeness
from sociale_kaart.zoeken.meaning.vectors import from_bytes
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.tags import tag

UNKNOWN = "Dit aanbod staat hier niet (meer)."
_CANDIDATES = 60


async def find_alike(searcher: Searcher, id_or_slug: str, limit: int) -> list[dict[str, Any]]:
    """Listings (schemas.VergelijkbaarAanbod, as JSON data) that may serve instead of this one.

    Of what has stopped too, by its themes alone then. Raises NotFoundError.
    """
    model = searcher.embedder.name if searcher.embedder else None
    async with searcher.database.reader() as connection:
        record = await find_document(connection, id_or_slug)
        if record is None or not record["openbaar"]:
            raise NotFoundError(UNKNOWN)
        document = orjson.loads(record["inhoud"])
        asked = _asked(record["id"], document)
        stored = await queries.find_vector(connection, asked.id, model)
        rows = await queries.find_candidates(connection, asked, model, _CANDIDATES)
    vector = None if stored is None else from_bytes(stored)
    found = []
    for row in rows:
        card = orjson.loads(row["document"])["kaart"]
        own = None if row["vector"] is None else from_bytes(row["vector"])
        found.append((likeness(document, vector, card, own), card))
    found.sort(key=lambda pair: pair[0].score, reverse=True)
    return [_told(card, like) for like, card in found[:limit]]


def _asked(key: UUID, document: dict[str, Any]) -> queries.Asked:
    groups = [code for code in document["doelgroepen"] if code != "iedereen"]
    return queries.Asked(
        id=key,
        themas=[tag("thema", code) for code in document["themas"]],
        doelgroepen=[tag("doelgroep", code) for code in groups],
        niveau=level_of(document),
    )


def _told(card: dict[str, Any], like: Likeness) -> dict[str, Any]:
    told = {
        **card,
        "overeenkomsten": like.reasons,
        "zelfdeThemas": like.themas,
        "zelfdeDoelgroepen": like.doelgroepen,
    }
    return told if like.afstand is None else {**told, "afstandMeter": like.afstand}
