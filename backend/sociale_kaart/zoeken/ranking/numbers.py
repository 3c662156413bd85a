"""Numbers for terms and tags, so that listings keep them in arrays."""

from collections.abc import Collection, Iterator

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]


class Numbers:
    """A number for each name that this process has seen, counted from 0 and never given twice."""

    def __init__(self) -> None:
        self._numbers = _Growing()

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        """The names in the order of their numbers."""
        return iter(self._numbers)

    def of(self, names: Collection[str]) -> Ints:
        return np.fromiter(map(self._numbers.__getitem__, names), np.int32, len(names))


class _Growing(dict[str, int]):
    def __missing__(self, name: str) -> int:
        number = self[name] = len(self)
        return number


TERMS = Numbers()
TAGS = Numbers()
