"""Everything that is wrong with a row, at once, and what is worth a remark."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from sociale_kaart.aanbod.places import Placed
from sociale_kaart.aanbod.rrule import parse_rule
from sociale_kaart.aanbod.service import faults_of
from sociale_kaart.core.problems import Fout, faults_from_pydantic
from sociale_kaart.opendata.interchange import AanbodRij
from sociale_kaart.taxonomie.reference import Reference

# What a row cannot do without, in a form that is right, for looking at the rest of it.
_STAND_IN = {
    "externId": "-",
    "titel": "--",
    "organisatie": {"externId": "-", "naam": "--", "categorie": "voorziening"},
}


def check(data: dict[str, Any], reference: Reference) -> tuple[AanbodRij | None, list[Fout]]:
    """The row, unless its form is wrong, and every fault that there is in it.

    A fault in one field does not hide those in others: the rest is looked at without it.
    """
    try:
        rij = AanbodRij.model_validate(data)
    except ValidationError as error:
        faults = faults_from_pydantic(error.errors())
        broken = {fault["loc"][0] for fault in error.errors() if fault["loc"]}
        rest = _STAND_IN | {key: value for key, value in data.items() if key not in broken}
        return None, faults + (check(rest, reference)[1] if broken else [])
    return rij, faults_of(rij, reference)


def notes_on(rij: AanbodRij, placed: Placed | None) -> Iterator[str]:
    """Remarks on a row that goes in all the same, and on its place."""
    if placed is not None:
        yield from (f"locatie: {note}" for note in placed.opmerkingen)
    for at, moment in enumerate(rij.momenten, start=1):
        if moment.rrule is None or moment.begin is not None:
            continue
        rule = parse_rule(moment.rrule)
        if rule.takes_its_day_from_begin:
            yield f"momenten (nr. {at}): we weten niet op welke dag; vul BYDAY of begin in."
        elif rule.interval > 1 or rule.count is not None:
            yield f"momenten (nr. {at}): we weten niet vanaf wanneer we tellen; vul begin in."
