"""Finds everything that is wrong with what was sent, not only what is wrong first."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import ValidationError

from sociale_kaart.core.problems import Fout, InvalidInputError, faults_from_pydantic
from sociale_kaart.core.schema import Schema
from sociale_kaart.taxonomie.reference import Reference, get_reference

Invoer = TypeVar("Invoer", bound=Schema)
FaultsOf = Callable[[Invoer, Reference], list[Fout]]


def all_faults_route(
    schema: type[Invoer], faults_of: FaultsOf[Invoer], **stand_ins: object
) -> type[APIRoute]:
    """Routes that add the unknown codes to the faults of form, which pydantic finds before them.

    Whoever fills in a form gets one list, instead of a second one after mending the first.

    Args:
        schema: what is sent.
        faults_of: what is wrong with it besides its form.
        stand_ins: values for the fields that must be there, for when theirs is the fault.
    """

    class AllFaultsRoute(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def handle_all(request: Request) -> Response:
                try:
                    return await handle(request)
                except RequestValidationError as error:
                    faults = faults_from_pydantic(error.errors(), skip=1)
                    if isinstance(error.body, dict):
                        rest = _without_faulty(schema, error.body, faults)
                        reference = await get_reference(request)
                        faults += _other_faults(schema, faults_of, stand_ins | rest, reference)
                    raise InvalidInputError(faults) from error

            return handle_all

    return AllFaultsRoute


def _without_faulty(
    schema: type[Schema], body: dict[str, Any], faults: Sequence[Fout]
) -> dict[str, Any]:
    """The fields of the schema that have no fault of form."""
    known = {field.alias or name for name, field in schema.model_fields.items()}
    faulty = {fault.veld.partition(".")[0] for fault in faults}
    return {key: value for key, value in body.items() if key in known - faulty}


def _other_faults(
    schema: type[Invoer], faults_of: FaultsOf[Invoer], rest: dict[str, Any], reference: Reference
) -> list[Fout]:
    try:
        invoer = schema.model_validate(rest)
    except ValidationError as error:
        return faults_from_pydantic(error.errors())
    return faults_of(invoer, reference)
