"""Answers that cost much to make, kept in memory until anything changes."""

from collections.abc import Awaitable, Callable, Hashable, Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar

from sociale_kaart.core.answers import etag_of
from sociale_kaart.core.db import Database, is_away

_MOST_BYTES = 32_000_000
# What a snapshot sees is the same as long as its text is: every transaction that changes something
# gets a number in it, while it runs and when it is done; only its own changes are not in it. What
# waits in the outbox is a change that the engine does not know yet.
_STATE = """
SELECT pg_current_snapshot()::text,
    pg_current_xact_id_if_assigned() IS NOT NULL OR EXISTS (SELECT FROM outbox)
"""


class Answer(Protocol):
    """What may be kept: `lasting` when making it again would give the same."""

    @property
    def body(self) -> bytes: ...
    @property
    def lasting(self) -> bool: ...


Kept = TypeVar("Kept", bound=Answer)


class TaggedAnswer(NamedTuple):
    """An answer as it is sent, with the ids of what it shows."""

    body: bytes
    etag: str
    lasting: bool
    shows: tuple[str, ...] = ()

    @classmethod
    def of(cls, body: bytes, *, lasting: bool, shows: Iterable[str] = ()) -> "TaggedAnswer":
        return cls(body, etag_of(body), lasting, tuple(shows))


class AnswerCache(Generic[Kept]):
    """One per process and kind of answer. It never gives one that would now be made otherwise.

    An answer belongs to the state of the database from just before it was made; each question asks
    for the present state first, and finds nothing when that is another one.
    """

    def __init__(self, database: Database, most_bytes: int = _MOST_BYTES) -> None:
        self._database = database
        self._most = most_bytes
        self._state: str | None = None
        self._kept: dict[Hashable, Kept] = {}
        self._size = 0

    async def get(self, key: Hashable, make: Callable[[], Awaitable[Kept]]) -> Kept:
        """The answer to a question, made when it is not there.

        Args:
            key: all that the answer depends on beside the database and the engine.
            make: makes the answer.
        """
        state = await self._present_state()
        if state is None or state != self._state:
            self._kept.clear()
            self._state, self._size = state, 0
        found = self._kept.get(key)
        if found is None:
            found = await make()
            if found.lasting and state is not None and state == self._state:
                self._keep(key, found)
        return found

    async def _present_state(self) -> str | None:
        """None when nothing may be kept: a change is under way, or the database is away."""
        try:
            async with self._database.reader() as connection:
                snapshot, is_changing = await connection.fetchrow(_STATE)
        except Exception as error:
            if not is_away(error):
                raise
            return None
        return None if is_changing else snapshot

    def _keep(self, key: Hashable, kept: Kept) -> None:
        self._kept[key] = kept
        self._size += len(kept.body)
        while self._size > self._most:
            oldest = next(iter(self._kept))
            self._size -= len(self._kept.pop(oldest).body)
