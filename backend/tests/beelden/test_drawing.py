"""What is kept of a file is a picture that we drew, and nothing else of it."""

import pytest
from PIL import Image

from sociale_kaart.beelden.drawing import NoPictureError, draw
from sociale_kaart.beelden.rules import (
    BROKEN,
    NO_PICTURE,
    TOO_MANY_PIXELS,
    TOO_SMALL,
    kind_of,
    widths_of,
)
from tests.beelden.pictures import (
    SECRET,
    claiming_to_be_huge,
    from_a_telephone,
    opened,
    picture,
    written,
)


def refusal(content: bytes) -> str:
    with pytest.raises(NoPictureError) as refused:
        draw(content)
    return str(refused.value)


def test_the_widths_that_are_kept_never_enlarge() -> None:
    assert widths_of(4000) == [480, 960, 1600]
    assert widths_of(1600) == [480, 960, 1600]
    assert widths_of(1000) == [480, 960, 1000]
    assert widths_of(480) == [480]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_width_is_a_webp_of_that_width_with_the_same_shape(kind: str) -> None:
    drawn = draw(written(picture(2000, 1000), kind))
    assert list(drawn.versies) == [480, 960, 1600]
    assert (drawn.breedte, drawn.hoogte) == (1600, 800)
    for width, content in drawn.versies.items():
        image = opened(content)
        assert image.format == "WEBP"
        assert image.size == (width, width // 2)


def test_it_stands_upright_and_tells_nothing_of_place_time_and_camera() -> None:
    sent = from_a_telephone(orientation=6)
    assert SECRET in sent
    drawn = draw(sent)
    assert (drawn.breedte, drawn.hoogte) == (600, 800)
    for content in drawn.versies.values():
        image = opened(content)
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)
        assert not image.getexif()
        assert SECRET not in content
        # Turned a quarter clockwise, what was on the left is on top.
        top, bottom = (image.getpixel((image.width // 2, at)) for at in (5, image.height - 5))
        assert top[0] > 150 > top[2]
        assert bottom[2] > 150 > bottom[0]


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "I;16"])
def test_every_way_of_counting_colours_becomes_plain_colour(mode: str) -> None:
    image = picture(500, 500, "L").convert("I").point(lambda grey: grey * 256)
    sent = image.convert("I;16") if mode == "I;16" else picture(500, 500, mode)
    found = opened(draw(written(sent, "PNG")).versies[500])
    assert found.mode == "RGB"
    grey = found.convert("L")
    assert abs(grey.getpixel((20, 250)) - grey.getpixel((480, 250))) > 10


def test_colours_for_print_become_colours_for_a_screen() -> None:
    found = opened(draw(written(picture(500, 500, "CMYK"))).versies[500])
    red = found.getpixel((20, 250))
    assert red[0] > red[2] + 50


def test_what_shows_through_stands_on_white() -> None:
    clear = Image.new("RGBA", (500, 500), (0, 0, 0, 0))
    assert opened(draw(written(clear, "PNG")).versies[500]).getpixel((250, 250)) == (255, 255, 255)


def test_a_profile_that_is_none_does_no_harm() -> None:
    assert draw(written(picture(500, 500), icc_profile=b"geen profiel" * 20)).breedte == 500


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", NO_PICTURE),
        (b"<script>alert(1)</script>", NO_PICTURE),
        (b"<!doctype html><html><body onload=alert(1)>", NO_PICTURE),
        (b"%PDF-1.7 ", NO_PICTURE),
        (b"PK\x03\x04 een zip", NO_PICTURE),
        (b"MZ een programma", NO_PICTURE),
        (b"\xef\xbb\xbf  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
        (b"<?xml version='1.0'?><svg/>", "SVG"),
        (b"GIF89a/*", "bewegend"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "HEIC"),
        (b"\xff\xd8\xff\xe0 en verder niets", BROKEN),
        (b"\x89PNG\r\n\x1a\n" + b"<script>" * 40, BROKEN),
        (b"RIFF\x00\x00\x00\x00WEBP<script>alert(1)</script>", BROKEN),
        (claiming_to_be_huge(), TOO_MANY_PIXELS),
        (written(picture(400, 900)), TOO_SMALL),
        (written(picture(900, 100)), TOO_SMALL),
        (written(picture())[:3000], BROKEN),
    ],
)
def test_what_is_no_whole_photo_is_refused_in_words(content: bytes, part: str) -> None:
    assert part in refusal(content)


def test_a_file_that_is_two_things_leaves_only_its_picture() -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        both = written(picture(), kind) + b"<script>alert(1)</script>PK\x03\x04" + SECRET
        assert kind_of(both) == kind
        for content in draw(both).versies.values():
            assert b"<script>" not in content
            assert SECRET not in content
    # The other way round it begins as something else, and is refused.
    assert refusal(b"<script>1</script>" + written(picture())) == NO_PICTURE


def test_a_name_or_a_type_means_nothing() -> None:
    assert draw(written(picture(), "PNG")).breedte == draw(written(picture(), "WEBP")).breedte
