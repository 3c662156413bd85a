from datetime import timedelta
from typing import Annotated
from uuid import UUID

import asyncpg
import orjson
from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.aanbod import queries, service
from sociale_kaart.aanbod.answers import aanbod_answer
from sociale_kaart.aanbod.bevestigingen import confirm_aanbod, confirm_groep, withdraw_own
from sociale_kaart.aanbod.changing import UNKNOWN
from sociale_kaart.aanbod.documents import closed_periods_in, coming_occurrences, schedules_in
from sociale_kaart.aanbod.opvolgen.queries import find_end
from sociale_kaart.aanbod.opvolgen.service import heen_of
from sociale_kaart.aanbod.schemas import (
    AanbodInvoer,
    AanbodLijst,
    AanbodUit,
    Keer,
    Keren,
    NieuwAanbod,
)
from sociale_kaart.aanbod.wijken import wijken_in
from sociale_kaart.aanbod.zekerheid.schemas import BevestigingInvoer
from sociale_kaart.accounts.routes import TokenDep
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import Database, DatabaseDep, SessionDep
from sociale_kaart.core.fields import Day
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.problems import Fout, InvalidInputError, NotFoundError
from sociale_kaart.core.versions import ExpectedVersion, version_etag
from sociale_kaart.organisaties.access import Actor, ActorDep, find_actor
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.organisaties.rules import is_public, may_know
from sociale_kaart.taxonomie.faults import all_faults_route
from sociale_kaart.taxonomie.reference import Reference, ReferenceDep

router = APIRouter(
    tags=["Aanbod"],
    route_class=all_faults_route(AanbodInvoer, service.faults_of, titel="nog zonder titel"),
)

_UNKNOWN_OWNER = Fout(veld="organisatie", melding="Deze organisatie kennen we niet.")
_LONGEST_PERIOD = timedelta(days=366)
_MOST_IDS = 50
Codes = Annotated[list[str], Query(max_length=60)]


@router.get("/aanbod", operation_id="listAanbod", response_model=AanbodLijst)
async def list_aanbod(
    request: Request,
    database: DatabaseDep,
    reference: ReferenceDep,
    page: PageDep,
    organisatie: Annotated[
        str | None, Query(max_length=100, description="Id of slug van een organisatie.")
    ] = None,
    ambitie: Codes = [],  # noqa: B006 (FastAPI copies defaults)
    thema: Codes = [],  # noqa: B006
    doelgroep: Codes = [],  # noqa: B006
    wijk: Codes = [],  # noqa: B006
    id: Annotated[  # noqa: A002
        list[UUID],
        Query(max_length=_MOST_IDS, description="Alleen deze; ook wat intussen gestopt is."),
    ] = [],  # noqa: B006
) -> Response:
    """Everything on the map, in the order in which it came there; or what `id` asks for."""
    tags = _tag_groups(reference, {"ambitie": ambitie, "thema": thema, "doelgroep": doelgroep})
    if wijk:
        tags.append(_wijk_tags(reference, wijk))
    organisatie_id = None
    if organisatie is not None:
        async with database.transaction() as session:
            owner = await find_organisatie(session, organisatie)
        if owner is None or not is_public(owner):
            raise InvalidInputError([_UNKNOWN_OWNER])
        organisatie_id = owner.id
    async with database.reader() as reader:
        found = await queries.list_documents(reader, page, tags, organisatie_id, id)
    shown = found[: page.limit]
    following = f'"{shown[-1]["id"]}"' if len(found) > page.limit else "null"
    # The documents are JSON already; putting them in a list needs no reading and writing again.
    documents = ",".join(record["inhoud"] for record in shown)
    body = f'{{"resultaten":[{documents}],"volgende":{following}}}'.encode()
    return json_answer(request, body)


@router.get("/aanbod/{id}", operation_id="getAanbod", response_model=AanbodUit)
async def get_aanbod(
    request: Request,
    database: DatabaseDep,
    id: str,  # noqa: A002
    token: TokenDep = None,
) -> Response:
    record = await _readable_document(database, id, token)
    if record["openbaar"] and not record["zichtbaar"]:
        return await _stopped(request, database, record)
    return json_answer(request, record["inhoud"].encode(), etag=record["etag"])


@router.get("/aanbod/{id}/momenten", operation_id="listMomenten", response_model=Keren)
async def list_momenten(
    request: Request,
    database: DatabaseDep,
    id: str,  # noqa: A002
    datumVan: Day | None = None,  # noqa: N803
    datumTot: Day | None = None,  # noqa: N803
    token: TokenDep = None,
) -> Response:
    """Each time that it is on between two days (four weeks from today unless you say so)."""
    record = await _readable_document(database, id, token)
    first = datumVan or today()
    last = datumTot or first + timedelta(weeks=4)
    if not first <= last <= first + _LONGEST_PERIOD:
        melding = "De periode loopt van vroeg naar laat en duurt hoogstens een jaar."
        raise InvalidInputError([Fout(veld="datumTot", melding=melding)])
    document = orjson.loads(record["inhoud"])
    keren = coming_occurrences(schedules_in(document), closed_periods_in(document), first, last)
    return json_answer(
        request, Keren(momenten=[Keer(dag=k.dag, van=k.van, tot=k.tot) for k in keren])
    )


