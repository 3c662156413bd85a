"""`make eval`: how well searching answers the judged questions, on real servers.

python -m eval [--deel verslag|afstellen|alles] [--fouten]
"""

import argparse
import asyncio
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import make_url

from eval.measures import DEPTH, GOOD, mean, ndcg, recall
from eval.sets import DEMO, ELDERS, JudgedSet
from sociale_kaart.cli.prepare import migrate
from sociale_kaart.core.config import Settings
from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded import Servers, open_servers
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.taxonomie.reference import Reference, load_reference
from sociale_kaart.taxonomie.service import load_taxonomie
from sociale_kaart.wiring import open_database
from sociale_kaart.zoeken.engine import open_engine
from sociale_kaart.zoeken.meaning.choice import open_embedder
from sociale_kaart.zoeken.meaning.work import AT_ONCE, embed_all
from sociale_kaart.zoeken.schemas import ZoekVraag
from sociale_kaart.zoeken.search import search
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.statistics import count_terms
from sociale_kaart.zoeken.sync import rebuild
from sociale_kaart.zoeken.synonyms.seed import load_synonyms

_WITHOUT_ANSWER = ("onzin", "buiten-bereik")
_FIRST = 5
_TRIES, _PAUSE_SECONDS = 30, 1.0


@dataclass
class Score:
    """What was measured over the questions of one stratum."""

    ndcg: list[float] = field(default_factory=list)
    good: list[float] = field(default_factory=list)
    useful: list[float] = field(default_factory=list)
    empty: int = 0

    def row(self, name: str) -> str:
        return (
            f"| {name} | {len(self.ndcg)} | {mean(self.ndcg):.3f} | {mean(self.good):.3f} |"
            f" {mean(self.useful):.3f} | {self.empty} |"
        )


async def ask_all(judged: JudgedSet, servers: Servers) -> dict[str, list[str]]:
    """The external ids of the first answers to each question, by the question's id.

    The set gets a database and an index of its own on the servers.
    """
    settings = await _settings(servers, judged.bron)
    database = open_database(settings)
    engine = open_engine(settings)
    assert engine is not None
    await _fill(database, judged)
    embedder = open_embedder(settings, threads=os.cpu_count() or 1)
    if embedder is not None:
        await embed_all(database, embedder, limit=AT_ONCE, progress=lambda _done, _total: None)
    await count_terms(database)
    await rebuild(database, engine)
    async with database.transaction() as session:
        reference = await load_reference(session)
    searcher = Searcher(engine, database, embedder)
    answers = {}
    for question in judged.questions:
        vraag = ZoekVraag(q=question["vraag"], page_size=DEPTH)
        answer = await _answer(searcher, vraag, reference)
        answers[question["id"]] = [result["externId"] for result in answer["resultaten"]]
    await engine.close()
    await database.close()
    return answers


async def _answer(searcher: Searcher, vraag: ZoekVraag, reference: Reference) -> dict[str, Any]:
    """The answer with all that belongs in it: on a busy machine the vector may come too late."""
    for _ in range(_TRIES):
        found = await search(searcher, vraag, reference)
        if found.answer["gedegradeerd"]:
            raise RuntimeError("de zoekmachine antwoordde niet; dit zou de database meten")
        if found.lasting:
            return found.answer
        await asyncio.sleep(_PAUSE_SECONDS)
    raise RuntimeError("het model antwoordde niet op tijd; dit zou alleen de woorden meten")


async def _settings(servers: Servers, name: str) -> Settings:
    address = make_url(servers.database_url)
    connection = await asyncpg.connect(
        user=address.username, host=str(address.query["host"]), database=address.database
    )
    await connection.execute(f"CREATE DATABASE eval_{name}")
    await connection.close()
    return Settings(
        database_url=address.set(database=f"eval_{name}").render_as_string(hide_password=False),
        meili_url=servers.meili_url,
        meili_key=servers.meili_key,
        meili_index_prefix=f"eval-{name}-",
    )


async def _fill(database: Database, judged: JudgedSet) -> None:
    await migrate(database)
    async with database.transaction() as session:
        await load_taxonomie(session)
        await load_synonyms(session)
    report = await Importer(database, judged.bron).run(judged.rows)
    if report.faults:
        raise RuntimeError(f"het aanbod van {judged.bron} klopt niet: {report.faults[0]}")


