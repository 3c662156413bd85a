"""As which user PostgreSQL runs: it refuses to be root."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sociale_kaart.core.embedded.errors import EmbeddedError
from sociale_kaart.core.embedded.processes import can_reach

_ROOT = 0
_NOBODY = 65534


@dataclass(frozen=True)
class Identity:
    """`how` is what child.py understands; `owner` is the user the files belong to."""

    how: str
    owner: int


def choose_identity(program: Path, data_dir: Path, cluster: Path) -> Identity:
    """Pick the user for a PostgreSQL whose files are, or will be, in `cluster`."""
    present = cluster.stat().st_uid if cluster.exists() else None
    if os.geteuid() != _ROOT:
        if present not in (None, os.geteuid()):
            raise EmbeddedError(
                f"De gegevens in {cluster} zijn van een andere gebruiker. Start als die gebruiker, "
                "of kies een eigen map met DATA_DIR=…."
            )
        return Identity("same", os.geteuid())
    needed = (program, data_dir)
    if present in (None, _ROOT) and can_reach("userns", needed):
        # Files keep root as their owner, so a later start needs no repair.
        return Identity("userns", _ROOT)
    for owner in _other_users(present, data_dir):
        how = f"{owner}:{owner}"
        if can_reach(how, needed):
            if present is not None:
                hand_over(cluster, owner)
            return Identity(how, owner)
    raise EmbeddedError(
        f"PostgreSQL mag niet als root draaien en een gewone gebruiker kan niet bij {data_dir}. "
        "Start als gewone gebruiker, of kies met DATA_DIR=… een map waar iedereen bij kan."
    )


def hand_over(tree: Path, owner: int) -> None:
    """Make `owner` the owner of a folder and everything in it; only root can."""
    if tree.stat().st_uid == owner:
        return
    for folder, _, files in os.walk(tree, topdown=False):
        for name in files:
            os.chown(Path(folder) / name, owner, -1, follow_symlinks=False)
        # A folder goes after what is in it: half a handing over is then seen at its top.
        os.chown(folder, owner, -1)


def _other_users(present: int | None, data_dir: Path) -> Iterator[int]:
    if present:
        yield present
        return
    yield from (
        owner for place in (data_dir, *data_dir.parents) if (owner := place.stat().st_uid) != _ROOT
    )
    yield _NOBODY
