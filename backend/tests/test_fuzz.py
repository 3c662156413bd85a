"""Thousands of questions that follow the contract, and as many that do not: none makes us fail."""

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from sociale_kaart import __version__
from sociale_kaart.app import create_app
from sociale_kaart.core.config import Settings
from sociale_kaart.core.db import Database
from sociale_kaart.wiring import PROJECTORS
from tests.people import Headers, log_in_as, make_synoniem
from tests.serving import serving

DOCUMENT = create_app(Settings(database_url="postgresql:///")).openapi()
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = [result.ok() for result in SCHEMA.get_all_operations()]
EXAMPLES = {GenerationMode.POSITIVE: 13, GenerationMode.NEGATIVE: 12}


def can_be_wrong(operation: Any) -> bool:
    """Whether anything can break the contract: any text will do as the slug in an address."""
    definition = operation.definition.raw
    return "requestBody" in definition or any(
        parameter["in"] != "path" or "format" in parameter["schema"]
        for parameter in definition.get("parameters", [])
    )


CASES = [
    pytest.param(operation, mode, id=f"{operation.label} {mode.value}")
    for operation in OPERATIONS
    for mode in EXAMPLES
    if mode is GenerationMode.POSITIVE or can_be_wrong(operation)
]


@dataclass
class Target:
    """A server, somebody who may do everything, and what there is to do it to."""

    base: str
    editor: Headers
    ids: dict[str, str]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    prefix = f"t{uuid4().hex[:12]}-"
    address = {
        "MEILI_URL": os.environ["TEST_MEILI_URL"],
        "MEILI_KEY": os.environ["TEST_MEILI_KEY"],
        "MEILI_INDEX_PREFIX": prefix,
    }
    with serving(tmp_path_factory.mktemp("fuzz") / "log", prefix, address) as server:
        base = f"http://127.0.0.1:{server.port}/api/v1"
        [listing] = httpx.get(f"{base}/aanbod").json()["resultaten"]
        ids = {"aanbod": listing["id"], "organisaties": listing["organisatie"]["id"]}
        editor, ids["synoniemen"] = asyncio.run(_editor(server.database_url))
        yield Target(base, editor, ids)
        log = server.log.read_text(encoding="utf-8")
        assert "request_failed" not in log
        assert "Traceback" not in log


async def _editor(url: str) -> tuple[Headers, str]:
    """Somebody of the redactie, and a synonym for them to look after."""
    database = Database(url, PROJECTORS)
    headers = await log_in_as(database, "redactie")
    synoniem_id = await make_synoniem(database)
    await database.close()
    return headers, str(synoniem_id)


@pytest.mark.parametrize(("operation", "mode"), CASES)
def test_no_question_makes_us_fail(target: Target, operation: Any, mode: GenerationMode) -> None:
    headers = _headers(target, operation)

    @settings(
        max_examples=EXAMPLES[mode],
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        _aim(target, case)
        answer = case.call(base_url=target.base, headers=headers)
        assert answer.status_code < 500, answer.text
        assert answer.headers["api-version"] == [__version__]
        if answer.status_code >= 400:
            assert answer.headers["content-type"] == ["application/problem+json"]
            assert answer.json()["status"] == answer.status_code

    run()


def _headers(target: Target, operation: Any) -> Headers:
    if operation.path == "/sessies/huidige" and operation.method == "delete":
        return {}  # the others need this session
    return target.editor


def _aim(target: Target, case: Any) -> None:
    """Has every other question be about the listing or organisation that is there."""
    room = case.path.strip("/").partition("/")[0]
    known = target.ids.get(room)
    if known is None or case.method.lower() == "delete" or "id" not in case.path_parameters:
        return
    case.path_parameters["id"] = known
    answer = httpx.get(f"{target.base}/{room}/{known}", headers=target.editor)
    case.headers = {**(case.headers or {}), "If-Match": f'"{answer.json()["versie"]}"'}
