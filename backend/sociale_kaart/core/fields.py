"""Kinds of input that more than one room asks for."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

_PHONE = re.compile(r"^[+(]?[0-9][0-9 ()/-]{2,19}$")
_EMAIL = re.compile(r"^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$")


def _check_website(value: str) -> str:
    if not re.match(r"^https?://[^\s/<>\"]+\.[^\s<>\"]+$", value):
        raise ValueError("Dit moet een webadres zijn, zoals https://dekoffiekan.example.org.")
    return value


def _check_phone(value: str) -> str:
    if not _PHONE.match(value):
        raise ValueError("Dit moet een telefoonnummer zijn, zoals 038 000 12 34.")
    return value


def _check_email(value: str) -> str:
    # Deliverability shows itself when mail is sent; here only plain mistakes are caught.
    if not _EMAIL.match(value):
        raise ValueError("Dit moet een e-mailadres zijn, zoals info@dekoffiekan.example.org.")
    return value


def _check_text(value: str) -> str:
    if "\x00" in value:
        raise ValueError("Hier staat een teken in dat we niet kunnen bewaren.")
    return value


def shaped(pattern: str, sentence: str) -> tuple[AfterValidator, Any]:
    """What to annotate text with that must have this form; the sentence says which.

    The contract carries the pattern, people get the sentence.
    """
    form = re.compile(pattern)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise ValueError(sentence)
        return value

    return AfterValidator(check), Field(json_schema_extra={"pattern": f"^{pattern}$"})


_SAFE = AfterValidator(_check_text)
Text = Annotated[str, _SAFE]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300), _SAFE]
ShortLine = Annotated[str, StringConstraints(min_length=1, max_length=160), _SAFE]
LongText = Annotated[str, Field(max_length=10_000), _SAFE]
Website = Annotated[str, Field(max_length=500), _SAFE, AfterValidator(_check_website)]
Phone = Annotated[str, Field(max_length=20), _SAFE, AfterValidator(_check_phone)]
Email = Annotated[str, Field(max_length=254), _SAFE, AfterValidator(_check_email)]
# A day that somebody can mean; far outside it, computing with days has no end.
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2200, 1, 1))]
# Codes of a vocabulary; whether they exist is checked against the vocabulary itself.
Code = Annotated[str, StringConstraints(min_length=1, max_length=60), _SAFE]
