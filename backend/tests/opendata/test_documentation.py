"""What docs/uitwisselformaat.md says about the format, held against the format."""

import json
import re

import pytest

from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.opendata import sources, spreadsheet
from sociale_kaart.opendata.columns import OBJECT_LISTS, OBJECTS
from sociale_kaart.opendata.interchange import KEYS
from sociale_kaart.opendata.sources import read_rows
from tests.opendata.reading import lines, run_import

TEXT = (PROJECT_ROOT / "docs" / "uitwisselformaat.md").read_text(encoding="utf-8")


def block(language):
    found = re.search(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    assert found is not None
    return found[1]


def test_every_key_is_explained():
    named = set(re.findall(r"`([A-Za-z]+)`", TEXT))
    inner = {key for keys in {**OBJECTS, **OBJECT_LISTS}.values() for key in keys}
    assert set(KEYS) | inner <= named


@pytest.mark.anyio
async def test_the_example_in_json_goes_in(database):
    row = json.loads(block("json"))
    report = await run_import(database, row)
    assert (lines(report), report.notes, report.unknown_keys) == ([], [], set())


@pytest.mark.anyio
async def test_the_example_of_a_table_goes_in(database, tmp_path):
    (tmp_path / "voorbeeld.csv").write_text(block("csv"), encoding="utf-8")
    rows = list(read_rows(tmp_path / "voorbeeld.csv"))
    report = await run_import(database, *rows)
    assert (lines(report), report.notes, report.unknown_keys) == ([], [], set())
    assert rows[0].data["momenten"] == [
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "18:00", "tot": "20:00"},
        {"begin": "2026-12-25", "van": "16:00", "tot": "19:00"},
    ]


def test_the_limits_are_those_of_the_code():
    assert f"{sources.MAX_BYTES // 1_000_000} MB" in TEXT
    assert f"{spreadsheet.MAX_UNFOLDED_BYTES // 1_000_000} MB als het is uitgepakt" in TEXT
    assert f"{spreadsheet.MAX_COLUMNS} kolommen" in TEXT
