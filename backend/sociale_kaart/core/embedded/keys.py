import os
import secrets
from pathlib import Path


def own_key(place: Path) -> str:
    """A key of this data folder, made once and readable by its owner alone."""
    if place.exists() and (key := place.read_text().strip()):
        return key
    key = secrets.token_hex(32)
    unfinished = place.with_suffix(".nieuw")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(key)
    unfinished.replace(place)
    return key
