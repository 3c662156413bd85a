"""What a copy takes over of its original: laws that hold whatever is written, and in which order."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.aanbod.kopieren.rules import OWN, PARTS, carry, marks, rejoin, runs_along, shared
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.core.schema import to_camel

FIELDS = sorted(veld for deel in PARTS.values() for veld in deel)
# Few values, so that what was changed comes back to what it was now and then.
TEXTS = st.fixed_dictionaries(
    {}, optional={veld: st.sampled_from(["a", "b", "c"]) for veld in FIELDS}
)
EDITS = st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(["a", "b", "x"])), max_size=8)


def edited(text: dict[str, Any], edits: list[tuple[str, str]]) -> dict[str, Any]:
    return {**text, **dict(edits)}


def test_every_field_is_shared_or_its_own() -> None:
    assert {*FIELDS, *OWN} == {to_camel(name) for name in AanbodInvoer.model_fields}
    assert OWN.isdisjoint(FIELDS)


@given(TEXTS, TEXTS, EDITS)
def test_carrying_twice_is_carrying_once(
    before: dict[str, Any], after: dict[str, Any], own: list[tuple[str, str]]
) -> None:
    once = carry(marks(before), after, edited(before, own))
    assert carry(once[1], after, once[0]) == once


@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=4), EDITS)
def test_it_does_not_matter_how_many_steps_the_original_took(
    before: dict[str, Any], steps: list[dict[str, Any]], own: list[tuple[str, str]]
) -> None:
    start = edited(before, own)
    said, basis = start, marks(before)
    for step in steps:
        said, basis = carry(basis, step, said)
    assert (said, basis) == carry(marks(before), steps[-1], start)


@given(TEXTS, TEXTS, EDITS, st.data())
def test_changes_of_different_parts_may_come_in_any_order(
    before: dict[str, Any], after: dict[str, Any], own: list[tuple[str, str]], data: st.DataObject
) -> None:
    first = data.draw(st.sets(st.sampled_from(sorted(PARTS))))
    one = {veld for name in first for veld in PARTS[name]}

    def only(fields: set[str]) -> dict[str, Any]:
        """The original with the new text in these fields, and the old in the rest."""
        return {
            veld: value
            for veld in FIELDS
            if (value := (after if veld in fields else before).get(veld)) is not None
        }

    start = edited(before, own)
    ends = []
    for way in (one, set(FIELDS) - one):
        said, basis = carry(marks(before), only(way), start)
        ends.append(carry(basis, after, said))
    assert ends[0] == ends[1] == carry(marks(before), after, start)


@given(TEXTS, st.lists(TEXTS, max_size=4), EDITS)
def test_what_the_owner_changed_is_never_overwritten(
    before: dict[str, Any], steps: list[dict[str, Any]], own: list[tuple[str, str]]
) -> None:
    start = edited(before, own)
    broken = [deel for deel in PARTS.values() if not runs_along(deel, marks(before), start)]
    said, basis = start, marks(before)
    for step in steps:
        said, basis = carry(basis, step, said)
    for deel in broken:
        assert [said.get(veld) for veld in deel] == [start.get(veld) for veld in deel]
        assert not runs_along(deel, basis, said)


@given(TEXTS, TEXTS, st.dictionaries(st.sampled_from(sorted(OWN)), st.just("eigen")))
def test_place_and_moments_are_never_touched(
    before: dict[str, Any], after: dict[str, Any], own: dict[str, Any]
) -> None:
    said, _ = carry(marks(before), {**after, "locatie": {"naam": "Elders"}}, {**before, **own})
    assert {veld: said.get(veld) for veld in OWN} == {veld: own.get(veld) for veld in OWN}


@given(TEXTS, TEXTS, EDITS, st.sampled_from(sorted(PARTS)))
def test_who_runs_along_again_says_the_same_in_that_part_alone(
    before: dict[str, Any], after: dict[str, Any], own: list[tuple[str, str]], name: str
) -> None:
    start, deel = edited(before, own), PARTS[name]
    said, basis = rejoin(deel, marks(before), after, start)
    assert runs_along(deel, basis, said)
    assert [said.get(veld) for veld in deel] == [after.get(veld) for veld in deel]
    rest = [veld for veld in FIELDS if veld not in deel]
    assert [said.get(veld) for veld in rest] == [start.get(veld) for veld in rest]


def test_what_says_nothing_is_the_same_as_what_is_not_there() -> None:
    assert shared({"titel": "Soep", "doelen": [], "kosten": None, "leeftijdVan": 0}) == {
        "titel": "Soep",
        "leeftijdVan": 0,
    }
    assert runs_along(PARTS["doelen"], {}, {"doelen": []})
    assert not runs_along(PARTS["leeftijdVan"], {}, {"leeftijdVan": 0})
