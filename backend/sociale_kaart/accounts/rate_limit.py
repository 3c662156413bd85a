from collections import OrderedDict, deque
from time import monotonic

from sociale_kaart.core.problems import TooManyRequestsError


class RateLimit:
    """At most `limit` tries per key in `seconds`, counted in this process's memory.

    For what is asked too often to ask the database each time; what has to be counted by all
    processes is a SharedLimit (limieten/). Old keys are forgotten when there are too many.
    """

    def __init__(self, limit: int, seconds: float, max_keys: int = 10_000) -> None:
        self._limit = limit
        self._seconds = seconds
        self._max_keys = max_keys
        self._tries: OrderedDict[str, deque[float]] = OrderedDict()

    def count(self, key: str) -> None:
        """Counts a try; raises TooManyRequestsError when there were too many."""
        now = monotonic()
        tries = self._tries.setdefault(key, deque())
        self._tries.move_to_end(key)
        while tries and now - tries[0] > self._seconds:
            tries.popleft()
        if len(tries) >= self._limit:
            raise TooManyRequestsError("Wacht een paar minuten en probeer het dan opnieuw.")
        tries.append(now)
        while len(self._tries) > self._max_keys:
            self._tries.popitem(last=False)
