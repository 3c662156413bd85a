"""The small things that every answer leans on: tags, versions, pages, slugs, clocks."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from starlette.requests import Request

from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.clock import to_local
from sociale_kaart.core.config import Settings
from sociale_kaart.core.db import is_away, is_collision
from sociale_kaart.core.identifiers import as_uuid, first_free, new_id, slug_variants, slugify
from sociale_kaart.core.problems import (
    ChangedMeanwhileError,
    VersionRequiredError,
)
from sociale_kaart.core.schema import Schema
from sociale_kaart.core.versions import expected_version, version_etag


def request(method: str = "GET", **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": method, "headers": raw})


class Part(Schema):
    eerste_veld: int
    leeg: str | None = None


def test_an_answer_is_camel_case_and_leaves_out_what_is_unknown() -> None:
    answer = json_answer(request(), Part(eerste_veld=1))
    assert answer.body == b'{"eersteVeld":1}'


@pytest.mark.parametrize("known", ['"{}"', 'W/"{}"', '"x", "{}"', ' "{}" '])
def test_a_reader_with_this_version_gets_no_body(known: str) -> None:
    tag = json_answer(request(), {"a": 1}).headers["etag"].strip('"')
    again = json_answer(request(if_none_match=known.format(tag)), {"a": 1})
    assert (again.status_code, again.body) == (304, b"")
    assert again.headers["etag"] == f'"{tag}"'


@pytest.mark.parametrize(
    "asked", [request(if_none_match='"anders"'), request(if_none_match=""), request()]
)
def test_a_reader_with_another_version_gets_the_body(asked: Request) -> None:
    assert json_answer(asked, {"a": 1}).status_code == 200


def test_the_answer_to_a_write_is_never_left_out() -> None:
    tag = json_answer(request(), {"a": 1}).headers["etag"]
    answer = json_answer(request("PUT", if_none_match=tag), {"a": 1})
    assert answer.status_code == 200


def test_a_version_tag_names_the_version_and_the_bytes() -> None:
    first, second = version_etag(3, b"a"), version_etag(3, b"b")
    assert first != second
    assert expected_version(first) == expected_version(second) == 3


@pytest.mark.parametrize(
    ("header", "versie"), [('"3"', 3), ("3", 3), ('W/"3-abc"', 3), (' "12" ', 12)]
)
def test_a_version_is_read_from_if_match(header: str, versie: int) -> None:
    assert expected_version(header) == versie


@pytest.mark.parametrize("header", ["", "*", '"x"', '"3", "4"', "-1", "3.0", "9" * 20, "²"])
def test_what_names_no_version_never_matches(header: str) -> None:
    with pytest.raises(ChangedMeanwhileError):
        expected_version(header)


def test_no_if_match_is_not_a_match() -> None:
    with pytest.raises(VersionRequiredError):
        expected_version(None)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Eén kop koffie!", "een-kop-koffie"),
        ("  Ünï -- cødé  ", "uni-cde"),
        ("漢字", "zonder-naam"),
        ("", "zonder-naam"),
        ("A" * 100, "a" * 80),
        ("woord " * 30, "woord-" * 12 + "woord"),
        ("'; DROP TABLE", "drop-table"),
    ],
)
def test_a_slug_is_readable_ascii_of_at_most_80_characters(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_slug_that_is_taken_gets_a_number_and_at_last_something_sure() -> None:
    variants = slug_variants("Koffie")
    assert variants[:2] == ["koffie", "koffie-2"]
    assert len(variants) == 10
    assert first_free(variants, set(variants[:9])) == variants[9]
    assert slug_variants("Koffie")[9] != variants[9]
    assert all(len(slug) <= 100 for slug in slug_variants("x" * 500))


def test_ids_are_in_order_of_creation() -> None:
    ids = [new_id() for _ in range(200)]
    assert ids == sorted(ids)
    assert {key.version for key in ids} == {7}


@pytest.mark.parametrize("text", ["", "koffie", "018f", "g" * 32, "\x00"])
def test_what_is_no_id_is_none(text: str) -> None:
    assert as_uuid(text) is None


def test_an_id_is_read_whatever_its_case() -> None:
    key = new_id()
    assert as_uuid(str(key).upper()) == key
    assert isinstance(key, UUID)


def test_a_moment_is_told_on_a_dutch_clock_in_summer_and_in_winter() -> None:
    summer = to_local(datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    winter = to_local(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    assert (summer.isoformat(), summer.date()) == ("2026-07-02T00:30:00+02:00", date(2026, 7, 2))
    assert (winter.isoformat(), winter.date()) == ("2027-01-01T00:30:00+01:00", date(2027, 1, 1))
    with pytest.raises(ValueError, match="tijdzone"):
        to_local(datetime(2026, 7, 1, 12, 0))  # noqa: DTZ001 (the point of it)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_every_spelling_of_a_database_address_gets_our_driver(scheme: str) -> None:
    settings = Settings(database_url=f"{scheme}://u:p@host/db")
    assert settings.sqlalchemy_url == "postgresql+asyncpg://u:p@host/db"


@pytest.mark.parametrize("url", ["mysql://u:geheim@host/db", "sqlite:///x", "u:geheim@host/db"])
def test_another_kind_of_database_is_refused_without_repeating_its_password(url: str) -> None:
    with pytest.raises(RuntimeError, match="postgresql://") as caught:
        _ = Settings(database_url=url).sqlalchemy_url
    assert "geheim" not in str(caught.value)


def test_keys_and_passwords_are_not_printed_with_the_settings() -> None:
    settings = Settings(meili_key="geheim", database_url="postgresql://u:geheim@host/db")
    assert "geheim" not in repr(settings)
    assert "geheim" not in str(settings)


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), OSError(28, "vol")])
def test_a_fault_of_our_own_is_not_taken_for_a_database_that_is_away(error: Any) -> None:
    assert not is_away(error)
    assert not is_collision(error)
