"""What a file is by its first bytes, and in which widths a picture is kept; pure."""

from collections.abc import Mapping
from typing import Literal

Soort = Literal["JPEG", "PNG", "WEBP"]

# Residents see it at most this wide; a telephone gets less.
WIDTHS = (480, 960, 1600)
# Every photo has the first of those widths; what is lower than this is a line.
LEAST_WIDTH, LEAST_HEIGHT = WIDTHS[0], 200
# What says it has more is refused unread. Telephones take JPEGs of 50 million pixels, which can be
# read at a part of their size; the others have to be read whole.
MOST_PIXELS: Mapping[Soort, int] = {"JPEG": 60_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}

NO_PICTURE = "Dit is geen foto die we kunnen lezen. Kies een bestand dat JPEG, PNG of WebP is."
BROKEN = "Deze foto is niet heel. Kies hem opnieuw, of kies een andere."
TOO_SMALL = f"Deze foto is te klein. Kies er een die minstens {LEAST_WIDTH} pixels breed is."
TOO_MANY_PIXELS = "Deze foto heeft te veel pixels. Maak hem eerst kleiner."
_HEIC = (
    "Deze foto is HEIC, en dat kunnen we niet lezen. Bewaar hem als JPEG: "
    "op een iPhone bij Instellingen, Camera, Structuren, ‘Meest compatibel’."
)
_MOVING = "Een bewegend plaatje kan niet. Kies een foto: JPEG, PNG of WebP."
_DRAWING = "Een tekening (SVG) kan niet. Kies een foto: JPEG, PNG of WebP."

# How other files begin that people take for a photo, with what we say of them.
_OTHERS: Mapping[bytes, str] = {b"GIF8": _MOVING, b"<svg": _DRAWING, b"<?xml": _DRAWING}
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


def kind_of(content: bytes) -> Soort | None:
    """What the first bytes say it is, whatever its name or its sender says; None for the rest."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return None


def why_not(content: bytes) -> str:
    """What to say of a file that is none of the kinds above."""
    if content[4:8] == b"ftyp" and content[8:12] in _HEIF_BRANDS:
        return _HEIC
    beginning = content[:100].lstrip(b"\xef\xbb\xbf \t\r\n")
    known = (said for start, said in _OTHERS.items() if beginning.startswith(start))
    return next(known, NO_PICTURE)


def widths_of(width: int) -> list[int]:
    """The widths in which a picture this wide is kept, from small to large; never enlarged."""
    largest = min(width, WIDTHS[-1])
    return [*(each for each in WIDTHS if each < largest), largest]
