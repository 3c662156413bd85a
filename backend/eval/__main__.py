"""`make eval`: how well searching answers the judged questions, on real servers.

python -m eval [--deel verslag|afstellen|alles] [--fouten] [--anderen]
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from eval.asking import Answers, ask_all, findable
from eval.others import ask_others
from eval.reports import (
    report,
    report_categories,
    report_faults,
    report_findability,
    report_searchers,
)
from eval.sets import DEMO, ELDERS, JudgedSet
from sociale_kaart.core.embedded import Servers, open_servers

_SETS = (DEMO, ELDERS)
_OURS = "onze zoeker"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make eval")
    parser.add_argument("--deel", choices=("verslag", "afstellen", "alles"), default="verslag")
    parser.add_argument("--fouten", action="store_true", help="toon de slechtste van 'afstellen'")
    parser.add_argument("--anderen", action="store_true", help="vraag het ook andere zoekers")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="sk-eval-") as folder,
        open_servers(Path(folder), say=lambda _text: None) as servers,
    ):
        given = {
            judged.bron: asyncio.run(_ask(judged, servers, others=options.anderen))
            for judged in _SETS
        }
    for judged in _SETS:
        searchers = given[judged.bron]
        asked = judged.part(options.deel)
        report(asked, searchers[_OURS], f"{judged.bron.capitalize()}, deel: {options.deel}")
        report_findability(judged, searchers[_OURS])
        report_categories(judged, searchers[_OURS])
        if options.anderen:
            report_searchers(asked, searchers)
    if options.fouten:
        report_faults(DEMO.part("afstellen"), given[DEMO.bron][_OURS])


async def _ask(judged: JudgedSet, servers: Servers, *, others: bool) -> dict[str, Answers]:
    """The answers to the questions of a set, by who gave them."""
    async with findable(judged, servers) as made:
        answers = {_OURS: await ask_all(made)}
        if others:
            answers[f"{_OURS}, alleen woorden"] = await ask_all(made, meaning=False)
            answers |= await ask_others(made)
        return answers


if __name__ == "__main__":
    main()
