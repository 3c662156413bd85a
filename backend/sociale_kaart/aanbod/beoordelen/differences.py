"""What differs between two states of a listing, field by field, as people read it; pure functions.

The one place for it: the queue of the redactie and the history both show what comes from here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import ConfigDict

from sociale_kaart.aanbod.beoordelen.wording import phrases_of, point_of, words_in
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.core.schema import Schema, to_camel
from sociale_kaart.taxonomie.vocabulary import Vocabulary

# From-to by field, as the history keeps it: {"titel": ["Koffie", "Thee"], …}
Changes = Mapping[str, Sequence[Any]]

# Fields that are read as running text, so that single words are marked.
TEXTS = frozenset(
    {
        "titel", "samenvatting", "beschrijving", "watLevertHetOp", "nietVoor",
        "doelgroepToelichting", "wieVerwijst", "kostenToelichting", "eersteKeer", "meebrengen",
        "wachttijd", "vrijwilligersTekst",
        # Of an organisation.
        "naam", "omschrijving",
    }
)  # fmt: skip
_ORDER = {to_camel(name): at for at, name in enumerate(AanbodInvoer.model_fields)}
# Comparing takes as long as there are pairs of equal words; more of them come of no text that
# somebody wrote, and then the whole text is shown as new.
_MOST_PAIRS = 200_000


class Verschilstuk(Schema):
    """A piece of a difference: words of a text, or one thing of a list."""

    # The spaces between words are theirs to keep.
    model_config = ConfigDict(str_strip_whitespace=False)

    soort: Literal["gelijk", "weg", "erbij"]
    tekst: str


class Veldverschil(Schema):
    """What changed in one field. The pieces of a text follow each other, those of a list do not."""

    veld: str
    vorm: Literal["tekst", "lijst"]
    stukken: list[Verschilstuk]


def differences(changes: Changes, vocabulary: Vocabulary) -> list[Veldverschil]:
    """Each field that reads differently, in the order in which it is filled in."""
    fields = sorted(_parts(changes), key=lambda part: _ORDER.get(part[0].split(".")[0], 99))
    found = (_difference(veld, before, after, vocabulary) for veld, before, after in fields)
    return [each for each in found if any(stuk.soort != "gelijk" for stuk in each.stukken)]


def _parts(changes: Changes) -> Iterator[tuple[str, Any, Any]]:
    for veld, (before, after) in changes.items():
        if veld != "contact":
            yield veld, before, after
            continue
        for name in ("naam", "telefoon", "email", "website"):
            yield f"contact.{name}", (before or {}).get(name), (after or {}).get(name)


def _difference(veld: str, before: Any, after: Any, vocabulary: Vocabulary) -> Veldverschil:
    if veld in TEXTS:
        return Veldverschil(veld=veld, vorm="tekst", stukken=_marked(before or "", after or ""))
    was, now = phrases_of(veld, before, vocabulary), phrases_of(veld, after, vocabulary)
    if was == now and veld == "locatie" and before and after:
        was, now = [f"{was[0]}, {point_of(before)}"], [f"{now[0]}, {point_of(after)}"]
    return Veldverschil(veld=veld, vorm="lijst", stukken=list(_compared(was, now)))


def _marked(before: str, after: str) -> list[Verschilstuk]:
    was, now = words_in(before), words_in(after)
    times = Counter(now)
    if sum(times[word] for word in was) > _MOST_PAIRS:
        was, now = [before] if before else [], [after] if after else []
    pieces: list[Verschilstuk] = []
    for piece in _compared(was, now):
        if pieces and pieces[-1].soort == piece.soort:
            pieces[-1].tekst += piece.tekst
        else:
            pieces.append(piece)
    return pieces


def _compared(was: Sequence[str], now: Sequence[str]) -> Iterator[Verschilstuk]:
    # A word that another one now follows is the same word.
    a_keys, b_keys = ([text.strip(" ") for text in texts] for texts in (was, now))
    matcher = SequenceMatcher(None, a_keys, b_keys, autojunk=False)
    for tag, a, to_a, b, to_b in matcher.get_opcodes():
        if tag == "equal":
            yield from (Verschilstuk(soort="gelijk", tekst=text) for text in now[b:to_b])
            continue
        yield from (Verschilstuk(soort="weg", tekst=text) for text in was[a:to_a])
        yield from (Verschilstuk(soort="erbij", tekst=text) for text in now[b:to_b])
