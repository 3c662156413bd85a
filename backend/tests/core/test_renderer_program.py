"""Whether this machine can draw pages; without it browsers do."""

from pathlib import Path

import pytest

from sociale_kaart.core.embedded import renderer


def node(folder: Path, says: str) -> Path:
    program = folder / "node"
    program.write_text(f"#!/bin/sh\necho {says}\n")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("version", "is_new_enough"),
    [("v20.19.0", True), ("v22.1.0", True), ("v20.18.3", False), ("v9.99.0", False), ("", False)],
)
def test_only_a_node_that_is_new_enough_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, is_new_enough: bool
) -> None:
    program = node(tmp_path, version)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert renderer.find_node() == (program if is_new_enough else None)


@pytest.mark.parametrize("missing", ["node", "build"])
def test_without_node_or_without_a_build_there_is_nothing_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    node(tmp_path, "v22.1.0")
    built = tmp_path / "main.js"
    built.write_text("")
    monkeypatch.setenv("PATH", str(tmp_path / "niets" if missing == "node" else tmp_path))
    monkeypatch.setattr(renderer, "BUILT", tmp_path / "niets" if missing == "build" else built)
    program = renderer.renderer_program(
        port=1,
        api_url="http://127.0.0.1:2",
        public_url="https://kaart.example.org",
        timeout_seconds=1,
        log=tmp_path / "log",
    )
    assert program is None
