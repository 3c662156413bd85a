"""Which listings are hard to read, on the terminal: the worst first, sentence by sentence."""

from collections.abc import Iterator

import typer

from sociale_kaart.aanbod.queries import list_texts
from sociale_kaart.aanbod.readability import (
    HardSentence,
    hard_sentences,
    hard_words,
    hardest_first,
)
from sociale_kaart.cli.servers import Tools, run
from sociale_kaart.core.schema import to_camel


def check_texts(limit: int) -> None:
    """Prints at most so many listings on the map, and how many there are with a hard text."""

    async def work(tools: Tools) -> list[tuple[str, dict[str, str | None]]]:
        async with tools.database.transaction() as session:
            return await list_texts(session)

    listings = run(work, with_engine=False)
    words = hard_words()
    found = [(slug, hard_sentences(texts, words)) for slug, texts in listings]
    hard = sorted(
        ((slug, sentences) for slug, sentences in found if sentences),
        key=lambda each: hardest_first(each[1]),
    )
    for slug, sentences in hard[:limit]:
        for line in _lines(slug, sentences):
            typer.echo(line)
    typer.echo(f"{len(hard)} van {len(listings)} keer aanbod heeft een zin die moeilijk kan zijn.")


def _lines(slug: str, sentences: list[HardSentence]) -> Iterator[str]:
    yield slug
    for each in sentences:
        yield f"  {to_camel(each.veld)}: {each.zin}"
        for reason in each.redenen:
            yield f"    {reason}"
    yield ""
