"""The server that draws pages (frontend/server) as a child process; without it browsers do."""

import os
import shutil
import signal
from pathlib import Path

from sociale_kaart.core.embedded.binaries import version_of
from sociale_kaart.core.embedded.processes import Program

BUILT = Path(__file__).parents[4] / "frontend" / "dist-server" / "main.js"
_LOWEST_NODE = (20, 19)


def find_node() -> Path | None:
    """An installed Node.js that is new enough."""
    found = shutil.which("node")
    version = version_of(Path(found)) if found else None
    if found is None or version is None:
        return None
    numbers = tuple(int(number) for number in version.split(".")[:2])
    return Path(found) if numbers >= _LOWEST_NODE else None


def renderer_program(
    *, port: int, api_url: str, public_url: str, timeout_seconds: float, log: Path
) -> Program | None:
    """How to run it on a port of this machine; None when it was not built or there is no Node."""
    node = find_node()
    if node is None or not BUILT.is_file():
        return None
    return Program(
        name="De server die de pagina's tekent",
        # A page is small and soon gone; left to itself Node keeps much before it tidies up.
        argv=(str(node), "--max-old-space-size=256", str(BUILT)),
        env={
            "PATH": os.defpath,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "API_URL": api_url,
            "PUBLIC_URL": public_url,
            "RENDER_TIMEOUT_SECONDS": str(timeout_seconds),
        },
        log=log,
        stop_with=((signal.SIGTERM, 2.0),),
    )
