"""What is wrong with a question, said in Dutch for whoever has to mend it."""

import re
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from sociale_kaart.aanbod.schemas import NieuwAanbod
from sociale_kaart.accounts.schemas import Inloggen
from sociale_kaart.core.problems import (
    Fout,
    InvalidInputError,
    faults_from_pydantic,
)
from sociale_kaart.core.schema import Schema
from sociale_kaart.organisaties.schemas import OrganisatieInvoer

ENGLISH = re.compile(
    r"\b(input|should|value|valid|error|must|field|character|unable|the|or|is not)\b", re.IGNORECASE
)
WRONG = (
    None, True, False, 0, -1, 3, 2.5, 1e300, float("nan"), float("inf"), 10**400, "", " ", "x",
    "a\x00b", "\ud800", "x" * 20_000, "2026-02-30", "2026-01-01T10:00:00", "25:00", [], [None],
    ["x"], [[]], ["x"] * 500, {}, {"onbekend": 1}, [{"onbekend": 1}], {"lat": "x", "lon": [], "wijk": 3},
)  # fmt: skip


def faults_of(schema: type[Schema], data: Any) -> list[Fout]:
    try:
        schema.model_validate(data)
    except ValidationError as error:
        return faults_from_pydantic(error.errors())
    return []


@pytest.mark.parametrize("schema", [NieuwAanbod, OrganisatieInvoer, Inloggen])
def test_whatever_is_filled_in_wrongly_the_answer_is_in_dutch(schema: type[Schema]) -> None:
    seen = set()
    for name, field in schema.model_fields.items():
        for value in WRONG:
            for fault in faults_of(schema, {field.alias or name: value}):
                assert not ENGLISH.search(fault.melding), (name, value, fault)
                assert fault.melding[0].isupper(), fault
                assert fault.melding.rstrip().endswith("."), fault
                seen.add(fault.melding)
    assert len(seen) > 5


@pytest.mark.parametrize("schema", [NieuwAanbod, OrganisatieInvoer, Inloggen])
def test_the_name_of_a_field_in_a_fault_is_what_the_client_sent(schema: type[Schema]) -> None:
    for name, field in schema.model_fields.items():
        alias = field.alias or name
        for value in WRONG:
            for fault in faults_of(schema, {alias: value}):
                assert re.fullmatch(r"inhoud|[a-zA-Z]+(\.([a-zA-Z]+|\d+))*", fault.veld), fault


def test_all_faults_of_a_body_are_given_at_once_with_their_path() -> None:
    faults = faults_of(
        NieuwAanbod,
        {
            "titel": "",
            "leeftijdVan": 130,
            "ambities": "1",
            "locatie": {"postcode": "803 xy", "lat": 95, "lon": 6},
            "momenten": [{"rrule": "FREQ=WEEKLY"}, {"van": "9:00", "begin": "morgen"}],
            "contact": {"email": "geen adres", "telefoon": "bel maar", "website": "example.org"},
            "wachtwoord": "x",
        },
    )
    assert {fault.veld: fault.melding for fault in faults} == {
        "titel": "Dit is te kort: minstens 2 tekens.",
        "leeftijdVan": "Dit mag hoogstens 120 zijn.",
        "ambities": "Dit moet een lijst zijn.",
        "locatie.postcode": "Dit moet een postcode zijn, zoals 8031 AB of 8031.",
        "locatie.lat": "Dit mag hoogstens 90 zijn.",
        "momenten.1.van": "Dit moet een tijd zijn, zoals 09:30.",
        "momenten.1.begin": "Dit moet een datum zijn, zoals 2026-12-31.",
        "contact.email": "Dit moet een e-mailadres zijn, zoals info@dekoffiekan.example.org.",
        "contact.telefoon": "Dit moet een telefoonnummer zijn, zoals 038 000 12 34.",
        "contact.website": "Dit moet een webadres zijn, zoals https://dekoffiekan.example.org.",
        "organisatie": "Dit veld is verplicht.",
        "wachtwoord": "Dit veld bestaat niet.",
    }


