import typer
from sqlalchemy.exc import IntegrityError

from sociale_kaart.accounts.service import create_account
from sociale_kaart.cli.servers import Tools, run
from sociale_kaart.cli.terminal import fail

_SHORTEST_PASSWORD = 12


def create_user(email: str, naam: str, rol: str) -> None:
    """Makes an account; members of organisations log in by a link, others choose a password."""
    wachtwoord = None if rol == "lid" else _ask_password()

    async def work(tools: Tools) -> None:
        async with tools.database.transaction() as session:
            await create_account(session, email=email, naam=naam, wachtwoord=wachtwoord, rol=rol)

    try:
        run(work, with_engine=False)
    except IntegrityError:
        fail("Er is al een account met dit e-mailadres.")
    typer.echo(f"{naam} kan inloggen.")


def _ask_password() -> str:
    wachtwoord: str = typer.prompt(
        "Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer"
    )
    if len(wachtwoord) < _SHORTEST_PASSWORD:
        fail(f"Kies een wachtwoord van minstens {_SHORTEST_PASSWORD} tekens.")
    return wachtwoord
