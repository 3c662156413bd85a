"""PostgreSQL as a child process: one cluster in the data folder, reached by a Unix socket."""

import asyncio
import contextlib
import locale
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import asyncpg

from sociale_kaart.core.embedded import sockets
from sociale_kaart.core.embedded.binaries import Postgres, find_postgres
from sociale_kaart.core.embedded.errors import EmbeddedError, disk_full, tells_disk_full
from sociale_kaart.core.embedded.identity import Identity, choose_identity
from sociale_kaart.core.embedded.keeper import Keeper
from sociale_kaart.core.embedded.kept import Kept
from sociale_kaart.core.embedded.processes import Program, spawn, stop, tail

DATABASE = "sociale_kaart"
USER = "sociale_kaart"
_READY_WITHIN = 300.0
_TELL_AFTER = 4.0
_INITDB_WITHIN = 180.0

# Given at every start rather than written to a file, so that a new release brings its own.
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    # Never off, not even for a demo: what was acknowledged must survive a crash.
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "128MB",
    "min_wal_size": "80MB",
    "max_wal_size": "512MB",
    "checkpoint_timeout": "15min",
    # Flash disks read anywhere at about the same price.
    "random_page_cost": "1.1",
    # Compiling a query costs more than our short queries take.
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_line_prefix": "%m [%p] ",
    # Values that people typed stay out of the log, also when a statement fails.
    "log_parameter_max_length_on_error": "0",
    "log_min_error_statement": "panic",
    "logging_collector": "off",
}


def start(keeper: Keeper, data_dir: Path) -> str:
    """Start the cluster, making it first if needed; returns the address of the database."""
    binary = find_postgres()
    cluster = data_dir / "postgres"
    _set_aside_if_incomplete(cluster, keeper)
    identity = choose_identity(binary.server, data_dir, cluster)
    if not cluster.exists():
        keeper.say("Een nieuwe database maken.")
        _make_cluster(keeper, binary, cluster, identity)
    _check_version(binary, cluster)
    folder = sockets.socket_folder(data_dir, identity.owner)
    # The lock on the data folder, which every server inherits, proves that none runs here. After
    # a restart of the machine an unrelated process may have the number that this file names.
    (cluster / "postmaster.pid").unlink(missing_ok=True)
    kept = keeper.start(_program(binary, cluster, folder, identity, data_dir))
    keeper.watch(kept)
    keeper.at_end(lambda: sockets.remove_if_temporary(folder, data_dir))
    _wait_until_ready(keeper, kept, folder, data_dir)
    asyncio.run(_ensure_database(str(folder), keeper.say))
    return f"postgresql+asyncpg://{USER}@/{DATABASE}?host={quote(str(folder))}"


def answers(folder: str) -> bool:
    """Whether a server accepts connections on the socket in this folder."""
    return asyncio.run(_can_connect(folder)) is None


def _program(
    binary: Postgres, cluster: Path, folder: Path, identity: Identity, data_dir: Path
) -> Program:
    settings = {**_SETTINGS, "unix_socket_directories": str(folder)}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return Program(
        name="PostgreSQL",
        argv=(str(binary.server), "-D", str(cluster), *options),
        env=_environment(),
        cwd=cluster,
        log=data_dir / "logs" / "postgres.log",
        identity=identity.how,
        # Immediate shutdown: its children go too, and the next start recovers from the log.
        death_signal=signal.SIGQUIT,
        # Fast shutdown, and immediate when that takes too long.
        stop_with=((signal.SIGINT, 5.0), (signal.SIGQUIT, 2.0)),
    )


def _environment() -> dict[str, str]:
    # Nothing of the user's own: PGDATA, PGPORT and the like would reach a server that is not theirs.
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


def _set_aside_if_incomplete(cluster: Path, keeper: Keeper) -> None:
    """A folder that is no cluster is moved, never removed: it might hold something."""
    if not cluster.exists() or (cluster / "global" / "pg_control").exists():
        return
    moved = cluster.with_name(f"postgres.onvolledig-{datetime.now():%Y%m%d-%H%M%S}")  # noqa: DTZ005
    cluster.replace(moved)
    keeper.say(f"De database was niet af; die map heet nu {moved.name}.")


