"""What people write where a code belongs: 'Ouderen' is `ouderen`, 'op dinsdag' a weekly rule.

Pure: texts and the vocabulary in, codes out.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from sociale_kaart.aanbod.terms import MANY, ONE
from sociale_kaart.core.schema import to_camel
from sociale_kaart.opendata.invoeren.mapping import plain
from sociale_kaart.taxonomie.vocabulary import Vocabulary

_STATUS = {
    "concept": "Concept",
    "ter-beoordeling": "Ter beoordeling",
    "gepubliceerd": "Op de kaart",
    "gestopt": "Gestopt",
}
# The list that each field takes its codes from.
_LISTS: Mapping[str, str] = {
    **{to_camel(field): lijst for field, lijst in {**MANY, **ONE}.items()},
    "capaciteit": "capaciteit",
    "niveau": "niveau",
}
SEVERAL = frozenset({*map(to_camel, MANY), "werkgebied"})
FIELDS = frozenset({*_LISTS, "werkgebied", "locatie.wijk", "status"})
_BETWEEN = re.compile(r"[|;,\n]")
_ALIKE = 80

_WEEKDAYS = {"maandag": "MO", "dinsdag": "TU", "woensdag": "WE", "donderdag": "TH",
             "vrijdag": "FR", "zaterdag": "SA", "zondag": "SU"}  # fmt: skip
_SHORT = {name[:2]: code for name, code in _WEEKDAYS.items()}
# Words that leave the meaning of a weekday as it is.
_EVERY = {"elke", "iedere", "op", "wekelijks", "en", "s"}


@dataclass(frozen=True)
class Choices:
    """The codes of one field with their labels, and what people may write for each."""

    labels: Mapping[str, str]
    by_text: Mapping[str, str]

    def guess(self, text: str) -> str | None:
        """The code whose words are most like this text, if any are."""
        found = process.extractOne(
            plain(text), self.by_text.keys(), scorer=fuzz.WRatio, score_cutoff=_ALIKE
        )
        return self.by_text[found[0]] if found else None


def choices_of(veld: str, vocabulary: Vocabulary) -> Choices:
    """What can be chosen for a field of `FIELDS`."""
    if veld == "status":
        labels: Mapping[str, str] = _STATUS
    elif veld == "werkgebied":
        labels = {"stadsbreed": "De hele stad", **vocabulary.wijk_names}
    elif veld == "locatie.wijk":
        labels = vocabulary.wijk_names
    else:
        labels = vocabulary.labels.get(_LISTS[veld], {})
    texts = {plain(code): code for code in labels}
    # 'Kinderen (0 tot 12 jaar)' is written as 'kinderen' too.
    texts |= {plain(label.partition("(")[0]): code for code, label in labels.items()}
    texts |= {plain(label): code for code, label in labels.items()}
    if veld in {"werkgebied", "locatie.wijk"}:
        texts |= {plain(name): code for name, code in vocabulary.wijken.items()}
    return Choices(labels, texts)


def parts_of(veld: str, cell: str, known: Iterable[str]) -> list[str]:
    """The texts in a cell that each stand for one code; a label may hold a comma itself."""
    whole = cell.strip()
    if veld not in SEVERAL or plain(whole) in known:
        return [whole] if whole else []
    return [part.strip() for part in _BETWEEN.split(whole) if part.strip()]


@lru_cache(maxsize=2048)
def weekly_rule(text: str) -> str | None:
    """'elke dinsdag' and 'ma, wo' as a rule (RFC 5545); None for what says more than weekdays."""
    if "-" in text:  # from one day to another, or every day but one
        return None
    words = [word for word in plain(text).split() if word not in _EVERY]
    codes = [_WEEKDAYS.get(word.removesuffix("s"), _SHORT.get(word)) for word in words]
    if not codes or None in codes:
        return None
    order = list(_WEEKDAYS.values())
    days = sorted({code for code in codes if code}, key=order.index)
    return f"FREQ=WEEKLY;BYDAY={','.join(days)}"
