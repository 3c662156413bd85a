"""The seam behind which meaning comes from: texts in, vectors out."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

# Of unit length, so that the dot product of two is their cosine.
Vector = npt.NDArray[np.float32]

# A question of more is one that nobody types, and a long one takes seconds.
_MAX_QUESTION = 256


class EmbedderAwayError(Exception):
    """There is no model now, or its server does not answer as it should."""


class EmbedderRefusedError(EmbedderAwayError):
    """It works, but will not have one of these texts."""


class Model(NamedTuple):
    """Which vectors can be compared: those of one model in one version.

    Another `name` has every listing embedded anew.
    """

    name: str
    dimensions: int


class Embedder(Protocol):
    """Turns what people ask and what listings say into vectors that lie near when alike."""

    @property
    def model(self) -> Model: ...

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    async def query(self, text: str) -> Vector | None:
        """The vector of a question, or None when it cannot be had now; any text is allowed."""

    async def passages(self, texts: Sequence[str]) -> Vector:
        """A row for each text of a listing. Raises EmbedderAwayError or EmbedderRefusedError."""

    async def close(self) -> None: ...


def asked_as(question: str) -> str:
    """The form in which a question is embedded and remembered.

    Capitals and spaces make no difference; accents stay, as a model knows words with them.
    """
    words = unicodedata.normalize("NFC", question[: 4 * _MAX_QUESTION].lower()).split()
    return readable(" ".join(words))[:_MAX_QUESTION].strip()


def readable(text: str) -> str:
    """The text without what has no place in UTF-8 or would end it for a program in C."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")
