"""What nobody means to ask, but somebody will: an answer or a refusal, and never a slow one."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from itertools import cycle, islice
from random import Random

from bench.asked import Params, search
from bench.client import Connection, Target, request_bytes
from bench.generate import compound
from bench.load import SEED
from bench.machine import Api
from bench.words import ACTIVITEITEN
from sociale_kaart.zoeken.question import STOP_WORDS
from sociale_kaart.zoeken.schemas import MAX_FILTER_VALUES, MAX_QUESTION
from sociale_kaart.zoeken.tags import FACETS

_FILTERS = 200
# So many times each, every time a little differently, as an answer is remembered.
ODD_ROUNDS, ODD_ASKED = 3, 25
_VARIANTS = (ODD_ROUNDS + 1) * ODD_ASKED


class OddTarget(Target):
    """Remembers how it was answered; only what is no answer and no refusal is a fault."""

    def __init__(self, url: str, requests: Sequence[bytes]) -> None:
        super().__init__(url, requests)
        self.statuses: set[int] = set()

    async def exchange(self, connection: Connection, request: bytes) -> None:
        status, body = await connection.exchange(request)
        if status not in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}:
            raise RuntimeError(f"antwoord {status}: {body[:300].decode()}")
        self.statuses.add(status)


def odd_targets(api: Api, codes: Mapping[str, Sequence[str]]) -> dict[str, OddTarget]:
    """By what is odd about it, each in some variants so that none is answered from memory."""
    asked = {name: [search(params) for params in some] for name, some in _params(codes).items()}
    asked["bytes that are no text"] = [
        request_bytes("GET", f"/api/v1/zoeken?q=koffie%FF%{way:02X}") for way in range(_VARIANTS)
    ]
    return {name: OddTarget(api.url, requests) for name, requests in asked.items()}


def _params(codes: Mapping[str, Sequence[str]]) -> dict[str, list[Params]]:
    random = Random(SEED)
    many = [f"{random.choice(ACTIVITEITEN)} {compound(random)}" for _ in range(1_000)]
    every = [(facet, code) for facet in FACETS for code in codes[facet][:MAX_FILTER_VALUES]]
    return {
        "2,000 words": _ways(" ".join(" ".join(many).split()[:2_000])),
        "as long as may be": _ways(" ".join(many)[: MAX_QUESTION - _VARIANTS]),
        "one word of 400 letters": _ways("huiswerkhulp" * 33),
        "stop words only": _ways(" ".join(STOP_WORDS[:40])),
        "emoji": _ways("☕🚲👵🏽 hulp 🏳️‍🌈"),
        "from right to left": _ways("أين أجد مساعدة في تعلم اللغة الهولندية"),
        "punctuation": _ways("?!… ()[]{}'\"`~@#$%^&*-_=+|\\/<>,.;:"),
        "filter syntax": _ways('wijk = "WK0193" OR id EXISTS) AND _geoRadius(1, 2, 3) NOT termen'),
        "200 filters": _ways("koffie", _filters(every)),
        "200 choices in one filter": _ways(
            "koffie", {"thema": list(islice(cycle(codes["thema"]), _FILTERS))}
        ),
    }


def _ways(question: str, filters: Params | None = None) -> list[Params]:
    return [{"q": " " * way + question, **(filters or {})} for way in range(_VARIANTS)]


def _filters(pairs: Sequence[tuple[str, str]]) -> Params:
    """As many of these as may be asked together."""
    groups: dict[str, list[str]] = {}
    left = _FILTERS
    for facet, code in cycle(pairs):
        if not left:
            break
        some = groups.setdefault(facet, [])
        if len(some) < MAX_FILTER_VALUES:
            some.append(code)
            left -= 1
    return groups
