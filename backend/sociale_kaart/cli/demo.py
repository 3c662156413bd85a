"""The invented listings, dated as if they were written today."""

from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any

import orjson
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.accounts.models import Account
from sociale_kaart.accounts.service import create_account
from sociale_kaart.cli.demo_bereik import add_demo_bereik
from sociale_kaart.cli.servers import Tools
from sociale_kaart.core.clock import today
from sociale_kaart.opendata.importer import Importer
from sociale_kaart.opendata.sources import SourceRow
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie

BRON = "demo"
# The day on which the demo data is true; on later days its check dates move along, because
# otherwise a demo of next year would show nothing but overdue listings.
_WRITTEN_ON = date(2026, 11, 22)
_MOVING_DATES = ("bevestigdOp", "capaciteitOp", "bijgewerkt")
_ACCOUNTS = (
    ("beheer@example.org", "Bea van Beheer", "beheer"),
    ("redactie@example.org", "Ravi van de Redactie", "redactie"),
    ("wijkteam@example.org", "Willem van het Wijkteam", "wijkteam"),
    ("vrijwilliger@example.org", "Vera Vrijwilliger", "lid"),
)
# By their keys in the data files.
_DEAD_WEBSITE, _REPORTED, _REPORTS = "demo-n-002", "demo-n-003", 2
_PASSWORD = "demo-zwolle"  # noqa: S105 (invented people on a machine of one's own)


async def seed_demo(tools: Tools) -> None:
    """Loads the demo listings, how often they were seen, and the log-ins once.

    The log-ins come last, so a start that was cut off half-way is finished by the next one,
    and whatever somebody changed in a demo afterwards stays.
    """
    async with tools.database.transaction() as session:
        last = select(Account).where(col(Account.email) == _ACCOUNTS[-1][0])
        if await session.scalar(last) is not None:
            return
    importer = Importer(tools.database, BRON)
    report = await importer.run(demo_rows())
    if report.faults:
        raise RuntimeError(f"de demodata klopt niet: {report.faults[:3]}")
    async with tools.database.transaction() as session:
        await add_demo_bereik(session, BRON, today())
        await _add_signs(session)
        await _add_accounts(session)
    lines = [f"{email}  wachtwoord {_PASSWORD}  ({rol})" for email, _, rol in _ACCOUNTS]
    tools.settings.data_dir.mkdir(parents=True, exist_ok=True)
    (tools.settings.data_dir / "demo-inlog.txt").write_text("\n".join(lines) + "\n")


async def _add_signs(session: AsyncSession) -> None:
    """A website that does not work and reports of residents, at listings of the member's own."""
    rows = await session.scalars(
        select(Aanbod).where(
            col(Aanbod.bron) == BRON, col(Aanbod.extern_id).in_([_DEAD_WEBSITE, _REPORTED])
        )
    )
    for aanbod in rows:
        if aanbod.extern_id == _DEAD_WEBSITE:
            aanbod.website_stuk_sinds = today() - timedelta(days=5)
        else:
            session.add_all(
                Melding(aanbod_id=aanbod.id, soort="tijden", velden=[]) for _ in range(_REPORTS)
            )


async def _add_accounts(session: AsyncSession) -> None:
    for email, naam, rol in _ACCOUNTS:
        known = await session.scalar(select(Account).where(col(Account.email) == email))
        if known is not None:
            continue
        account = await create_account(
            session, email=email, naam=naam, wachtwoord=_PASSWORD, rol=rol
        )
        if rol == "lid":
            first = await session.scalar(
                select(Organisatie)
                .where(col(Organisatie.bron) == BRON)
                .order_by(col(Organisatie.extern_id))
                .limit(1)
            )
            assert first is not None
            session.add(
                Lidmaatschap(account_id=account.id, organisatie_id=first.id, rol="eigenaar")
            )


def demo_rows() -> list[SourceRow]:
    """The rows of the data files, with their dates moved to today."""
    shift = timedelta(days=(today() - _WRITTEN_ON).days)
    rows = []
    for file in sorted((files("sociale_kaart") / "data" / "demo").iterdir(), key=str):
        if file.name.endswith(".jsonl"):
            lines = file.read_text(encoding="utf-8").rstrip("\n").split("\n")
            for number, line in enumerate(lines, start=1):
                rows.append(SourceRow(number, _moved(orjson.loads(line), shift)))
    return rows


def _moved(row: dict[str, Any], shift: timedelta) -> dict[str, Any]:
    for key in _MOVING_DATES:
        value = row.get(key)
        if value and "T" in value:
            row[key] = (datetime.fromisoformat(value) + shift).isoformat()
        elif value:
            row[key] = (date.fromisoformat(value) + shift).isoformat()
    return row
