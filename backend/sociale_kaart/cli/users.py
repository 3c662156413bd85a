from collections.abc import Sequence
from uuid import UUID

import typer
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.service import create_account
from sociale_kaart.cli.servers import Tools, run
from sociale_kaart.cli.terminal import fail
from sociale_kaart.organisaties.models import Lidmaatschap
from sociale_kaart.organisaties.queries import find_organisatie

_SHORTEST_PASSWORD = 12


def create_user(email: str, naam: str, rol: str, organisaties: Sequence[str]) -> None:
    """Makes an account; members of organisations log in by a link, others choose a password.

    It becomes owner of the organisations (id or slug); when one is unknown nothing is made.
    """
    wachtwoord = None if rol == "lid" else _ask_password()

    async def work(tools: Tools) -> None:
        async with tools.database.transaction() as session:
            account = await create_account(
                session, email=email, naam=naam, wachtwoord=wachtwoord, rol=rol
            )
            for organisatie in dict.fromkeys(organisaties):
                await _make_owner(session, account.id, organisatie)

    try:
        run(work, with_engine=False)
    except IntegrityError:
        fail("Er is al een account met dit e-mailadres.")
    typer.echo(f"{naam} kan inloggen.")


async def _make_owner(session: AsyncSession, account_id: UUID, id_or_slug: str) -> None:
    organisatie = await find_organisatie(session, id_or_slug)
    if organisatie is None:
        fail(f"De organisatie '{id_or_slug}' kennen we niet.")
    session.add(Lidmaatschap(account_id=account_id, organisatie_id=organisatie.id, rol="eigenaar"))


def _ask_password() -> str:
    wachtwoord: str = typer.prompt(
        "Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer"
    )
    if len(wachtwoord) < _SHORTEST_PASSWORD:
        fail(f"Kies een wachtwoord van minstens {_SHORTEST_PASSWORD} tekens.")
    return wachtwoord
