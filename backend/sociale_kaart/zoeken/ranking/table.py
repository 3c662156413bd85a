"""Listings in memory, side by side in arrays, so that a question is held against many at once."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sociale_kaart.zoeken.ranking.corpus import Floats
from sociale_kaart.zoeken.ranking.listing import Listing

Ints = npt.NDArray[np.int32]
_FACTS = np.dtype(
    [
        ("length", "f4"), ("standing", "f4"), ("ranks", "i1", (3,)), ("sure", "i4"),
        ("youngest", "i2"), ("oldest", "i2"), ("seeks_volunteers", "?"), ("changed", "i8"), ("lat", "f8"),
        ("lon", "f8"), ("has_vector", "?"),
    ]
)  # fmt: skip
_FIRST_ROWS, _FIRST_TAGS = 256, 256


class Saying(NamedTuple):
    """Which rows have a term, and with what weight; both grow at the end."""

    rows: "array[int]"
    weights: "array[float]"


class Said(NamedTuple):
    """Where some terms stand: for each place the row, the weight there, and which of the terms."""

    rows: Ints
    weights: Floats
    terms: npt.NDArray[np.int64]


class Table:
    """A row for each listing; rows are added and never changed.

    Words are kept the other way round, for each term the rows that have it: a question has some
    fifty terms, and the listings that it concerns have a hundred each.
    """

    def __init__(self) -> None:
        self.cards: list[bytes] = []
        self.sorted_as: list[str] = []
        self.days: list[Ints] = []
        self._facts = np.zeros(_FIRST_ROWS, _FACTS)
        self._tags = np.zeros((_FIRST_ROWS, _FIRST_TAGS), np.bool_)
        # Half as precise is precise enough, and half the memory.
        self._vectors = np.zeros((_FIRST_ROWS, 0), np.float16)
        self._tag_columns: dict[str, int] = {}
        self._facet_columns: dict[str, dict[str, int]] = {}
        self._sayings: dict[str, Saying] = {}

    def __len__(self) -> int:
        return len(self.cards)

    def add(self, listing: Listing) -> int:
        """The row that it gets."""
        row = len(self)
        if row == len(self._facts):
            self._facts = _grown(self._facts, 2 * row)
            self._tags = _grown(self._tags, 2 * row)
            self._vectors = _grown(self._vectors, 2 * row)
        for term, weight in zip(listing.said.terms, listing.said.weights, strict=True):
            saying = self._sayings.get(term)
            if saying is None:
                saying = self._sayings[term] = Saying(array("i"), array("f"))
            saying.rows.append(row)
            saying.weights.append(weight)
        columns = [self._column(tag) for tag in listing.tags]
        self._tags[row, columns] = True
        vector = listing.vector
        if vector is not None:
            if not self._vectors.shape[1]:
                self._vectors = np.zeros((len(self._facts), len(vector)), np.float16)
            self._vectors[row] = vector
        lat, lon = listing.place or (np.nan, np.nan)
        self._facts[row] = (
            listing.said.length, listing.standing, listing.ranks, listing.sure,
            listing.youngest, listing.oldest, listing.seeks_volunteers, listing.changed, lat, lon,
            vector is not None,
        )  # fmt: skip
        self.cards.append(listing.card)
        self.sorted_as.append(listing.sorted_as)
        self.days.append(np.array(listing.days, np.int32))
        return row

    def facts(self, rows: Ints) -> npt.NDArray[Any]:
        """The facts of these rows, by name (_FACTS)."""
        return self._facts[rows]

    def vectors(self, rows: Ints) -> Floats:
        return self._vectors[rows].astype(np.float32)

    def tags(self, rows: Ints) -> Floats:
        """For each row and each tag that there is, 1 if it has it and else 0."""
        return self._tags[rows, : len(self._tag_columns)].astype(np.float32)

    def columns_of(self, facet: str) -> dict[str, int]:
        """The codes of a facet, each with the column of its tag."""
        return self._facet_columns.get(facet, {})

    def columns_for(self, facet: str, codes: Iterable[str]) -> list[int]:
        """The columns of these codes; those that no listing has are left out."""
        columns = self.columns_of(facet)
        return [columns[code] for code in codes if code in columns]

    def said(self, terms: Sequence[str]) -> Said:
        """Every place where one of these terms stands."""
        sayings = [self._sayings.get(term, _NOWHERE) for term in terms]
        # Copied in one go, as an array that is looked at cannot grow.
        rows = b"".join(one.rows for one in sayings)
        weights = b"".join(one.weights for one in sayings)
        sizes = [len(one.rows) for one in sayings]
        return Said(
            np.frombuffer(rows, np.int32),
            np.frombuffer(weights, np.float32),
            np.repeat(np.arange(len(terms)), sizes),
        )

    def _column(self, tag: str) -> int:
        column = self._tag_columns.get(tag)
        if column is None:
            column = self._tag_columns[tag] = len(self._tag_columns)
            facet, _, code = tag.partition(":")
            self._facet_columns.setdefault(facet, {})[code] = column
            if column == self._tags.shape[1]:
                self._tags = np.pad(self._tags, ((0, 0), (0, column)))
        return column


_NOWHERE = Saying(array("i"), array("f"))


def _grown(rows: npt.NDArray[Any], size: int) -> npt.NDArray[Any]:
    larger = np.zeros((size, *rows.shape[1:]), rows.dtype)
    larger[: len(rows)] = rows
    return larger
