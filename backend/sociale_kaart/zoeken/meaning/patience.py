"""Remembers the meaning of questions, and never lets a visitor wait long for one."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from time import monotonic

import structlog

from sociale_kaart.zoeken.meaning.embedder import Embedder, Model, Vector, asked_as

log = structlog.get_logger()

# 1.5 kB each with 384 dimensions.
_REMEMBERED = 4_000
# More than this at a time would all come too late.
_MOST_AT_ONCE = 8
# After a failure it is left alone this long.
_REST_SECONDS = 5.0


class PatientEmbedder:
    """An embedder with a memory, a time limit for questions, and rest after a failure.

    A question that takes too long gets None; its vector is kept for the next who asks it.
    """

    def __init__(self, inner: Embedder, limit_seconds: float) -> None:
        self._inner = inner
        self._limit = limit_seconds
        self._known: OrderedDict[str, Vector] = OrderedDict()
        self._asking: dict[str, asyncio.Task[Vector | None]] = {}
        self._rest_until = 0.0

    @property
    def model(self) -> Model:
        return self._inner.model

    @property
    def name(self) -> str:
        return self._inner.name

    @property
    def dimensions(self) -> int:
        return self._inner.dimensions

    async def query(self, text: str) -> Vector | None:
        question = asked_as(text)
        if question in self._known:
            self._known.move_to_end(question)
            return self._known[question]
        task = self._asking.get(question) or self._start(question)
        if task is None:
            return None
        await asyncio.wait({task}, timeout=self._limit)
        return task.result() if task.done() else None

    async def passages(self, texts: Sequence[str]) -> Vector:
        return await self._inner.passages(texts)

    def warm_up(self) -> None:
        """Has the model loaded while nobody waits for it."""
        self._start("welkom")

    async def close(self) -> None:
        for task in list(self._asking.values()):
            task.cancel()
        await asyncio.gather(*self._asking.values(), return_exceptions=True)
        await self._inner.close()

    def _start(self, question: str) -> asyncio.Task[Vector | None] | None:
        if not question or len(self._asking) >= _MOST_AT_ONCE or monotonic() < self._rest_until:
            return None
        task = asyncio.create_task(self._ask(question))
        self._asking[question] = task
        task.add_done_callback(lambda _: self._asking.pop(question, None))
        return task

    async def _ask(self, question: str) -> Vector | None:
        try:
            vector = await self._inner.query(question)
        except Exception as error:  # noqa: BLE001 (whatever is wrong, the words are still there)
            log.error("embedder_fails", reason=type(error).__name__)  # noqa: TRY400
            vector = None
        if vector is None:
            self._rest_until = monotonic() + _REST_SECONDS
            return None
        vector.setflags(write=False)
        self._known[question] = vector
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return vector
