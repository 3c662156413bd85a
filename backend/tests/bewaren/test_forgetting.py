"""When its time is up, nothing anywhere tells who somebody was."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from dateutil.relativedelta import relativedelta
from sqlalchemy import text
from sqlmodel import col, select

from sociale_kaart.aanbod.models import Aanbod, AanbodHistorie
from sociale_kaart.accounts.models import Account
from sociale_kaart.berichten.adressen.models import Mailadres
from sociale_kaart.berichten.adressen.service import set_wanted
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.bewaren.rules import BEWAARTERMIJNEN
from sociale_kaart.bewaren.service import forget
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.core.db import Database
from sociale_kaart.core.logboek import LogRegel, log
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.zoeken.engine import AANBOD, Engine
from sociale_kaart.zoeken.sync import drain_outbox, rebuild
from tests.conftest import serve
from tests.people import (
    Headers,
    aanbod_body,
    account_of,
    log_in_as,
    make_organisatie,
    publish,
    step,
)

pytestmark = pytest.mark.anyio

SITE = "https://kaart.example.org"
CONTACT = {
    "naam": "Ans Vergetelheid",
    "telefoon": "038 000 43 21",
    "email": "ans.vergetelheid@example.org",
    "website": "https://ans.example.org",
}
TELLS_WHO = ("Vergetelheid", "000 43 21", "0380004321", "ans.vergetelheid")


async def places_of(database: Database, words: tuple[str, ...]) -> list[str]:
    """The tables in which any row, as a whole, has one of these words in it."""
    async with database.transaction() as session:
        tables = await session.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        )
        found = []
        for table in tables.all():
            rows = text(f'SELECT count(*) FROM "{table}" AS rij WHERE rij::text ILIKE ANY(:words)')
            if await session.scalar(rows, {"words": [f"%{word}%" for word in words]}):
                found.append(table)
    return found


async def set_account(database: Database, account_id: UUID, **values: Any) -> None:
    async with database.transaction() as session:
        account = await session.get(Account, account_id)
        assert account is not None
        for name, value in values.items():
            setattr(account, name, value)


async def accounts_in(database: Database) -> set[UUID]:
    async with database.transaction() as session:
        return set(await session.scalars(select(Account.id)))


async def make_account(database: Database, rol: str, **values: Any) -> UUID:
    lid_van = {key: values.pop(key) for key in ("eigenaar",) if key in values}
    account_id = await account_of(database, await log_in_as(database, rol, **lid_van))
    await set_account(database, account_id, **values)
    return account_id


async def mails(database: Database) -> list[Bericht]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Bericht).order_by(col(Bericht.id))))


def ago(**span: int) -> date:
    return today() - relativedelta(**span)  # type: ignore[arg-type]


@pytest.fixture
async def stopped(own_database: Database, engine: Engine) -> dict[str, Any]:
    """A listing with a contact person, changed once, that stopped today; and its neighbour.

    Somebody is writing about coming back.
    """
    owner = await make_organisatie(own_database)
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database, engine) as client:
        await publish(client, editor, owner, titel="Blijft staan")
        draft = await publish(client, editor, owner, titel="Breien bij Ans", contact=CONTACT)
        changed = await change(client, editor, draft, contact={**CONTACT, "naam": "Ans V."})
        changed = await change(client, editor, changed, contact=CONTACT)
        stopped = await step(client, editor, changed, "stoppen")
        written = await client.put(
            f"/api/v1/aanbod/{draft['id']}/bewerking",
            json={"inhoud": {"contact": CONTACT}, "basisVersie": stopped["versie"]},
            headers={**editor, "If-Match": '"0"'},
        )
        assert written.status_code == 200, written.text
        return stopped


async def change(
    client: httpx.AsyncClient, headers: Headers, aanbod: dict[str, Any], **changes: Any
) -> dict[str, Any]:
    answer = await client.put(
        f"/api/v1/aanbod/{aanbod['id']}",
        json=aanbod_body(**{"titel": aanbod["titel"], **changes}),
        headers={**headers, "If-Match": f'"{aanbod["versie"]}"'},
    )
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_the_contact_person_of_what_stopped_is_nowhere_any_more(
    own_database: Database, engine: Engine, stopped: dict[str, Any]
) -> None:
    assert {"aanbod_historie", "aanbod_bewerking"} <= {*await places_of(own_database, TELLS_WHO)}
    await forget(own_database, utc_now() + timedelta(days=31), SITE)
    assert "aanbod" in await places_of(own_database, TELLS_WHO)

    await forget(own_database, utc_now() + timedelta(days=100), SITE)
    assert await places_of(own_database, TELLS_WHO) == []
    async with own_database.transaction() as session:
        aanbod = await session.get(Aanbod, UUID(stopped["id"]))
        assert aanbod is not None
        # What is nobody in particular stays, and so does the page that says that it stopped.
        assert (aanbod.titel, aanbod.contact_website) == ("Breien bij Ans", CONTACT["website"])
        acts = await session.scalars(
            select(AanbodHistorie.handeling)
            .where(col(AanbodHistorie.aanbod_id) == aanbod.id)
            .order_by(col(AanbodHistorie.id))
        )
        assert acts.all()[-2:] == ["stoppen", "contact-vergeten"]
    async with serve(own_database) as client:
        page = await client.get(f"/api/v1/aanbod/{stopped['slug']}")
    assert page.json()["contact"] == {"website": CONTACT["website"]}
    assert page.json()["status"] == "gestopt"


async def test_the_index_knows_no_contact_person_either(
    own_database: Database, engine: Engine, stopped: dict[str, Any]
) -> None:
    await rebuild(own_database, engine)
    await forget(own_database, utc_now() + timedelta(days=100), SITE)
    while await drain_outbox(own_database, engine):
        pass
    found = await engine._connection.admin(
        lambda admin: engine._index(admin, AANBOD).get_documents({"limit": 1000})
    )
    index = [str(dict(document)) for document in found.results]
    assert len(index) == 1
    assert not [document for document in index if any(word in document for word in TELLS_WHO)]


async def test_history_of_what_is_on_the_map_forgets_the_contact_after_a_year(
    own_database: Database, engine: Engine
) -> None:
    owner = await make_organisatie(own_database)
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database, engine) as client:
        aanbod = await publish(client, editor, owner, contact=CONTACT)
        await change(client, editor, aanbod, titel="Nieuwe naam", contact={"naam": "Bram"})
    await forget(own_database, utc_now() + timedelta(days=300), SITE)
    assert await places_of(own_database, TELLS_WHO) == ["aanbod_historie"]
    await forget(own_database, utc_now() + timedelta(days=370), SITE)
    assert await places_of(own_database, TELLS_WHO) == []
    async with own_database.transaction() as session:
        lines = await session.scalars(select(AanbodHistorie))
        assert ["titel"] in [list(line.wijzigingen) for line in lines]


async def test_history_of_what_was_removed_forgets_the_contact(
    own_database: Database, engine: Engine, stopped: dict[str, Any]
) -> None:
    editor = await log_in_as(own_database, "redactie")
    async with serve(own_database, engine) as client:
        gone = await client.delete(
            f"/api/v1/aanbod/{stopped['id']}",
            headers={**editor, "If-Match": f'"{stopped["versie"]}"'},
        )
        assert gone.status_code == 204
    assert await places_of(own_database, TELLS_WHO) == ["aanbod_historie"]
    await forget(own_database, utc_now() + timedelta(days=100), SITE)
    assert await places_of(own_database, TELLS_WHO) == []


async def test_a_member_without_an_organisation_goes_after_three_months(
    own_database: Database,
) -> None:
    stays = await make_account(own_database, "lid", gezien_op=ago(months=3))
    goes = await make_account(own_database, "lid", gezien_op=ago(months=3, days=1), naam="Wim Weg")
    await forget(own_database, utc_now(), SITE)
    assert await accounts_in(own_database) == {stays}
    assert await places_of(own_database, ("Wim Weg",)) == []
    async with own_database.transaction() as session:
        line = (await session.scalars(select(LogRegel))).one()
    assert (line.onderwerp, line.onderwerp_id, line.handeling) == ("account", str(goes), "vergeten")


async def test_a_member_of_an_organisation_is_warned_a_month_before(own_database: Database) -> None:
    owner = await make_organisatie(own_database)
    seen = ago(months=23, days=1)
    member = await make_account(own_database, "lid", eigenaar=owner, gezien_op=seen)
    await make_account(own_database, "lid", eigenaar=owner, gezien_op=ago(months=22))

    await forget(own_database, utc_now(), SITE)
    await forget(own_database, utc_now() + timedelta(days=1), SITE)
    (mail,) = await mails(own_database)
    assert mail.inhoud is not None
    assert mail.inhoud["onderwerp"] == "Wil je op de sociale kaart blijven?"
    assert member in await accounts_in(own_database)

    await forget(own_database, utc_now() + relativedelta(months=1, days=1), SITE)
    assert member not in await accounts_in(own_database)


async def test_who_was_not_warned_does_not_go(own_database: Database) -> None:
    # The worker may have been off for a year.
    owner = await make_organisatie(own_database)
    member = await make_account(own_database, "lid", eigenaar=owner, gezien_op=ago(years=4))
    await forget(own_database, utc_now(), SITE)
    assert member in await accounts_in(own_database)
    assert len(await mails(own_database)) == 1


async def test_who_is_seen_again_stays(client: httpx.AsyncClient, database: Database) -> None:
    owner = await make_organisatie(database)
    headers = await log_in_as(database, "lid", eigenaar=owner)
    member = await account_of(database, headers)
    await set_account(database, member, gezien_op=ago(years=2), gewaarschuwd_op=ago(days=3))
    async with database.transaction() as session:
        await session.execute(text("UPDATE sessie SET gebruikt_op = current_date - 1"))
    assert (await client.get("/api/v1/sessies/huidige", headers=headers)).status_code == 200
    async with database.transaction() as session:
        account = await session.get(Account, member)
        assert account is not None
        assert (account.gezien_op, account.gewaarschuwd_op) == (today(), None)


async def test_what_an_address_wants_goes_when_it_is_nobodys(own_database: Database) -> None:
    owner = await make_organisatie(own_database)
    stays = await make_account(own_database, "lid", eigenaar=owner)
    goes = await make_account(own_database, "lid", gezien_op=ago(months=3, days=1))
    async with own_database.transaction() as session:
        emails = {
            key: (await session.scalars(select(Account.email).where(col(Account.id) == key))).one()
            for key in (stays, goes)
        }
        organisatie = await session.get(Organisatie, owner)
        assert organisatie is not None
        organisatie.email = "Info@Example.org"
        for adres in (*emails.values(), "info@example.org", "niemand@example.org"):
            await set_wanted(session, adres or "", "controle", gewenst=False)
    await forget(own_database, utc_now(), SITE)
    async with own_database.transaction() as session:
        left = set(await session.scalars(select(Mailadres.adres)))
    assert left == {emails[stays], "info@example.org"}
    assert await places_of(own_database, (emails[goes] or "",)) == []


async def test_staff_go_after_a_year_but_the_last_of_beheer_stays(own_database: Database) -> None:
    long_ago = ago(months=12, days=1)
    for rol in ("wijkteam", "redactie", "beheer"):
        await make_account(own_database, rol, gezien_op=long_ago)
    last = await make_account(own_database, "beheer", gezien_op=ago(months=12))
    kept = await make_account(own_database, "redactie", gezien_op=ago(months=11))
    await forget(own_database, utc_now(), SITE)
    assert await accounts_in(own_database) == {last, kept}
    await forget(own_database, utc_now() + relativedelta(years=3), SITE)
    assert await accounts_in(own_database) == {last}


async def test_the_log_book_goes_after_five_years(own_database: Database) -> None:
    async with own_database.transaction() as session:
        log(
            session,
            account_id=None,
            onderwerp="lidmaatschap",
            onderwerp_id=UUID(int=1),
            handeling="rol-gewijzigd",
        )
    await forget(own_database, utc_now() + relativedelta(months=59), SITE)
    assert "logregel" in await places_of(own_database, (str(UUID(int=1)),))
    await forget(own_database, utc_now() + relativedelta(months=60, days=1), SITE)
    assert await places_of(own_database, (str(UUID(int=1)),)) == []


def test_the_page_about_it_says_what_the_rules_say() -> None:
    page = (PROJECT_ROOT / "docs" / "bewaartermijnen.md").read_text()
    for soort, termijn in BEWAARTERMIJNEN.items():
        months = termijn.years * 12 + termijn.months
        assert f"| `{soort}` | {months} maanden |" in page, soort
