from fastapi import APIRouter, Response

from sociale_kaart.core.db import SessionDep
from sociale_kaart.organisaties import queries
from sociale_kaart.organisaties.access import ActorDep
from sociale_kaart.organisaties.rules import is_public
from sociale_kaart.organisaties.schemas import Lidmaatschappen, LidmaatschapUit, OrganisatieBijLid

router = APIRouter(tags=["Organisaties"])


@router.get("/lidmaatschappen", operation_id="listLidmaatschappen")
async def list_lidmaatschappen(
    response: Response, session: SessionDep, actor: ActorDep
) -> Lidmaatschappen:
    """The organisations that you work for, by name."""
    response.headers["Cache-Control"] = "no-store"
    found = await queries.list_by_name(session, actor.lidmaatschappen)
    return Lidmaatschappen(
        resultaten=[
            LidmaatschapUit(
                rol=actor.lidmaatschappen[organisatie.id],
                organisatie=OrganisatieBijLid(
                    id=organisatie.id,
                    slug=organisatie.slug,
                    naam=organisatie.naam,
                    vertrouwd=organisatie.vertrouwd,
                    gecontroleerd=is_public(organisatie),
                ),
            )
            for organisatie in found
        ]
    )
