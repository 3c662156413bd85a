"""A web server on a real port that answers as a test says, and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """`announced`: the length that it says to have, when that is not the real one."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    announced: int | None = None
    # Has it send nothing until the test is over.
    hangs: bool = False


@dataclass
class Place:
    """`asked` has the path and the headers of each question."""

    port: int
    answer: Callable[[str, dict[str, str]], Reply]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def answering(answer: Callable[[str, dict[str, str]], Reply] | Reply) -> Iterator[Place]:
    """A server at every address of this machine, for as long as the block lasts."""
    place = Place(0, answer if callable(answer) else lambda *_: answer)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            place.asked.append((self.path, headers))
            reply = place.answer(self.path, headers)
            if reply.hangs:
                place.released.wait(30)
            try:
                self.send_response(reply.status)
                length = len(reply.body) if reply.announced is None else reply.announced
                for name, value in {"Content-Length": str(length), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)
            except ConnectionError:
                # Who asked did not wait.
                return

        def log_message(self, *_: object) -> None:
            """The terminal is for the tests."""

    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    place.port = server.server_port
    try:
        yield place
    finally:
        place.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
