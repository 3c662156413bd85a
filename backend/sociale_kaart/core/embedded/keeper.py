"""The thread that starts the embedded servers, watches them and stops them."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import Any, Self, TypeVar

from sociale_kaart.core.embedded.errors import EmbeddedError
from sociale_kaart.core.embedded.kept import Kept
from sociale_kaart.core.embedded.processes import Program

_Result = TypeVar("_Result")
_LOOK_EVERY = 0.25


class Keeper:
    """Runs all work that starts processes in one thread.

    The children get a signal when the thread that started them ends (see processes.spawn), so
    that thread must live exactly as long as the servers should: this one, not the caller's.
    """

    def __init__(self, say: Callable[[str], None], hold: int) -> None:
        self.say = say
        self.closing = threading.Event()
        self._hold = (hold,)
        self._kept: list[Kept] = []
        self._at_end: list[Callable[[], None]] = []
        self._work: queue.Queue[tuple[Callable[[], Any], Future[Any]]] = queue.Queue()
        self._thread = threading.Thread(target=self._live, name="embedded-servers", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._thread.join()

    def run(self, work: Callable[[], _Result]) -> _Result:
        """Do `work` in the keeper's thread and wait for its result."""
        answer: Future[_Result] = Future()
        self._work.put((work, answer))
        return answer.result()

    def start(self, program: Program) -> Kept:
        """Start a program that is not yet watched; only from within `run`."""
        return Kept(program, hold=self._hold)

    def watch(self, kept: Kept) -> None:
        """From now on start this program again when it dies, and stop it at the end."""
        self._kept.append(kept)

    def at_end(self, work: Callable[[], None]) -> None:
        """Do this after every program has stopped."""
        self._at_end.append(work)

    def pause(self, seconds: float) -> None:
        """Sleep inside `run`, but give up at once when the caller wants to stop."""
        if self.closing.wait(seconds):
            raise EmbeddedError("Het starten is afgebroken.")

    def _live(self) -> None:
        while not self.closing.is_set():
            try:
                work, answer = self._work.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                for kept in self._kept:
                    kept.check(self.say)
                continue
            try:
                answer.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is raised again in the caller
                answer.set_exception(error)
        # The search engine stops before the database: the reverse of the order of starting.
        for kept in reversed(self._kept):
            kept.stop()
        for finish in self._at_end:
            finish()
