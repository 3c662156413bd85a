"""What somebody sees who runs a command that takes a while."""

import contextlib
import time
from collections.abc import Iterator

from rich.console import Console


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Go on: whoever read our output left, the visitors of the website did not."""


class Terminal:
    """What the user sees: calm lines, with a moving sign only where a person is watching."""

    def __init__(self) -> None:
        self._console = _Console(highlight=False, soft_wrap=True)

    def say(self, text: str, style: str | None = None) -> None:
        with contextlib.suppress(OSError):
            self._console.print(text, style=style, markup=False)

    def fail(self, text: str) -> None:
        self.say(text, style="bold red")

    @contextlib.contextmanager
    def step(self, text: str) -> Iterator[None]:
        began = time.monotonic()
        if self._console.is_terminal:
            with self._console.status(f"{text} …"):
                yield
        else:
            self.say(f"  {text} …")
            yield
        seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
        self.say(f"✓ {text} ({seconds} s)", style="green")
