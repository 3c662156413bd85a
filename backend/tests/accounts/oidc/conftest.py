"""A real OpenID provider in a process of its own, and the application that knows it."""

import json
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import httpx
import pytest

from sociale_kaart.core.config import PROJECT_ROOT
from sociale_kaart.core.db import Database
from sociale_kaart.core.embedded.ports import free_port
from sociale_kaart.core.embedded.processes import Program, spawn, stop
from sociale_kaart.core.embedded.renderer import find_node
from tests.accounts.oidc.provider import CLIENT, PEOPLE, RealProvider
from tests.conftest import serve

FOLDER = PROJECT_ROOT / "infra" / "inlogdienst"


@pytest.fixture(scope="session")
def running_provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealProvider]:
    node = find_node()
    assert node is not None, "Node ontbreekt"
    assert (FOLDER / "node_modules" / "oidc-provider").is_dir(), f"Draai npm ci in {FOLDER}"
    port = free_port()
    log = tmp_path_factory.mktemp("inlogdienst") / "log"
    settings = json.dumps({"port": port, "clients": [CLIENT], "people": PEOPLE})
    program = Program(
        name="De inlogdienst",
        argv=(str(node), str(FOLDER / "provider.js"), settings),
        env={"PATH": os.defpath},
        log=log,
    )
    process = spawn(program)
    provider = RealProvider(port)
    try:
        _wait(provider, log)
        yield provider
    finally:
        stop(process, program)


def _wait(provider: RealProvider, log: Path) -> None:
    for _ in range(300):
        try:
            if httpx.get(f"{provider.issuer}/.well-known/openid-configuration").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture
async def provider(running_provider: RealProvider, anyio_backend: str) -> RealProvider:
    """The provider as it should be, whatever the last test had it do."""
    await running_provider.be()
    return running_provider


@pytest.fixture
async def client(database: Database, provider: RealProvider) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at our own site, which knows the provider as 'gemeente'."""
    async with serving(database, provider) as client:
        yield client


def serving(
    database: Database,
    provider: RealProvider,
    timeout_seconds: float = 20,
    staff_session_hours: float = 4,
    **changes: object,
) -> AbstractAsyncContextManager[httpx.AsyncClient]:
    """The application with this provider in its settings; `changes` are those of its line."""
    return serve(
        database,
        oidc_issuers=provider.setting(**changes),
        oidc_timeout_seconds=timeout_seconds,
        staff_session_hours=staff_session_hours,
        public_url="https://test",
    )
