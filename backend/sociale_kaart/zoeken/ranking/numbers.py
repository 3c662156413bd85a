"""Numbers for terms and tags, so that listings keep them in arrays."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]


class Numbers:
    """A number for each name that this process has seen, counted from 0 and never given twice."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.names)

    def of(self, name: str) -> int:
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            self.names.append(name)
        return number

    def all_of(self, names: Iterable[str]) -> Ints:
        return np.fromiter(map(self.of, names), np.int32)


TERMS = Numbers()
TAGS = Numbers()
