from typing import Annotated

from fastapi import APIRouter, Query, Response

from sociale_kaart.controle.versheid import queries
from sociale_kaart.controle.versheid.schemas import (
    Per,
    Versheid,
    Versheidsrij,
    Versheidstelling,
)
from sociale_kaart.core.clock import today
from sociale_kaart.core.db import SessionDep
from sociale_kaart.organisaties.access import EditorDep

router = APIRouter(tags=["Controle"])


@router.get("/versheid", operation_id="getVersheid")
async def get_versheid(
    response: Response,
    session: SessionDep,
    _editor: EditorDep,
    per: Annotated[Per, Query(description="Waarvan elk een rij krijgt.")] = "organisatie",
) -> Versheid:
    """How fresh the map is today: what was looked at in time, too long ago, or never."""
    response.headers["Cache-Control"] = "private, no-cache"
    rows = await queries.count_by(session, per, today())
    counted = {code: (naam, numbers) for code, naam, *numbers in rows}
    _, whole = counted.pop("")
    return Versheid(
        geheel=Versheidstelling(**_numbers(whole)),
        rijen=sorted(
            (
                Versheidsrij(code=code, naam=naam, **_numbers(numbers))
                for code, (naam, numbers) in counted.items()
            ),
            key=lambda rij: rij.naam.casefold(),
        ),
    )


def _numbers(counted: list[int]) -> dict[str, int]:
    return dict(zip(("totaal", "op_tijd", "te_laat", "nooit"), counted, strict=True))
