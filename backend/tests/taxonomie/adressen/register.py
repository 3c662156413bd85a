"""A register of addresses on a real port, which answers in the shape of PDOK's Locatieserver.

The streets are in Zwolle; the points lie in them, to about the exactness of a map.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson

STREETS = {
    "Assendorperstraat, Zwolle": (52.50663471, 6.10102846),
    "Assendorperdijk, Zwolle": (52.50216093, 6.10889214),
    "Beethovenlaan, Zwolle": (52.52689417, 6.08371522),
    # Of another municipality, but for its name: outside our outlines.
    "Assendorpweg, Hattem": (52.46712304, 6.05610288),
}
POSTCODES = {"Beethovenlaan, 8031AB Zwolle": (52.52713958, 6.08412077)}


def document(kind: str, name: str, point: tuple[float, float]) -> dict[str, Any]:
    lat, lon = point
    return {"type": kind, "weergavenaam": name, "centroide_ll": f"POINT({lon} {lat})"}


def answer(documents: list[Any]) -> bytes:
    """What 'suggest' sends, with what comes around the documents."""
    names = [f"adr-{number}" for number in range(len(documents))]
    return orjson.dumps(
        {
            "response": {
                "numFound": len(documents),
                "start": 0,
                "maxScore": 14.2,
                "numFoundExact": True,
                "docs": documents,
            },
            "highlighting": {name: {"suggest": ["<b>Assen</b>dorp"]} for name in names},
            "spellcheck": {"suggestions": [], "collations": []},
        }
    )


@dataclass
class Register:
    """`asked` has the parameters of each question. `body` and `status` answer all of them alike."""

    url: str = ""
    status: int = 200
    body: bytes | None = None
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    hangs: bool = False
    # Lets what hangs go on, at the end of a test.
    released: threading.Event = field(default_factory=threading.Event)

    def answer(self, parameters: dict[str, list[str]]) -> bytes:
        if self.body is not None:
            return self.body
        kind = "postcode" if "type:postcode" in parameters["fq"] else "weg"
        known = POSTCODES if kind == "postcode" else STREETS
        words = parameters["q"][0].lower().split()
        names = [name for name in known if all(word in name.lower() for word in words)]
        return answer([document(kind, name, known[name]) for name in names])


@contextmanager
def running() -> Iterator[Register]:
    register = Register()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            parameters = parse_qs(parts.query)
            register.asked.append(parameters)
            if register.hangs:
                register.released.wait(30)
            body = register.answer(parameters)
            self.send_response(register.status if parts.path == "/v3_1/suggest" else 404)
            self.send_header("Content-Type", "application/json;charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except ConnectionError:
                # Who asked did not wait.
                return

        def log_message(self, *_: object) -> None:
            """The terminal is for the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    register.url = f"http://127.0.0.1:{server.server_port}/v3_1"
    try:
        yield register
    finally:
        register.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
