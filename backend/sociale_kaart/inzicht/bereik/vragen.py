"""Which questions led to which listing: in memory only, until enough people have asked them."""

import secrets
from collections import Counter
from collections.abc import Iterable
from datetime import date
from hashlib import blake2b

from sociale_kaart.core.clock import today
from sociale_kaart.core.counting import Counts, month_of
from sociale_kaart.inzicht.bereik.rules import DREMPEL

_MOST_WAITING = 20_000
_MOST_ON_A_DAY = 100_000

# The id of a listing and a question, as it is counted.
Paar = tuple[str, str]


class Vragen:
    """One per process. What fewer people ask in a month than the threshold is forgotten.

    A question counts once a day for each address, so that who asks it again and again is no ten
    people. That is known by a fingerprint of question, listing and address together, with a salt
    that goes when the day is over; so no two questions can be told to be of one visitor.

    `counts` holds what may be written.
    """

    def __init__(self) -> None:
        self.counts = Counts()
        self._day: date | None = None
        self._salt = b""
        self._seen: set[bytes] = set()
        self._waiting: Counter[Paar] = Counter()
        self._known: set[Paar] = set()

    def add(self, aanbod_id: str, vraag: str, host: str) -> None:
        """Counts it; `host` is the address that it came from, which is not kept."""
        self._begin_day()
        pair = (aanbod_id, vraag)
        if not self._is_first((*pair, host)):
            return
        if pair in self._known:
            self.counts.add([aanbod_id], vraag)
            return
        if pair not in self._waiting and len(self._waiting) >= _MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[pair] += 1
        if self._waiting[pair] >= DREMPEL:
            self._known.add(pair)
            self.counts.add([aanbod_id], vraag, self._waiting.pop(pair))

    def know(self, pairs: Iterable[Paar]) -> None:
        """Enough people asked these already this month, as another process or the last one saw."""
        self._begin_day()
        for pair in pairs:
            if pair not in self._known:
                self._known.add(pair)
                if waited := self._waiting.pop(pair, 0):
                    self.counts.add([pair[0]], pair[1], waited)

    def _is_first(self, asked: tuple[str, ...]) -> bool:
        """Whether this was not asked from there today. With no room to know it, it was."""
        mark = blake2b("\0".join(asked).encode(), key=self._salt, digest_size=16).digest()
        if mark in self._seen or len(self._seen) >= _MOST_ON_A_DAY:
            return False
        self._seen.add(mark)
        return True

    def _begin_day(self) -> None:
        day = today()
        if day == self._day:
            return
        if self._day is None or month_of(day) != month_of(self._day):
            self._waiting.clear()
            self._known.clear()
        self._day, self._salt = day, secrets.token_bytes(16)
        self._seen.clear()
