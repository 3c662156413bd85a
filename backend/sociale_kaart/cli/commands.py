"""The command `sociale-kaart`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import orjson
import typer
from sqlalchemy.exc import IntegrityError

from sociale_kaart.accounts.service import create_account
from sociale_kaart.cli import prepare as preparing
from sociale_kaart.cli import transfer as transferring
from sociale_kaart.cli.servers import Tools, fail, run
from sociale_kaart.core.config import get_settings
from sociale_kaart.core.logging import configure_logging

app = typer.Typer(
    help="De sociale kaart: starten, vullen en onderhouden.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

_SHORTEST_PASSWORD = 12


class Rol(StrEnum):
    LID = "lid"
    WIJKTEAM = "wijkteam"
    WIJKREDACTEUR = "wijkredacteur"
    REDACTIE = "redactie"
    BEHEER = "beheer"


Port = Annotated[int, typer.Option(min=1, max=65535, envvar="PORT", help="Poort van de website.")]
Host = Annotated[str, typer.Option(help="Adres waarop de website luistert.")]


@app.command()
def start(
    port: Port = 8000,
    host: Host = "127.0.0.1",
    demo: Annotated[bool, typer.Option(envvar="DEMO", help="Met verzonnen voorbeelden.")] = True,
) -> None:
    """Start alles op deze machine: database, zoekmachine, verwerker en website."""
    from sociale_kaart.start import start as start_all  # noqa: PLC0415 (a layer above this one)

    raise typer.Exit(start_all(port=port, data_dir=get_settings().data_dir, demo=demo, host=host))


@app.command()
def prepare(
    demo: Annotated[bool, typer.Option(help="Met verzonnen voorbeelden.")] = False,
) -> None:
    """Zet tabellen, woordenlijsten, wijken en de zoekindex klaar; nog een keer kan geen kwaad."""
    configure_logging("warning")
    run(lambda tools: preparing.prepare(tools, demo=demo, say=typer.echo))


@app.command()
def migrate(revision: str = "head") -> None:
    """Brengt de tabellen naar de nieuwste vorm."""
    run(lambda tools: preparing.migrate(tools.database, revision), with_engine=False)


@app.command()
def serve(
    port: Port = 8000,
    host: Host = "127.0.0.1",
    workers: Annotated[int, typer.Option(min=1, help="Aantal processen.")] = 1,
) -> None:
    """Draait alleen de website en de API, met de servers uit de omgeving (productie)."""
    import uvicorn  # noqa: PLC0415 (only this command needs it)

    if get_settings().database_url is None:
        fail("Zet DATABASE_URL, of gebruik 'sociale-kaart start' om alles te starten.")
    uvicorn.run(
        "sociale_kaart.app:create_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        access_log=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=5,
    )


@app.command()
def worker() -> None:
    """Houdt de zoekindex bij en doet wat elke dag moet."""
    from sociale_kaart.worker import run_worker  # noqa: PLC0415 (only this command needs it)

    configure_logging(get_settings().log_level)
    run(lambda tools: run_worker(tools.database, tools.engine))


@app.command()
def reindex() -> None:
    """Bouwt de zoekindex opnieuw op; zoeken gaat intussen door."""

    async def work(tools: Tools) -> None:
        if tools.engine is None:
            fail("Er is geen Meilisearch: er valt geen index te bouwen.")
        await preparing.refresh_index(tools, typer.echo, force=True)

    configure_logging("warning")
    run(work)
    typer.echo("De zoekindex is opnieuw opgebouwd.")


@app.command("import")
def import_(
    bestand: Annotated[Path, typer.Argument(help="CSV, XLSX of JSON Lines; zie docs/.")],
    bron: Annotated[str, typer.Option(help="Naam van de bron, zoals 'samenzwolle'.")],
    proef: Annotated[
        bool, typer.Option("--proef", "--dry-run", help="Laat zien wat er zou gebeuren.")
    ] = False,
) -> None:
    """Haalt aanbod binnen uit een bestand; een tweede keer werkt het bij."""
    configure_logging("warning")
    if not transferring.import_file(bestand, bron, dry_run=proef):
        raise typer.Exit(2)


@app.command()
def export(
    bestand: Annotated[Path, typer.Argument(help="Eindigt op .jsonl, .csv of .xlsx.")],
    bron: Annotated[str | None, typer.Option(help="Alleen wat uit deze bron komt.")] = None,
) -> None:
    """Schrijft het aanbod naar een bestand dat je weer kunt binnenhalen."""
    configure_logging("warning")
    transferring.export_file(bestand, bron)


@app.command()
def create_user(
    email: str,
    naam: Annotated[str, typer.Option(help="Hoe deze persoon heet.")],
    rol: Annotated[Rol, typer.Option(help="Wat deze persoon mag.")] = Rol.LID,
) -> None:
    """Maakt een account; het wachtwoord vraagt het programma."""
    wachtwoord = typer.prompt("Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer")
    if len(wachtwoord) < _SHORTEST_PASSWORD:
        fail(f"Kies een wachtwoord van minstens {_SHORTEST_PASSWORD} tekens.")

    async def work(tools: Tools) -> None:
        async with tools.database.transaction() as session:
            await create_account(session, email=email, naam=naam, wachtwoord=wachtwoord, rol=rol)

    try:
        run(work, with_engine=False)
    except IntegrityError:
        fail("Er is al een account met dit e-mailadres.")
    typer.echo(f"{naam} kan inloggen.")


@app.command()
def openapi(bestand: Annotated[Path | None, typer.Argument()] = None) -> None:
    """Schrijft het contract van de API (OpenAPI) naar een bestand of het scherm."""
    from sociale_kaart.app import create_app  # noqa: PLC0415 (only this command needs it)

    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    content = orjson.dumps(create_app().openapi(), option=options)
    if bestand is None:
        typer.echo(content.decode(), nl=False)
    else:
        bestand.write_bytes(content)
