"""Meaning from any server that speaks OpenAI's protocol for embeddings.

What visitors ask goes to that server, so it has to be one that may know it.
"""

from collections.abc import Sequence
from typing import Any

import httpx
import numpy as np
import structlog

from sociale_kaart.zoeken.meaning.embedder import (
    EmbedderAwayError,
    EmbedderRefusedError,
    Model,
    Vector,
    asked_as,
    readable,
)

log = structlog.get_logger()

# A question has a shorter limit of its own (see patience.py); this ends what hangs.
_QUESTION_SECONDS = 5.0
_LISTINGS_SECONDS = 60.0
# What a server says when there is something wrong with a text, such as its length.
_REFUSALS = {400, 413, 422}


class OpenAiEmbedder:
    """A model on a server. `url` ends on /v1; the prefixes are what the model was trained with."""

    def __init__(
        self,
        url: str,
        model: str,
        dimensions: int,
        *,
        key: str | None = None,
        query_prefix: str = "",
        passage_prefix: str = "",
    ) -> None:
        self.model = model_of(model, dimensions, passage_prefix)
        self.name, self.dimensions = self.model
        self._url = f"{url.rstrip('/')}/embeddings"
        self._asked_model = model
        self._prefixes = query_prefix, passage_prefix
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._http = httpx.AsyncClient(headers=headers)

    async def query(self, text: str) -> Vector | None:
        try:
            rows = await self._embed([self._prefixes[0] + asked_as(text)], _QUESTION_SECONDS)
        except EmbedderAwayError as error:
            log.warning("embedder_away", reason=str(error))
            return None
        vector: Vector = rows[0]
        return vector

    async def passages(self, texts: Sequence[str]) -> Vector:
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return await self._embed(
            [self._prefixes[1] + readable(text) for text in texts], _LISTINGS_SECONDS
        )

    async def close(self) -> None:
        await self._http.aclose()

    async def _embed(self, texts: list[str], seconds: float) -> Vector:
        body = {"model": self._asked_model, "input": texts, "encoding_format": "float"}
        try:
            answer = await self._http.post(self._url, json=body, timeout=seconds)
            answer.raise_for_status()
            rows = _rows(answer.json())
        except httpx.HTTPStatusError as error:
            status = error.response.status_code
            kind = EmbedderRefusedError if status in _REFUSALS else EmbedderAwayError
            raise kind(f"de server antwoordt met {status}") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise EmbedderAwayError(type(error).__name__) from error
        except (ValueError, KeyError, TypeError) as error:
            raise EmbedderAwayError("het antwoord is niet te lezen") from error
        if rows.shape != (len(texts), self.dimensions):
            raise EmbedderAwayError(
                f"er kwamen {rows.shape} getallen, geen {(len(texts), self.dimensions)}"
            )
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        if not np.isfinite(rows).all() or not lengths.all():
            raise EmbedderAwayError("een vector zonder richting")
        unit: Vector = (rows / lengths).astype(np.float32)
        return unit


def model_of(model: str, dimensions: int, passage_prefix: str) -> Model:
    # Another prefix gives other vectors; the same model at another address does not.
    return Model(f"openai/{model}/{dimensions}/{passage_prefix.strip()}", dimensions)


def _rows(answer: Any) -> Vector:
    parts = sorted(answer["data"], key=lambda part: part["index"])
    return np.array([part["embedding"] for part in parts], np.float32)
