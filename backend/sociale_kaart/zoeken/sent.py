"""The search document as the engine gets it."""

from collections.abc import Sequence
from hashlib import blake2s

import orjson

from sociale_kaart.zoeken.language.terms import STEM, WRITTEN
from sociale_kaart.zoeken.meaning.vectors import EMBEDDER, as_sent

# Names a listing and which version of it; in the order of these listings are in that of their ids.
Sleutel = str
_BETWEEN = ":"


def sent_document(
    document: str, terms: Sequence[str], vector: bytes | None, *, takes_vectors: bool
) -> bytes:
    """A search document (JSON) with what only the engine needs, and without its card.

    `termen` are for exact filters, `verrijkt` the base forms and parts of compounds that do not
    stand in the texts. `sleutel` names the listing with a version, that changes with all that the
    ranking knows of it.
    """
    content = orjson.loads(document)
    del content["kaart"]
    # As plain numbers: for places of its own kind the engine writes a tree of all of them at every
    # edit, also of a title.
    place = content.pop("_geo", {})
    content["lat"], content["lon"] = place.get("lat"), place.get("lng")
    version = blake2s(document.encode() + (vector or b""), digest_size=8).hexdigest()
    content["sleutel"] = sleutel_of(content["id"], version)
    content["termen"] = terms
    written = {term[len(WRITTEN) :] for term in terms if term.startswith(WRITTEN)}
    more = [term for term in terms if not term.startswith((WRITTEN, STEM)) and term not in written]
    content["verrijkt"] = " ".join(more)
    if takes_vectors:
        content["_vectors"] = {EMBEDDER: as_sent(vector)}
    return orjson.dumps(content, option=orjson.OPT_SERIALIZE_NUMPY)


def sleutel_of(key: str, version: str) -> Sleutel:
    return f"{key}{_BETWEEN}{version}"


def id_in(sleutel: Sleutel) -> str:
    """The id of the listing that it names."""
    return sleutel.partition(_BETWEEN)[0]
