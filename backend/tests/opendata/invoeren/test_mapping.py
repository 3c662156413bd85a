"""Guessing what columns are and what texts mean, and remembering what somebody said of them."""

import httpx
import pytest

from sociale_kaart.core.db import Database
from sociale_kaart.opendata.invoeren.choices import weekly_rule
from sociale_kaart.opendata.invoeren.mapping import VELDEN, Guess, guess_columns
from tests.opendata.invoeren.importing import HEADS, as_csv, row, send
from tests.people import log_in_as, make_organisatie

pytestmark = pytest.mark.anyio


def test_heads_are_known_by_name_by_what_people_write_and_by_what_was_said_before() -> None:
    heads = ["externId", "E-MAIL:", "Omschrijvng", "Kleur", "voor wie?", "Zaal"]
    assert guess_columns(heads, {"zaal": "locatie.naam", "kleur": None}) == [
        Guess("externId", zeker=True),
        Guess("contact.email", zeker=True),
        Guess("beschrijving", zeker=False),
        Guess(None, zeker=True),
        Guess("doelgroepen", zeker=True),
        Guess("locatie.naam", zeker=True),
    ]


def test_a_field_goes_to_the_head_that_fits_it_best() -> None:
    assert guess_columns(["Naam", "Titel"], {}) == [
        Guess(None, zeker=False),
        Guess("titel", zeker=True),
    ]
    assert guess_columns(["Naam", "Activiteit"], {}) == [
        Guess("titel", zeker=True),
        Guess(None, zeker=False),
    ]


def test_pictures_and_what_the_map_keeps_itself_are_no_columns() -> None:
    assert {"beeld", "bevestigdOp", "bijgewerkt", "organisatie.email"} & set(VELDEN) == set()
    assert {"titel", "momenten.rrule", "locatie.wijk", "status"} <= set(VELDEN)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("dinsdag", "FREQ=WEEKLY;BYDAY=TU"),
        ("Elke donderdag en maandag", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("'s woensdags", "FREQ=WEEKLY;BYDAY=WE"),
        ("ma, wo, vr", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("ma-vr", None),
        ("maandag t/m vrijdag", None),
        ("elke tweede dinsdag", None),
        ("FREQ=WEEKLY;BYDAY=TU", None),
        ("", None),
    ],
)
def test_only_weekdays_become_a_weekly_rule(text: str, rule: str | None) -> None:
    assert weekly_rule(text) == rule


async def test_what_somebody_said_once_is_known_the_next_time(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    heads = ["Kleur" if head == "Dag" else head for head in HEADS]
    content = as_csv(row(1, Voor_wie="Bejaarden, katten, Ouderen"), heads=heads)
    first = (await send(client, member, owner, content)).json()["id"]
    address = f"/api/v1/invoeren/{first}/koppeling"
    guess = (await client.get(address, headers=member)).json()
    assert guess["onthouden"] is False
    kleur = guess["kolommen"][heads.index("Kleur")]
    assert (kleur["zeker"], kleur.get("veld"), kleur["voorbeelden"]) == (
        False,
        None,
        ["elke dinsdag"],
    )
    unknown = {waarde["tekst"]: waarde["zeker"] for waarde in guess["waarden"]}
    assert unknown == {"Bejaarden": False, "katten": False}
    assert {"code": "ouderen", "label": "Ouderen"} in guess["keuzes"]["doelgroepen"]

    kolommen = [column.get("veld") for column in guess["kolommen"]]
    kolommen[heads.index("Kleur")] = "momenten.rrule"
    waarden = [
        {"veld": "doelgroepen", "tekst": "Bejaarden", "code": "ouderen"},
        {"veld": "doelgroepen", "tekst": "katten", "code": None},
    ]
    saved = await client.put(
        address,
        json={"kolommen": kolommen, "waarden": waarden},
        headers={**member, "If-Match": f'"{guess["versie"]}"'},
    )
    assert [one["zeker"] for one in saved.json()["waarden"]] == [True, True]
    step = {"handeling": "nakijken"}
    await client.post(f"/api/v1/invoeren/{first}/stappen", json=step, headers=member)

    second = (await send(client, member, owner, content)).json()["id"]
    again = (await client.get(f"/api/v1/invoeren/{second}/koppeling", headers=member)).json()
    assert again["onthouden"] is True
    assert [column.get("veld") for column in again["kolommen"]] == kolommen
    assert all(one["zeker"] for one in [*again["kolommen"], *again["waarden"]])
    assert [one.get("code") for one in again["waarden"]] == ["ouderen", None]


async def test_a_mapping_that_cannot_be_is_refused_with_all_its_faults(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=owner)
    content = b"nr;titel;extra\n1;Soep;x\n"
    key = (await send(client, member, owner, content)).json()["id"]
    address = f"/api/v1/invoeren/{key}/koppeling"

    async def refused(kolommen: list[str | None], *waarden: dict[str, str]) -> list[str]:
        body = {"kolommen": kolommen, "waarden": waarden}
        answer = await client.put(address, json=body, headers={**member, "If-Match": '"1"'})
        assert answer.status_code == 400
        return [f"{fault['veld']}: {fault['melding']}" for fault in answer.json()["fouten"]]

    assert await refused(["titel"]) == ["kolommen: Dit bestand heeft 3 kolommen."]
    assert await refused(
        ["titel", "titel", "onzin"],
        {"veld": "titel", "tekst": "a", "code": "b"},
        {"veld": "soort", "tekst": "a", "code": "b"},
    ) == [
        "kolommen.2: Dit veld bestaat niet.",
        "kolommen: Twee kolommen kunnen niet allebei 'titel' zijn.",
        "waarden.0.veld: Dit veld heeft geen codes.",
        "waarden.1.code: Deze code bestaat niet.",
    ]
    body = {"kolommen": ["externId", None, None]}
    saved = await client.put(address, json=body, headers={**member, "If-Match": '"1"'})
    assert saved.status_code == 200
    step = await client.post(
        f"/api/v1/invoeren/{key}/stappen", json={"handeling": "nakijken"}, headers=member
    )
    assert step.status_code == 400
    assert step.json()["fouten"] == [{"veld": "titel", "melding": "Kies welke kolom de titel is."}]
