"""Free ports, and who has the port that is not free."""

import contextlib
import errno
import socket
from pathlib import Path

from sociale_kaart.core.embedded.errors import EmbeddedError

_LISTENING = "0A"
_HIGHEST = 65535


def free_port() -> int:
    """A port that is free on this machine now."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port: int = server.getsockname()[1]
        return port


def require_free(host: str, port: int) -> None:
    """Raise EmbeddedError with a way out when nobody can listen on this port."""
    if not 1 <= port <= _HIGHEST:
        raise EmbeddedError(f"{port} is geen poort. Kies een getal van 1 tot en met {_HIGHEST}.")
    try:
        kind = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind[0], socket.SOCK_STREAM) as server:
            # As the web server does: a port that was closed a moment ago counts as free.
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(kind[4])
    except OSError as error:
        raise _explain(error, host, port) from error


def _explain(error: OSError, host: str, port: int) -> EmbeddedError:
    if error.errno == errno.EADDRINUSE:
        user = _user_of(port)
        by = f" door {user}" if user else ""
        return EmbeddedError(
            f"Poort {port} is al in gebruik{by}. Stop dat programma, of kies een andere poort, "
            f"bijvoorbeeld: make start PORT={_suggestion(port)}"
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return EmbeddedError(
            f"Je mag poort {port} niet gebruiken. Kies een poort boven 1023, "
            "bijvoorbeeld: make start PORT=8000"
        )
    return EmbeddedError(f"{host} is geen adres van deze computer: {error.strerror or error}.")


def _suggestion(port: int) -> int:
    for other in range(port + 1, min(port + 20, _HIGHEST)):
        with contextlib.suppress(OSError), socket.socket() as server:
            server.bind(("127.0.0.1", other))
            return other
    return free_port()


def _user_of(port: int) -> str | None:
    """The program that listens on this port, as far as we may know."""
    wanted = {f"socket:[{inode}]" for inode in _inodes_on(port)}
    for folder in Path("/proc").glob("[0-9]*/fd"):
        # Processes of other users, and those that end while we look, stay unknown.
        with contextlib.suppress(OSError):
            if any(str(link.readlink()) in wanted for link in folder.iterdir()):
                name = (folder.parent / "comm").read_text().strip()
                return f"{name} (proces {folder.parent.name})"
    return None


def _inodes_on(port: int) -> set[str]:
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with contextlib.suppress(OSError):
            for line in Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == _LISTENING and int(fields[1].rpartition(":")[2], 16) == port:
                    found.add(fields[9])
    return found
