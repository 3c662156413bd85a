"""Nested rows as flat cells, and back."""

import csv
import io

import pytest
from hypothesis import given, settings

from sociale_kaart.aanbod.schemas import Contact, LocatieInvoer, MomentInvoer, SluitingInvoer
from sociale_kaart.aanbod.terms import MANY
from sociale_kaart.beelden.schemas import BeeldInvoer
from sociale_kaart.core.schema import to_camel
from sociale_kaart.opendata.columns import LISTS, OBJECT_LISTS, OBJECTS, flatten, join, nest, split
from sociale_kaart.opendata.interchange import KEYS, OrganisatieRij, column_names, key_of
from tests.opendata.strategies import rows, texts

COLUMNS = column_names()


@settings(max_examples=120, deadline=None)
@given(rows)
def test_a_row_survives_being_flattened(row):
    assert nest(dict(zip(COLUMNS, flatten(row, COLUMNS), strict=True))) == row


@settings(max_examples=80, deadline=None)
@given(rows)
def test_a_row_survives_a_csv_file(row):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(flatten(row, COLUMNS))
    file.seek(0)
    (cells,) = csv.reader(file, delimiter=";", strict=True)
    assert nest(dict(zip(COLUMNS, cells, strict=True))) == row


@settings(max_examples=80, deadline=None)
@given(texts)
def test_no_cell_begins_as_a_formula_does(text):
    (cell,) = flatten({"titel": text}, ["titel"])
    assert cell[0] not in "=+-@\t\r"
    assert nest({"titel": cell}) == {"titel": text}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5 euro", "'-5 euro"),
        ("+31 38", "'+31 38"),
        ("'=1", "''=1"),
        ("'s Avonds open", "'s Avonds open"),
        ("gewoon", "gewoon"),
    ],
)
def test_what_looks_like_a_formula_gets_an_apostrophe_that_goes_off_again(text, cell):
    assert flatten({"titel": text}, ["titel"]) == [cell]
    assert nest({"titel": cell}) == {"titel": text}


def test_moments_stand_beside_each_other_in_the_same_order():
    momenten = [
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "van": "19:00", "behalve": ["2026-12-22", "2026-12-29"]},
        {"begin": "2026-12-25", "toelichting": "kerst | met eten"},
    ]
    cells = dict(zip(COLUMNS, flatten({"momenten": momenten}, COLUMNS), strict=True))
    assert cells["momenten.rrule"] == "FREQ=WEEKLY;BYDAY=TU|"
    assert cells["momenten.behalve"] == "2026-12-22 2026-12-29|"
    assert cells["momenten.toelichting"] == r"|kerst \| met eten"
    assert cells["momenten.tot"] == ""
    assert nest(cells) == {"momenten": momenten}


def test_parts_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="momenten hebben niet evenveel delen: van"):
        nest({"momenten.rrule": "FREQ=DAILY|FREQ=DAILY", "momenten.van": "19:00"})


@pytest.mark.parametrize(
    "cells",
    [
        {"momenten": "dinsdag"},
        {"contact": "Ria", "contact.email": "ria@example.org"},
        {"contact.email": "ria@example.org", "contact": "Ria"},
    ],
)
def test_columns_that_cannot_be_told_apart_are_refused(cells):
    with pytest.raises(ValueError, match=r"kolom.*\.$"):
        nest(cells)


def test_an_empty_column_of_that_name_does_no_harm():
    cells = {"contact": "", "contact.email": "ria@example.org", "momenten": " "}
    assert nest(cells) == {"contact": {"email": "ria@example.org"}}


@pytest.mark.parametrize("text", ["\\", "a|\\", "a\\", "|", "\\|", "\\\\|b"])
def test_any_text_can_be_split(text):
    assert all(isinstance(part, str) for part in split(text))
    assert split(join(split(text))) == split(text)


def test_the_columns_are_those_of_the_schemas():
    assert {name.partition(".")[0] for name in COLUMNS} == set(KEYS)
    assert len(COLUMNS) == len(set(COLUMNS))
    assert {to_camel(field) for field in MANY} == LISTS
    schemas = {
        "organisatie": OrganisatieRij,
        "contact": Contact,
        "beeld": BeeldInvoer,
        "locatie": LocatieInvoer,
        "momenten": MomentInvoer,
        "sluitingen": SluitingInvoer,
    }
    for key, inner in {**OBJECTS, **OBJECT_LISTS}.items():
        schema = schemas[key]
        assert set(inner) == {key_of(field, schema) for field in schema.model_fields}
