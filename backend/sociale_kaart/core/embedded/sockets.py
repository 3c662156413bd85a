"""A folder for PostgreSQL's socket, short enough for the system."""

import contextlib
import hashlib
import os
import socket
import stat
import tempfile
from pathlib import Path

from sociale_kaart.core.embedded.errors import EmbeddedError

SOCKET_NAME = ".s.PGSQL.5432"
# sockaddr_un holds 108 bytes, the last of which is the closing zero.
_LONGEST_PATH = 107


def socket_folder(data_dir: Path, owner: int) -> Path:
    """DATA_DIR/socket, or a private short folder when that path is too long or holds no sockets.

    `owner` is the user that the server runs as; it differs from ours only below root.
    """
    folder = data_dir / "socket"
    if _fits(folder) and _make_private(folder, owner) and _takes_sockets(folder):
        return folder
    # The same name at every start, so that a kill -9 leaves no trail of folders behind.
    mark = hashlib.sha256(str(data_dir).encode()).hexdigest()[:12]
    for place in (Path(tempfile.gettempdir()), Path("/tmp")):  # noqa: S108 - made private below
        short = place / f"sk-{os.geteuid()}-{mark}"
        if _fits(short) and _make_private(short, owner) and _takes_sockets(short):
            return short
    raise EmbeddedError(
        f"Het pad {data_dir} is te lang voor de database. Kies een kortere map met DATA_DIR=…."
    )


def remove_if_temporary(folder: Path, data_dir: Path) -> None:
    """Clear away the short folder at the end; the one in the data folder stays."""
    if folder.parent != data_dir:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _fits(folder: Path) -> bool:
    return len(os.fsencode(folder / SOCKET_NAME)) <= _LONGEST_PATH


def _make_private(folder: Path, owner: int) -> bool:
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700)
        if owner != os.geteuid():
            os.chown(folder, owner, -1)
    try:
        status = folder.lstat()
    except OSError:
        return False
    # Someone else may have put this name in the shared folder first: then we do not use it.
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == owner
        and stat.S_IMODE(status.st_mode) & 0o077 == 0
    )


def _takes_sockets(folder: Path) -> bool:
    trial = folder / f"t{os.getpid()}"
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
            server.bind(str(trial))
    except OSError:
        return False
    finally:
        trial.unlink(missing_ok=True)
    return True