def score(
    questions: Sequence[dict[str, Any]], answers: dict[str, list[str]]
) -> tuple[dict[str, Score], Score]:
    """Per stratum and over all questions that have an answer."""
    strata: dict[str, Score] = defaultdict(Score)
    total = Score()
    for question in questions:
        judgements = question["oordelen"]
        if not judgements:
            continue
        found = answers[question["id"]]
        for part in (strata[question["stratum"]], total):
            part.ndcg.append(ndcg(found, judgements))
            part.useful.append(recall(found, judgements, 1) or 0.0)
            good = recall(found, judgements, GOOD)
            if good is not None:
                part.good.append(good)
            part.empty += not found
    return strata, total


def report(questions: Sequence[dict[str, Any]], answers: dict[str, list[str]], title: str) -> None:
    strata, total = score(questions, answers)
    print(f"\n{title}\n")
    print("| stratum | vragen | nDCG@10 | recall@10 goed | recall@10 bruikbaar | leeg |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, part in sorted(strata.items()):
        print(part.row(name))
    print(total.row("**samen**"))
    for name in _WITHOUT_ANSWER:
        asked = [q for q in questions if q["stratum"] == name]
        false_hits = sum(bool(answers[q["id"]]) for q in asked)
        print(f"\n{name}: {false_hits} van {len(asked)} vragen gaven toch resultaten.")


def report_findability(judged: JudgedSet, answers: dict[str, list[str]]) -> None:
    """Which listings no question of the whole set brings to the first page."""
    public = set(judged.categories)
    found = {key for keys in answers.values() for key in keys}
    missing = sorted(public - found)
    print(f"\nVindbaarheid: {1 - len(missing) / len(public):.1%} van {len(public)}.")
    for key in missing:
        asked = [q["vraag"] for q in judged.questions if q["oordelen"].get(key) == GOOD]
        print(f"  {key}: niet gevonden met {asked}")


def report_categories(judged: JudgedSet, answers: dict[str, list[str]]) -> None:
    """Whether small initiatives are buried: how often each kind of organisation comes first."""
    category = judged.categories
    asked = [q for q in judged.questions if q["oordelen"]]
    first = Counter(category[key] for q in asked for key in answers[q["id"]][:_FIRST])
    good = Counter(
        category[key] for q in asked for key, grade in q["oordelen"].items() if grade == GOOD
    )
    everything = Counter(category.values())
    print(f"\n| van | in de eerste {_FIRST} | van de goede antwoorden | van al het aanbod |")
    print("|---|---:|---:|---:|")
    for name in sorted(everything):
        shares = (part[name] / part.total() for part in (first, good, everything))
        print(f"| {name} | {' | '.join(f'{share:.0%}' for share in shares)} |")


def report_faults(questions: Sequence[dict[str, Any]], answers: dict[str, list[str]]) -> None:
    """The questions that were answered worst, with what was found and what was wanted."""
    judged = [q for q in questions if q["oordelen"]]
    worst = sorted(judged, key=lambda q: ndcg(answers[q["id"]], q["oordelen"]))
    for question in worst[:60]:
        found = answers[question["id"]]
        wanted = [key for key, grade in question["oordelen"].items() if grade == GOOD]
        value = ndcg(found, question["oordelen"])
        print(f"{value:.2f} [{question['stratum']}] {question['vraag']!r}")
        print(f"     gezocht {wanted[:8]}  gevonden {found}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make eval")
    parser.add_argument("--deel", choices=("verslag", "afstellen", "alles"), default="verslag")
    parser.add_argument("--fouten", action="store_true", help="toon de slechtste van 'afstellen'")
    options = parser.parse_args()
    sets = (DEMO, ELDERS)
    with (
        tempfile.TemporaryDirectory(prefix="sk-eval-") as folder,
        open_servers(Path(folder), say=lambda _text: None) as servers,
    ):
        answers = {judged.bron: asyncio.run(ask_all(judged, servers)) for judged in sets}
    for judged in sets:
        title = f"{judged.bron.capitalize()}, deel: {options.deel}"
        report(judged.part(options.deel), answers[judged.bron], title)
        report_findability(judged, answers[judged.bron])
        report_categories(judged, answers[judged.bron])
    if options.fouten:
        report_faults(DEMO.part("afstellen"), answers[DEMO.bron])


if __name__ == "__main__":
    main()
