"""Reads query parameters, and refuses those that a route does not know.

A filter with a typing error ('thmea=geld') would otherwise be passed over in silence, and the
answer would look like one to the question that was meant.
"""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from fastapi import Request
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel, ValidationError

from sociale_kaart.core.problems import Fout, InvalidInputError, faults_from_pydantic
from sociale_kaart.core.schema import Schema

Parameters = TypeVar("Parameters", bound=Schema)


class ParametersOf(Generic[Parameters]):
    """A dependency that reads all query parameters of a route into one schema.

    FastAPI can do this by itself, but walks through the fields in Python: with the filters of a
    search that cost more than asking the search engine.
    """

    def __init__(self, schema: type[Parameters]) -> None:
        self._schema = schema
        self._fields: dict[str, dict[str, Any]] = schema.model_json_schema()["properties"]
        self._lists = {name for name, field in self._fields.items() if field.get("type") == "array"}

    async def __call__(self, request: Request) -> Parameters:
        given = request.query_params
        values = {key: given.getlist(key) if key in self._lists else given[key] for key in given}
        try:
            return self._schema.model_validate(values, by_name=False)
        except ValidationError as error:
            raise InvalidInputError(faults_from_pydantic(error.errors())) from error

    def openapi(self) -> list[dict[str, Any]]:
        """The parameters as the API's document describes them."""
        return [_described(name, dict(field)) for name, field in self._fields.items()]


def _described(name: str, field: dict[str, Any]) -> dict[str, Any]:
    if field.get("default", name) is None:
        # What may be left out is not null.
        del field["default"]
    parameter = {"name": name, "in": "query", "required": False, "schema": field}
    return parameter | {key: field[key] for key in ("description",) if key in field}


async def refuse_unknown_parameters(request: Request) -> None:
    """A dependency of every router; raises InvalidInputError with each unknown name."""
    if not request.query_params:
        return
    known = set(_names(request.scope["route"].dependant))
    # A model of all parameters together refuses unknown ones by itself, with its other faults.
    if None in known:
        return
    faults = [
        Fout(
            veld=name[:60],
            melding="Deze parameter bestaat niet.",
            toegestaan=sorted(name for name in known if name),
        )
        for name in dict.fromkeys(request.query_params)
        if name not in known
    ]
    if faults:
        raise InvalidInputError(faults)


def _names(dependant: Dependant) -> Iterator[str | None]:
    """The names of all query parameters; None for a model that holds several."""
    if isinstance(dependant.call, ParametersOf):
        yield None
    for parameter in dependant.query_params:
        kind = parameter.field_info.annotation
        is_model = isinstance(kind, type) and issubclass(kind, BaseModel)
        yield None if is_model else parameter.alias
    for part in dependant.dependencies:
        yield from _names(part)
