"""Finds everything that is wrong with a listing that was sent, not only what is wrong first."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import ValidationError

from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.aanbod.service import faults_of
from sociale_kaart.core.problems import Fout, InvalidInputError, faults_from_pydantic
from sociale_kaart.taxonomie.reference import Reference, get_reference

_FIELDS = {field.alias or name for name, field in AanbodInvoer.model_fields.items()}


class AllFaultsRoute(APIRoute):
    """Adds the unknown codes to the faults of form, which pydantic finds before them.

    Whoever fills in a form gets one list, instead of a second one after mending the first.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_all(request: Request) -> Response:
            try:
                return await handle(request)
            except RequestValidationError as error:
                faults = faults_from_pydantic(error.errors(), skip=1)
                if isinstance(error.body, dict):
                    faults += other_faults(error.body, faults, await get_reference(request))
                raise InvalidInputError(faults) from error

        return handle_all


def other_faults(body: dict[str, Any], faults: Sequence[Fout], reference: Reference) -> list[Fout]:
    """What is wrong with the fields that have no fault of form."""
    faulty = {fault.veld.partition(".")[0] for fault in faults}
    rest = {key: value for key, value in body.items() if key in _FIELDS - faulty}
    try:
        invoer = AanbodInvoer.model_validate({"titel": "nog zonder titel", **rest})
    except ValidationError as error:
        return faults_from_pydantic(error.errors())
    return faults_of(invoer, reference)
