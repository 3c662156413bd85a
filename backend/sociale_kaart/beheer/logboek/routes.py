from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.accounts.models import Account
from sociale_kaart.beheer.logboek import queries
from sociale_kaart.beheer.logboek.queries import Line, Wanted
from sociale_kaart.beheer.logboek.schemas import Logboek, LogboekRegel, LogWijziging, Wie
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.fields import Day
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.organisaties.access import BeheerDep

router = APIRouter(tags=["Beheer"])

Kenmerk = Annotated[str | None, Query(min_length=1, max_length=100)]


@router.get("/logboekregels", operation_id="listLogboekregels", response_model=Logboek)
async def list_logboekregels(
    request: Request,
    session: SessionDep,
    _beheer: BeheerDep,
    page: PageDep,
    onderwerp: Kenmerk = None,
    onderwerpId: Kenmerk = None,  # noqa: N803
    accountId: UUID | None = None,  # noqa: N803
    datumVan: Day | None = None,  # noqa: N803
    datumTot: Day | None = None,  # noqa: N803
) -> Response:
    """Who did what to which record, the latest first; also what happened to listings."""
    if datumVan and datumTot and datumTot < datumVan:
        raise InvalidInputError([Fout(veld="datumTot", melding="datumTot ligt voor datumVan.")])
    wanted = Wanted(onderwerp, onderwerpId, accountId, datumVan, datumTot)
    found = await queries.list_lines(session, page, wanted)
    shown = found[: page.limit]
    accounts = await queries.accounts_of(session, shown)
    names = await queries.names_of(session, shown)
    content = Logboek(
        resultaten=[_regel(line, accounts, names) for line in shown],
        volgende=str(shown[-1].id) if len(found) > page.limit else None,
    )
    return json_answer(request, content, lasting=False)


def _regel(line: Line, accounts: Mapping[UUID, Account], names: Mapping[str, str]) -> LogboekRegel:
    return LogboekRegel(
        id=line.id,
        op=line.op,
        wie=None if line.account_id is None else _wie(line.account_id, accounts),
        onderwerp=line.onderwerp,
        onderwerp_id=line.onderwerp_id,
        naam=names.get(line.onderwerp_id),
        handeling=line.handeling,
        wijze=line.wijze,
        wijzigingen=[
            LogWijziging(veld=veld, van=van, naar=naar)
            for veld, (van, naar) in line.wijzigingen.items()
        ],
    )


def _wie(account_id: UUID, accounts: Mapping[UUID, Account]) -> Wie:
    account = accounts.get(account_id)
    return Wie(
        account_id=account_id,
        naam=account and account.naam,
        rol=account and account.rol,
    )
