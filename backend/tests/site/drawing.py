"""The site as in production: the application, and the server that draws its pages."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx

from sociale_kaart.core.embedded.ports import free_port
from sociale_kaart.core.embedded.processes import Program, spawn, stop
from sociale_kaart.core.embedded.renderer import renderer_program
from tests.serving import Row, Server, serving

PUBLIC_URL = "https://kaart.example.org"


class Drawing:
    """The server that draws pages, which comes and goes."""

    def __init__(self, program: Program, url: str) -> None:
        self.program = program
        self.url = url
        self.start()

    def start(self) -> None:
        self.process = spawn(self.program)
        for _ in range(200):
            assert self.process.poll() is None, "de server die tekent begint niet"
            try:
                httpx.get(f"{self.url}/gezond", timeout=5)
            except httpx.TransportError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("de server die tekent antwoordt niet")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        """Takes connections and says nothing any more."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)


@contextmanager
def drawn_site(
    folder: Path, rows: Sequence[Row], *, timeout_seconds: float = 30
) -> Iterator[tuple[Server, Drawing]]:
    """Both servers, with the search engine, on a database of their own.

    A slow machine is no fault: unless a test is about waiting, it has time.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    given = {
        "RENDER_URL": url,
        "RENDER_TIMEOUT_SECONDS": str(timeout_seconds),
        "PUBLIC_URL": PUBLIC_URL,
        "MEILI_URL": os.environ["TEST_MEILI_URL"],
        "MEILI_KEY": os.environ["TEST_MEILI_KEY"],
    }
    prefix = f"t{uuid4().hex[:12]}-"
    given["MEILI_INDEX_PREFIX"] = prefix
    with serving(folder / "log", prefix, given, rows) as server:
        program = renderer_program(
            port=port,
            api_url=server.url,
            public_url=PUBLIC_URL,
            timeout_seconds=timeout_seconds,
            log=folder / "render.log",
        )
        assert program is not None, "bouw de website: make build"
        drawing = Drawing(program, url)
        try:
            yield server, drawing
        finally:
            drawing.thaw()
            stop(drawing.process, program)
