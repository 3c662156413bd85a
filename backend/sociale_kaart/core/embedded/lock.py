"""One start at a time on a data folder.

The lock is held by the open file, which the servers inherit: after a kill -9 the folder only
becomes free once the last of them is gone, so a next start never meets a server that still writes.
"""

import contextlib
import fcntl
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sociale_kaart.core.embedded.errors import EmbeddedError

_LOCK_NAME = "start.lock"
_WAIT_FOR_LEFTOVERS = 8.0


@contextlib.contextmanager
def locked(data_dir: Path, say: Callable[[str], None]) -> Iterator[int]:
    """Hold the data folder's lock; yields the file descriptor that the servers inherit."""
    path = data_dir / _LOCK_NAME
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        if not _try(handle):
            _wait_or_refuse(handle, path, data_dir, say)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield handle
    finally:
        # Not unlocked by hand: a server that would still be stopping keeps the folder.
        os.close(handle)


def pid_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _try(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait_or_refuse(handle: int, path: Path, data_dir: Path, say: Callable[[str], None]) -> None:
    """Wait for the servers of a start that is gone; refuse when that start still lives."""
    pid = _written_pid(handle)
    told = False
    deadline = time.monotonic() + _WAIT_FOR_LEFTOVERS
    while not _try(handle):
        pid = _written_pid(handle)
        if pid is not None and pid_alive(pid) and _has_open(pid, path):
            raise EmbeddedError(
                f"De map {data_dir} is al in gebruik door proces {pid}. Stop dat proces eerst, "
                "of kies een andere map met DATA_DIR=…."
            )
        if not told:
            say("Een eerdere start is nog aan het afsluiten; even wachten.")
            told = True
        if time.monotonic() > deadline:
            _end_leftovers(path)
            deadline = time.monotonic() + _WAIT_FOR_LEFTOVERS
        time.sleep(0.1)


def _written_pid(handle: int) -> int | None:
    text = os.pread(handle, 32, 0).decode(errors="replace").strip()
    return int(text) if text.isdigit() else None


def _end_leftovers(path: Path) -> None:
    """End the servers that outlived their start; only what inherited this lock can hold it."""
    holders = [pid for pid in _all_pids() if _has_open(pid, path, unknown=False)]
    # Another start may be waiting for this lock just as we are: that one is Python, a server is not.
    servers = [pid for pid in holders if not _runs(pid, Path(sys.executable).resolve())]
    if not servers:
        raise EmbeddedError(
            f"De map {path.parent} is nog in gebruik door een ander programma. Stop dat programma, "
            "of kies een andere map met DATA_DIR=…."
        )
    for pid in servers:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)


def _all_pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _runs(pid: int, program: Path) -> bool:
    try:
        return Path(f"/proc/{pid}/exe").readlink() == program
    except OSError:
        return True


def _has_open(pid: int, path: Path, *, unknown: bool = True) -> bool:
    """Whether the process has this file open; `unknown` is the answer where we may not look."""
    wanted = path.stat()
    try:
        links = list(Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return unknown
    for link in links:
        with contextlib.suppress(OSError):
            status = link.stat()
            if (status.st_dev, status.st_ino) == (wanted.st_dev, wanted.st_ino):
                return True
    return False
