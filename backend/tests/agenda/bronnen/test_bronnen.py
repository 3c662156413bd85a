"""A calendar of an organisation: looked at, connected, read each night, and let go."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select
from sqlmodel import col

from sociale_kaart.aanbod.agendabron import Agendabron
from sociale_kaart.accounts.models import Account
from sociale_kaart.agenda.bronnen.refreshing import refresh_next
from sociale_kaart.berichten.models import Bericht
from sociale_kaart.core.clock import today, utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.logboek import LogRegel
from sociale_kaart.core.outbox import OutboxRij
from sociale_kaart.core.uitgaand import Uitgaand
from tests.agenda.bronnen.calendars import calendar, event, weekly
from tests.conftest import serve
from tests.core.servers import Place, Reply, answering
from tests.people import (
    Headers,
    aanbod_body,
    account_of,
    log_in_as,
    make_organisatie,
    publish,
)

pytestmark = pytest.mark.anyio

INTERN = Uitgaand(10, "sociale-kaart", intern=True)
URL = "https://kaart.example.org"
THEE = weekly("Thee", "thee@example.org", "WE")


class Feed:
    """What a calendar program serves; tests change it from one night to the next."""

    def __init__(self, *parts: str) -> None:
        self.parts = parts
        self.status = 200
        self.body: bytes | None = None

    @property
    def etag(self) -> str:
        return f'"{hash(self.parts)}"'

    def __call__(self, _path: str, headers: dict[str, str]) -> Reply:
        if self.status == 200 and self.body is None and headers.get("if-none-match") == self.etag:
            return Reply(304, headers={"ETag": self.etag})
        body = calendar(*self.parts) if self.body is None else self.body
        return Reply(self.status, body, {"ETag": self.etag})


async def connect(
    client: httpx.AsyncClient, headers: Headers, owner: UUID, adres: str, *aanbod: dict[str, Any]
) -> dict[str, Any]:
    answer = await client.post(
        f"/api/v1/organisaties/{owner}/agendabronnen",
        json={"adres": adres, "aanbod": list(aanbod)},
        headers=headers,
    )
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def regel(aanbod: dict[str, Any], *woorden: str) -> dict[str, Any]:
    return {"aanbodId": aanbod["id"], "woorden": list(woorden)}


async def times_of(client: httpx.AsyncClient, aanbod: dict[str, Any]) -> list[str]:
    answer = await client.get(f"/api/v1/aanbod/{aanbod['id']}")
    return [moment["tekst"] for moment in answer.json()["momenten"]]


async def nights(database: Database, number: int = 1) -> None:
    """Has the worker read what is due, on so many nights in a row."""
    for _ in range(number):
        async with database.transaction() as session:
            for bron in await session.scalars(select(Agendabron)):
                bron.volgende_op = utc_now() - timedelta(minutes=1)
        while await refresh_next(database, INTERN, utc_now(), URL):
            pass


async def mails(database: Database) -> list[str]:
    async with database.transaction() as session:
        rows = await session.scalars(select(Bericht).where(col(Bericht.soort) == "agenda-mislukt"))
        return [row.aan for row in rows]


class Setting:
    """An organisation with two listings on the map, and a calendar."""

    def __init__(self, client: httpx.AsyncClient, database: Database, place: Place) -> None:
        self.client, self.database, self.place = client, database, place

    async def fill(self) -> "Setting":
        self.owner = await make_organisatie(self.database)
        self.member = await log_in_as(self.database, eigenaar=self.owner)
        self.editor = await log_in_as(self.database, "redactie")
        self.koffie = await publish(self.client, self.editor, self.owner, titel="Koffie")
        self.thee = await publish(self.client, self.editor, self.owner, titel="Thee")
        return self

    async def connect(self) -> dict[str, Any]:
        rules = (regel(self.koffie, "koffie"), regel(self.thee, "thee"))
        return await connect(self.client, self.member, self.owner, self.place.url(), *rules)

    async def shown(self) -> dict[str, Any]:
        answer = await self.client.get(
            f"/api/v1/organisaties/{self.owner}/agendabronnen", headers=self.member
        )
        [bron] = answer.json()["resultaten"]
        return dict(bron)


async def test_what_a_calendar_gives_is_shown_before_anything_is_kept(database: Database) -> None:
    feed = Feed(
        weekly(uid="a"), THEE, weekly("Overleg", "b"),
        event("DTSTART:20300101T100000Z", "CLASS:PRIVATE", titel="Gesprek met Jan"),
    )  # fmt: skip
    async with serve(database, uitgaand_intern=True) as client:
        with answering(feed) as place:
            setting = await Setting(client, database, place).fill()
            answer = await client.post(
                f"/api/v1/organisaties/{setting.owner}/agendabronnen/voorbeelden",
                json={"adres": place.url(), "aanbod": [regel(setting.koffie, "koffie")]},
                headers=setting.member,
            )
        assert answer.status_code == 200, answer.text
        [koffie] = answer.json()["aanbod"]
        assert (koffie["titel"], koffie["momenten"], len(koffie["komende"])) == ("Koffie", 1, 6)
        assert koffie["afspraken"][0]["tijden"] == ["elke dinsdag van 10.00 tot 12.00 uur"]
        days = [date.fromisoformat(keer["dag"]) for keer in koffie["komende"]]
        assert {day.weekday() for day in days} == {1}
        assert min(days) >= today()
        rest = [(each["titel"], each["redenen"]) for each in answer.json()["ongebruikt"]]
        assert rest == [("Overleg", []), ("Thee", []), ("", ["besloten"])]
        assert "Jan" not in answer.text
        own = await client.get(
            f"/api/v1/organisaties/{setting.owner}/agendabronnen", headers=setting.member
        )
        assert own.json() == {"resultaten": []}


async def test_one_calendar_serves_several_listings_and_keeps_nothing_but_times(
    database: Database,
) -> None:
    people = "ATTENDEE;CN=Jan:mailto:jan@example.org\r\nDESCRIPTION:Bel Jan\r\nEND:VEVENT"
    feed = Feed(weekly().replace("END:VEVENT", people), THEE)
    async with serve(database, uitgaand_intern=True) as client:
        with answering(feed) as place:
            setting = await Setting(client, database, place).fill()
            before = (await client.get(f"/api/v1/aanbod/{setting.koffie['id']}")).json()
            await setting.connect()
        assert await times_of(client, setting.koffie) == ["elke dinsdag van 10.00 tot 12.00 uur"]
        assert await times_of(client, setting.thee) == ["elke woensdag van 10.00 tot 12.00 uur"]
        after = (await client.get(f"/api/v1/aanbod/{setting.koffie['id']}")).json()
        # It said the same by hand, but for since when; in people's own calendars it stays the same.
        assert after["momenten"][0]["id"] != before["momenten"][0]["id"]
        assert after["versie"] == before["versie"]
        history = await client.get(
            f"/api/v1/aanbod/{setting.koffie['id']}/historie", headers=setting.member
        )
        steps = [each["handeling"] for each in history.json()["resultaten"]][:2]
        assert steps == ["tijden-uit-agenda", "agenda-gekoppeld"]
        log = await _log(database)
        assert "Jan" not in history.text
        assert log == [("agendabron", "gekoppeld")]


async def test_times_are_refreshed_at_night_keep_their_ids_and_reach_search(
    own_database: Database,
) -> None:
    feed = Feed(weekly(), THEE)
    async with serve(own_database, uitgaand_intern=True) as client:
        with answering(feed) as place:
            setting = await Setting(client, own_database, place).fill()
            await setting.connect()
            [before] = (await client.get(f"/api/v1/aanbod/{setting.koffie['id']}")).json()[
                "momenten"
            ]
            await nights(own_database)
            assert place.asked[-1][1]["if-none-match"] == feed.etag
            async with own_database.transaction() as session:
                outbox = await session.scalar(select(func.max(col(OutboxRij.id)))) or 0
            feed.parts = (weekly(dag="TH"), weekly(uid="nieuw", dag="MO"), THEE)
            await nights(own_database)
        answer = (await client.get(f"/api/v1/aanbod/{setting.koffie['id']}")).json()
        assert [moment["tekst"] for moment in answer["momenten"]] == [
            "elke maandag van 10.00 tot 12.00 uur", "elke donderdag van 10.00 tot 12.00 uur",
        ]  # fmt: skip
        assert answer["momenten"][1]["id"] == before["id"]
        async with own_database.transaction() as session:
            sent = await session.scalars(
                select(OutboxRij.subject_id).where(col(OutboxRij.id) > outbox)
            )
            assert UUID(setting.koffie["id"]) in set(sent)


async def test_times_of_a_calendar_cannot_be_edited_until_it_is_let_go(database: Database) -> None:
    async with serve(database, uitgaand_intern=True) as client:
        with answering(Feed(weekly(), THEE)) as place:
            setting = await Setting(client, database, place).fill()
            bron = await setting.connect()
        koffie = (await client.get(f"/api/v1/aanbod/{setting.koffie['id']}")).json()
        headers = {**setting.editor, "If-Match": f'"{koffie["versie"]}"'}
        path = f"/api/v1/aanbod/{koffie['id']}"
        refused = await client.put(path, json=aanbod_body(titel="Koffie"), headers=headers)
        assert refused.status_code == 400
        assert refused.json()["fouten"][0]["veld"] == "momenten"
        [moment] = koffie["momenten"]
        own = [{key: moment[key] for key in ("rrule", "begin", "van", "tot", "behalve")}]
        other = aanbod_body(titel="Verse koffie", momenten=own)
        kept = await client.put(path, json=other, headers=headers)
        assert (kept.status_code, kept.json()["titel"]) == (200, "Verse koffie")
        writing = await client.get(f"{path}/bewerking", headers=setting.member)
        assert writing.json()["tijdenUitAgenda"] is True
        gone = await client.delete(
            f"/api/v1/agendabronnen/{bron['id']}",
            headers={**setting.member, "If-Match": f'"{bron["versie"]}"'},
        )
        assert gone.status_code == 204
        assert await times_of(client, setting.koffie) == ["elke dinsdag van 10.00 tot 12.00 uur"]
        headers["If-Match"] = f'"{kept.json()["versie"]}"'
        freed = await client.put(path, json=aanbod_body(momenten=[]), headers=headers)
        assert (freed.status_code, freed.json()["momenten"]) == (200, [])


async def test_a_night_makes_no_draft_and_no_proposal_something_of_before(
    own_database: Database,
) -> None:
    """Its times are those of the calendar, whatever somebody kept before that changed."""
    feed = Feed(weekly(), THEE)
    async with serve(own_database, uitgaand_intern=True) as client:
        with answering(feed) as place:
            setting = await Setting(client, own_database, place).fill()
            await setting.connect()
            path = f"/api/v1/aanbod/{setting.koffie['id']}/bewerking"
            draft = (await client.get(path, headers=setting.member)).json()
            inhoud = {**draft["inhoud"], "titel": "Verse koffie"}
            body = {"inhoud": inhoud, "basisVersie": draft["basisVersie"]}
            headers = {**setting.member, "If-Match": f'"{draft["versie"]}"'}
            await client.put(path, json=body, headers=headers)
            feed.parts = (weekly(dag="TH"), THEE)
            await nights(own_database)
            kept = (await client.get(path, headers=setting.member)).json()
            assert (kept["verschillen"], kept["gewijzigd"]) == ([], True)
            headers["If-Match"] = f'"{kept["versie"]}"'
            handed = await client.post(f"{path}/indieningen", headers=headers)
            assert handed.json()["uitkomst"] == "voorstel", handed.text
            feed.parts = (weekly(dag="FR"), THEE)
            await nights(own_database)
        queue = await client.get("/api/v1/beoordelingen", headers=setting.editor)
        [waiting] = queue.json()["resultaten"]
        assert [each["veld"] for each in waiting["verschillen"]] == ["titel"]
        agreed = await client.post(
            f"/api/v1/aanbod/{setting.koffie['id']}/voorstel/besluiten",
            json={"besluit": "goedgekeurd"},
            headers=setting.editor,
        )
        assert agreed.status_code in {200, 204}, agreed.text
        now = (await client.get(f"/api/v1/aanbod/{setting.koffie['id']}")).json()
        assert now["titel"] == "Verse koffie"
        assert now["momenten"][0]["tekst"] == "elke vrijdag van 10.00 tot 12.00 uur"


async def test_a_calendar_that_fails_keeps_its_times_and_is_told_of_once(
    own_database: Database,
) -> None:
    feed = Feed(weekly(), THEE)
    async with serve(own_database, uitgaand_intern=True) as client:
        with answering(feed) as place:
            setting = await Setting(client, own_database, place).fill()
            bron = await setting.connect()
            feed.status = 404
            await nights(own_database)
            assert (await setting.shown())["reden"] == "weg"
            assert await mails(own_database) == []
            await nights(own_database, 3)
            owner = await _email(own_database, setting.member)
            assert await mails(own_database) == [owner]
            assert await times_of(client, setting.thee) == ["elke woensdag van 10.00 tot 12.00 uur"]
            feed.status, feed.body = 200, b"<html>Log in</html>"
            await nights(own_database)
            assert (await setting.shown())["reden"] == "geen-agenda"
            feed.body = None
            again = await client.post(
                f"/api/v1/agendabronnen/{bron['id']}/verversingen", headers=setting.member
            )
            assert again.json()["uitkomst"] == "ongewijzigd"
            assert again.json()["agendabron"].get("misluktSinds") is None
            feed.status = 500
            await nights(own_database, 2)
        assert await mails(own_database) == [owner, owner]
        assert (await setting.shown())["reden"] == "antwoord"


@pytest.mark.parametrize(
    ("reply", "word"),
    [
        (Reply(404), "staat niets"), (Reply(403), "mogen we niet lezen"), (Reply(500), "later"),
        (Reply(body=b"<html>"), "geen agenda"), (Reply(announced=20_000_000), "te groot"),
    ],
)  # fmt: skip
async def test_what_cannot_be_read_cannot_be_connected(
    database: Database, reply: Reply, word: str
) -> None:
    async with serve(database, uitgaand_intern=True) as client:
        with answering(reply) as place:
            owner = await make_organisatie(database)
            member = await log_in_as(database, medebewerker=owner)
            answer = await client.post(
                f"/api/v1/organisaties/{owner}/agendabronnen",
                json={"adres": place.url()},
                headers=member,
            )
    assert answer.status_code == 400
    [fault] = answer.json()["fouten"]
    assert fault["veld"] == "adres"
    assert word in fault["melding"]


async def test_addresses_of_our_own_network_are_not_asked(database: Database) -> None:
    async with serve(database) as client:
        with answering(Feed(weekly())) as place:
            owner = await make_organisatie(database)
            member = await log_in_as(database, medebewerker=owner)
            for adres in (place.url(), "https://127.0.0.1/a.ics", "webcal://localhost/a.ics"):
                answer = await client.post(
                    f"/api/v1/organisaties/{owner}/agendabronnen/voorbeelden",
                    json={"adres": adres},
                    headers=member,
                )
                assert answer.status_code == 400, adres
            assert place.asked == []


async def test_a_listing_of_somebody_else_or_of_another_calendar_is_refused(
    database: Database,
) -> None:
    async with serve(database, uitgaand_intern=True) as client:
        with answering(Feed(weekly(), THEE)) as place:
            setting = await Setting(client, database, place).fill()
            await setting.connect()
            elsewhere = await publish(client, setting.editor, await make_organisatie(database))
            for wrong, status in ((elsewhere, 400), (setting.koffie, 409)):
                answer = await client.post(
                    f"/api/v1/organisaties/{setting.owner}/agendabronnen",
                    json={"adres": place.url(), "aanbod": [regel(wrong)]},
                    headers=setting.member,
                )
                assert answer.status_code == status
            bron = await setting.shown()
            changed = await client.put(
                f"/api/v1/agendabronnen/{bron['id']}",
                json={"adres": place.url(), "aanbod": [regel(setting.koffie)]},
                headers={**setting.member, "If-Match": f'"{bron["versie"]}"'},
            )
            assert [each["titel"] for each in changed.json()["aanbod"]] == ["Koffie"]
        # Without words it takes all; what is left out keeps its times and can be edited.
        assert len(await times_of(client, setting.koffie)) == 2
        assert len(await times_of(client, setting.thee)) == 1


async def _log(database: Database) -> list[tuple[str, str]]:
    async with database.transaction() as session:
        rows = await session.scalars(
            select(LogRegel).where(col(LogRegel.onderwerp) == "agendabron")
        )
        return [(row.onderwerp, row.handeling) for row in rows]


async def _email(database: Database, headers: Headers) -> str:
    async with database.transaction() as session:
        account = await session.get(Account, await account_of(database, headers))
    assert account is not None
    return str(account.email)
