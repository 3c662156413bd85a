"""What setup.py's steps have in common: running a command, telling about it, remembering it."""

import contextlib
import fcntl
import hashlib
import os
import re
import subprocess
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache"
STAMPS = ROOT / ".stamps"


class SetupError(Exception):
    """A fault with a Dutch sentence that says what to do."""


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two starts in one clone must not install over each other."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("In deze map wordt al iets klaargezet; even wachten.", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    began = time.monotonic()
    print(f"  {what} …", flush=True)
    yield
    print(f"✓ {what} ({time.monotonic() - began:.0f} s)", flush=True)


def run(
    command: list[str], what: str, *, folder: Path = ROOT, env: dict[str, str] | None = None
) -> None:
    """Run a command with its output in a log; a failure shows the end of that log."""
    log = CACHE / "logs" / f"{re.sub('[^a-z]+', '-', what.lower())}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output:
        done = subprocess.run(  # noqa: S603 - fixed commands, without a shell
            command,
            check=False,
            cwd=folder,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    if done.returncode == 0:
        return
    said = log.read_text(errors="replace")
    if re.search("no space left|ENOSPC|disk quota", said, re.IGNORECASE):
        raise SetupError(disk_full())
    lines = "\n".join(f"  {line}" for line in said.rstrip().splitlines()[-12:])
    raise SetupError(
        f"{what} is niet gelukt. Dit staat er als laatste in {log}:\n{lines}\n"
        "Is er internet? Verbeter wat hierboven staat en probeer het opnieuw."
    )


def disk_full() -> str:
    return f"De schijf met {ROOT} is vol. Maak ruimte vrij en probeer het opnieuw."


def cache_env(variable: str, name: str, usual: str) -> dict[str, str]:
    """Keep a tool's cache inside this clone where there is no usable home folder."""
    home = Path(os.environ.get("HOME") or "/nonexistent")
    place = home / usual if (home / usual).exists() else home
    if os.environ.get(variable) or os.access(place, os.W_OK):
        return {}
    return {variable: str(CACHE / name)}


def fingerprint(files: Iterable[Path], more: Iterable[str] = ()) -> str:
    """One word for the content of these files and texts."""
    total = hashlib.sha256()
    for text in more:
        total.update(text.encode() + b"\0")
    for file in files:
        content = hashlib.sha256(file.read_bytes()).digest()
        total.update(os.fsencode(file.relative_to(ROOT)) + b"\0" + content)
    return total.hexdigest()


def is_stamped(name: str, made_from: str) -> bool:
    try:
        return (STAMPS / name).read_text() == made_from
    except OSError:
        return False


def stamp(name: str, made_from: str) -> None:
    STAMPS.mkdir(exist_ok=True)
    unfinished = STAMPS / f"{name}.new"
    unfinished.write_text(made_from)
    unfinished.replace(STAMPS / name)


def unstamp(*names: str) -> None:
    for name in names:
        (STAMPS / name).unlink(missing_ok=True)
