"""What the database itself refuses, whoever writes."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.accounts.models import Account
from sociale_kaart.core.db import Database
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.organisaties.models import Lidmaatschap, Locatie, Organisatie
from tests.people import make_organisatie
from tests.refusals import refused

pytestmark = pytest.mark.anyio


def organisatie(**changes: Any) -> dict[str, Any]:
    return {
        "id": new_id(),
        "slug": f"o-{uuid4().hex}",
        "naam": "De Proef",
        "categorie": "voorziening",
        **changes,
    }


def locatie(**changes: Any) -> dict[str, Any]:
    return {"id": new_id(), "naam": "De Proef", "geheim": False, **changes}


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"categorie": "bedrijf"}, "ck_organisatie_categorie"),
        ({"naam": ""}, "ck_organisatie_naam_gevuld"),
        ({"slug": "Niet Zo"}, "ck_organisatie_slug_vorm"),
        ({"slug": "-streep"}, "ck_organisatie_slug_vorm"),
        ({"kvk": "1234567"}, "ck_organisatie_kvk_vorm"),
        ({"relatie_gemeente": "goed"}, "ck_organisatie_relatie"),
        ({"bron": "samen"}, "ck_organisatie_herkomst_heel"),
        ({"extern_id": "1"}, "ck_organisatie_herkomst_heel"),
        ({"versie": 0}, "ck_organisatie_versie"),
    ],
)
async def test_an_organisation_that_cannot_be_is_refused(
    session: AsyncSession, changes: dict[str, Any], constraint: str
) -> None:
    assert await refused(session, Organisatie, organisatie(**changes)) == constraint


@pytest.mark.parametrize(
    ("same", "constraint"),
    [
        ({"slug": "de-proef"}, "uq_organisatie_slug"),
        ({"bron": "samen", "extern_id": "1"}, "uq_organisatie_bron_extern_id"),
    ],
)
async def test_two_organisations_never_have_the_same_key(
    session: AsyncSession, same: dict[str, Any], constraint: str
) -> None:
    rows = [organisatie(**same), organisatie(**same)]
    assert await refused(session, Organisatie, *rows) == constraint


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"lat": 52.5}, "ck_locatie_punt_heel"),
        ({"lat": 95, "lon": 6}, "ck_locatie_punt_op_aarde"),
        ({"lat": 52, "lon": 181}, "ck_locatie_punt_op_aarde"),
        ({"postcode": "8031ab"}, "ck_locatie_postcode_vorm"),
        ({"postcode": "0031 AB"}, "ck_locatie_postcode_vorm"),
        ({"buurt_code": "BU01933000"}, "ck_locatie_buurt_in_wijk"),
        ({"naam": None}, "ck_locatie_iets_bekend"),
        ({"wijk_code": "WK999999"}, "fk_locatie_wijk_code_wijk"),
        ({"wijk_code": "WK019330", "buurt_code": "BU99999999"}, "fk_locatie_buurt_code_buurt"),
    ],
)
async def test_a_place_that_cannot_be_is_refused(
    session: AsyncSession, changes: dict[str, Any], constraint: str
) -> None:
    assert await refused(session, Locatie, locatie(**changes)) == constraint


async def test_two_equal_places_are_one_row_also_where_they_say_nothing(
    session: AsyncSession,
) -> None:
    assert await refused(session, Locatie, locatie(), locatie()) == "uq_locatie_gelijk"
    await session.execute(insert(Locatie).values(**locatie(geheim=True)))


async def test_members_are_people_of_an_organisation_with_a_known_role(
    session: AsyncSession, database: Database
) -> None:
    key = await make_organisatie(database)
    account = Account(email="lid@example.org", naam="Lid", wachtwoord_hash="x")
    session.add(account)
    await session.flush()
    member: Callable[..., dict[str, Any]] = lambda **changes: {  # noqa: E731
        "account_id": account.id,
        "organisatie_id": key,
        "rol": "eigenaar",
        **changes,
    }
    assert await refused(session, Lidmaatschap, member(rol="baas")) == "ck_lidmaatschap_rol"
    assert await refused(session, Lidmaatschap, member(), member()) == "pk_lidmaatschap"
    unknown = await refused(session, Lidmaatschap, member(organisatie_id=uuid4()))
    assert unknown == "fk_lidmaatschap_organisatie_id_organisatie"


@pytest.mark.parametrize(
    ("rows", "constraint"),
    [
        ([{"rol": "koning"}], "ck_account_rol"),
        ([{"email": "Hoofd@example.org"}], "ck_account_email_klein"),
        ([{}, {}], "uq_account_email"),
    ],
)
async def test_an_account_that_cannot_be_is_refused(
    session: AsyncSession, rows: list[dict[str, Any]], constraint: str
) -> None:
    accounts = [
        {"id": new_id(), "email": "a@example.org", "naam": "A", "wachtwoord_hash": "x", **row}
        for row in rows
    ]
    assert await refused(session, Account, *accounts) == constraint
