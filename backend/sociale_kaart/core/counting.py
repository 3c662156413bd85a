"""How often something happened, in memory until it is written: no visitor waits for a count."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from sociale_kaart.core.clock import today

# The first day of the month, what it happened to, and what happened.
Counted = tuple[date, str, str]


class Counts:
    """One per process and kind of thing. It holds as much as has happened since it was emptied."""

    def __init__(self) -> None:
        self._counts: Counter[Counted] = Counter()

    def add(self, ids: Iterable[str], kind: str, number: int = 1) -> None:
        month = month_of(today())
        for key in ids:
            self._counts[month, key, kind] += number

    def take(self) -> Mapping[Counted, int]:
        """Empties it, for who writes this down."""
        taken, self._counts = self._counts, Counter()
        return taken

    def give_back(self, counts: Mapping[Counted, int]) -> None:
        """What could not be written."""
        self._counts.update(counts)


def month_of(day: date) -> date:
    """A month is its first day."""
    return day.replace(day=1)
