"""Vectors as they are kept in the database and as the engine takes them."""

from typing import Any

import numpy as np

from sociale_kaart.zoeken.meaning.embedder import Vector

# The name of the embedder in the settings of the index.
EMBEDDER = "betekenis"
_STORED = np.dtype("<f4")


def to_bytes(vector: Vector) -> bytes:
    return vector.astype(_STORED).tobytes()


def from_bytes(stored: bytes) -> Vector:
    return np.frombuffer(stored, _STORED)


def as_sent(stored: bytes | None) -> dict[str, Any] | None:
    """A vector as the engine takes it, to calculate likeness with.

    An index that takes vectors refuses a document that says nothing about its own, so one
    without a vector says None.
    """
    return None if stored is None else {"embeddings": from_bytes(stored), "regenerate": False}
