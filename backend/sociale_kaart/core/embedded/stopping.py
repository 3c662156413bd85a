"""How a program in the foreground is asked to stop: a signal, a parent that is gone, no terminal."""

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

_PR_SET_PDEATHSIG = 1
_STDIN = 0


class StopAskedError(BaseException):
    """Someone pressed Ctrl-C or ended the process; not an error, so nothing may catch it midway."""


@contextlib.contextmanager
def stop_on_signals() -> Iterator[None]:
    """Raise StopAskedError at the first signal; later ones do not disturb the stopping."""
    wanted = [signal.SIGINT, signal.SIGTERM]
    # Under nohup a closed terminal is no reason to stop.
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        wanted.append(signal.SIGHUP)
    asked = False

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if not asked:
            asked = True
            raise StopAskedError

    before = {number: signal.signal(number, on_signal) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def follow_parent() -> None:
    """Stop when make stops, also when it is killed and cannot pass that on (STOP_WITH_PARENT=pid)."""
    parent = os.environ.pop("STOP_WITH_PARENT", "")
    if not parent.isdigit() or sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0)
    if os.getppid() != int(parent):
        raise StopAskedError


def terminal_watch() -> Callable[[], None]:
    """A check to call now and then: raises StopAskedError once our terminal was closed.

    The kernel tells that only to the first program of a terminal. When that is make, as with
    `ssh -t host make start`, it keeps the news to itself and waits for us.
    """
    try:
        ours = os.tcgetpgrp(_STDIN) == os.getpgrp()
    except OSError:
        ours = False
    follows = ours and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN

    def check() -> None:
        if follows and not os.isatty(_STDIN):
            raise StopAskedError

    return check
