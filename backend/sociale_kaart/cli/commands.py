"""The command `sociale-kaart`.

Each command loads what it needs and no more: 'start' runs four of them, and what all of them load
is waited for four times.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sociale_kaart.cli.terminal import fail
from sociale_kaart.core.config import get_settings

app = typer.Typer(
    help="De sociale kaart: starten, vullen en onderhouden.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


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
    from sociale_kaart.start import start as start_all

    raise typer.Exit(start_all(port=port, data_dir=get_settings().data_dir, demo=demo, host=host))


@app.command()
def prepare(
    demo: Annotated[bool, typer.Option(help="Met verzonnen voorbeelden.")] = False,
) -> None:
    """Zet tabellen, woordenlijsten, wijken en de zoekindex klaar; nog een keer kan geen kwaad."""
    from sociale_kaart.cli import prepare as preparing
    from sociale_kaart.cli.servers import run

    _quiet()
    run(lambda tools: preparing.prepare(tools, demo=demo, say=typer.echo))


@app.command()
def migrate(revision: str = "head") -> None:
    """Brengt de tabellen naar de nieuwste vorm."""
    from sociale_kaart.cli import prepare as preparing
    from sociale_kaart.cli.servers import run

    run(lambda tools: preparing.migrate(tools.database, revision), with_engine=False)


@app.command()
def serve(
    port: Port = 8000,
    host: Host = "127.0.0.1",
    workers: Annotated[int, typer.Option(min=1, help="Aantal processen.")] = 1,
) -> None:
    """Draait alleen de website en de API, met de servers uit de omgeving (productie)."""
    import uvicorn

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
        # Less than 'start' waits before it ends this process itself.
        timeout_graceful_shutdown=2,
    )


@app.command()
def worker() -> None:
    """Houdt de zoekindex bij, verstuurt de mail en doet wat elke dag moet."""
    from sociale_kaart.aanbod.links.looking import Looker
    from sociale_kaart.berichten.courier import open_courier
    from sociale_kaart.cli.servers import Tools, run
    from sociale_kaart.core.logging import configure_logging
    from sociale_kaart.core.uitgaand import open_uitgaand
    from sociale_kaart.worker import run_worker
    from sociale_kaart.zoeken.meaning.choice import open_embedder

    async def work(tools: Tools) -> None:
        embedder = open_embedder(tools.settings)
        try:
            courier = open_courier(tools.settings)
            public_url = tools.settings.public_url
            # Who cannot be reached is not asked: their silence would count against them.
            mails = courier is not None or tools.settings.demo
            asks_from = public_url if mails else None
            uitgaand = open_uitgaand(tools.settings)
            looker = Looker(uitgaand) if tools.settings.check_links else None
            await run_worker(
                tools.database,
                tools.engine,
                embedder,
                courier,
                asks_from,
                looker,
                public_url=public_url,
                uitgaand=uitgaand,
            )
        finally:
            if embedder is not None:
                await embedder.close()

    configure_logging(get_settings().log_level)
    run(work)


@app.command()
def reindex() -> None:
    """Bouwt de zoekindex opnieuw op; zoeken gaat intussen door."""
    from sociale_kaart.cli import prepare as preparing
    from sociale_kaart.cli.servers import Tools, run

    async def work(tools: Tools) -> None:
        if tools.engine is None:
            fail("Er is geen Meilisearch: er valt geen index te bouwen.")
        await preparing.refresh_index(tools, typer.echo, force=True)

    _quiet()
    run(work)
    typer.echo("De zoekindex is opnieuw opgebouwd.")


@app.command()
def embed() -> None:
    """Berekent van al het aanbod wat het betekent, met alles wat de machine heeft."""
    from sociale_kaart.cli import prepare as preparing
    from sociale_kaart.cli.servers import run

    _quiet()
    number = run(lambda tools: preparing.embed(tools, typer.echo))
    typer.echo(f"Klaar: van {number} keer aanbod is de betekenis berekend.")


@app.command("import")
def import_(
    bestand: Annotated[Path, typer.Argument(help="CSV, XLSX of JSON Lines; zie docs/.")],
    bron: Annotated[str, typer.Option(help="Naam van de bron, zoals 'samenzwolle'.")],
    proef: Annotated[
        bool, typer.Option("--proef", "--dry-run", help="Laat zien wat er zou gebeuren.")
    ] = False,
) -> None:
    """Haalt aanbod binnen uit een bestand; een tweede keer werkt het bij."""
    from sociale_kaart.cli.transfer import import_file

    _quiet()
    if not import_file(bestand, bron, dry_run=proef):
        raise typer.Exit(2)


@app.command()
def export(
    bestand: Annotated[Path, typer.Argument(help="Eindigt op .jsonl, .csv of .xlsx.")],
    bron: Annotated[str | None, typer.Option(help="Alleen wat uit deze bron komt.")] = None,
) -> None:
    """Schrijft het aanbod naar een bestand dat je weer kunt binnenhalen."""
    from sociale_kaart.cli.transfer import export_file

    _quiet()
    export_file(bestand, bron)


@app.command()
def check_texts(
    hoogstens: Annotated[int, typer.Option(min=0, help="Zoveel keer aanbod laten zien.")] = 20,
) -> None:
    """Laat zien welk aanbod moeilijk te lezen is, het moeilijkste eerst, met wat beter kan."""
    from sociale_kaart.cli import texts

    _quiet()
    texts.check_texts(hoogstens)


@app.command()
def ask_owners() -> None:
    """Vraagt nu wie aan de beurt is of het aanbod nog klopt; de verwerker doet het elke ochtend."""
    from sociale_kaart.cli.owners import ask_owners as ask

    _quiet()
    typer.echo(f"Er staan {ask()} mails klaar.")


@app.command()
def create_user(
    email: str,
    naam: Annotated[str, typer.Option(help="Hoe deze persoon heet.")],
    rol: Annotated[Rol, typer.Option(help="Wat deze persoon mag.")] = Rol.LID,
    organisatie: Annotated[
        list[str] | None,
        typer.Option(help="Eigenaar van deze organisatie (id of slug); mag vaker."),
    ] = None,
) -> None:
    """Maakt een account. Een lid logt in met een link; voor de rest vraagt het een wachtwoord."""
    from sociale_kaart.cli import users

    users.create_user(email, naam, rol, organisatie or ())


@app.command()
def openapi(bestand: Annotated[Path | None, typer.Argument()] = None) -> None:
    """Schrijft het contract van de API (OpenAPI) naar een bestand of het scherm."""
    import orjson

    from sociale_kaart.app import create_app

    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    content = orjson.dumps(create_app().openapi(), option=options)
    if bestand is None:
        typer.echo(content.decode(), nl=False)
    else:
        bestand.write_bytes(content)


def _quiet() -> None:
    """Leaves the terminal to what the command itself says."""
    from sociale_kaart.core.logging import configure_logging

    configure_logging("warning")
