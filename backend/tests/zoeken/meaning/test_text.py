"""What of a listing is embedded."""

import numpy as np
import orjson
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.meaning.embedder import Vector
from sociale_kaart.zoeken.meaning.text import meaning_text
from sociale_kaart.zoeken.meaning.vectors import from_bytes, to_bytes
from sociale_kaart.zoeken.sent import sent_document

VOCABULARY = Vocabulary(
    labels={"thema": {"geld": "Geld en schulden"}, "doelgroep": {"ouderen": "Ouderen"}},
    wijken={},
    wijk_names={},
)
LISTING = {
    "titel": "Budgetmaatje",
    "samenvatting": "Hulp bij je rekeningen.",
    "themas": ["geld", "onbekend"],
    "doelgroepen": ["ouderen"],
    "beschrijving": "Een vrijwilliger\n\n komt bij je  langs.",
}


def test_it_begins_with_what_tells_most() -> None:
    assert meaning_text(LISTING, VOCABULARY) == (
        "Budgetmaatje. Hulp bij je rekeningen. Geld en schulden, onbekend. Voor: Ouderen."
        " Een vrijwilliger komt bij je langs."
    )


def test_what_is_not_known_leaves_no_trace() -> None:
    bare = {"titel": "Soep", "themas": [], "doelgroepen": []}
    assert meaning_text(bare, VOCABULARY) == "Soep."


def test_a_long_story_is_cut_off() -> None:
    long = {**LISTING, "beschrijving": "woord " * 10_000}
    assert len(meaning_text(long, VOCABULARY)) == 2_000


@given(
    arrays.arrays(np.float32, 8, elements=st.floats(-1, 1, width=32)),
)
def test_a_vector_is_kept_and_sent_as_it_is(vector: Vector) -> None:
    stored = to_bytes(vector)
    assert np.array_equal(from_bytes(stored), vector)
    sent = orjson.loads(sent_document('{"id":"a","kaart":{}}', [], stored, takes_vectors=True))
    part = sent["_vectors"]["betekenis"]
    assert part["regenerate"] is False
    assert np.array_equal(np.array(part["embeddings"], np.float32), vector)


def test_a_document_without_a_vector_says_so_where_they_are_taken() -> None:
    document = '{"id":"a","kaart":{}}'
    silent = orjson.loads(sent_document(document, [], None, takes_vectors=True))
    assert silent["_vectors"] == {"betekenis": None}
    assert "_vectors" not in orjson.loads(sent_document(document, [], None, takes_vectors=False))
