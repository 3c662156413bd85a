"""What can go wrong with the embedded servers, told as one Dutch sentence and what to do."""

import errno
import shutil
from pathlib import Path

_NO_ROOM_BYTES = 1_000_000
_DISK_FULL_TRACES = ("No space left on device", "no space left on device", "MDB_MAP_FULL")


class EmbeddedError(Exception):
    """A fault that the user can understand and act on; the text is Dutch and shown as it is."""


class SearchUnavailableError(EmbeddedError):
    """The search engine cannot run, but everything else can: search falls back to PostgreSQL."""


def disk_full(folder: Path) -> EmbeddedError:
    return EmbeddedError(
        f"De schijf met de map {folder} is vol. Maak ruimte vrij en start opnieuw; "
        "je gegevens blijven staan."
    )


def from_os_error(error: OSError, folder: Path) -> EmbeddedError:
    """Translate a fault of the file system; `folder` is the data folder the user chose."""
    where = error.filename or folder
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(folder)
    if error.errno in (errno.EACCES, errno.EPERM):
        return EmbeddedError(
            f"Je mag niet schrijven in {where}. Kies een map die van jou is met "
            "DATA_DIR=…, of vraag de eigenaar om rechten."
        )
    if error.errno == errno.EROFS:
        return EmbeddedError(
            f"De map {where} is alleen-lezen. Kies met DATA_DIR=… een map waarin je mag schrijven."
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return EmbeddedError(
            f"{where} is een bestand, maar er is een map nodig. Kies een andere map met DATA_DIR=…."
        )
    return EmbeddedError(f"De map {folder} is niet te gebruiken: {error.strerror or error}.")


def tells_disk_full(log_text: str, folder: Path) -> bool:
    """Whether a server stopped because the disk is full: it says so, or had no room to say it."""
    traced = any(trace in log_text for trace in _DISK_FULL_TRACES)
    return traced or shutil.disk_usage(folder).free < _NO_ROOM_BYTES