@pytest.mark.parametrize(
    ("data", "veld", "melding"),
    [
        ({"werkgebied": "heel de stad"}, "werkgebied", "Vul 'stadsbreed' in, of een lijst met wijken."),
        ({"werkgebied": 3}, "werkgebied", "Vul 'stadsbreed' in, of een lijst met wijken."),
        ({"werkgebied": []}, "werkgebied", "Dit zijn er te weinig: minstens 1."),
        ({"werkgebied": ["a", 3]}, "werkgebied.1", "Dit moet tekst zijn."),
        ({"capaciteit": "ruim"}, "capaciteit", "Kies uit: 'plek', 'wachtlijst' of 'vol'."),
        ({"intervalMaanden": 2}, "intervalMaanden", "Kies uit: 1, 3, 6 of 12."),
        ({"leeftijdVan": 20, "leeftijdTot": 10}, "leeftijdTot", "leeftijdTot is lager dan leeftijdVan."),
        ({"momenten": [{}]}, "momenten.0", "Een moment heeft een herhaling (rrule) of een datum (begin)."),
        ({"locatie": {"lat": 52.5}}, "locatie", "Een punt heeft lat en lon allebei nodig."),
        ({"locatie": 3}, "locatie", "Hier horen velden in te staan, zoals {…}."),
        ({"beschrijving": "a\x00b"}, "beschrijving", "Hier staat een teken in dat we niet kunnen bewaren."),
        ({"capaciteitOp": "2026-01-01T10:00"}, "capaciteitOp", "Dit moet een datum zijn, zonder tijd erbij."),
    ],
)  # fmt: skip
def test_a_fault_says_what_would_be_right(data: dict[str, Any], veld: str, melding: str) -> None:
    [fault] = faults_of(NieuwAanbod, {"titel": "Koffie", "organisatie": "proef", **data})
    assert (fault.veld, fault.melding) == (veld, melding)


@pytest.mark.parametrize("field", ["email", "website", "telefoon", "naam", "omschrijving", "kvk"])
def test_no_field_of_an_organisation_lets_a_nul_byte_through(field: str) -> None:
    right = {
        "email": "a@example.org",
        "website": "https://example.org/pad",
        "telefoon": "038 000 12 34",
        "naam": "De Proef",
        "omschrijving": "tekst",
        "kvk": "12345678",
    }
    body = {"naam": "De Proef", "categorie": "initiatief", field: right[field]}
    assert faults_of(OrganisatieInvoer, body) == []
    for broken in (right[field] + "\x00", right[field][:4] + "\x00" + right[field][4:]):
        assert [f.veld for f in faults_of(OrganisatieInvoer, {**body, field: broken})] == [field]


@pytest.mark.parametrize(
    ("typed", "kept"), [("8031 ab", "8031 AB"), ("8031AB", "8031 AB"), (" 8031 ", "8031")]
)
def test_a_postcode_is_kept_in_one_form(typed: str, kept: str) -> None:
    place = {"titel": "Koffie", "organisatie": "proef", "locatie": {"postcode": typed}}
    locatie = NieuwAanbod.model_validate(place).locatie
    assert locatie is not None
    assert locatie.postcode == kept


class Strange(Schema):
    """Kinds of fault that no schema of ours gives yet."""

    een: Annotated[str, Field(pattern="^a$")] | None = None
    twee: Literal["a", "b"] | int = 1
    drie: frozenset[int] = frozenset()
    vier: dict[str, date] = {}


def test_a_kind_of_fault_that_nobody_thought_of_is_still_in_dutch() -> None:
    for fault in faults_of(Strange, {"drie": 3, "twee": [], "vier": {"x": "y"}}):
        assert not ENGLISH.search(fault.melding)


def test_a_problem_has_a_title_a_sentence_and_its_faults() -> None:
    problem = InvalidInputError([Fout(veld="q", melding="Te lang.")]).as_problem()
    assert problem.model_dump(by_alias=True, exclude_none=True) == {
        "type": "about:blank",
        "title": "De vraag klopt niet",
        "status": 400,
        "detail": "Er klopt iets niet in wat je stuurde. Hieronder staat per veld wat.",
        "fouten": [{"veld": "q", "melding": "Te lang."}],
    }
