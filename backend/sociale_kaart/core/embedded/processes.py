"""Starting and stopping one child process; shared by the embedded servers and the supervisor."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_LAUNCHER = Path(__file__).with_name("child.py")
_KEEP_LOG_BYTES = 5_000_000
_TAIL_BYTES = 16_384


@dataclass(frozen=True)
class Program:
    """How to run a program in the foreground and how to ask it, ever less kindly, to stop."""

    name: str
    argv: tuple[str, ...]
    env: Mapping[str, str]
    cwd: Path | None = None
    log: Path | None = None
    identity: str = "same"
    death_signal: signal.Signals = signal.SIGKILL
    # Each signal is given this many seconds before the next; SIGKILL always comes last.
    stop_with: tuple[tuple[signal.Signals, float], ...] = ((signal.SIGTERM, 5.0),)


def spawn(program: Program, *, hold: Iterable[int] = ()) -> subprocess.Popen[bytes]:
    """Start `program`; the calling thread must live as long as it should run.

    Linux sends the parent-death signal when the *thread* that forked ends. `hold` are file
    descriptors that the program keeps open, such as the lock on the data folder. The program gets
    a session of its own, so that Ctrl-C in the terminal reaches only us and we keep the order.
    """
    command = [*_launch(program.death_signal, program.identity), *program.argv]
    # Without a log of its own the child writes to our output.
    with _open_log(program.log) if program.log else contextlib.nullcontext() as output:
        return subprocess.Popen(  # noqa: S603 - the arguments are built by us, without a shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            env=dict(program.env),
            cwd=program.cwd,
            pass_fds=tuple(hold),
            start_new_session=True,
        )


def can_reach(identity: str, paths: Iterable[Path]) -> bool:
    """Whether a child with this identity can open these folders and programs."""
    command = [*_launch(signal.SIGKILL, identity), "--probe", *(str(path) for path in paths)]
    result = subprocess.run(  # noqa: S603 - as above
        command, check=False, capture_output=True, env={}, timeout=30
    )
    return result.returncode == 0


def stop(process: subprocess.Popen[bytes], program: Program) -> None:
    """Ask `program` to stop and wait for it; returns only when the process is gone."""
    for wanted, patience in (*program.stop_with, (signal.SIGKILL, 10.0)):
        if process.poll() is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(wanted)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)


def tail(log: Path | None, lines: int = 12, *, since: int = 0) -> str:
    """The last lines that a log got after its first `since` bytes, "" when there are none."""
    try:
        if log is None:
            return ""
        with log.open("rb") as file:
            size = log.stat().st_size
            # A log that is smaller than it was has begun anew.
            file.seek(max(since if since <= size else 0, size - _TAIL_BYTES))
            text = file.read().decode(errors="replace")
    except OSError:
        return ""
    return "\n".join(text.rstrip().splitlines()[-lines:])


def log_size(log: Path | None) -> int:
    """How large the log will be when a program opens it next: it starts anew when too large."""
    size = log.stat().st_size if log and log.exists() else 0
    return 0 if size > _KEEP_LOG_BYTES else size


def _open_log(log: Path) -> IO[bytes]:
    """Open a log to append to; what grew too large becomes the one previous log."""
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > _KEEP_LOG_BYTES:
        log.replace(log.with_suffix(log.suffix + ".1"))
    return log.open("ab")


def _launch(death_signal: signal.Signals, identity: str) -> list[str]:
    # -I and -S: nothing from the user's environment or site-packages can get between.
    interpreter = [sys.executable, "-I", "-S", str(_LAUNCHER)]
    return [*interpreter, str(os.getpid()), str(int(death_signal)), identity]
