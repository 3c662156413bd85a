"""Asks questions with the reference data of the project, without a database."""

import csv
import json
from datetime import date
from functools import cache
from importlib.resources import files

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.understanding.begrepen import Begrepen
from sociale_kaart.zoeken.understanding.gazetteer import Gazetteer, folk_names
from sociale_kaart.zoeken.understanding.understand import understand

DATA = files("sociale_kaart") / "data"
# A Wednesday.
DAY = date(2026, 11, 25)


@cache
def vocabulary() -> Vocabulary:
    lists = json.loads((DATA / "vocabularia.json").read_text(encoding="utf-8"))["lijsten"]
    return Vocabulary(
        labels={name: {t["code"]: t["label"] for t in terms} for name, terms in lists.items()},
        wijken={naam.lower(): code for code, naam in wijken()},
        wijk_names=dict(wijken()),
    )


@cache
def wijken() -> list[tuple[str, str]]:
    outlines = json.loads((DATA / "wijken.geojson").read_text(encoding="utf-8"))
    found = [outline["properties"] for outline in outlines["features"]]
    return [(properties["wijkcode"], properties["naam"]) for properties in found]


@cache
def buurten() -> list[tuple[str, str]]:
    with (DATA / "buurten.csv").open(encoding="utf-8") as file:
        return [(row["buurtnaam"], row["wijkcode"]) for row in csv.DictReader(file, delimiter=";")]


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.of(vocabulary(), wijken(), buurten(), folk_names())


def ask(question: str, day: date = DAY) -> Begrepen:
    return understand(question, gazetteer(), day)


def wishes(question: str, day: date = DAY) -> list[str]:
    """The wishes as 'kind=codes', as in 'dag=di'."""
    return [f"{wens.soort}={','.join(wens.codes)}" for wens in ask(question, day).wensen]


def words(question: str) -> str:
    return " ".join(ask(question).woorden)
