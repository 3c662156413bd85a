"""What somebody typed to say where they are, and what the map knows of that by itself."""

import re
import unicodedata
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from sociale_kaart.taxonomie.adressen.adres import Adres

# In fewer letters nearly every street begins.
SHORTEST_STREET = 3
_SHORTEST_NAME = 2

_SIGNS = re.compile(r"[^\w' .-]|_")
_POSTCODE = re.compile(r"\b([1-9][0-9]{3}) ?([a-z]{2})\b")
_POSTCODE_BEGINS = re.compile(r"([1-9][0-9]{0,3}) ?([a-z]{0,2})")
# A number of a house, with what people write behind it: 12, 12a, 12-3, 12 a, 12 bis. What may be
# a year is left alone, as 'Laan van 1813' is a street.
_HOUSE_NUMBER = re.compile(
    r"(?<=\w) (?!1[5-9][0-9]{2}\b)[0-9]{1,4}[a-z]?(-\w{1,4})?( (bis|hs|[a-z]))?(?= |$)"
)


class Asked(NamedTuple):
    """What is looked for: a street or a name in `text`, or as much of a `postcode` as is there."""

    text: str = ""
    postcode: str = ""


def asked_as(typed: str, postcodes: Container[str]) -> Asked:
    """What somebody means by what they typed.

    Whoever types their whole address need not be known that well: the number of the house is
    left out, and of an address with a postcode only that counts.

    Args:
        typed: any text.
        postcodes: the first four figures of the postcodes of the municipality.
    """
    text = " ".join(_SIGNS.sub(" ", _plain(typed)).split())
    whole = _POSTCODE.search(text)
    if whole and whole[1] in postcodes:
        return Asked(postcode=(whole[1] + whole[2]).upper())
    begun = _POSTCODE_BEGINS.fullmatch(text)
    if begun and (not begun[2] or len(begun[1]) == len("8011")):
        return Asked(postcode=(begun[1] + begun[2]).upper())
    return Asked(text=_HOUSE_NUMBER.sub("", text))


def known_here(asked: Asked, adressen: Iterable[Adres]) -> list[Adres]:
    """The postcodes, wijken and buurten that fit, the likeliest first."""
    if asked.postcode:
        four = asked.postcode[:4]
        return [one for one in adressen if one.soort == "postcode" and one.label.startswith(four)]
    words = folded(asked.text)
    if len(words) < _SHORTEST_NAME:
        return []
    found = [
        (not name.startswith(words), one.soort == "buurt", name, one)
        for one in adressen
        if one.soort != "postcode" and f" {words}" in f" {(name := folded(one.label))}"
    ]
    return [one for *_, one in sorted(found, key=lambda each: each[:3])]


def folded(text: str) -> str:
    """The text without capitals, accents and signs."""
    apart = unicodedata.normalize("NFD", text.lower()).translate({ord(sign): " " for sign in "-."})
    return " ".join("".join(char for char in apart if char.isalnum() or char == " ").split())


def first_of(own: Sequence[Adres], streets: Sequence[Adres], most: int) -> list[Adres]:
    """What to offer: a few names of the map itself, and the streets that begin alike."""
    few = own if not streets else own[:2]
    return [*few, *streets][:most]


def _plain(typed: str) -> str:
    """Lower case, composed, and with the figures of every script as ours."""
    text = unicodedata.normalize("NFKC", typed).lower()
    return "".join(str(unicodedata.decimal(char, char)) for char in text)
