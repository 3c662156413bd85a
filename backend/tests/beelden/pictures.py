"""Files as telephones and attackers send them."""

import io
import zlib
from typing import Any

from PIL import Image, ImageCms, ImageDraw

GPS_IFD, ORIENTATION = 0x8825, 0x0112
SECRET = b"jansen-thuisadres"


def picture(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Red on the left and blue on the right, so that a turned one is seen to be turned."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    ImageDraw.Draw(image).rectangle((width // 2, 0, width, height), fill=(30, 30, 200))
    return image.convert(mode)


def written(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def from_a_telephone(orientation: int = 6) -> bytes:
    """A JPEG that tells where, when and with what it was taken, and that it lies on its side."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Telefoonmerk"
    exif[0x9286] = SECRET.decode()
    exif[GPS_IFD] = {1: "N", 2: (52.0, 30.0, 0.0), 3: "E", 4: (6.0, 5.0, 0.0)}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return written(picture(), exif=exif, icc_profile=profile, comment=SECRET)


def claiming_to_be_huge() -> bytes:
    """A PNG of some bytes that says it is 40,000 by 40,000."""
    body = b"IHDR" + (40_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    header = (13).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    rest = written(picture(10, 10), "PNG")[33:]
    return b"\x89PNG\r\n\x1a\n" + header + rest


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))
