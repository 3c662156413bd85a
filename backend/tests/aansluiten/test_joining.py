"""Joining without an account: a link in a mail that makes one, and what it may not do."""

import asyncio
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import update
from sqlmodel import col, select

from sociale_kaart.aansluiten.models import Aansluitlink, Aansluitverzoek
from sociale_kaart.aansluiten.service import forget_links
from sociale_kaart.accounts.models import Account, Sessie
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie
from tests.aansluiten.joining import (
    LINKS,
    NIEUW,
    VERA,
    ask,
    email_of,
    emails,
    join,
    logged,
    mailed_token,
    mails,
    members,
    press,
    words_to,
)
from tests.conftest import serve
from tests.factories import make_account
from tests.people import create_aanbod, log_in_as, make_organisatie

pytestmark = pytest.mark.anyio

MINE = "/api/v1/lidmaatschappen"
PUBLIC = "info@anker.example.org"


async def test_a_new_initiative_is_there_with_its_first_draft_in_a_few_steps(
    client: httpx.AsyncClient, database: Database
) -> None:
    made = await join(client, database, "Vera@Example.org")
    assert made["uitkomst"] == "nieuw"
    assert made["sessie"]["naam"] == "Vera"
    assert made["sessie"]["email"] == VERA
    [place] = (await client.get(MINE)).json()["resultaten"]
    assert (place["organisatie"]["naam"], place["rol"]) == ("Soep op de stoep", "eigenaar")
    assert place["organisatie"]["gecontroleerd"] is False
    draft = await create_aanbod(client, {}, made["organisatie"]["id"])
    assert draft["status"] == "concept"
    client.cookies.clear()
    assert (
        await client.get(f"/api/v1/organisaties/{place['organisatie']['id']}")
    ).status_code == 404


async def test_looking_at_a_link_says_what_it_does_and_uses_nothing_up(
    client: httpx.AsyncClient, database: Database
) -> None:
    token = await mailed_token(client, database)
    for _ in range(3):
        answer = await client.get(f"{LINKS}/huidig", headers={"Aansluit-Token": token})
        assert answer.json() == {"naam": "Vera", "email": VERA, "nieuw": NIEUW}
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers
    assert await emails(database) == set()
    assert (await press(client, token)).status_code == 201


async def test_forged_used_and_old_links_get_the_same_answer(
    client: httpx.AsyncClient, database: Database
) -> None:
    used = await mailed_token(client, database)
    assert (await press(client, used)).status_code == 201
    old = await mailed_token(client, database)
    async with database.transaction() as session:
        await session.execute(update(Aansluitlink).values(verloopt_op=utc_now()))
    client.cookies.clear()
    for method, path in (("GET", "huidig"), ("POST", "huidig/bevestigingen")):
        answers = [
            await client.request(method, f"{LINKS}/{path}", headers={"Aansluit-Token": token})
            for token in (used, old, "verzonnen", "'--")
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.content for answer in answers}) == 1
        assert not any("set-cookie" in answer.headers for answer in answers)


