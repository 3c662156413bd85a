"""What of a listing is embedded."""

import numpy as np
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.meaning.embedder import Vector
from sociale_kaart.zoeken.meaning.text import meaning_text
from sociale_kaart.zoeken.meaning.vectors import from_bytes, to_bytes, with_vector

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
    sent = orjson.loads(with_vector('{"id":"a"}', stored))
    assert sent["id"] == "a"
    part = sent["_vectors"]["betekenis"]
    assert part["regenerate"] is False
    assert np.array_equal(np.array(part["embeddings"], np.float32), vector)


@pytest.mark.parametrize("document", ['{"id":"a"}', '{"id":"a","kaart":{"titel":"}"}}'])
def test_a_document_without_a_vector_says_so(document: str) -> None:
    sent = orjson.loads(with_vector(document, None))
    assert sent == {**orjson.loads(document), "_vectors": {"betekenis": None}}
