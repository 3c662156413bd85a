"""The states of a listing, each step between them, and proposals that wait."""

from itertools import product
from typing import Any, get_args

import httpx
import pytest

from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.rules import TRANSITIONS, Handeling
from sociale_kaart.aanbod.schemas import Status
from sociale_kaart.core.db import Database
from tests.people import (
    Headers,
    aanbod_body,
    create_aanbod,
    log_in_as,
    make_organisatie,
    publish,
    set_aanbod,
)

pytestmark = pytest.mark.anyio

URL = "/api/v1/aanbod"
ALLOWED = {
    ("concept", "indienen"): "ter-beoordeling",
    ("concept", "publiceren"): "gepubliceerd",
    ("ter-beoordeling", "publiceren"): "gepubliceerd",
    ("ter-beoordeling", "terugsturen"): "concept",
    ("gepubliceerd", "stoppen"): "gestopt",
    ("gestopt", "heropenen"): "concept",
}


async def take(
    client: httpx.AsyncClient, headers: Headers, aanbod: dict[str, Any], handeling: str
) -> httpx.Response:
    return await client.post(
        f"{URL}/{aanbod['id']}/stappen",
        json={"handeling": handeling, "reden": "Wat kost het?"},
        headers={**headers, "If-Match": f'"{aanbod["versie"]}"'},
    )


async def put(
    client: httpx.AsyncClient, headers: Headers, aanbod: dict[str, Any], **changes: Any
) -> httpx.Response:
    return await client.put(
        f"{URL}/{aanbod['id']}",
        json=aanbod_body(**changes),
        headers={**headers, "If-Match": f'"{aanbod["versie"]}"'},
    )


def test_every_step_is_known_here() -> None:
    assert {(van, naam) for naam, step in TRANSITIONS.items() for van in step.van} == set(ALLOWED)


