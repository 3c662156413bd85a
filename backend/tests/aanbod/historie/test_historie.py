"""The history of a listing as its people and the redactie read it, and making it again."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from sociale_kaart.aanbod.historie.rules import before_all, is_restorable, who
from sociale_kaart.core.db import Database
from tests.aanbod.beoordelen.deciding import URL, Desk, open_desk
from tests.people import Headers, create_aanbod, log_in_as

pytestmark = pytest.mark.anyio


@pytest.fixture
async def desk(client: httpx.AsyncClient, database: Database) -> Desk:
    return await open_desk(client, database)


async def history(
    desk: Desk, aanbod: dict[str, Any], headers: Headers | None = None, **query: Any
) -> dict[str, Any]:
    answer = await desk.client.get(
        f"{URL}/{aanbod['id']}/historie", params=query, headers=headers or desk.medebewerker
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "private, no-cache"
    return dict(answer.json())


async def lines(desk: Desk, aanbod: dict[str, Any], headers: Headers | None = None) -> Any:
    return (await history(desk, aanbod, headers))["resultaten"]


async def restore(
    desk: Desk, aanbod: dict[str, Any], regel: str, headers: Headers, versie: int | None = None
) -> httpx.Response:
    version = aanbod["versie"] if versie is None else versie
    return await desk.client.post(
        f"{URL}/{aanbod['id']}/historie/{regel}/herstel",
        headers={**headers, "If-Match": f'"{version}"'},
    )


async def test_it_says_what_happened_the_latest_first_in_words(desk: Desk) -> None:
    live = await desk.live()
    await desk.propose(live, titel="Thee in de buurt")
    await desk.decide(live, "teruggestuurd", "Wat kost het?")
    await desk.propose(live, titel="Thee in de buurt", kosten="tot-5")
    await desk.decide(live, "goedgekeurd")
    found = await lines(desk, live)
    assert [(line["handeling"], line["wie"]) for line in found] == [
        ("voorstel-goedgekeurd", "redactie"),
        ("voorstel-ingediend", "jij"),
        ("voorstel-teruggestuurd", "redactie"),
        ("voorstel-ingediend", "jij"),
        ("publiceren", "redactie"),
        ("aangemaakt", "redactie"),
    ]
    assert [verschil["veld"] for verschil in found[0]["verschillen"]] == ["titel", "kosten"]
    assert found[2]["reden"] == "Wat kost het?"
    assert [line["herstelbaar"] for line in found] == [True, *[False] * 5]


async def test_members_read_roles_and_the_redactie_names(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    await desk.propose(draft, desk.redactie, titel="Thee")
    assert [
        (line["wie"], line.get("naam")) for line in await lines(desk, draft, desk.eigenaar)
    ] == [
        ("redactie", None),
        ("organisatie", None),
    ]
    seen = await lines(desk, draft, desk.redactie)
    assert [(line["wie"], line["naam"]) for line in seen] == [
        ("jij", "redactie"),
        ("organisatie", "lid"),
    ]
    here = await log_in_as(desk.database, "wijkredacteur", wijken=["WK019330"])
    assert [line["naam"] for line in await lines(desk, draft, here)] == ["redactie", "lid"]


async def test_pages_follow_each_other(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    for number in range(3):
        draft = (await desk.propose(draft, titel=f"Titel {number}")).json()
    first = await history(desk, draft, limit=3)
    second = await history(desk, draft, limit=3, cursor=first["volgende"])
    handelingen = [line["handeling"] for line in first["resultaten"] + second["resultaten"]]
    assert handelingen == [*["gewijzigd"] * 3, "aangemaakt"]
    assert "volgende" not in second


async def test_restoring_makes_all_of_before_that_step_again(desk: Desk) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    changed = (await desk.propose(draft, titel="Thee", meebrengen="Een mok")).json()
    changed = (await desk.propose(changed, titel="Cacao", momenten=[])).json()
    _, first_change, _ = await lines(desk, draft)
    answer = await restore(desk, changed, first_change["id"], desk.medebewerker)
    assert answer.status_code == 200, answer.text
    now = answer.json()
    assert (now["titel"], now.get("meebrengen")) == (draft["titel"], None)
    assert [moment["tekst"] for moment in now["momenten"]] == [
        moment["tekst"] for moment in draft["momenten"]
    ]
    restored, last_change, *_ = await lines(desk, draft)
    assert restored["handeling"] == "hersteld"
    # What was put back can be put back.
    back = await restore(desk, now, restored["id"], desk.medebewerker)
    assert back.json()["titel"] == "Cacao"
    one_step = await restore(desk, back.json(), last_change["id"], desk.medebewerker)
    assert (one_step.json()["titel"], one_step.json()["meebrengen"]) == ("Thee", "Een mok")


async def test_what_is_on_the_map_is_restored_by_the_rules_of_a_change(desk: Desk) -> None:
    live = await desk.live()
    edited = (await desk.propose(live, desk.redactie, titel="Van de redactie")).json()
    [step, *_] = await lines(desk, live)
    answer = await restore(desk, edited, step["id"], desk.medebewerker)
    assert answer.status_code == 202, answer.text
    assert (await desk.stand(live))["wacht"] == "wijziging"
    assert (await desk.client.get(f"{URL}/{live['id']}")).json()["titel"] == "Van de redactie"
    answer = await restore(desk, edited, step["id"], desk.redactie)
    assert (answer.status_code, answer.json()["titel"]) == (200, live["titel"])


async def test_what_cannot_be_restored_says_why(desk: Desk) -> None:
    live = await desk.live()
    other = await desk.live(titel="Soep")
    published, _ = await lines(desk, live)
    answer = await restore(desk, live, published["id"], desk.medebewerker)
    assert answer.status_code == 409
    assert "niets terug te zetten" in answer.json()["detail"]
    assert (await restore(desk, other, published["id"], desk.medebewerker)).status_code == 404
    assert (await restore(desk, live, str(uuid4()), desk.medebewerker)).status_code == 404
    edited = (await desk.propose(live, desk.redactie, titel="Thee")).json()
    step = (await lines(desk, live))[0]
    answer = await restore(desk, edited, step["id"], desk.medebewerker, versie=live["versie"])
    assert answer.status_code == 412


async def test_words_that_are_no_longer_in_a_vocabulary_are_a_fault_and_change_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await create_aanbod(desk.client, desk.medebewerker, desk.organisatie)
    changed = (await desk.propose(draft, titel="Thee")).json()
    [step, _] = await lines(desk, draft)
    monkeypatch.setattr(
        "sociale_kaart.aanbod.historie.service.before_all",
        lambda _steps: {"themas": [["bestaat-niet-meer"], None]},
    )
    answer = await restore(desk, changed, step["id"], desk.medebewerker)
    assert answer.status_code == 400
    assert [fault["veld"] for fault in answer.json()["fouten"]] == ["themas"]
    assert [line["handeling"] for line in await lines(desk, draft)] == ["gewijzigd", "aangemaakt"]


def test_the_earliest_step_says_what_each_field_was() -> None:
    steps = [
        {"titel": ["B", "C"], "status": ["concept", "gepubliceerd"]},
        {"kosten": ["gratis", None]},
        {"titel": ["A", "B"]},
    ]
    assert before_all(steps) == {"titel": ["A", None], "kosten": ["gratis", None]}


def test_only_content_can_be_restored() -> None:
    assert is_restorable("gewijzigd", {"titel": ["A", "B"]})
    assert not is_restorable("stoppen", {"status": ["gepubliceerd", "gestopt"]})
    assert not is_restorable("verwijderd", {"titel": ["A", None]})
    assert not is_restorable("bevestigd", {})


def test_who_did_it_is_a_role() -> None:
    reader, other = uuid4(), uuid4()
    assert who(None, reader, None, ()) == "niemand"
    assert who(reader, reader, "lid", (reader,)) == "jij"
    assert who(other, reader, "redactie", ()) == "redactie"
    assert who(other, reader, "redactie", (other,)) == "organisatie"
    assert who(other, reader, "lid", ()) == "organisatie"
    # An account that has gone was somebody all the same.
    assert who(other, reader, None, ()) == "organisatie"
