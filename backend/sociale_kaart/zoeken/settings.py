"""How the indexes are set up. A change here makes the next start rebuild them.

A change of document_for asks for more, as the documents are kept in zoek_rij: a migration that
sets berekend_op back, after which the worker writes them all anew.
"""

from hashlib import sha256
from typing import Any

import orjson

from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES
from sociale_kaart.zoeken.meaning.embedder import Model
from sociale_kaart.zoeken.meaning.vectors import EMBEDDER
from sociale_kaart.zoeken.question import STOP_WORDS
from sociale_kaart.zoeken.tags import FACETS

# How many candidates of a question in words are ranked one by one.
MOST_NAMED = 1_000
# How many listings are filtered, counted and put in order here rather than by the engine. Up to so
# many it reads the values of each listing that it counts; of more it goes through all values that
# there are, which for names of listings takes ten times as long.
MOST_COUNTED = 3_000

_INDEXES: dict[str, dict[str, Any]] = {
    AANBOD: {
        "searchableAttributes": [
            "titel", "organisatie", "trefwoorden", "samenvatting", "plek", "beschrijving", "details",
            # Never shown, and last: a word that stands in a text goes before.
            "verrijkt",
        ],
        # What a search may give back. The engine reads all of it for each hit, so little: what a
        # visitor sees of a listing comes from PostgreSQL, or from memory.
        "displayedAttributes": [
            "sleutel", "slug", "titel", "organisatie", "titelSortering", "bijgewerkt",
            "lat", "lon", "rangNiveau",
        ],
        "filterableAttributes": [
            *FACETS, "id", "moment", "data", "leeftijdVan", "leeftijdTot", "vrijwilligersGezocht",
            "lat", "lon", "rangNiveau", "termen", "sleutel",
        ],
        "sortableAttributes": ["titelSortering", "bijgewerkt"],
        # Relevance first; then as the policy asks: light before heavy, collective before individual,
        # open to all before closed, confirmed lately before long ago. Near before far is done in
        # our process (zoeken.nearby).
        "rankingRules": [
            "words", "typo", "proximity", "attribute", "exactness", "sort",
            "rangNiveau:asc", "rangCollectief:asc", "rangOpen:asc", "versheid:desc",
        ],
        "stopWords": STOP_WORDS,
        "typoTolerance": {"minWordSizeForTypos": {"oneTypo": 4, "twoTypos": 8}},
        # Totals must be true: by default the engine stops counting at 1,000.
        "pagination": {"maxTotalHits": 10_000_000},
        "faceting": {"maxValuesPerFacet": MOST_COUNTED},
        # Nobody looks for a code by its first letters, and being ready for that took four tenths of
        # an edit's time: for each facet that changes all its values are brought together anew.
        "facetSearch": False,
    },
    ORGANISATIES: {
        "searchableAttributes": ["naam", "omschrijving"],
        "filterableAttributes": ["categorie"],
        "rankingRules": ["words", "typo", "proximity", "attribute", "exactness"],
        "stopWords": STOP_WORDS,
        "facetSearch": False,
    },
}  # fmt: skip


def index_settings(naam: str, model: Model | None = None) -> dict[str, Any]:
    """The settings of an index; with a model that of listings takes its vectors too."""
    if model is None or naam != AANBOD:
        return _INDEXES[naam]
    # Not in one bit a number: that is for millions of vectors, and loses what tells them apart.
    embedder = {"source": "userProvided", "dimensions": model.dimensions}
    return {**_INDEXES[naam], "embedders": {EMBEDDER: embedder}}


def fingerprint(model: Model | None = None) -> str:
    """Changes when the indexes have to be built anew.

    By another model too: its vectors cannot be compared with those that the index has.
    """
    content = orjson.dumps([_INDEXES, [*(model or ())]], option=orjson.OPT_SORT_KEYS)
    return sha256(content).hexdigest()
