import re
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.accounts.routes import TokenDep
from sociale_kaart.beelden import queries, service
from sociale_kaart.beelden.rules import widths_of
from sociale_kaart.beelden.schemas import BeeldUit
from sociale_kaart.core.answers import json_answer, knows
from sociale_kaart.core.db import DatabaseDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.organisaties.access import find_actor, require_actor

router = APIRouter(tags=["Beelden"])

PATH = "/beelden"
_WEBP = "image/webp"
_WIDTH = re.compile(r"[1-9][0-9]{2,3}")
_BINARY = {"schema": {"type": "string", "contentMediaType": "application/octet-stream"}}
# It never changes under its address, and is a picture and nothing else to every browser.
_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


@router.post(
    PATH,
    operation_id="createBeeld",
    status_code=201,
    response_model=BeeldUit,
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": "De foto zelf: JPEG, PNG of WebP, hoogstens 10 MB.",
            "content": dict.fromkeys(("image/jpeg", "image/png", "image/webp"), _BINARY),
        }
    },
)
async def create_beeld(
    request: Request,
    database: DatabaseDep,
    organisatie: Annotated[UUID, Query(description="Van wie de foto is.")],
    token: TokenDep = None,
) -> Response:
    """Keeps a picture, drawn anew: without what the file said of place, time and camera."""
    # No connection to the database is held while a slow telephone sends.
    async with database.transaction() as session:
        actor = await require_actor(await find_actor(session, token))
        await service.require_may_send(session, organisatie, actor)
    drawn = await service.draw_from(request.stream())
    async with database.transaction() as session:
        beeld = await service.keep(session, organisatie, drawn)
        content = BeeldUit(
            id=beeld.id,
            breedte=beeld.breedte,
            hoogte=beeld.hoogte,
            breedtes=widths_of(beeld.breedte),
        )
    answer = json_answer(request, content, status_code=201, lasting=False)
    answer.headers["Location"] = f"/api/v1{PATH}/{content.id}/{content.breedte}"
    return answer


class WebP(Response):
    """Only for the contract: what the route below answers with."""

    media_type = _WEBP


@router.get(f"{PATH}/{{id}}/{{breedte}}", operation_id="getBeeld", response_class=WebP)
async def get_beeld(
    request: Request,
    database: DatabaseDep,
    id: UUID,  # noqa: A002
    breedte: str,
) -> Response:
    """A picture in one of its widths, in pixels."""
    content = None
    if _WIDTH.fullmatch(breedte):
        async with database.reader() as reader:
            content = await queries.find_versie(reader, id, int(breedte))
    if content is None:
        raise NotFoundError("Deze foto is er niet (meer).")
    tag = f'"{id}-{breedte}"'
    headers = {**_HEADERS, "ETag": tag}
    if knows(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=_WEBP, headers=headers)
