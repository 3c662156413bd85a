from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.db import SessionDep
from sociale_kaart.core.problems import NotFoundError
from sociale_kaart.taxonomie import queries
from sociale_kaart.taxonomie.geo import PostcodeLink
from sociale_kaart.taxonomie.models import Buurt, Postcodegebied, PostcodegebiedWijk, Wijk
from sociale_kaart.taxonomie.reference import ReferenceDep, wijk_code_of
from sociale_kaart.taxonomie.schemas import (
    Buurten,
    BuurtUit,
    GeoFeature,
    GeoFeatureCollection,
    Postcodegebieden,
    PostcodegebiedUit,
    PostcodeWijk,
    Punt,
    TermUit,
    Vocabularia,
    Wijken,
    WijkUit,
)
from sociale_kaart.taxonomie.vocabulary import LIST_NAMES

router = APIRouter(tags=["Taxonomie"])

ATTRIBUTION = "Grenzen: gemeente Zwolle / CBS, Kadaster (CC BY 4.0)"
_GEOJSON = "application/geo+json"
_FEATURE_COLLECTION = {
    "title": "Wijkgrenzen (RFC 7946)",
    "type": "object",
    "required": ["type", "naamsvermelding", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "naamsvermelding": {"type": "string"},
        "features": {"type": "array", "items": {"type": "object"}},
    },
}


@router.get("/vocabularia", operation_id="listVocabularia", response_model=Vocabularia)
async def list_vocabularia(request: Request, session: SessionDep) -> Response:
    """All words that listings are described with."""
    terms = await queries.list_terms(session)
    lists = {
        plural: [
            TermUit(**term.model_dump(include=set(TermUit.model_fields)))
            for term in terms.get(lijst, [])
        ]
        for plural, lijst in LIST_NAMES.items()
    }
    return json_answer(request, Vocabularia.model_validate(lists))


@router.get(
    "/wijken",
    operation_id="listWijken",
    response_model=Wijken,
    responses={200: {"content": {_GEOJSON: {"schema": _FEATURE_COLLECTION}}}},
)
async def list_wijken(request: Request, session: SessionDep) -> Response:
    """The wijken; with `Accept: application/geo+json` also their outlines."""
    wijken = await queries.list_wijken(session)
    if _GEOJSON in request.headers.get("accept", ""):
        collection = GeoFeatureCollection(
            naamsvermelding=ATTRIBUTION, features=[_wijk_feature(wijk) for wijk in wijken]
        )
        return json_answer(request, collection, media_type=_GEOJSON, vary="Accept")
    return json_answer(request, Wijken(wijken=[_wijk(wijk) for wijk in wijken]), vary="Accept")


@router.get("/wijken/{codeOfSlug}", operation_id="getWijk", response_model=WijkUit)
async def get_wijk(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    codeOfSlug: str,  # noqa: N803
) -> Response:
    code = reference.vocabulary.wijk_code(codeOfSlug)
    for wijk in await queries.list_wijken(session):
        if wijk.code == code:
            return json_answer(request, _wijk(wijk))
    raise NotFoundError("Deze wijk kennen we niet.")


@router.get("/buurten", operation_id="listBuurten", response_model=Buurten)
async def list_buurten(
    request: Request,
    session: SessionDep,
    reference: ReferenceDep,
    wijk: Annotated[str | None, Query(max_length=60)] = None,
) -> Response:
    buurten = await queries.list_buurten(session, wijk_code_of(reference, wijk))
    return json_answer(request, Buurten(buurten=[_buurt(buurt) for buurt in buurten]))


@router.get("/buurten/{code}", operation_id="getBuurt", response_model=BuurtUit)
async def get_buurt(request: Request, session: SessionDep, code: str) -> Response:
    for buurt in await queries.list_buurten(session):
        if buurt.code == code.upper():
            return json_answer(request, _buurt(buurt))
    raise NotFoundError("Deze buurt kennen we niet.")


@router.get(
    "/postcodegebieden", operation_id="listPostcodegebieden", response_model=Postcodegebieden
)
async def list_postcodegebieden(request: Request, session: SessionDep) -> Response:
    """The four figures of a postcode, and the wijken in it; several for some of them."""
    areas = await queries.list_postcodegebieden(session)
    return json_answer(
        request,
        Postcodegebieden(postcodegebieden=[_postcodegebied(area, links) for area, links in areas]),
    )


@router.get(
    "/postcodegebieden/{pc4}", operation_id="getPostcodegebied", response_model=PostcodegebiedUit
)
async def get_postcodegebied(request: Request, session: SessionDep, pc4: str) -> Response:
    for area, links in await queries.list_postcodegebieden(session):
        if area.pc4 == pc4:
            return json_answer(request, _postcodegebied(area, links))
    raise NotFoundError("Deze postcode ligt niet in de gemeente.")


def _wijk(wijk: Wijk) -> WijkUit:
    return WijkUit(
        code=wijk.code,
        naam=wijk.naam,
        slug=wijk.slug,
        inwoners=wijk.inwoners,
        oppervlakte_ha=wijk.oppervlakte_ha,
        label_punt=Punt(lat=wijk.label_lat, lon=wijk.label_lon),
    )


def _wijk_feature(wijk: Wijk) -> GeoFeature:
    properties = _wijk(wijk).model_dump(by_alias=True, exclude_none=True)
    return GeoFeature(properties=properties, geometry=wijk.grens)


def _buurt(buurt: Buurt) -> BuurtUit:
    return BuurtUit(
        code=buurt.code,
        naam=buurt.naam,
        wijk=buurt.wijk_code,
        inwoners=buurt.inwoners,
        adressen=buurt.adressen,
        oppervlakte_ha=None if buurt.oppervlakte_ha is None else float(buurt.oppervlakte_ha),
        soort=buurt.soort,
        label_punt=Punt(lat=buurt.label_lat, lon=buurt.label_lon),
    )


def _postcodegebied(area: Postcodegebied, links: list[PostcodegebiedWijk]) -> PostcodegebiedUit:
    link = PostcodeLink(
        pc4=area.pc4, zekerheid=area.zekerheid, wijken=tuple(link.wijk_code for link in links)
    )
    return PostcodegebiedUit.model_validate(
        {
            "pc4": area.pc4,
            "plaats": area.plaats,
            "zekerheid": area.zekerheid,
            "toelichting": area.toelichting,
            "wijken": [
                PostcodeWijk(wijk=link.wijk_code, aantal_postcodes=link.aantal_postcodes)
                for link in links
            ],
            "eenWijk": link.only_wijk,
        }
    )