def _make_cluster(keeper: Keeper, binary: Postgres, cluster: Path, identity: Identity) -> None:
    """Fill a folder beside the real one and rename it, so that a half cluster never counts."""
    unfinished = cluster.with_name("postgres.nieuw")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    if identity.owner != os.geteuid():
        os.chown(unfinished, identity.owner, -1)
    log = cluster.parent / "logs" / "initdb.log"
    log.unlink(missing_ok=True)
    program = Program(
        name="initdb",
        argv=(str(binary.initdb), "-D", str(unfinished), *_initdb_options()),
        env=_environment(),
        cwd=unfinished,
        log=log,
        identity=identity.how,
    )
    process = spawn(program)
    deadline = time.monotonic() + _INITDB_WITHIN
    try:
        while process.poll() is None and time.monotonic() < deadline:
            keeper.pause(0.05)
    finally:
        stop(process, program)
    if process.returncode != 0:
        raise _failure(tail(log), log, cluster.parent, "De database kon niet worden gemaakt")
    unfinished.replace(cluster)
    _flush(cluster.parent)


def _initdb_options() -> Iterator[str]:
    yield f"--username={USER}"
    yield from ("--encoding=UTF8", "--locale-provider=icu", "--icu-locale=nl-NL")
    # ICU sorts; the C library still decides what is a letter for full text search.
    yield f"--locale={_utf8_locale()}"
    # The socket's folder is private to this user: who can reach it, may come in.
    yield from ("--auth-local=trust", "--auth-host=reject")
    yield from ("--data-checksums", "--no-instructions")


def _utf8_locale() -> str:
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "nl_NL.UTF-8", "en_US.UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return "C"


def _flush(folder: Path) -> None:
    """Make a rename in this folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check_version(binary: Postgres, cluster: Path) -> None:
    major = int((cluster / "PG_VERSION").read_text().strip())
    if major != binary.major:
        raise EmbeddedError(
            f"De gegevens in {cluster} zijn van PostgreSQL {major}, maar hier staat PostgreSQL "
            f"{binary.major}. Wijs met PG_BIN=… PostgreSQL {major} aan, of kies een andere map "
            "met DATA_DIR=…."
        )


def _wait_until_ready(keeper: Keeper, kept: Kept, folder: Path, data_dir: Path) -> None:
    began, told = time.monotonic(), False
    log = data_dir / "logs" / "postgres.log"
    while (refusal := asyncio.run(_can_connect(str(folder)))) is not None:
        waited = time.monotonic() - began
        if kept.process.poll() is not None:
            raise _failure(kept.last_words(), log, data_dir, "PostgreSQL is meteen weer gestopt")
        if waited > _READY_WITHIN:
            raise EmbeddedError(f"PostgreSQL antwoordt niet ({refusal}). Kijk in {log}.")
        if waited > _TELL_AFTER and not told:
            keeper.say("PostgreSQL herstelt zich na een onverwachte stop; even geduld.")
            told = True
        keeper.pause(0.05)


async def _can_connect(folder: str) -> Exception | None:
    """None, or why a connection is not possible now."""
    try:
        connection = await _connect(folder, "postgres")
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return error
    await connection.close()
    return None


async def _connect(folder: str, database: str) -> "asyncpg.Connection[Any]":
    return await asyncpg.connect(host=folder, port=5432, user=USER, database=database, timeout=5)


async def _ensure_database(folder: str, say: Callable[[str], None]) -> None:
    connection = await _connect(folder, "postgres")
    try:
        # Text is sorted by rules of the ICU library, whose version this column remembers.
        same_rules = await connection.fetchval(
            "SELECT datcollversion IS NOT DISTINCT FROM pg_database_collation_actual_version(oid)"
            " FROM pg_database WHERE datname = $1",
            DATABASE,
        )
        if same_rules is None:
            await connection.execute(f"CREATE DATABASE {DATABASE}")
    finally:
        await connection.close()
    if same_rules is False:
        say("De database wordt bijgewerkt voor deze PostgreSQL; dat kan even duren.")
        await _sort_again(folder)


async def _sort_again(folder: str) -> None:
    """Rebuild the indexes: with other sorting rules they would miss rows that are there."""
    connection = await _connect(folder, DATABASE)
    try:
        await connection.execute(f"REINDEX DATABASE {DATABASE}")
        await connection.execute(f"ALTER DATABASE {DATABASE} REFRESH COLLATION VERSION")
    finally:
        await connection.close()


def _failure(words: str, log: Path, data_dir: Path, what: str) -> EmbeddedError:
    if tells_disk_full(words, data_dir):
        return disk_full(data_dir)
    last = words.splitlines()[-1] if words else "geen uitleg"
    return EmbeddedError(f"{what}: {last}. Meer staat in {log}.")
