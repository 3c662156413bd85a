"""What a mail says, as text and as HTML: no images, and nothing that tells who read it (ADR 0027)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from html import escape
from uuid import UUID

from sociale_kaart.berichten.adressen.rules import Afmelden


@dataclass(frozen=True)
class Knop:
    """A link: what happens when somebody follows it, and the whole address."""

    tekst: str
    adres: str


@dataclass(frozen=True)
class Onderdeel:
    """One of the things that a mail is about, with links of its own."""

    titel: str
    tekst: str
    knoppen: tuple[Knop, ...]


@dataclass(frozen=True)
class Inhoud:
    """A mail in plain Dutch: paragraphs, then links, then parts, then what is small at the end."""

    onderwerp: str
    alineas: tuple[str, ...]
    knoppen: tuple[Knop, ...] = ()
    slot: tuple[str, ...] = ()
    onderdelen: tuple[Onderdeel, ...] = ()


# Mail programs know no style sheets, so each element carries its style. The colours are those of
# the site.
_BODY = (
    "margin:0;padding:24px 16px;background:#fbf8f3;color:#1b2430;"
    "font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:1.55"
)
_COLUMN = "max-width:600px;margin:0 auto"
_TITLE = "margin:0 0 16px;font-size:24px;line-height:1.25"
_PART = "margin:32px 0 4px;padding-top:16px;border-top:1px solid #8a8577;font-size:20px"
_TEXT = "margin:0 0 16px"
_BUTTON = (
    "display:inline-block;margin:0 8px 8px 0;padding:10px 18px;border:2px solid #1f4e8c;"
    "border-radius:6px;font-weight:bold;text-decoration:none"
)
_MAIN = f"{_BUTTON};background:#1f4e8c;color:#ffffff"
_OTHER = f"{_BUTTON};background:#ffffff;color:#1f4e8c"
_SMALL = "display:inline-block;padding:10px 0;color:#1f4e8c"
_END = "margin:32px 0 0;padding-top:16px;border-top:1px solid #8a8577;color:#55606e;font-size:16px"


class _OneAddress(UnstructuredHeader, BaseHeader):
    """A header with an address in it, which stays what it is however long it gets.

    The library writes a word that is longer than a line in code (RFC 2047), and then programs
    that look for an address there find none.
    """

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


def _registry() -> HeaderRegistry:
    registry = HeaderRegistry()
    registry.map_to_type(_UNSUBSCRIBE, _OneAddress)
    return registry


_UNSUBSCRIBE = "List-Unsubscribe"
_POLICY = SMTP.clone(header_factory=_registry())


def message_of(
    bericht_id: UUID,
    aan: str,
    inhoud: Inhoud,
    afzender: Address,
    op: datetime,
    afmelden: Afmelden | None = None,
) -> EmailMessage:
    """The mail as it goes over the wire (RFC 5322).

    Its Message-ID follows from the id, so that a mail that comes twice is known to be the same.
    Raises ValueError when the address cannot stand in a header.
    """
    message = EmailMessage(policy=_POLICY)
    message["From"] = afzender
    message["To"] = Address(addr_spec=aan)
    message["Subject"] = _one_line(inhoud.onderwerp)
    message["Date"] = op
    message["Message-ID"] = f"<{bericht_id}@{afzender.domain}>"
    # Keeps 'I am on holiday' from coming back (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    if afmelden is not None:
        message[_UNSUBSCRIBE] = f"<{afmelden.een_klik}>"
        # RFC 8058 has a mail program do this over https only.
        if afmelden.een_klik.startswith("https:"):
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text_of(inhoud, afmelden))
    message.add_alternative(html_of(inhoud, afmelden), subtype="html")
    return message


def stop_knop(afmelden: Afmelden) -> Knop:
    """The link at the end of a mail that may be stopped; the page says what follows from it."""
    return Knop("Stop deze mail", afmelden.pagina)


def text_of(inhoud: Inhoud, afmelden: Afmelden | None = None) -> str:
    """For who reads mail as plain text: paragraphs with an empty line between them."""
    blocks = [*inhoud.alineas, *_links(inhoud.knoppen)]
    for part in inhoud.onderdelen:
        lines = [part.titel, part.tekst, *_links(part.knoppen)]
        blocks.append("\n".join(line for line in lines if line))
    small = [*inhoud.slot, *(_links([stop_knop(afmelden)]) if afmelden else ())]
    if small:
        # What stands below two dashes and a space is small print, to mail programs too.
        blocks.append("\n".join(["-- ", *small]))
    return "\n\n".join(blocks) + "\n"


def html_of(inhoud: Inhoud, afmelden: Afmelden | None = None) -> str:
    title = escape(_one_line(inhoud.onderwerp))
    small = [
        *map(escape, inhoud.slot),
        *([_anchor(stop_knop(afmelden), _SMALL)] if afmelden else ()),
    ]
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="nl"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title></head>",
            f'<body style="{_BODY}"><div style="{_COLUMN}">',
            f'<h1 style="{_TITLE}">{title}</h1>',
            *_paragraphs(inhoud.alineas, _TEXT),
            *_buttons(inhoud.knoppen, _MAIN),
            *_parts(inhoud.onderdelen),
            *([f'<p style="{_END}">{"<br>".join(small)}</p>'] * bool(small)),
            "</div></body></html>\n",
        ]
    )


def _parts(parts: Iterable[Onderdeel]) -> Iterator[str]:
    for part in parts:
        yield f'<h2 style="{_PART}">{escape(part.titel)}</h2>'
        yield from _paragraphs([part.tekst] if part.tekst else [], _TEXT)
        yield from _buttons(part.knoppen, _OTHER)


def _paragraphs(texts: Iterable[str], style: str) -> Iterator[str]:
    return (f'<p style="{style}">{escape(text)}</p>' for text in texts)


def _buttons(knoppen: Iterable[Knop], style: str) -> Iterator[str]:
    links = [_anchor(knop, style) for knop in knoppen]
    if links:
        yield f'<p style="{_TEXT}">{" ".join(links)}</p>'


def _anchor(knop: Knop, style: str) -> str:
    return f'<a href="{escape(knop.adres)}" style="{style}">{escape(knop.tekst)}</a>'


def _links(knoppen: Iterable[Knop]) -> Iterator[str]:
    return (f"{knop.tekst}: {knop.adres}" for knop in knoppen)


def _one_line(text: str) -> str:
    """Names that people give may have a line break in them; a header may not."""
    return " ".join(text.split())
