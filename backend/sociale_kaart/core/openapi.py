"""The OpenAPI document as the NL API Design Rules 2.2 want it."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sociale_kaart import __version__
from sociale_kaart.core.problems import Problem

_PREFIX = "/api/v1"
_METHODS = {"get", "put", "post", "delete", "patch"}
# Reading is open to all, but for these.
_READS_AFTER_LOGIN = {
    "getBewerking": ["401", "403"],
    "getSessie": ["401"],
    "getTweedeStap": ["401"],
    "getVoorbeeld": ["401", "403"],
    "listBelverzoeken": ["401", "403"],
    "listSessies": ["401"],
    "listLidmaatschappen": ["401"],
    "listEigenAanbod": ["401", "403"],
    "getBeoordeling": ["401", "403"],
    "listBeoordelingen": ["401", "403"],
    "listInvoeren": ["401", "403"],
    "getInvoer": ["401", "403"],
    "getKoppeling": ["401", "403"],
    "listInvoerRijen": ["401", "403"],
    "getInvoerFouten": ["401", "403"],
    "listHistorie": ["401", "403"],
    "getVersheid": ["401", "403"],
    "listGaten": ["401", "403"],
    "listSynoniemen": ["401", "403"],
    "getSynoniem": ["401", "403"],
}
# What is asked of no path and may not be there all the same.
_MAY_BE_ABSENT = {
    "listDemoBerichten",
    "getControleverzoek",
    "createControleantwoord",
    "createControleintrekking",
    "createBeeld",
}
# Steps that are taken with one version of something, and with no other.
_OF_A_VERSION = {"createStap", "createIndiening", "createHerstel"}
_VERSION_HEADER = {
    "API-Version": {
        "description": "De volledige versie van deze API.",
        "schema": {"type": "string", "examples": [__version__]},
    }
}
_PROBLEMS = {
    "400": "Er klopt iets niet in de vraag",
    "401": "Niet ingelogd",
    "403": "Niet toegestaan",
    "404": "Niet gevonden",
    "409": "Kan nu niet",
    "412": "Intussen veranderd",
    "413": "Te groot",
    "428": "If-Match ontbreekt",
    "429": "Te veel pogingen",
}


def openapi_document(app: FastAPI) -> dict[str, Any]:
    """The document of the versioned API; computed once."""
    if app.openapi_schema is None:
        app.openapi_schema = _build(app)
    return app.openapi_schema


def _build(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title="Sociale kaart",
        version=__version__,
        summary="Activiteiten, hulp en vrijwilligerswerk in de buurt.",
        description=(
            "Lezen kan zonder sleutel of account. Wijzigen kan na inloggen. "
            "De codes in filters en antwoorden staan in `/vocabularia`."
        ),
        routes=app.routes,
        contact={
            "name": "Sociale kaart",
            "email": "beheer@socialekaart.example.org",
            "url": "https://socialekaart.example.org",
        },
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        servers=[{"url": _PREFIX, "description": "Deze server"}],
    )
    document["openapi"] = "3.1.0"
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= schemas["Problem"].pop("$defs", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    document["paths"] = {
        path.removeprefix(_PREFIX): _polish(item)
        for path, item in document["paths"].items()
        if path.startswith(f"{_PREFIX}/")
    }
    return document


def _polish(item: dict[str, Any]) -> dict[str, Any]:
    for method, operation in item.items():
        if method not in _METHODS:
            continue
        responses = operation["responses"]
        responses.pop("422", None)
        for code in _expected_problems(method, operation):
            responses.setdefault(code, _problem_response(_PROBLEMS[code]))
        for code, response in responses.items():
            if code >= "400" and "application/json" in response["content"]:
                # One that says more than the others was given as a model, which FastAPI calls JSON.
                content = response["content"]
                content["application/problem+json"] = content.pop("application/json")
            response["headers"] = {**_VERSION_HEADER, **response.get("headers", {})}
    return item


def _expected_problems(method: str, operation: dict[str, Any]) -> list[str]:
    # A guard in front of every route refuses broken addresses, so 400 is possible anywhere.
    codes = ["400"]
    in_path = any(parameter["in"] == "path" for parameter in operation.get("parameters", []))
    if in_path or operation["operationId"] in _MAY_BE_ABSENT:
        codes.append("404")
    if method != "get":
        codes += ["401", "403", "409", "413", "429"]
    elif operation["operationId"] in _READS_AFTER_LOGIN:
        codes += _READS_AFTER_LOGIN[operation["operationId"]]
    if method in {"put", "delete"} or operation["operationId"] in _OF_A_VERSION:
        codes += ["412", "428"]
    return codes


def _problem_response(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {"application/problem+json": {"schema": schema}}}
