"""Kinds of input: what is taken and what is refused."""

import pytest
from pydantic import TypeAdapter, ValidationError

from sociale_kaart.core.fields import Code, Day, Email, Line, LongText, Phone, Website

GOOD = [
    (Phone, ["038 000 12 34", "+31 38 000 12 34", "(038) 000-1234", "112", "0800-0113"]),
    (Email, ["info@example.org", "a.b+c@sub.example.org", "ré@example.org"]),
    (Website, ["https://a.example.org", "http://a.example.org/pad?x=1#y", "https://a.nl:8000/"]),
    (Day, ["1900-01-01", "2200-01-01"]),
    (Code, ["nl-x-makkelijk"]),
    (Line, ["é😀 'x'"]),
]
BAD = [
    (Phone, ["", "1", "bel mij", "-", "06 12345678901234567890", "038 000 12 34\n1"]),
    (Email, ["", "info", "@example.org", "a@b", "a b@example.org", "<a@example.org>"]),
    (
        Website,
        [
            "",
            "www.example.org",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            'https://a.example.org/"onclick',
            "https://a b.example.org",
            "data:text/html,x",
        ],
    ),
    (Day, ["1899-12-31", "9999-12-31", "morgen"]),
    (Code, ["", "x" * 61, "a\x00"]),
    (Line, ["", "x" * 301, "a\x00b"]),
    (LongText, ["x" * 10_001, "a\x00b"]),
]


def pairs(kinds):
    return [(kind, text) for kind, texts in kinds for text in texts]


@pytest.mark.parametrize(("kind", "text"), pairs(GOOD))
def test_what_people_write_is_taken(kind, text):
    assert str(TypeAdapter(kind).validate_python(text)) == text


@pytest.mark.parametrize(("kind", "text"), pairs(BAD))
def test_what_it_cannot_be_is_refused(kind, text):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)
