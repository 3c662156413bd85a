"""Questions are answered in time, with their meaning when it can be had."""

import asyncio
from collections.abc import AsyncIterator

import numpy as np
import pytest

from sociale_kaart.zoeken.meaning import patience
from sociale_kaart.zoeken.meaning.embedder import Vector, asked_as
from sociale_kaart.zoeken.meaning.patience import PatientEmbedder
from tests.zoeken.asking import eventually
from tests.zoeken.meaning.toy import ToyEmbedder, vector_of

pytestmark = pytest.mark.anyio


@pytest.fixture
def inner() -> ToyEmbedder:
    return ToyEmbedder()


@pytest.fixture
async def patient(inner: ToyEmbedder) -> AsyncIterator[PatientEmbedder]:
    embedder = PatientEmbedder(inner, limit_seconds=0.05)
    yield embedder
    inner.going.set()
    await embedder.close()
    assert inner.closed


async def test_a_question_is_embedded_once_however_it_is_typed(
    inner: ToyEmbedder, patient: PatientEmbedder
) -> None:
    first = await patient.query("Samen  Eten")
    assert first is not None
    assert np.array_equal(first, vector_of("samen eten"))
    for again in ("samen eten", " SAMEN ETEN\n"):
        assert await patient.query(again) is first
    assert inner.asked == ["samen eten"]
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 1


async def test_visitors_who_ask_the_same_at_once_share_the_work(
    inner: ToyEmbedder, patient: PatientEmbedder
) -> None:
    found = await asyncio.gather(*(patient.query("wandelen") for _ in range(20)))
    assert all(vector is found[0] for vector in found)
    assert inner.asked == ["wandelen"]


async def test_what_takes_too_long_is_there_for_the_next(
    inner: ToyEmbedder, patient: PatientEmbedder
) -> None:
    inner.going.clear()
    async with asyncio.timeout(2):
        assert await patient.query("wandelen") is None
    inner.going.set()

    async def known() -> bool:
        return await patient.query("wandelen") is not None

    await eventually(known)
    assert inner.asked == ["wandelen"]


async def test_a_visitor_who_leaves_takes_nothing_from_another(
    inner: ToyEmbedder, patient: PatientEmbedder
) -> None:
    inner.going.clear()
    leaving = asyncio.create_task(patient.query("wandelen"))
    staying = asyncio.create_task(patient.query("wandelen"))
    await asyncio.sleep(0)
    leaving.cancel()
    inner.going.set()
    assert await staying is not None


async def test_more_than_it_can_do_in_time_is_not_begun(
    inner: ToyEmbedder, patient: PatientEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_MOST_AT_ONCE", 3)
    inner.going.clear()
    found = await asyncio.gather(*(patient.query(f"vraag {number}") for number in range(10)))
    assert found == [None] * 10
    assert len(inner.asked) == 3


@pytest.mark.parametrize("how", ["says so", "breaks"])
async def test_after_a_failure_it_gets_rest(
    inner: ToyEmbedder, patient: PatientEmbedder, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    clock = 100.0
    monkeypatch.setattr(patience, "monotonic", lambda: clock)

    async def break_down(_text: str) -> Vector | None:
        raise ValueError("dit hoort nooit")

    if how == "breaks":
        monkeypatch.setattr(inner, "query", break_down)
    inner.away = True
    assert await patient.query("wandelen") is None
    monkeypatch.undo()
    monkeypatch.setattr(patience, "monotonic", lambda: clock)
    inner.asked.clear()
    inner.away = False
    assert await patient.query("wandelen") is None
    assert inner.asked == []
    clock += 60
    assert await patient.query("wandelen") is not None


async def test_what_is_known_is_answered_while_it_rests(
    inner: ToyEmbedder, patient: PatientEmbedder
) -> None:
    known = await patient.query("wandelen")
    inner.away = True
    assert await patient.query("zwemmen") is None
    assert await patient.query("wandelen") is known


async def test_the_memory_does_not_grow_for_ever(
    inner: ToyEmbedder, patient: PatientEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_REMEMBERED", 2)
    for question in ("een", "twee", "een", "drie"):
        await patient.query(question)
    inner.asked.clear()
    for question in ("een", "drie", "twee"):
        await patient.query(question)
    # What was asked last is kept longest.
    assert inner.asked == ["twee"]


async def test_a_question_of_nothing_costs_nothing(
    inner: ToyEmbedder, patient: PatientEmbedder
) -> None:
    for question in ("", "  \n", "\0"):
        assert await patient.query(question) is None
    assert inner.asked == []


async def test_it_is_ready_before_the_first_visitor(
    inner: ToyEmbedder, patient: PatientEmbedder
) -> None:
    patient.warm_up()
    await asyncio.sleep(0)
    assert len(inner.asked) == 1


def test_a_question_is_never_long() -> None:
    assert len(asked_as("woord " * 2_000)) <= 256
    assert asked_as("É\ud800é  ا") == "éé ا"
    # One letter with an accent, or a letter and an accent: it looks the same and is the same.
    assert asked_as("cafe\u0301") == asked_as("caf\u00e9")
