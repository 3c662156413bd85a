"""An embedder that anybody can follow: texts with the same words lie near each other."""

import asyncio
from collections.abc import Sequence
from zlib import crc32

import numpy as np

from sociale_kaart.zoeken.meaning.embedder import (
    EmbedderAwayError,
    EmbedderRefusedError,
    Model,
    Vector,
)
from sociale_kaart.zoeken.question import words_of

DIMENSIONS = 16


class ToyEmbedder:
    def __init__(self, name: str = "toy") -> None:
        self.model = Model(name, DIMENSIONS)
        self.name, self.dimensions = self.model
        self.asked: list[str] = []
        self.read: list[str] = []
        self.away = False
        self.refuses = ""
        self.closed = False
        # Nothing goes on while this is not set.
        self.going = asyncio.Event()
        self.going.set()

    async def query(self, text: str) -> Vector | None:
        self.asked.append(text)
        await self.going.wait()
        return None if self.away else vector_of(text)

    async def passages(self, texts: Sequence[str]) -> Vector:
        self.read += texts
        await self.going.wait()
        if self.away:
            raise EmbedderAwayError("weg")
        if self.refuses and any(self.refuses in text for text in texts):
            raise EmbedderRefusedError("te lang")
        return np.stack([vector_of(text) for text in texts])

    async def close(self) -> None:
        self.closed = True


def vector_of(text: str) -> Vector:
    counts = np.full(DIMENSIONS, 0.01, np.float32)
    for word in words_of(text):
        counts[crc32(word.encode()) % DIMENSIONS] += 1
    unit: Vector = counts / np.linalg.norm(counts)
    return unit
