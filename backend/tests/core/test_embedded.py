"""The embedded servers, for real: every test runs PostgreSQL, some run Meilisearch too."""

import asyncio
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest

from sociale_kaart.core.embedded import EmbeddedError, find_servers, open_servers
from sociale_kaart.core.embedded.lock import _all_pids, _has_open

OPEN_AND_WAIT = """
import sys, time
from pathlib import Path
from sociale_kaart.core.embedded import open_servers
with open_servers(Path(sys.argv[1])) as servers:
    print(servers.meili_url, flush=True)
    time.sleep(600)
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A data folder with a finished cluster, to copy: making one takes a second."""
    folder = tmp_path_factory.mktemp("cluster")
    with open_servers(folder, with_meili=False, say=quiet):
        pass
    return folder


@pytest.fixture
def data_dir(cluster, tmp_path):
    return shutil.copytree(cluster, tmp_path / "data")


def quiet(_text):
    pass


def ask(servers, sql):
    async def run():
        folder = parse_qs(urlsplit(servers.database_url).query)["host"][0]
        connection = await asyncpg.connect(
            host=folder, user="sociale_kaart", database="sociale_kaart"
        )
        try:
            return await connection.fetchval(sql)
        finally:
            await connection.close()

    return asyncio.run(run())


def ask_meili(servers, path="/stats"):
    address = urlsplit(servers.meili_url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=5)
    try:
        connection.request("GET", path, headers={"Authorization": f"Bearer {servers.meili_key}"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def running_on(data_dir):
    """The processes that hold this data folder: who starts it, and the servers."""
    lock = data_dir / "start.lock"
    return {pid for pid in _all_pids() if _has_open(pid, lock, unknown=False)}


def named(data_dir, name):
    """The servers of this folder whose program has this name, the first-born first."""
    return sorted(
        pid for pid in running_on(data_dir) if Path(f"/proc/{pid}/exe").readlink().name == name
    )


def lives(pid):
    """Whether this process still runs; one that only waits to be counted off does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def eventually(condition, seconds=15):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def start_elsewhere(data_dir):
    """Open the servers in a process of its own; returns it once they run."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_WAIT, str(data_dir)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    process.stdout.close()
    return process


def test_a_new_folder_gets_a_dutch_sorted_checksummed_database_and_a_private_engine(tmp_path):
    said = []
    with open_servers(tmp_path, say=said.append) as servers:
        assert ask(servers, "SELECT current_setting('data_checksums')") == "on"
        assert ask(servers, "SELECT current_setting('fsync')") == "on"
        assert ask(servers, "SELECT current_setting('listen_addresses')") == ""
        assert (
            ask(
                servers,
                "SELECT (datlocprovider::text, datlocale, pg_encoding_to_char(encoding))::text "
                "FROM pg_database WHERE datname = 'sociale_kaart'",
            )
            == "(i,nl-NL,UTF8)"
        )
        in_order = "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest(array['Zus','één','eb']) w"
        assert ask(servers, in_order) == "eb één Zus"
        # The C library's idea of a letter decides what full text search sees as a word.
        assert ask(servers, "SELECT to_tsvector('simple', 'café')::text") == "'café':1"
        status, _ = ask_meili(servers)
        assert status == 200
        assert urlsplit(servers.meili_url).hostname == "127.0.0.1"
        for secret in ("servers.json", "meilisearch.key"):
            assert (tmp_path / secret).stat().st_mode & 0o777 == 0o600
        key_in_arguments = [
            pid
            for pid in running_on(tmp_path)
            if servers.meili_key in Path(f"/proc/{pid}/cmdline").read_text()
        ]
        assert key_in_arguments == []
    assert said == ["Een nieuwe database maken."]
    assert running_on(tmp_path) == set()
    assert not (tmp_path / "servers.json").exists()


def test_data_and_key_survive_a_stop(tmp_path):
    with open_servers(tmp_path, say=quiet) as servers:
        ask(servers, "CREATE TABLE blijft AS SELECT 7 AS getal")
        key = servers.meili_key
    with open_servers(tmp_path, say=quiet) as servers:
        assert ask(servers, "SELECT getal FROM blijft") == 7
        assert servers.meili_key == key


def test_given_servers_are_used_and_nothing_is_started(tmp_path):
    with open_servers(
        tmp_path,
        database_url="postgresql+asyncpg://ergens/anders",
        meili_url="http://ergens:7700",
        meili_key="sleutel",
        say=quiet,
    ) as servers:
        assert servers.database_url == "postgresql+asyncpg://ergens/anders"
        assert (servers.meili_url, servers.meili_key) == ("http://ergens:7700", "sleutel")
        assert running_on(tmp_path) == {os.getpid()}
        assert not (tmp_path / "postgres").exists()


def test_kill_9_leaves_nothing_running_and_the_next_start_has_all_that_was_committed(data_dir):
    parent = start_elsewhere(data_dir)
    servers = find_servers(data_dir)
    ask(servers, "CREATE TABLE blijft AS SELECT 8 AS getal")
    before = running_on(data_dir)
    assert len(before) > 5  # us, Meilisearch, PostgreSQL and its helpers
    parent.kill()
    parent.wait()
    assert eventually(lambda: not running_on(data_dir))
    assert eventually(lambda: not any(lives(pid) for pid in before))
    assert find_servers(data_dir) is None
    with open_servers(data_dir, say=quiet) as servers:
        assert ask(servers, "SELECT getal FROM blijft") == 8


def test_a_busy_query_does_not_outlive_a_kill_9(data_dir):
    parent = start_elsewhere(data_dir)
    servers = find_servers(data_dir)

    async def work_then_lose_the_server():
        folder = parse_qs(urlsplit(servers.database_url).query)["host"][0]
        connection = await asyncpg.connect(
            host=folder, user="sociale_kaart", database="sociale_kaart"
        )
        counting = asyncio.create_task(
            connection.fetchval("SELECT count(*) FROM generate_series(1, 10000000000)")
        )
        await asyncio.sleep(0.3)
        parent.kill()
        with pytest.raises((asyncpg.PostgresError, OSError)):
            await counting
        connection.terminate()

    asyncio.run(work_then_lose_the_server())
    parent.wait()
    assert eventually(lambda: not running_on(data_dir))


def test_a_second_start_on_the_same_folder_names_the_first(data_dir):
    with (
        open_servers(data_dir, with_meili=False, say=quiet),
        pytest.raises(EmbeddedError, match=f"al in gebruik door proces {os.getpid()}"),
        open_servers(data_dir, with_meili=False, say=quiet),
    ):
        pytest.fail("twee starts op een map")


def test_a_running_start_is_found_only_while_it_runs(data_dir):
    assert find_servers(data_dir) is None
    with open_servers(data_dir, with_meili=False, say=quiet) as servers:
        assert find_servers(data_dir) == servers
        addresses = (data_dir / "servers.json").read_text()
    # As after a kill -9, with the process number in use by another process meanwhile.
    content = json.loads(addresses)
    (data_dir / "servers.json").write_text(json.dumps({**content, "began": "0"}))
    assert find_servers(data_dir) is None
    (data_dir / "servers.json").write_text("{half")
    assert find_servers(data_dir) is None


@pytest.mark.parametrize("name", ["postgres", "meilisearch"])
def test_a_killed_server_is_started_again_at_the_same_address(data_dir, name):
    said = []
    with open_servers(data_dir, say=said.append) as servers:
        killed = named(data_dir, name)[0]
        os.kill(killed, signal.SIGKILL)

        def works_again():
            try:
                return ask(servers, "SELECT 1") == 1 and ask_meili(servers)[0] == 200
            except (OSError, asyncpg.PostgresError):
                return False

        assert eventually(lambda: any("opnieuw gestart" in text for text in said))
        assert eventually(works_again)
        assert killed not in named(data_dir, name)
    assert running_on(data_dir) == set()


def test_a_long_path_gets_a_short_private_socket_that_is_cleared_away(tmp_path):
    data_dir = tmp_path / ("lang" * 20) / ("pad" * 20)
    with open_servers(data_dir, with_meili=False, say=quiet) as servers:
        folder = Path(parse_qs(urlsplit(servers.database_url).query)["host"][0])
        assert len(str(folder)) < 90
        assert not folder.is_relative_to(data_dir)
        assert folder.stat().st_mode & 0o777 == 0o700
        assert ask(servers, "SELECT 1") == 1
    assert not folder.exists()


def test_a_path_with_strange_characters_works(cluster, tmp_path):
    data_dir = shutil.copytree(cluster, tmp_path / "Onze kaart & co, 100% é'\"$x")
    with open_servers(data_dir, say=quiet) as servers:
        assert ask(servers, "SELECT 1") == 1
        assert ask_meili(servers)[0] == 200


def test_what_an_interrupted_first_start_left_is_made_again(tmp_path):
    unfinished = tmp_path / "postgres.nieuw" / "base"
    unfinished.mkdir(parents=True)
    (unfinished / "1").write_text("half")
    with open_servers(tmp_path, with_meili=False, say=quiet) as servers:
        assert ask(servers, "SELECT 1") == 1
    assert not (tmp_path / "postgres.nieuw").exists()


def test_a_folder_that_is_no_cluster_is_set_aside_never_removed(tmp_path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("17\n")
    said = []
    with open_servers(tmp_path, with_meili=False, say=said.append) as servers:
        assert ask(servers, "SELECT 1") == 1
    (aside,) = tmp_path.glob("postgres.onvolledig-*")
    assert (aside / "PG_VERSION").read_text() == "17\n"
    assert any(aside.name in text for text in said)


def test_a_kill_9_while_the_database_is_being_made_is_no_loss(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_WAIT, str(tmp_path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert eventually((tmp_path / "postgres.nieuw" / "base").exists)
    process.kill()
    process.wait()
    with open_servers(tmp_path, with_meili=False, say=quiet) as servers:
        assert ask(servers, "SELECT 1") == 1


def test_the_number_of_a_dead_server_may_belong_to_someone_else_now(data_dir):
    # As after a restart of a container: the same low numbers, other programs.
    (data_dir / "postgres" / "postmaster.pid").write_text(
        f"{os.getppid()}\n{data_dir / 'postgres'}\n1700000000\n5432\n{data_dir}/socket\n\n"
    )
    with open_servers(data_dir, with_meili=False, say=quiet) as servers:
        assert ask(servers, "SELECT 1") == 1


def test_data_of_another_postgresql_is_left_alone(data_dir):
    (data_dir / "postgres" / "PG_VERSION").write_text("16\n")
    with (
        pytest.raises(EmbeddedError, match="zijn van PostgreSQL 16, maar hier staat PostgreSQL 17"),
        open_servers(data_dir, with_meili=False, say=quiet),
    ):
        pytest.fail("gestart met gegevens van een andere versie")
    assert (data_dir / "postgres" / "global" / "pg_control").exists()


def test_indexes_are_made_again_when_the_rules_of_sorting_changed(data_dir):
    recorded = "SELECT datcollversion FROM pg_database WHERE datname = 'sociale_kaart'"
    with open_servers(data_dir, with_meili=False, say=quiet) as servers:
        version = ask(servers, recorded)
        ask(servers, "UPDATE pg_database SET datcollversion = '1.2.3'")
    for told in (["De database wordt bijgewerkt voor deze PostgreSQL; dat kan even duren."], []):
        said = []
        with open_servers(data_dir, with_meili=False, say=said.append) as servers:
            assert ask(servers, recorded) == version
        assert said == told


def test_an_engine_of_another_version_starts_with_an_empty_index(data_dir):
    with open_servers(data_dir, say=quiet):
        pass
    (data_dir / "meilisearch" / "data.ms" / "VERSION").write_text("1.12.0")
    said = []
    with open_servers(data_dir, say=said.append) as servers:
        assert ask_meili(servers)[1]["indexes"] == {}
    assert "De zoekindex is van een andere versie en wordt opnieuw gemaakt." in said


def test_a_damaged_index_is_made_again(data_dir):
    with open_servers(data_dir, say=quiet):
        pass
    for name in ("tasks", "auth"):
        (data_dir / "meilisearch" / "data.ms" / name / "data.mdb").write_bytes(b"kapot" * 5000)
    said = []
    with open_servers(data_dir, say=said.append) as servers:
        assert ask_meili(servers)[0] == 200
    assert "De zoekindex is beschadigd en wordt opnieuw gemaakt." in said


def test_the_error_of_a_caller_still_stops_the_servers(data_dir):
    with (
        pytest.raises(RuntimeError, match="van de aanroeper"),
        open_servers(data_dir, say=quiet),
    ):
        raise RuntimeError("van de aanroeper")
    assert running_on(data_dir) == set()
