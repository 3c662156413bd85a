"""How the indexes are set up. A change here makes the next start rebuild them."""

from hashlib import sha256
from typing import Any

import orjson

from sociale_kaart.zoeken.engine import AANBOD, ORGANISATIES
from sociale_kaart.zoeken.rows import FACETS
from sociale_kaart.zoeken.schemas import MAX_RESULTS

# Counted up when document_for changes, as the documents themselves are then out of date too.
DOCUMENT_VERSION = 1

# Words that say nothing by themselves; a question of nothing else gives the filtered list.
STOP_WORDS = sorted(
    [
        "aan",
        "al",
        "als",
        "an",
        "ben",
        "bij",
        "daar",
        "dan",
        "dat",
        "de",
        "den",
        "der",
        "deze",
        "die",
        "dit",
        "doe",
        "doen",
        "door",
        "dus",
        "een",
        "en",
        "er",
        "ergens",
        "even",
        "gaan",
        "ge",
        "had",
        "heb",
        "hebben",
        "heeft",
        "het",
        "hier",
        "hoe",
        "iemand",
        "iets",
        "ik",
        "in",
        "is",
        "ja",
        "je",
        "jij",
        "jullie",
        "kan",
        "kunnen",
        "maar",
        "me",
        "met",
        "mij",
        "mijn",
        "mn",
        "naar",
        "niet",
        "nog",
        "nu",
        "of",
        "om",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "te",
        "tegen",
        "toch",
        "toe",
        "tot",
        "uit",
        "van",
        "veel",
        "voor",
        "waar",
        "was",
        "wat",
        "we",
        "wel",
        "welke",
        "wie",
        "wij",
        "wil",
        "willen",
        "word",
        "worden",
        "ze",
        "zich",
        "zij",
        "zijn",
        "zoek",
        "zoeken",
        "zo",
        "zou",
    ]
)

_INDEXES: dict[str, dict[str, Any]] = {
    AANBOD: {
        "searchableAttributes": [
            "titel", "organisatie", "trefwoorden", "samenvatting", "plek", "beschrijving", "details",
        ],
        "filterableAttributes": [
            *FACETS, "id", "moment", "data", "leeftijdVan", "leeftijdTot", "vrijwilligersGezocht",
            "_geo",
        ],
        "sortableAttributes": ["rangNiveau", "titelSortering", "bijgewerkt", "_geo"],
        # Relevance first; then as the policy asks: light before heavy, (near before far, by
        # `sort`, when a place is known), collective before individual, open to all before
        # closed, confirmed lately before long ago.
        "rankingRules": [
            "words", "typo", "proximity", "attribute", "exactness", "sort",
            "rangNiveau:asc", "rangCollectief:asc", "rangOpen:asc", "versheid:desc",
        ],
        "stopWords": STOP_WORDS,
        "typoTolerance": {"minWordSizeForTypos": {"oneTypo": 4, "twoTypos": 8}},
        "pagination": {"maxTotalHits": MAX_RESULTS},
        "faceting": {"maxValuesPerFacet": 200},
    },
    ORGANISATIES: {
        "searchableAttributes": ["naam", "omschrijving"],
        "filterableAttributes": ["categorie"],
        "rankingRules": ["words", "typo", "proximity", "attribute", "exactness"],
        "stopWords": STOP_WORDS,
    },
}  # fmt: skip


def index_settings(naam: str) -> dict[str, Any]:
    return _INDEXES[naam]


def fingerprint() -> str:
    """Changes when the indexes have to be built anew."""
    content = orjson.dumps([DOCUMENT_VERSION, _INDEXES], option=orjson.OPT_SORT_KEYS)
    return sha256(content).hexdigest()
