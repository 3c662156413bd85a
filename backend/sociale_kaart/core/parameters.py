"""Refuses query parameters that a route does not know.

A filter with a typing error ('thmea=geld') would otherwise be passed over in silence, and the
answer would look like one to the question that was meant.
"""

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel

from sociale_kaart.core.problems import Fout, InvalidInputError


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
    for parameter in dependant.query_params:
        kind = parameter.field_info.annotation
        is_model = isinstance(kind, type) and issubclass(kind, BaseModel)
        yield None if is_model else parameter.alias
    for part in dependant.dependencies:
        yield from _names(part)
