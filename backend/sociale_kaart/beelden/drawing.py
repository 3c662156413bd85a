"""Reads a file as a picture and draws it anew: nothing of the file itself is kept."""

import contextlib
import io
import struct
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

from sociale_kaart.beelden.rules import (
    BROKEN,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    MOST_PIXELS,
    TOO_MANY_PIXELS,
    TOO_SMALL,
    WIDTHS,
    kind_of,
    why_not,
    widths_of,
)

_QUALITY = 80
_SIXTEEN_BITS = 256
_WHITE = (255, 255, 255)


class NoPictureError(ValueError):
    """The file is no picture that we take; the text is a sentence for who sent it."""


@dataclass(frozen=True)
class Drawn:
    """A picture as WebP by width, from small to large, and the size of the largest."""

    breedte: int
    hoogte: int
    versies: dict[int, bytes]


def draw(content: bytes) -> Drawn:
    """The picture in a file, upright, in sRGB, without anything that was said about it.

    Takes seconds and some hundreds of megabytes at worst. Raises NoPictureError.
    """
    kind = kind_of(content)
    if kind is None:
        raise NoPictureError(why_not(content))
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as image:
            _refuse_more_than(MOST_PIXELS[kind], image)
            # A large JPEG is read at half or a quarter of its size: that is all we keep.
            image.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))
            return _versions(_in_colour(ImageOps.exif_transpose(image)))
    except NoPictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NoPictureError(TOO_MANY_PIXELS) from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        # What a broken or a forged file makes of the reader; all of it means the same.
        raise NoPictureError(BROKEN) from error


def _refuse_more_than(most_pixels: int, image: Image.Image) -> None:
    """By what the file says before it is read; a lie about it is found while reading."""
    if image.width * image.height > most_pixels:
        raise NoPictureError(TOO_MANY_PIXELS)


def _in_colour(image: Image.Image) -> Image.Image:
    """The picture in sRGB on white, whatever colours its file counts in."""
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / _SIXTEEN_BITS).convert("L")
    profile = image.info.get("icc_profile")
    if image.mode in {"P", "PA", "LA", "RGBA"} or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, (*_WHITE, 255))
        image = Image.alpha_composite(ground, image).convert("RGB")
    if profile and image.mode in {"RGB", "CMYK"}:
        # Without this the colours of many telephones turn pale. A broken profile is left aside.
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
            image = converted or image
    return image.convert("RGB")


def _versions(image: Image.Image) -> Drawn:
    if image.width < LEAST_WIDTH or image.height < LEAST_HEIGHT:
        raise NoPictureError(TOO_SMALL)
    versies: dict[int, bytes] = {}
    size = image.size
    for width in widths_of(image.width):
        height = max(1, round(image.height * width / image.width))
        smaller = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        # A picture of its own: of the file, nothing but the dots has come this far.
        bare = Image.new("RGB", smaller.size)
        bare.paste(smaller)
        written = io.BytesIO()
        bare.save(written, "WEBP", quality=_QUALITY, method=4)
        versies[width] = written.getvalue()
        size = smaller.size
    return Drawn(size[0], size[1], versies)