@pytest.mark.parametrize(("status", "handeling"), [*product(get_args(Status), get_args(Handeling))])
async def test_each_step_is_allowed_from_the_right_states_only(
    client: httpx.AsyncClient, database: Database, status: str, handeling: str
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await create_aanbod(client, editor, await make_organisatie(database))

    def change(aanbod: Aanbod) -> None:
        aanbod.status = status

    await set_aanbod(database, made["id"], change)
    answer = await take(client, editor, made, handeling)
    naar = ALLOWED.get((status, handeling))
    if naar is None:
        assert answer.status_code == 409, answer.text
        assert f"'{status}'" in answer.json()["detail"]
    else:
        assert answer.status_code == 200, answer.text
        assert (answer.json()["status"], answer.json()["versie"]) == (naar, 2)


async def test_a_step_that_does_not_exist_is_refused_with_those_that_do(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await create_aanbod(client, editor, await make_organisatie(database))
    answer = await take(client, editor, made, "wissen")
    assert answer.status_code == 400
    [fault] = answer.json()["fouten"]
    assert fault["veld"] == "handeling"
    assert "'indienen'" in fault["melding"]


@pytest.mark.parametrize("handeling", ["indienen", "publiceren"])
async def test_nothing_incomplete_comes_on_the_map(
    client: httpx.AsyncClient, database: Database, handeling: str
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await create_aanbod(
        client, editor, await make_organisatie(database), soort=None, samenvatting=None
    )
    answer = await take(client, editor, made, handeling)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["samenvatting", "soort"]


async def test_a_trusted_organisation_publishes_itself_and_another_waits_for_the_redactie(
    client: httpx.AsyncClient, database: Database
) -> None:
    trusted = await make_organisatie(database, vertrouwd=True)
    new = await make_organisatie(database)
    of_trusted = await log_in_as(database, medebewerker=trusted)
    of_new = await log_in_as(database, eigenaar=new)
    theirs = await create_aanbod(client, of_trusted, trusted)
    assert (await take(client, of_trusted, theirs, "publiceren")).status_code == 200
    made = await create_aanbod(client, of_new, new)
    refused = await take(client, of_new, made, "publiceren")
    assert refused.status_code == 403
    assert refused.json()["detail"] == "Alleen de redactie mag dit."
    handed_in = await take(client, of_new, made, "indienen")
    assert handed_in.status_code == 200
    refused = await take(client, of_new, handed_in.json(), "publiceren")
    assert refused.status_code == 403
    editor = await log_in_as(database, "redactie")
    assert (await take(client, editor, handed_in.json(), "publiceren")).status_code == 200


async def test_the_first_publication_counts_as_a_check_and_a_later_one_does_not(
    client: httpx.AsyncClient, database: Database
) -> None:
    editor = await log_in_as(database, "redactie")
    made = await publish(client, editor, await make_organisatie(database))
    assert made["gecontroleerd"] == "recent"

    def earlier(aanbod: Aanbod) -> None:
        assert aanbod.bevestigd_op is not None
        aanbod.bevestigd_op = aanbod.bevestigd_op.replace(year=2020)

    await set_aanbod(database, made["id"], earlier)
    made = (await take(client, editor, made, "stoppen")).json()
    made = (await take(client, editor, made, "heropenen")).json()
    made = (await take(client, editor, made, "publiceren")).json()
    assert made["bevestigdOp"].startswith("2020-")
    assert made["gecontroleerd"] == "niet-recent"


async def test_a_proposal_leaves_the_live_version_until_the_redactie_agrees(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    editor = await log_in_as(database, "redactie")
    member = await log_in_as(database, medebewerker=key)
    live = await publish(client, editor, key)
    answer = await put(client, member, live, titel="Voorgestelde titel", kosten="gratis")
    assert answer.status_code == 202, answer.text
    assert answer.json() == live
    assert (await client.get(f"{URL}/{live['id']}")).json() == live
    assert "Voorgestelde" not in (await client.get("/api/v1/zoeken")).text
    address = f"{URL}/{live['id']}/voorstel/besluiten"
    decided = await client.post(address, json={"besluit": "goedgekeurd"}, headers=editor)
    assert decided.status_code == 200, decided.text
    assert decided.json()["titel"] == "Voorgestelde titel"
    assert decided.json()["versie"] == live["versie"] + 1
    assert (await client.get(f"{URL}/{live['id']}")).json() == decided.json()
    again = await client.post(address, json={"besluit": "goedgekeurd"}, headers=editor)
    assert again.status_code == 409
    assert "Iemand anders was je voor" in again.json()["detail"]
    assert "goedgekeurd" in again.json()["detail"]


async def test_a_refused_proposal_leaves_everything_as_it_was(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    editor = await log_in_as(database, "redactie")
    member = await log_in_as(database, eigenaar=key)
    live = await publish(client, editor, key)
    await put(client, member, live, titel="Afgewezen titel")
    address = f"{URL}/{live['id']}/voorstel/besluiten"
    refusal = {"besluit": "afgewezen", "reden": "Dit staat er al."}
    answer = await client.post(address, json=refusal, headers=editor)
    assert (answer.status_code, answer.json()) == (200, live)
    answer = await client.post(address, json={"besluit": "goedgekeurd"}, headers=editor)
    assert answer.status_code == 409


async def test_a_proposal_can_be_bettered_by_its_author_and_not_replaced_by_somebody_else(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    editor = await log_in_as(database, "redactie")
    first, second = (
        await log_in_as(database, eigenaar=key),
        await log_in_as(database, medebewerker=key),
    )
    live = await publish(client, editor, key)
    assert (await put(client, first, live, titel="Eerste")).status_code == 202
    refused = await put(client, second, live, titel="Tweede")
    assert refused.status_code == 409
    assert "voorstel van iemand anders" in refused.json()["detail"]
    assert (await put(client, first, live, titel="Eerste, beter")).status_code == 202
    address = f"{URL}/{live['id']}/voorstel/besluiten"
    answer = await client.post(address, json={"besluit": "goedgekeurd"}, headers=editor)
    assert answer.json()["titel"] == "Eerste, beter"


async def test_an_old_proposal_overwrites_nothing_that_changed_since(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    editor = await log_in_as(database, "redactie")
    member = await log_in_as(database, eigenaar=key)
    live = await publish(client, editor, key)
    await put(client, member, live, titel="Van het lid")
    edited = (await put(client, editor, live, titel="Van de redactie")).json()
    address = f"{URL}/{live['id']}/voorstel/besluiten"
    answer = await client.post(address, json={"besluit": "goedgekeurd"}, headers=editor)
    assert answer.status_code == 409
    assert "Stuur het voorstel terug" in answer.json()["detail"]
    assert (await client.get(f"{URL}/{live['id']}")).json() == edited
    question = {"besluit": "teruggestuurd", "reden": "Klopt dit nog?"}
    answer = await client.post(address, json=question, headers=editor)
    assert answer.status_code == 200


async def test_a_draft_of_an_untrusted_organisation_changes_at_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    member = await log_in_as(database, eigenaar=key)
    made = await create_aanbod(client, member, key)
    answer = await put(client, member, made, titel="Meteen anders")
    assert (answer.status_code, answer.json()["titel"]) == (200, "Meteen anders")


async def test_a_proposal_is_checked_like_any_change(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    editor, member = await log_in_as(database, "redactie"), await log_in_as(database, eigenaar=key)
    live = await publish(client, editor, key)
    answer = await put(client, member, live, themas=["gled"], soort=None)
    assert answer.status_code == 400
    answer = await put(client, member, live, soort=None)
    assert answer.status_code == 400
