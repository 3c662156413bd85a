"""The servers under measurement, and the processor time that each of them uses."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.client import Connection, request_bytes
from sociale_kaart.core.embedded import Servers
from sociale_kaart.core.embedded.ports import free_port

_COMMAND = (sys.executable, "-c", "from sociale_kaart.cli import app; app()")
# What EMBEDDING may be here; the second is the model that comes along, where it can run.
WORDS_ONLY, WITH_MEANING = "geen", ""
_READY_SECONDS = 120
# Seconds of processor time in a second.
_AT_REST = 0.1
_TICK = 1 / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Api:
    url: str
    pid: int

    def pids(self) -> list[int]:
        return _family(self.pid)


@contextmanager
def serving(
    servers: Servers, prefix: str, folder: Path, *, workers: int = 1, embedding: str = WORDS_ONLY
) -> Iterator[Api]:
    """The API as it runs in production, with its log on disk."""
    port = free_port()
    command = ("serve", "--port", str(port), "--workers", str(workers))
    with _running(servers, prefix, folder, embedding, *command) as process:
        yield Api(f"http://127.0.0.1:{port}", process.pid)


@contextmanager
def working(servers: Servers, prefix: str, folder: Path) -> Iterator[None]:
    """The worker as it runs in production."""
    with _running(servers, prefix, folder, WITH_MEANING, "worker"):
        yield


@contextmanager
def _running(
    servers: Servers, prefix: str, folder: Path, embedding: str, *command: str
) -> Iterator[subprocess.Popen[bytes]]:
    env = {
        **os.environ,
        "EMBEDDING": embedding,
        "DATABASE_URL": servers.database_url,
        "MEILI_URL": servers.meili_url or "",
        "MEILI_KEY": servers.meili_key or "",
        "MEILI_INDEX_PREFIX": prefix,
    }
    with (folder / f"{command[0]}.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 (our own command)
            [*_COMMAND, *command], env=env, stdout=log, stderr=log
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait()


async def wait_until_ready(api: Api) -> None:
    """Until it answers, and each of its processes has come to rest."""
    async with asyncio.timeout(_READY_SECONDS):
        while True:
            try:
                connection = await Connection.to(api.url)
                await connection.ask(request_bytes("GET", "/gezond"))
            except OSError:
                await asyncio.sleep(0.1)
            else:
                connection.close()
                break
        used = -1.0
        while cpu_seconds(api.pids()) - used > _AT_REST:
            used = cpu_seconds(api.pids())
            await asyncio.sleep(1)


def meilisearch_pids(folder: Path) -> list[int]:
    needle = str(folder / "meilisearch" / "data.ms").encode()
    return [pid for pid in _pids() if needle in _read(pid, "cmdline")]


def postgres_pids(folder: Path) -> list[int]:
    """The postmaster and a process for each connection."""
    return _family(int((folder / "postgres" / "postmaster.pid").read_text().split()[0]))


def _family(first: int) -> list[int]:
    """A process and those that it started."""
    return [pid for pid in _pids() if pid == first or _stat(pid)[1:2] == [b"%d" % first]]


def cpu_seconds(pids: list[int]) -> float:
    """Processor time that these processes, and those of theirs that ended, used so far."""
    return sum(sum(int(part) for part in _stat(pid)[11:15]) for pid in pids) * _TICK


def _pids() -> Iterator[int]:
    return (int(place.name) for place in Path("/proc").glob("[0-9]*"))


def _stat(pid: int) -> list[bytes]:
    """The fields after the name, which may hold anything: state, parent, …"""
    return _read(pid, "stat").rpartition(b")")[2].split()


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
