"""`sociale-kaart import` and `export`: output and exit status.

As a process where a process is what the test is about; a start of Python costs a second each.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from sociale_kaart.core.embedded import open_servers
from tests.cli.conftest import address
from tests.factories import aanbod_row

COMMAND = [sys.executable, "-c", "from sociale_kaart.cli import app; app()"]
NOWHERE = "postgresql://postgres@127.0.0.1:9/niets"

pytestmark = pytest.mark.anyio


@pytest.fixture
def data_dir():
    # A short path: the sockets of the servers stand in it.
    with tempfile.TemporaryDirectory(prefix="sk-") as folder:
        yield Path(folder)


def environment(url=None, **more):
    kept = {name: text for name, text in os.environ.items() if not name.startswith("MEILI")}
    kept.pop("DATABASE_URL", None)
    return {**kept, **({"DATABASE_URL": url} if url else {}), "COLUMNS": "200", **more}


def call(*arguments, url=None, **more):
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=environment(url, **more),
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


async def count(database):
    async with database.reader() as connection:
        return await connection.fetchval("SELECT count(*) FROM aanbod_document")


async def test_all_well_is_zero_and_some_left_out_is_two(own_database, write):
    url = address(own_database)
    done = call("import", write(aanbod_row()), "--bron", "proef", url=url)
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert (
        done.stdout == "Klaar: 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 met fouten en overgeslagen.\n"
    )

    rows = (aanbod_row(), aanbod_row(externId="b", niveau=7, kosten="duur", prijs=3))
    some = call("import", write(*rows), "--bron", "proef", url=url)
    assert some.returncode == 2
    lines = some.stdout.splitlines()
    assert lines[0] == "rij 2, niveau: Dit mag hoogstens 4 zijn."
    assert lines[1].startswith("rij 2, kosten: 'duur' bestaat niet. Toegestaan: gratis, ")
    assert lines[2:] == [
        "Let op: 'prijs' kennen we niet en is niet overgenomen.",
        "Klaar: 0 nieuw, 0 gewijzigd, 1 ongewijzigd, 1 met fouten en overgeslagen.",
    ]
    assert await count(own_database) == 1


def test_a_dry_run_leaves_nothing(own_database, write, invoke, tmp_path):
    url = address(own_database)
    done = invoke("import", write(aanbod_row()), "--bron", "proef", "--proef", url=url)
    assert (done.exit_code, done.stdout.partition(",")[0]) == (0, "Bij een echte import: 1 nieuw")
    invoke("export", tmp_path / "uit.jsonl", url=url)
    assert (tmp_path / "uit.jsonl").read_text() == ""


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("weg.jsonl", None, "is niet te lezen"),
        ("a.ods", b"x", "is geen bestand dat we kennen"),
        ("a.jsonl", b"\xff", "Regel 1 is geen UTF-8"),
        ("a.csv", b'externId;titel\n1;"open', "geen geldige CSV"),
        ("a.xlsx", b"geen zip", "geen werkend XLSX-bestand"),
        ("a.jsonl", b"\n\n", "staan geen rijen"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_before_the_database_is_asked(
    tmp_path, invoke, name, content, sentence
):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = invoke("import", path, "--bron", "proef", url=NOWHERE)
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize("bron", ["", "Met Hoofdletter", "a\n", "-x/../y", "x" * 61])
def test_a_source_has_a_simple_name(write, invoke, bron):
    done = invoke("import", write(aanbod_row()), f"--bron={bron}", url=NOWHERE)
    assert done.exit_code == 1
    assert "De naam van een bron" in done.stderr


def test_a_database_that_is_away_is_a_sentence(write, invoke, tmp_path):
    for arguments in (
        ("import", write(aanbod_row()), "--bron", "proef"),
        ("export", tmp_path / "uit.csv"),
    ):
        done = invoke(*arguments, url=NOWHERE)
        assert done.exit_code == 1
        assert "De database antwoordt niet" in done.stderr
    assert not list(tmp_path.glob("uit*"))


def test_an_export_goes_back_in(own_database, write, invoke, tmp_path):
    url = address(own_database)
    invoke("import", write(aanbod_row()), "--bron", "proef", url=url)
    for form in ("jsonl", "csv", "xlsx"):
        path = tmp_path / f"uit.{form}"
        done = invoke("export", path, "--bron", "proef", url=url)
        assert (done.exit_code, done.stdout) == (0, f"1 keer aanbod geschreven naar {path}.\n")
        again = invoke("import", path, "--bron", "proef", url=url)
        assert again.stdout.startswith("Klaar: 0 nieuw, 0 gewijzigd, 1 ongewijzigd")


def test_an_export_to_nowhere_is_a_sentence(own_database, invoke, tmp_path):
    url = address(own_database)
    (tmp_path / "map.csv").mkdir()
    for path, sentence in (
        (tmp_path / "uit.pdf", ".jsonl"),
        (tmp_path / "weg" / "uit.csv", "bestaat niet"),
        (tmp_path / "map.csv", "is niet te schrijven"),
    ):
        done = invoke("export", path, url=url)
        assert (done.exit_code, sentence in done.stderr) == (1, True)
        assert done.stderr.count("\n") == 1


async def test_an_import_that_is_killed_is_finished_by_the_next_one(own_database, write):
    # Small rows: two hundred of them are one transaction.
    rows = [aanbod_row(externId=str(n), titel=f"Koffie {n}", momenten=[]) for n in range(450)]
    path = write(*rows)
    arguments = [*COMMAND, "import", str(path), "--bron", "proef"]
    process = subprocess.Popen(arguments, env=environment(address(own_database)))  # noqa: ASYNC220
    deadline = time.monotonic() + 60
    while await count(own_database) == 0 and process.poll() is None:
        assert time.monotonic() < deadline
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = await count(own_database)
    assert kept > 0
    done = call("import", path, "--bron", "proef", url=address(own_database))
    assert (done.returncode, await count(own_database)) == (0, 450)
    assert f"{450 - kept} nieuw, 0 gewijzigd, {kept} ongewijzigd" in done.stdout


def test_without_a_running_product_it_starts_its_own_database(data_dir, write, tmp_path):
    where = {"DATA_DIR": str(data_dir)}
    done = call("import", write(aanbod_row()), "--bron", "proef", **where)
    assert (done.returncode, "1 nieuw" in done.stdout) == (0, True), done.stderr
    out = tmp_path / "uit.jsonl"
    assert call("export", out, **where).returncode == 0
    assert json.loads(out.read_text())["titel"] == "Koffie in de buurt"


async def test_next_to_a_running_product_it_uses_its_database(data_dir, write):
    with open_servers(data_dir, with_meili=False, say=lambda _text: None) as servers:
        done = call("import", write(aanbod_row()), "--bron", "proef", DATA_DIR=str(data_dir))
        assert (done.returncode, "1 nieuw" in done.stdout) == (0, True), done.stderr
        url = make_url(servers.database_url)
        connection = await asyncpg.connect(
            host=url.query["host"], user=url.username, database=url.database
        )
        assert await connection.fetchval("SELECT titel FROM aanbod") == "Koffie in de buurt"
        await connection.close()
