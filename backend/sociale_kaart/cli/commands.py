"""The command `sociale-kaart`."""

from pathlib import Path
from typing import Annotated

import orjson
import typer

from sociale_kaart.cli import prepare as preparing
from sociale_kaart.cli.servers import Tools, fail, run
from sociale_kaart.core.config import get_settings
from sociale_kaart.core.logging import configure_logging

app = typer.Typer(
    help="De sociale kaart: starten, vullen en onderhouden.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

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
