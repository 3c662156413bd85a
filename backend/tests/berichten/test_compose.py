"""A mail as it leaves: plain for who reads text, with buttons for who does not, one recipient."""

import re
from dataclasses import replace
from email.headerregistry import Address
from html.parser import HTMLParser
from typing import Any

import pytest

from sociale_kaart.berichten.compose import Inhoud, html_of, message_of, text_of
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.identifiers import new_id
from tests.berichten.mail import INHOUD

AFZENDER = Address("Sociale kaart", "kaart", "example.org")


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def read(inhoud: Inhoud) -> Reader:
    reader = Reader()
    reader.feed(html_of(inhoud))
    return reader


def test_both_forms_say_everything_and_lead_to_the_same_places() -> None:
    reader = read(INHOUD)
    links = [knop.adres for knop in INHOUD.knoppen + INHOUD.onderdelen[0].knoppen]
    assert [attrs["href"] for tag, attrs in reader.tags if tag == "a"] == links
    assert re.findall(r"https://\S+", text_of(INHOUD)) == links
    for words in ("Hallo Vera,", "Koffie & <thee>", "Nog niet gecontroleerd.", "30 dagen"):
        assert words in reader.words
        assert words in text_of(INHOUD)


def test_the_html_fetches_nothing_and_can_be_read_aloud() -> None:
    tags = read(INHOUD).tags
    names = [tag for tag, _ in tags]
    assert not {"img", "link", "script", "style", "iframe", "table"} & set(names)
    assert not any("src" in attrs or "url(" in str(attrs.get("style")) for _, attrs in tags)
    assert dict(tags)["html"] == {"lang": "nl"}
    assert names.count("h1") == 1
    assert names.count("title") == 1


def test_what_people_typed_is_text_and_no_html() -> None:
    nasty = '"><script>alert(1)</script>'
    part = replace(INHOUD.onderdelen[0], titel=nasty, tekst=nasty)
    reader = read(
        replace(INHOUD, onderwerp=nasty, alineas=(nasty,), slot=(nasty,), onderdelen=(part,))
    )
    assert "script" not in [tag for tag, _ in reader.tags]
    assert reader.words.count(nasty) == 6


def test_a_mail_has_the_headers_of_a_program_and_one_recipient() -> None:
    bericht_id = new_id()
    message = message_of(bericht_id, "vera@example.org", INHOUD, AFZENDER, utc_now())
    assert message["From"] == "Sociale kaart <kaart@example.org>"
    assert message["To"] == "vera@example.org"
    assert message["Message-ID"] == f"<{bericht_id}@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    again = message_of(bericht_id, "vera@example.org", INHOUD, AFZENDER, utc_now())
    assert again["Message-ID"] == message["Message-ID"]


def test_a_line_break_in_a_name_adds_no_header() -> None:
    inhoud = replace(INHOUD, onderwerp="Hoi\r\nBcc: iedereen@example.org")
    message = message_of(new_id(), "vera@example.org", inhoud, AFZENDER, utc_now())
    assert message["Bcc"] is None
    assert message["Subject"] == "Hoi Bcc: iedereen@example.org"


@pytest.mark.parametrize("length", [70, 998, 5_000])
def test_long_lines_arrive_whole(length: int) -> None:
    inhoud = replace(INHOUD, alineas=("é" * length,))
    message = message_of(new_id(), "vera@example.org", inhoud, AFZENDER, utc_now())
    assert max(map(len, message.as_bytes().splitlines())) <= 998
    text = next(iter(message.iter_parts()))
    assert "é" * length in text.get_content()
