"""The servers of one data folder: opened for as long as a command needs them, found by others."""

import contextlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sociale_kaart.core.embedded import meili, postgres
from sociale_kaart.core.embedded.errors import (
    SearchUnavailableError,
    disk_full,
    from_os_error,
)
from sociale_kaart.core.embedded.keeper import Keeper
from sociale_kaart.core.embedded.lock import locked, pid_alive

_FILE_NAME = "servers.json"
# A new cluster and a demo index take about 200 MB; below this nothing good can happen.
_LEAST_FREE_BYTES = 300_000_000
_LEAST_FREE_BYTES_LATER = 60_000_000
_ANSWER_WITHIN = 3.0


@dataclass(frozen=True)
class Servers:
    """Where the database and the search engine are; no search engine means: use PostgreSQL."""

    database_url: str
    meili_url: str | None
    meili_key: str | None


def _tell(text: str) -> None:
    # Not to standard output: that may be an export on its way to a file.
    sys.stderr.write(text + "\n")


@contextlib.contextmanager
def open_servers(
    data_dir: Path,
    *,
    database_url: str | None = None,
    meili_url: str | None = None,
    meili_key: str | None = None,
    with_meili: bool = True,
    say: Callable[[str], None] = _tell,
) -> Iterator[Servers]:
    """Start what is not given and yield the addresses; at the end stop what was started.

    Raises EmbeddedError, whose Dutch text is for the user. The servers live exactly as long as
    the `with` block, also when this process is killed.
    """
    data_dir = data_dir.expanduser().absolute()
    with _as_dutch(data_dir):
        _prepare_folder(data_dir)
    with contextlib.ExitStack() as stack:
        with _as_dutch(data_dir):
            lock = stack.enter_context(locked(data_dir, say))
            keeper = stack.enter_context(Keeper(say, lock))
            if database_url is None:
                database_url = keeper.run(lambda: postgres.start(keeper, data_dir))
            if meili_url is None and with_meili:
                meili_url, meili_key = _start_meili(keeper, data_dir)
            servers = Servers(database_url, meili_url, meili_key)
            _write_addresses(data_dir, servers)
        stack.callback((data_dir / _FILE_NAME).unlink, missing_ok=True)
        yield servers


def find_servers(data_dir: Path) -> Servers | None:
    """The servers of a start that is running on this data folder now, if there is one."""
    place = data_dir.expanduser().absolute() / _FILE_NAME
    try:
        content = json.loads(place.read_text())
        servers = Servers(**content["servers"])
        pid, began = int(content["pid"]), content["began"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not pid_alive(pid) or _began(pid) != began:
        return None
    return servers if _database_answers(servers.database_url) else None


def _start_meili(keeper: Keeper, data_dir: Path) -> tuple[str | None, str | None]:
    try:
        found = keeper.run(lambda: meili.start(keeper, data_dir))
    except SearchUnavailableError as error:
        keeper.say(f"{error} Zoeken werkt nu zonder Meilisearch, met PostgreSQL.")
        return None, None
    if found is None:
        keeper.say("Meilisearch is er niet; zoeken werkt met PostgreSQL.")
        return None, None
    return found


def _prepare_folder(data_dir: Path) -> None:
    data_dir.mkdir(parents=True, exist_ok=True)
    (data_dir / "logs").mkdir(mode=0o700, exist_ok=True)
    _try_to_write(data_dir)
    present = (data_dir / "postgres").exists()
    least = _LEAST_FREE_BYTES_LATER if present else _LEAST_FREE_BYTES
    if shutil.disk_usage(data_dir).free < least:
        raise disk_full(data_dir)


def _try_to_write(data_dir: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=data_dir) as trial:
            trial.write(b"kan hier worden geschreven?")
    except OSError as error:
        error.filename = str(data_dir)  # The name of the trial file tells nobody anything.
        raise


@contextlib.contextmanager
def _as_dutch(data_dir: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise from_os_error(error, data_dir) from error


def _write_addresses(data_dir: Path, servers: Servers) -> None:
    content = {"pid": os.getpid(), "began": _began(os.getpid()), "servers": asdict(servers)}
    unfinished = data_dir / f"{_FILE_NAME}.nieuw"
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(content, file)
    unfinished.replace(data_dir / _FILE_NAME)


def _began(pid: int) -> str | None:
    """When this process began, in the kernel's ticks: tells a reused number from the real one."""
    try:
        # The name, in brackets, may hold anything; what follows is fixed.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return None


def _database_answers(database_url: str) -> bool:
    folder = parse_qs(urlsplit(database_url).query).get("host", [""])[0]
    if not folder.startswith("/"):
        return True  # A server that the user chose; who connects will find out.
    deadline = time.monotonic() + _ANSWER_WITHIN
    while not postgres.answers(folder):
        # It may just be starting again after a fault.
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
