"""`sociale-kaart create-user`: who gets in, how, and where they belong."""

import asyncio

import pytest
from sqlalchemy import text

from sociale_kaart.core.db import Database
from tests.cli.conftest import address
from tests.factories import aanbod_row, organisatie_row

pytestmark = pytest.mark.anyio

VERA = ("create-user", "Vera@example.org", "--naam", "Vera")


def accounts(url):
    """Each account with whether it has a password, and where it is an owner."""

    async def read():
        database = Database(url)
        async with database.transaction() as session:
            rows = await session.execute(
                text(
                    "SELECT account.email, account.rol, wachtwoord_hash IS NOT NULL, slug FROM account"
                    " LEFT JOIN lidmaatschap ON account_id = account.id"
                    " LEFT JOIN organisatie ON organisatie_id = organisatie.id ORDER BY slug"
                )
            )
            found = [tuple(row) for row in rows]
        await database.close()
        return found

    return asyncio.run(read())


@pytest.fixture
def url(own_database, write, invoke):
    url = address(own_database)
    rows = (
        aanbod_row(),
        aanbod_row(externId="b", organisatie=organisatie_row(externId="org-2", naam="De Brug")),
    )
    assert invoke("import", write(*rows), "--bron", "proef", url=url).exit_code == 0
    return url


def test_a_member_gets_no_password_and_owns_the_organisations_that_are_named(url, invoke):
    owned = ("--organisatie", "de-brug", "--organisatie", "buurthuis-de-proef")
    done = invoke(*VERA, *owned, url=url)
    assert (done.exit_code, done.stdout) == (0, "Vera kan inloggen.\n")
    assert accounts(url) == [
        ("vera@example.org", "lid", False, "buurthuis-de-proef"),
        ("vera@example.org", "lid", False, "de-brug"),
    ]


def test_an_organisation_that_is_unknown_makes_nothing(url, invoke):
    done = invoke(*VERA, "--organisatie", "de-brug", "--organisatie", "bestaat-niet", url=url)
    assert done.exit_code == 1
    assert done.stderr == "De organisatie 'bestaat-niet' kennen we niet.\n"
    assert accounts(url) == []


def test_an_address_that_is_taken_is_a_sentence(url, invoke):
    invoke(*VERA, url=url)
    done = invoke(*VERA, "--organisatie", "de-brug", url=url)
    assert done.exit_code == 1
    assert done.stderr == "Er is al een account met dit e-mailadres.\n"
    assert accounts(url) == [("vera@example.org", "lid", False, None)]
