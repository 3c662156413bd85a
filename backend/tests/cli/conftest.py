"""Commands inside this process, with a database to use."""

import json

import pytest
from typer.testing import CliRunner

from sociale_kaart.cli import app
from sociale_kaart.core.config import get_settings


@pytest.fixture
def write(tmp_path):
    def write(*rows, name="rijen.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def invoke(monkeypatch):
    """The command inside this process, with a database to use."""

    def invoke(*arguments, url):
        monkeypatch.setenv("DATABASE_URL", url)
        get_settings.cache_clear()
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    yield invoke
    get_settings.cache_clear()


def address(database):
    return database.engine.url.render_as_string(hide_password=False)