async def test_of_two_presses_at_once_one_does_it(own_database: Database) -> None:
    async with serve(own_database) as client:
        token = await mailed_token(client, own_database)
        answers = await asyncio.gather(*(press(client, token) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 404, 404, 404]
    async with own_database.transaction() as session:
        assert len((await session.scalars(select(Organisatie.id))).all()) == 1


async def test_two_links_of_one_new_person_at_once_make_one_account(own_database: Database) -> None:
    async with serve(own_database) as client:
        tokens = [
            await mailed_token(client, own_database, nieuw={**NIEUW, "naam": naam})
            for naam in ("Soep", "Brood")
        ]
        answers = await asyncio.gather(*(press(client, token) for token in tokens))
    assert [answer.status_code for answer in answers] == [201, 201]
    assert await emails(own_database) == {VERA}
    async with own_database.transaction() as session:
        assert len((await session.scalars(select(Lidmaatschap))).all()) == 2


async def test_known_and_unknown_addresses_cannot_be_told_apart(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, email=PUBLIC)
    await make_account(database, email=VERA)
    await make_account(database, "redactie", "redactie@example.org")
    answers = [
        await ask(client, email, organisatie=str(key))
        for email in (VERA, "redactie@example.org", PUBLIC, "niemand@example.org")
    ]
    assert {answer.status_code for answer in answers} == {202}
    assert {answer.content for answer in answers} == {b'{"geldigMinuten":60}'}
    said = [str({**(mail.inhoud or {}), "knoppen": None}) for mail in await mails(database)]
    assert len(said) == 4
    assert len(set(said)) == 1


async def test_nobody_says_anything_to_others_with_our_name_below_it(
    client: httpx.AsyncClient, database: Database
) -> None:
    spam = "Win duizend euro op kwaad.example.org"
    await ask(client, naam=spam, nieuw={**NIEUW, "naam": spam, "omschrijving": spam})
    assert "euro" not in await words_to(database, VERA)


async def test_only_a_hash_is_kept_and_what_was_never_pressed_goes(
    client: httpx.AsyncClient, database: Database
) -> None:
    token = await mailed_token(client, database)
    assert re.fullmatch(r"[\w-]{43}", token)
    [mail] = await mails(database)
    assert mail.geldig_tot - mail.aangemaakt_op == timedelta(hours=1)
    async with database.transaction() as session:
        [link] = await session.scalars(select(Aansluitlink))
        assert len(link.token_hash) == 32
    await forget_links(database)
    async with database.transaction() as session:
        assert len((await session.scalars(select(Aansluitlink))).all()) == 1
        await session.execute(update(Aansluitlink).values(verloopt_op=utc_now()))
    await forget_links(database)
    async with database.transaction() as session:
        assert (await session.scalars(select(Aansluitlink))).all() == []


async def test_who_has_an_account_keeps_it_and_its_name(
    client: httpx.AsyncClient, database: Database
) -> None:
    account = await make_account(database, email=VERA)
    made = await join(client, database, naam="Iemand anders")
    assert made["sessie"]["accountId"] == str(account.id)
    assert made["sessie"]["naam"] == "lid"
    assert await emails(database) == {VERA}


@pytest.mark.parametrize("change", [{"rol": "redactie"}, {"rol": "beheer"}, {"actief": False}])
async def test_staff_and_closed_accounts_are_not_entered_this_way(
    client: httpx.AsyncClient, database: Database, change: dict[str, Any]
) -> None:
    await make_account(database, email=VERA)
    async with database.transaction() as session:
        await session.execute(update(Account).values(**change))
    answer = await press(client, await mailed_token(client, database))
    assert answer.status_code == (404 if "actief" in change else 409)
    assert "set-cookie" not in answer.headers
    async with database.transaction() as session:
        assert (await session.scalars(select(Sessie.id))).all() == []
        assert (await session.scalars(select(Organisatie.id))).all() == []


async def test_asking_again_and_again_has_to_wait(client: httpx.AsyncClient) -> None:
    for _ in range(5):
        assert (await ask(client)).status_code == 202
    assert (await ask(client, VERA.upper())).status_code == 429
    for number in range(24):
        assert (await ask(client, f"buur{number}@example.org")).status_code == 202
    assert (await ask(client, "nog-een@example.org")).status_code == 429


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"email": "geen adres"}, {"email"}),
        ({"naam": "V"}, {"naam"}),
        ({"nieuw": {"naam": "x", "categorie": "bedrijf"}}, {"nieuw.naam", "nieuw.categorie"}),
        ({"nieuw": {**NIEUW, "vertrouwd": True}}, {"nieuw.vertrouwd"}),
        ({"nieuw": None}, {"inhoud"}),
        ({"nieuw": NIEUW, "organisatie": str(uuid4())}, {"inhoud"}),
        ({"nieuw": None, "organisatie": str(uuid4())}, {"organisatie"}),
        ({"nieuw": None, "organisatie": "de-brug"}, {"organisatie"}),
    ],
)
async def test_what_is_wrong_is_told_per_field_and_no_mail_goes(
    client: httpx.AsyncClient, database: Database, changes: dict[str, Any], fields: set[str]
) -> None:
    answer = await client.post(
        LINKS, json={"naam": "Vera", "email": VERA, "nieuw": NIEUW, **changes}
    )
    assert answer.status_code == 400
    assert {fault["veld"] for fault in answer.json()["fouten"]} == fields
    assert await mails(database) == []