@router.post("/aanbod", operation_id="createAanbod", status_code=201, response_model=AanbodUit)
async def create_aanbod(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    invoer: NieuwAanbod,
) -> Response:
    """A new listing, as a draft."""
    organisatie = await find_organisatie(session, invoer.organisatie)
    if organisatie is None or not may_know(organisatie, actor):
        raise InvalidInputError([_UNKNOWN_OWNER, *service.faults_of(invoer, reference)])
    aanbod = await service.create_aanbod(session, invoer, organisatie, reference, actor)
    answer = aanbod_answer(request, aanbod, status_code=201)
    answer.headers["Location"] = f"/api/v1/aanbod/{aanbod.id}"
    return answer


@router.put(
    "/aanbod/{id}",
    operation_id="updateAanbod",
    response_model=AanbodUit,
    responses={202: {"model": AanbodUit, "description": "Het voorstel wacht op de redactie."}},
)
async def update_aanbod(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    invoer: AanbodInvoer,
) -> Response:
    """Replaces a listing; 202 with the live version when the change waits for the redactie."""
    outcome, aanbod = await service.update_aanbod(session, id, invoer, versie, reference, actor)
    return aanbod_answer(request, aanbod, status_code=202 if outcome == "voorstel" else 200)


@router.post(
    "/aanbod/{id}/bevestigingen", operation_id="createBevestiging", response_model=AanbodUit
)
async def create_bevestiging(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    invoer: BevestigingInvoer | None = None,
) -> Response:
    """'Klopt nog': everything in this listing still holds today, or one group of fields does."""
    groep = None if invoer is None else invoer.groep
    if groep is None:
        return aanbod_answer(request, await confirm_aanbod(session, id, actor))
    return aanbod_answer(request, await confirm_groep(session, id, groep, actor))


@router.post("/aanbod/{id}/intrekkingen", operation_id="createIntrekking", response_model=AanbodUit)
async def create_intrekking(
    request: Request,
    session: SessionDep,
    actor: ActorDep,
    id: UUID,  # noqa: A002
    invoer: BevestigingInvoer | None = None,
) -> Response:
    """Takes your own 'klopt nog' of less than an hour ago back; the one before it counts again."""
    groep = None if invoer is None else invoer.groep
    return aanbod_answer(request, await withdraw_own(session, id, actor, groep))


@router.delete("/aanbod/{id}", operation_id="deleteAanbod", status_code=204)
async def delete_aanbod(
    session: SessionDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
) -> None:
    """Removes a listing for good. What merely ends is better stopped, so that links still work."""
    await service.delete_aanbod(session, id, versie, actor)


async def _stopped(request: Request, database: Database, record: asyncpg.Record) -> Response:
    """What stopped, with where people can go now: that changes without this listing changing."""
    async with database.reader() as reader:
        end = await find_end(reader, record["id"])
    if end is None:
        return json_answer(request, record["inhoud"].encode(), etag=record["etag"])
    document = orjson.loads(record["inhoud"])
    body = orjson.dumps({**document, "verwijstNaar": heen_of(end)})
    return json_answer(request, body, etag=version_etag(document["versie"], body))


async def _readable_document(
    database: Database, id_or_slug: str, token: str | None
) -> asyncpg.Record:
    async with database.reader() as reader:
        record = await queries.find_document(reader, id_or_slug)
    if record is not None and not record["openbaar"]:
        actor = await _actor(database, token)
        wijken = wijken_in(orjson.loads(record["inhoud"]))
        if actor is None or not actor.may_see_drafts_of(record["organisatie_id"], wijken):
            record = None
    if record is None:
        raise NotFoundError(UNKNOWN)
    return record


async def _actor(database: Database, token: str | None) -> Actor | None:
    """Only drafts need to know who asks, so only they pay for finding it out."""
    if token is None:
        return None
    async with database.transaction() as session:
        return await find_actor(session, token)


def _tag_groups(reference: Reference, filters: dict[str, list[str]]) -> list[list[str]]:
    faults = [
        fault
        for lijst, codes in filters.items()
        for fault in reference.vocabulary.faults(lijst, lijst, codes)
    ]
    if faults:
        raise InvalidInputError(faults)
    return [[f"{lijst}:{code}" for code in codes] for lijst, codes in filters.items() if codes]


def _wijk_tags(reference: Reference, names: list[str]) -> list[str]:
    faults = reference.vocabulary.wijk_faults("wijk", names)
    if faults:
        raise InvalidInputError(faults)
    return [f"wijk:{reference.vocabulary.wijk_code(name)}" for name in names]
