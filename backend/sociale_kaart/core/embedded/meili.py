"""Meilisearch as a child process. Its data is an index that can always be built again."""

import http.client
import os
import shutil
import signal
import time
from pathlib import Path
from urllib.parse import urlsplit

from sociale_kaart.core.embedded.binaries import find_meilisearch, version_of
from sociale_kaart.core.embedded.errors import SearchUnavailableError, disk_full, tells_disk_full
from sociale_kaart.core.embedded.keeper import Keeper
from sociale_kaart.core.embedded.kept import Kept
from sociale_kaart.core.embedded.keys import own_key
from sociale_kaart.core.embedded.ports import free_port
from sociale_kaart.core.embedded.processes import Program

_ATTEMPTS = 3
_READY_WITHIN = 120.0


def start(keeper: Keeper, data_dir: Path) -> tuple[str, str] | None:
    """Start the search engine; returns its address and key, or None when there is no program."""
    binary = find_meilisearch()
    if binary is None:
        return None
    folder = data_dir / "meilisearch"
    folder.mkdir(mode=0o700, exist_ok=True)
    _drop_other_version(keeper, binary, folder)
    key = own_key(data_dir / "meilisearch.key")
    for attempt in range(_ATTEMPTS):
        port = free_port()
        program = _program(binary, folder, data_dir, port, key)
        kept = keeper.start(program)
        url = f"http://127.0.0.1:{port}"
        if _becomes_ready(keeper, kept, url, key):
            keeper.watch(kept)
            return url, key
        words = kept.last_words()
        if tells_disk_full(words, data_dir):
            raise disk_full(data_dir)
        # Someone took the port in between: try another. Anything else: the index may be damaged.
        if "ddress already in use" not in words and attempt:
            keeper.say("De zoekindex is beschadigd en wordt opnieuw gemaakt.")
            shutil.rmtree(folder / "data.ms", ignore_errors=True)
    last = words.splitlines()[-1] if words else "geen uitleg"
    raise SearchUnavailableError(f"Meilisearch start niet: {last}. Meer staat in {program.log}.")


def answers(url: str, key: str) -> bool:
    """Whether a search engine at this address is up and knows this key."""
    address = urlsplit(url)
    make = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = make(address.hostname or "", address.port, timeout=2)
    try:
        # Not /health: that says yes to everyone, also when another program took our port.
        path = f"{address.path.rstrip('/')}/version"
        connection.request("GET", path, headers={"Authorization": f"Bearer {key}"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _program(binary: Path, folder: Path, data_dir: Path, port: int, key: str) -> Program:
    return Program(
        name="Meilisearch",
        argv=(
            str(binary),
            *("--db-path", str(folder / "data.ms")),
            *("--dump-dir", str(folder / "dumps")),
            *("--snapshot-dir", str(folder / "snapshots")),
            *("--http-addr", f"127.0.0.1:{port}"),
            *("--env", "production"),
            "--no-analytics",
            # It would take a gigabyte for a small index otherwise.
            *("--max-indexing-memory", "1GiB"),
            # At the level INFO it logs every question that people ask.
            *("--log-level", "WARN"),
        ),
        # The key goes by environment: arguments can be read by every user of the machine.
        env={
            "PATH": os.defpath,
            "HOME": str(folder),
            "LC_ALL": "C",
            "NO_COLOR": "1",
            "MEILI_MASTER_KEY": key,
        },
        cwd=folder,
        log=data_dir / "logs" / "meilisearch.log",
        stop_with=((signal.SIGTERM, 2.0),),
    )


def _drop_other_version(keeper: Keeper, binary: Path, folder: Path) -> None:
    """Data of another version is refused by the server, and can be built again."""
    data = folder / "data.ms"
    try:
        found = (data / "VERSION").read_text().strip()
    except OSError:
        found = None
    if data.exists() and found != version_of(binary):
        keeper.say("De zoekindex is van een andere versie en wordt opnieuw gemaakt.")
        shutil.rmtree(data)


def _becomes_ready(keeper: Keeper, kept: Kept, url: str, key: str) -> bool:
    deadline = time.monotonic() + _READY_WITHIN
    ready = False
    try:
        while not ready and kept.process.poll() is None and time.monotonic() < deadline:
            ready = answers(url, key)
            if not ready:
                keeper.pause(0.03)
    finally:
        if not ready:
            kept.stop()
    return ready
