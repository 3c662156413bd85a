"""The search document as the engine gets it."""

from collections.abc import Sequence
from hashlib import blake2s

import orjson

from sociale_kaart.zoeken.language.terms import STEM, WRITTEN
from sociale_kaart.zoeken.meaning.vectors import with_vector


def sent_document(
    document: str, terms: Sequence[str], vector: bytes | None, *, takes_vectors: bool
) -> str:
    """A search document (JSON) with what only the engine needs.

    `termen` are for exact filters, `verrijkt` the base forms and parts of compounds that do not
    stand in the texts, `versie` changes with all that the ranking knows of the listing.
    """
    version = blake2s(document.encode() + (vector or b""), digest_size=8).hexdigest()
    written = {term[len(WRITTEN) :] for term in terms if term.startswith(WRITTEN)}
    more = [term for term in terms if not term.startswith((WRITTEN, STEM)) and term not in written]
    extra = orjson.dumps({"termen": terms, "verrijkt": " ".join(more), "versie": version})
    whole = f"{document[:-1]},{extra[1:].decode()}"
    return with_vector(whole, vector) if takes_vectors else whole
