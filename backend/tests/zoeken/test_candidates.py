"""Which listings are ranked, and what happens when there are too many of them."""

from typing import Any

import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.zoeken import candidates
from sociale_kaart.zoeken.candidates import TooManyError, from_engine, queries_for, telling_terms
from sociale_kaart.zoeken.engine import AANBOD, Engine
from sociale_kaart.zoeken.interpretation import Interpretation
from sociale_kaart.zoeken.query import filters, naming
from sociale_kaart.zoeken.ranking.concepts import Concept
from sociale_kaart.zoeken.ranking.corpus import Corpus
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.sent import id_in, sent_document
from sociale_kaart.zoeken.settings import index_settings
from sociale_kaart.zoeken.statistics import count_terms
from tests.zoeken.asking import listing, map_with

COMMON = Concept("samen", {"samen": 1.0})
RARE = Concept("rouw", {"rouw": 1.0, "~rouw": 0.8})
CORPUS = Corpus(100, {"samen": 60, "rouw": 4, "~rouw": 4}, 1.0)
VRAAG = ZoekVraag()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_NAMED", 10)
    monkeypatch.setattr(candidates, "_FEW", 5)


@pytest.mark.usefixtures("few")
def test_the_rarest_of_a_question_is_looked_for_first() -> None:
    assert telling_terms(Interpretation([COMMON, RARE]), CORPUS) == ["rouw", "~rouw"]
    assert telling_terms(Interpretation([COMMON]), CORPUS) == []
    # What is meant by a label goes along when there is room, and is no question by itself.
    labels = {"@rouw en verlies": 0.6}
    assert telling_terms(Interpretation([RARE], labels), CORPUS)[-1] == "@rouw en verlies"
    assert telling_terms(Interpretation([], labels), CORPUS) == []


@pytest.mark.usefixtures("few")
def test_when_there_are_too_many_the_filters_help_each_left_out_in_turn() -> None:
    with pytest.raises(TooManyError):
        queries_for(Interpretation([COMMON]), None, CORPUS, VRAAG, {})
    [asked] = queries_for(
        Interpretation([COMMON]), None, CORPUS, VRAAG, {"wijk": ["a", "b"], "kosten": ["gratis"]}
    )
    having = 'termen IN ["samen"]'
    assert asked["filter"] == [having, ['wijk IN ["a", "b"]', 'kosten IN ["gratis"]']]
    [all_of_them] = queries_for(
        Interpretation([COMMON]), None, Corpus(10, CORPUS.counts, 1.0), VRAAG, {}
    )
    assert all_of_them["filter"] == [having]
    near = ZoekVraag(bij="52.5,6.1", straal=1)
    [within] = queries_for(Interpretation([COMMON]), None, CORPUS, near, {})
    assert within["filter"] == [having, *filters(near, {}, boxed=True)]


@pytest.mark.anyio
async def test_an_engine_that_has_more_than_are_ranked_says_so(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "MOST_NAMED", 2)
    await engine.create_index(AANBOD, index_settings(AANBOD))
    documents = [
        sent_document(f'{{"id":"{key}","kaart":{{}}}}', [], None, takes_vectors=False)
        for key in "abc"
    ]
    await engine.put_documents(AANBOD, documents[:2])
    named = await from_engine(engine, [naming([])])
    assert list(map(id_in, named)) == ["a", "b"]
    await engine.put_documents(AANBOD, documents[2:])
    with pytest.raises(TooManyError):
        await from_engine(engine, [naming([])])


NEAR = {"naam": "Hier", "lat": 52.527, "lon": 6.084}
FAR = {"naam": "Daar", "lat": 52.497, "lon": 6.12}
HERE = "52.527,6.0845"
FILTERS = {"kosten": ["gratis", "tot-5"], "wijk": ["Holtenbroek", "Stadshagen"]}
MORE = {**FILTERS, "vorm": ["groep"], "openVoor": ["iedereen"]}


@pytest.mark.anyio
async def test_with_filters_the_answer_is_the_same_when_the_words_alone_name_too_many(
    own_database: Database, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        listing(
            f"{kosten}-{wijk}-{number}",
            titel=f"Koffie {number}",
            kosten=kosten,
            locatie={"naam": "Daar", "wijk": wijk},
            vormen=["groep" if number else "individueel"],
            openVoor="leden" if kosten == "tot-5" else "iedereen",
        )
        for kosten in ("gratis", "tot-5", "meer-15")
        for wijk in ("Holtenbroek", "Stadshagen", "Assendorp")
        for number in range(2)
    ]
    rows += [
        listing(name, titel=f"Koffie {name}", kosten=None, locatie=place)
        for name, place in {"hier": NEAR, "ook hier": NEAR, "daar": FAR}.items()
    ]
    async with map_with(own_database, engine, *rows) as (visitor, _):
        await count_terms(own_database)
        near = {"bij": HERE, "straal": 1}
        whole, more, nearby = [
            _but_for_order(await visitor.search("koffie", **chosen))
            for chosen in (FILTERS, MORE, near)
        ]
        assert nearby["totaal"] == 2
        assert (whole["totaal"], more["totaal"]) == (8, 2)
        assert whole["facetten"]["kosten"] == {"gratis": 4, "tot-5": 4, "meer-15": 4}
        # Another question in letters, so that no answer is there already.
        monkeypatch.setattr(candidates, "MOST_NAMED", 17)
        monkeypatch.setattr(candidates, "_FEW", 5)
        for chosen, answer in ((FILTERS, whole), (MORE, more), (near, nearby)):
            assert _but_for_order(await visitor.search("koffie ", **chosen)) == answer


def _but_for_order(answer: dict[str, Any]) -> dict[str, Any]:
    """What the candidates have in common has a say in their order, so that may differ."""
    return {**answer, "resultaten": sorted(one["id"] for one in answer["resultaten"])}
