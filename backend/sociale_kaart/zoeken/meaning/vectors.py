"""Vectors as they are kept in the database and as the engine takes them."""

import numpy as np
import orjson

from sociale_kaart.zoeken.meaning.embedder import Vector

# The name of the embedder in the settings of the index.
EMBEDDER = "betekenis"
_STORED = np.dtype("<f4")


def to_bytes(vector: Vector) -> bytes:
    return vector.astype(_STORED).tobytes()


def from_bytes(stored: bytes) -> Vector:
    return np.frombuffer(stored, _STORED)


def with_vector(document: str, stored: bytes | None) -> str:
    """A search document (JSON) with what the engine calculates likeness with.

    An index that takes vectors refuses a document that says nothing about its own, so one
    without a vector says that it has none.
    """
    given = b"null"
    if stored is not None:
        vector = {"embeddings": from_bytes(stored), "regenerate": False}
        given = orjson.dumps(vector, option=orjson.OPT_SERIALIZE_NUMPY)
    return f'{document[:-1]},"_vectors":{{"{EMBEDDER}":{given.decode()}}}}}'