async def test_who_asks_to_join_waits_for_the_owners_who_get_a_mail_without_names(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, naam="De Brug")
    owner = await log_in_as(database, eigenaar=key)
    worker = await log_in_as(database, medebewerker=key)
    made = await join(client, database, organisatie=str(key), naam="Vera Onbekend")
    assert made["uitkomst"] == "wacht"
    assert (await client.get(MINE)).json() == {"resultaten": []}
    [waiting] = (await client.get("/api/v1/aansluitverzoeken")).json()["resultaten"]
    assert waiting["organisatie"]["naam"] == "De Brug"
    said = await words_to(database, await email_of(database, owner))
    assert f"/mijn/organisaties/{key}" in said
    assert "Onbekend" not in said
    assert await mails(database, await email_of(database, worker)) == []
    # Asking again is no second request, and no second mail.
    again = await join(client, database, organisatie=str(key))
    assert again["uitkomst"] == "wacht"
    assert len(await mails(database, await email_of(database, owner))) == 1


async def test_owners_say_yes_or_no_and_nobody_else_does(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    owner = await log_in_as(database, eigenaar=key)
    made = await join(client, database, organisatie=str(key))
    own = {"Cookie": f"__Host-sessie={client.cookies['__Host-sessie']}"}
    client.cookies.clear()
    address = (
        f"/api/v1/organisaties/{key}/aansluitverzoeken/{made['sessie']['accountId']}/besluiten"
    )
    yes = {"besluit": "goedgekeurd"}
    elsewhere = await make_organisatie(database)
    for stranger in (
        own,
        await log_in_as(database, medebewerker=key),
        await log_in_as(database, eigenaar=elsewhere),
        await log_in_as(database, "wijkteam"),
    ):
        answer = await client.post(address, json={**yes, "rol": "eigenaar"}, headers=stranger)
        assert answer.status_code == 403
    # Not by way of an organisation of one's own either.
    theirs = address.replace(str(key), str(elsewhere))
    thief = await log_in_as(database, eigenaar=elsewhere)
    assert (await client.post(theirs, json=yes, headers=thief)).status_code == 404
    assert (await client.post(address, json=yes, headers=owner)).status_code == 204
    assert (await members(database, key))[VERA] == "medebewerker"
    assert "Dat is goed" in await words_to(database, VERA)
    assert (await client.post(address, json=yes, headers=owner)).status_code == 404


async def test_a_refusal_needs_a_reason_is_mailed_and_leaves_nothing_of_the_person(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    owner = await log_in_as(database, eigenaar=key)
    made = await join(client, database, organisatie=str(key))
    client.cookies.clear()
    address = (
        f"/api/v1/organisaties/{key}/aansluitverzoeken/{made['sessie']['accountId']}/besluiten"
    )
    without = await client.post(address, json={"besluit": "afgewezen"}, headers=owner)
    assert [fault["veld"] for fault in without.json()["fouten"]] == ["reden"]
    no = {"besluit": "afgewezen", "reden": "We kennen je niet."}
    assert (await client.post(address, json=no, headers=owner)).status_code == 204
    said = await words_to(database, VERA)
    assert "We kennen je niet." in said
    assert "Je account is weer weg" in said
    assert VERA not in await emails(database)
    async with database.transaction() as session:
        assert (await session.scalars(select(Aansluitverzoek))).all() == []
    assert VERA not in str([regel.wijzigingen for regel in await logged(database)])


async def test_a_refusal_takes_no_account_that_is_of_use_elsewhere(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    owner = await log_in_as(database, eigenaar=key)
    await join(client, database)
    made = await join(client, database, organisatie=str(key))
    client.cookies.clear()
    address = (
        f"/api/v1/organisaties/{key}/aansluitverzoeken/{made['sessie']['accountId']}/besluiten"
    )
    no = {"besluit": "afgewezen", "reden": "Nee."}
    assert (await client.post(address, json=no, headers=owner)).status_code == 204
    assert VERA in await emails(database)
    assert "account" not in await words_to(database, VERA)


async def test_who_reads_the_mail_of_an_organisation_without_people_owns_it_at_once(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, email="Info@Anker.example.org")
    made = await join(client, database, PUBLIC, organisatie=str(key))
    assert made["uitkomst"] == "aangesloten"
    assert await members(database, key) == {PUBLIC: "eigenaar"}


@pytest.mark.parametrize(
    ("public", "email"),
    [
        (PUBLIC, "iemand@anker.example.org"),
        ("info@gmail.com", "iemand@gmail.com"),
        (None, "iemand@example.org"),
        (PUBLIC, "info@anker.example.org.kwaad.example.org"),
        (PUBLIC, "info+ik@anker.example.org"),
    ],
)
async def test_an_address_that_is_only_like_it_proves_nothing(
    client: httpx.AsyncClient, database: Database, public: str | None, email: str
) -> None:
    key = await make_organisatie(database, email=public)
    assert (await join(client, database, email, organisatie=str(key)))["uitkomst"] == "wacht"
    assert await members(database, key) == {}


async def test_the_right_address_takes_nothing_over_where_somebody_works(
    client: httpx.AsyncClient, database: Database
) -> None:
    for rol in ("eigenaar", "medebewerker"):
        key = await make_organisatie(database, email=PUBLIC)
        await log_in_as(database, **{rol: key})
        assert (await join(client, database, PUBLIC, organisatie=str(key)))["uitkomst"] == "wacht"
        assert PUBLIC not in await members(database, key)


async def test_who_leaves_cannot_come_back_as_owner_by_an_address_they_filled_in(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, email=PUBLIC)
    worker = await log_in_as(database, medebewerker=key)
    body = {"naam": "De Brug", "categorie": "voorziening", "email": "dief@example.org"}
    changed = await client.put(
        f"/api/v1/organisaties/{key}", json=body, headers={**worker, "If-Match": '"1"'}
    )
    assert changed.status_code == 200
    async with database.transaction() as session:
        for member in await session.scalars(select(Lidmaatschap)):
            await session.delete(member)
    made = await join(client, database, "dief@example.org", organisatie=str(key))
    assert made["uitkomst"] == "wacht"
    # What the redactie fills in counts again.
    editor = await log_in_as(database, "redactie")
    client.cookies.clear()
    await client.put(
        f"/api/v1/organisaties/{key}",
        json={**body, "email": PUBLIC},
        headers={**editor, "If-Match": '"2"'},
    )
    made = await join(client, database, PUBLIC, organisatie=str(key))
    assert made["uitkomst"] == "aangesloten"


async def test_an_organisation_that_nobody_may_know_of_cannot_be_joined(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database, gecontroleerd_op=None, email=PUBLIC)
    answer = await ask(client, PUBLIC, organisatie=str(key))
    assert answer.status_code == 400
    stranger = await log_in_as(database)
    for other in (key, uuid4()):
        answer = await client.post(
            f"/api/v1/organisaties/{other}/aansluitverzoeken", headers=stranger
        )
        assert answer.status_code == 404
        assert answer.json()["detail"] == "Deze organisatie kennen we niet."


async def test_who_is_logged_in_asks_without_a_mail_and_may_take_it_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    key = await make_organisatie(database)
    member = await log_in_as(database)
    address = f"/api/v1/organisaties/{key}/aansluitverzoeken"
    answer = await client.post(address, headers=member)
    assert (answer.status_code, answer.json()["uitkomst"]) == (201, "wacht")
    for _ in range(2):
        taken = await client.post(f"{address}/eigen/intrekkingen", headers=member)
        assert taken.status_code == 204
    assert (await client.get("/api/v1/aansluitverzoeken", headers=member)).json() == {
        "resultaten": []
    }
    assert [regel.handeling for regel in await logged(database)] == [
        "aansluiten-gevraagd",
        "aansluiten-ingetrokken",
    ]


async def test_one_person_cannot_ask_the_whole_town(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await log_in_as(database)
    statuses = []
    for _ in range(11):
        key = await make_organisatie(database)
        answer = await client.post(f"/api/v1/organisaties/{key}/aansluitverzoeken", headers=member)
        statuses.append(answer.status_code)
    assert statuses == [201] * 10 + [409]


async def test_what_is_done_is_in_the_log_book_without_names_and_addresses(
    client: httpx.AsyncClient, database: Database
) -> None:
    made = await join(client, database)
    found = [(regel.onderwerp, regel.handeling) for regel in await logged(database)]
    assert found == [("account", "aangemaakt"), ("organisatie", "aangemaakt")]
    for regel in await logged(database):
        assert str(regel.account_id) == made["sessie"]["accountId"]
        assert "example.org" not in str(regel.wijzigingen)
    async with database.transaction() as session:
        assert len((await session.scalars(select(col(Organisatie.id)))).all()) == 1
