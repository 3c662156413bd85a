"""What a copy takes over of its original, and what is its own; pure functions.

Each part of a copy compares what was last brought here (`basis`), what the original says now, and
what the copy says. As long as the copy says what was brought, it runs along. Of what was brought
only marks are kept: they tell whether two texts are the same, and nothing of who stands in them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.core.schema import to_camel

Inhoud = dict[str, Any]
# A mark for each field that says something.
Merken = dict[str, str]
Deel = tuple[str, ...]

# Of its place, and so of the copy from the start.
OWN = frozenset(
    {
        "locatie", "werkgebied", "momenten", "sluitingen", "opAfspraak", "capaciteit",
        "capaciteitOp", "wachttijd",
    }
)  # fmt: skip
# What says one thing together runs along together, so that no half of it is left behind.
_TOGETHER: tuple[Deel, ...] = (
    ("leeftijdVan", "leeftijdTot"),
    ("aanmelden", "wieVerwijst"),
    ("kosten", "kostenToelichting"),
    ("vrijwilligersGezocht", "vrijwilligersTekst", "inzet"),
)


def _all_parts() -> Iterator[Deel]:
    grouped = {veld: deel for deel in _TOGETHER for veld in deel}
    for veld in map(to_camel, AanbodInvoer.model_fields):
        deel = grouped.get(veld, (veld,))
        if veld not in OWN and veld == deel[0]:
            yield deel


# By the field that stands for it.
PARTS: Mapping[str, Deel] = {deel[0]: deel for deel in _all_parts()}


def shared(inhoud: Mapping[str, Any]) -> Inhoud:
    """What of a listing its copies say too; a field that says nothing is left out."""
    values = {veld: inhoud.get(veld) for deel in PARTS.values() for veld in deel}
    return {veld: value for veld, value in values.items() if not _is_empty(value)}


def marks(inhoud: Mapping[str, Any]) -> Merken:
    """The basis of a copy that says all of this."""
    return {veld: mark for veld, value in shared(inhoud).items() if (mark := _mark(value))}


def runs_along(deel: Deel, basis: Mapping[str, str], kopie: Mapping[str, Any]) -> bool:
    """Whether the copy says what was last brought here, so that the next change may follow."""
    return all(basis.get(veld) == _mark(kopie.get(veld)) for veld in deel)


def said_by_original(
    changes: Mapping[str, Sequence[Any]], origineel: Mapping[str, Any]
) -> frozenset[str]:
    """Which of these fields (each with what it said and will say) the original says the same of."""
    theirs = shared(origineel)
    return frozenset(
        veld
        for deel in PARTS.values()
        for veld in deel
        if veld in changes and _mark(changes[veld][1]) == _mark(theirs.get(veld))
    )


def carry(
    basis: Mapping[str, str], origineel: Mapping[str, Any], kopie: Mapping[str, Any]
) -> tuple[Inhoud, Merken]:
    """What the copy says when what runs along follows the original, and the new basis."""
    said, brought = dict(kopie), dict(basis)
    for deel in PARTS.values():
        if runs_along(deel, basis, kopie):
            _bring(deel, origineel, said, brought)
    return said, brought


def rejoin(
    deel: Deel, basis: Mapping[str, str], origineel: Mapping[str, Any], kopie: Mapping[str, Any]
) -> tuple[Inhoud, Merken]:
    """The same for one part that the copy said in its own way, and now follows again."""
    said, brought = dict(kopie), dict(basis)
    _bring(deel, origineel, said, brought)
    return said, brought


def _bring(deel: Deel, origineel: Mapping[str, Any], said: Inhoud, brought: Merken) -> None:
    for veld in deel:
        value = origineel.get(veld)
        mark = _mark(value)
        if mark == _mark(said.get(veld)):
            pass
        elif mark is None:
            said.pop(veld, None)
        else:
            said[veld] = value
        if mark is None:
            brought.pop(veld, None)
        else:
            brought[veld] = mark


def _mark(value: Any) -> str | None:
    if _is_empty(value):
        return None
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
