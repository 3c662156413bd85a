"""A program that is started again when it dies, after a delay that grows while it keeps dying."""

import time
from collections.abc import Callable, Iterable

from sociale_kaart.core.embedded.processes import Program, log_size, spawn, stop, tail

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
CALM_AFTER = 60.0


class Kept:
    """One such program. Every method must be called from the same, long-lived thread."""

    def __init__(self, program: Program, *, hold: Iterable[int] = ()) -> None:
        self.program = program
        self._hold = tuple(hold)
        self._deaths: list[float] = []
        self._streak = 0
        self._restart_at: float | None = None
        self._log_began = log_size(program.log)
        self.process = spawn(program, hold=self._hold)
        self._started = time.monotonic()

    def last_words(self) -> str:
        """What it wrote last in its log, not counting what an earlier run wrote."""
        return tail(self.program.log, since=self._log_began)

    @property
    def recent_deaths(self) -> int:
        """How often it died in the last minute."""
        now = time.monotonic()
        return sum(1 for death in self._deaths if now - death < CALM_AFTER)

    def check(self, say: Callable[[str], None]) -> None:
        """Note a death, and start the program again once the delay is over."""
        now = time.monotonic()
        if self._restart_at is None:
            if self.process.poll() is None:
                return
            delay = self._note_death(now)
            say(f"{self.program.name} is gestopt; opnieuw starten over {_seconds(delay)}.")
        elif now >= self._restart_at:
            self._restart(say)

    def stop(self) -> None:
        stop(self.process, self.program)

    def _note_death(self, now: float) -> float:
        self._streak = 1 if now - self._started > CALM_AFTER else self._streak + 1
        self._deaths = [death for death in self._deaths if now - death < CALM_AFTER] + [now]
        delay = min(LONGEST_DELAY, FIRST_DELAY * (1 << min(self._streak - 1, 10)))
        self._restart_at = now + delay
        return delay

    def _restart(self, say: Callable[[str], None]) -> None:
        try:
            self.process = spawn(self.program, hold=self._hold)
        except OSError:
            # No room for a log line or a process: try again later, as after a death.
            self._note_death(time.monotonic())
            return
        self._started = time.monotonic()
        self._restart_at = None
        say(f"{self.program.name} is opnieuw gestart.")


def _seconds(delay: float) -> str:
    number = f"{delay:g}".replace(".", ",")
    return f"{number} seconde" if delay <= 1 else f"{number} seconden"
