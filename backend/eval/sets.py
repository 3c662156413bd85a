"""The sets of judged questions, each with the listings that it was judged over."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from sociale_kaart.cli.demo import demo_rows
from sociale_kaart.opendata.sources import SourceRow, read_rows

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class JudgedSet:
    """Questions with judgements over the listings of one source.

    Args:
        bron: the source that the listings are imported as; also names the database and the index.
        path: the questions, one JSON object a line, as the README describes them.
        read: gives the rows of the listings.
    """

    bron: str
    path: Path
    read: Callable[[], list[SourceRow]]

    @cached_property
    def questions(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines()]

    def part(self, deel: str) -> list[dict[str, Any]]:
        """The questions of one part, 'afstellen' or 'verslag', or of 'alles'."""
        return [q for q in self.questions if deel in {"alles", q.get("deel") or _deel(q["id"])}]

    @cached_property
    def rows(self) -> list[SourceRow]:
        return self.read()

    @cached_property
    def categories(self) -> dict[str, str]:
        """The kind of organisation of each listing on the map, by external id."""
        kinds = {
            row.data["organisatie"]["externId"]: row.data["organisatie"]["categorie"]
            for row in self.rows
            if "categorie" in row.data["organisatie"]
        }
        return {
            row.data["externId"]: kinds[row.data["organisatie"]["externId"]]
            for row in self.rows
            if row.data.get("status", "gepubliceerd") == "gepubliceerd"
        }


def _deel(key: str) -> str:
    """The part of a question that does not name its own: chance, but always the same."""
    return "afstellen" if sha256(key.encode()).digest()[0] & 1 else "verslag"


def _elders_rows() -> list[SourceRow]:
    return list(read_rows(_HERE / "elders" / "aanbod.jsonl"))


DEMO = JudgedSet("demo", _HERE / "vragen.jsonl", demo_rows)
ELDERS = JudgedSet("elders", _HERE / "elders" / "vragen.jsonl", _elders_rows)
