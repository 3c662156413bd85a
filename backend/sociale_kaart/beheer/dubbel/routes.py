from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Request, Response

from sociale_kaart.aanbod.documents import document_of
from sociale_kaart.aanbod.schemas import AanbodUit
from sociale_kaart.beheer.dubbel import service
from sociale_kaart.beheer.dubbel.schemas import (
    AanbodInPaar,
    Dubbel,
    Dubbelen,
    GelijkAanbod,
    GelijkAanbodLijst,
    GelijkAanbodVraag,
    OnderscheidInvoer,
    SamenvoegingInvoer,
)
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import DatabaseDep, SessionDep
from sociale_kaart.core.paging import PageDep
from sociale_kaart.core.versions import ExpectedVersion, version_etag
from sociale_kaart.organisaties.access import ActorDep, EditorDep
from sociale_kaart.taxonomie.reference import ReferenceDep

router = APIRouter(tags=["Beheer"])


@router.post(
    "/gelijkenissen",
    operation_id="findGelijkenissen",
    response_model=GelijkAanbodLijst,
)
async def find_gelijkenissen(
    request: Request,
    database: DatabaseDep,
    reference: ReferenceDep,
    _actor: ActorDep,
    vraag: GelijkAanbodVraag,
) -> Response:
    """What is on the map that may be what you are about to add; nothing is kept of the question."""
    async with database.reader() as reader:
        found = await service.find_alike(reader, vraag, reference)
    content = GelijkAanbodLijst(
        resultaten=[
            GelijkAanbod(
                **_names(each.document),
                organisatie_id=each.document["organisatie"]["id"],
                zekerheid=each.gelijkenis.zekerheid or "misschien",
                redenen=list(each.gelijkenis.redenen),
            )
            for each in found
        ]
    )
    return json_answer(request, content, lasting=False)


@router.get("/dubbelen", operation_id="listDubbelen", response_model=Dubbelen)
async def list_dubbelen(
    request: Request, database: DatabaseDep, _editor: EditorDep, page: PageDep
) -> Response:
    """Pairs that look the same, of what is new on the map or was reported; the newest first.

    A page may have fewer pairs than its limit, or more: it looks at that many listings.
    """
    async with database.reader() as reader:
        pairs, following = await service.list_doubles(reader, page.after, page.limit)
    content = Dubbelen(
        resultaten=[
            Dubbel(
                een=_in_pair(document),
                ander=_in_pair(found.document),
                zekerheid=found.gelijkenis.zekerheid or "misschien",
                redenen=list(found.gelijkenis.redenen),
            )
            for document, found in pairs
        ],
        volgende=None if following is None else str(following),
    )
    return json_answer(request, content, lasting=False)


@router.post(
    "/aanbod/{id}/samenvoegingen", operation_id="createSamenvoeging", response_model=AanbodUit
)
async def create_samenvoeging(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    actor: ActorDep,
    versie: ExpectedVersion,
    id: UUID,  # noqa: A002
    invoer: SamenvoegingInvoer,
) -> Response:
    """Another listing goes into this one; its addresses and external ids lead here from now on."""
    aanbod = await service.merge(session, id, versie, invoer, reference, actor)
    body = orjson.dumps(document_of(aanbod, today()))
    return json_answer(request, body, etag=version_etag(aanbod.versie, body))


@router.post("/onderscheidingen", operation_id="createOnderscheiding", status_code=204)
async def create_onderscheiding(
    session: SessionDep, _editor: EditorDep, invoer: OnderscheidInvoer
) -> None:
    """These two are not the same; they are not shown as a pair again."""
    await service.tell_apart(session, invoer.een, invoer.ander)


def _names(document: Mapping[str, Any]) -> dict[str, Any]:
    place = document.get("locatie", {})
    where = [place.get("naam"), place.get("straat")]
    return {
        **{name: document.get(name) for name in ("id", "slug", "titel", "samenvatting")},
        "organisatie": document["organisatie"]["naam"],
        "plek": ", ".join(filter(None, where)) or None,
    }


def _in_pair(document: Mapping[str, Any]) -> AanbodInPaar:
    return AanbodInPaar(**_names(document), bron=document.get("bron"), versie=document["versie"])
