"""What all listings together say: how rare each term is, and which words there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
# Enough to tell how near a question lies to an arbitrary listing.
SAMPLE = 400
# A map that has only begun says little of how rare a word is.
_FEW = 100


@dataclass(frozen=True)
class Corpus:
    """Statistics of the listings on the map. They may be some minutes old: they only weigh.

    `counts`: term or tag → in how many listings it stands. `length`: how many words (weighted) the
    average profile has. `sample`: vectors of some listings, one a row; None without meaning.
    """

    listings: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    length: float = 1.0
    sample: Floats | None = None

    def rarity(self, term: str) -> float:
        """The weight of a term (the idf of BM25): high when few listings have it."""
        count = self.counts.get(term, 0)
        listings = max(self.listings, _FEW)
        return log(1 + (listings - count + 0.5) / (count + 0.5))

    def has(self, term: str) -> bool:
        return term in self.counts
