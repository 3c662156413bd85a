"""Small listings to rank."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from sociale_kaart.zoeken.ranking.batch import Batch
from sociale_kaart.zoeken.ranking.corpus import Corpus, Floats
from sociale_kaart.zoeken.ranking.listing import Listing, Terms
from sociale_kaart.zoeken.ranking.profile import Profile, profile_of
from sociale_kaart.zoeken.ranking.table import Table
from sociale_kaart.zoeken.tags import tags_of

FACTS: dict[str, Any] = {
    "thema": ["ontmoeten"],
    "doelgroep": ["iedereen"],
    "wijk": ["WK019330"],
    "dag": [],
    "dagdeel": [],
    "moment": [],
    "data": [],
    "toegankelijkheid": [],
    "taal": ["nl"],
    "vorm": ["groep"],
    "leeftijdVan": 0,
    "leeftijdTot": 120,
    "vrijwilligersGezocht": False,
    "bijgewerkt": 0,
    "rangNiveau": 1,
    "rangCollectief": 0,
    "rangOpen": 0,
    "versheid": 0,
}


def made(titel: str, beschrijving: str = "", **facts: Any) -> tuple[Listing, Profile]:
    vector: Floats | None = facts.pop("vector", None)
    labels = facts.pop("trefwoorden", [])
    profile = profile_of({"titel": titel, "beschrijving": beschrijving, "trefwoorden": labels})
    document = {**FACTS, "titelSortering": titel, **facts}
    said = Terms(list(profile.terms), list(profile.terms.values()), profile.length)
    return Listing.of(said, tags_of(document), vector, document, b"{}"), profile


def corpus_of(*profiles: Profile, sample: Floats | None = None) -> Corpus:
    counts: dict[str, int] = {}
    for profile in profiles:
        for term in profile.terms:
            counts[term] = counts.get(term, 0) + 1
    length = float(np.mean([profile.length for profile in profiles]))
    return Corpus(len(profiles), counts, length, sample)


def batch_of(listings: Sequence[Listing]) -> Batch:
    table = Table()
    return Batch(table, [table.add(listing) for listing in listings])
