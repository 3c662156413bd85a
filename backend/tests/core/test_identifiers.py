import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.core.identifiers import as_uuid, first_free, new_id, slug_variants, slugify

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Eén kop koffie!", "een-kop-koffie"),
        ("  'T Huis -- aan/de IJssel  ", "t-huis-aan-de-ijssel"),
        ("Café Ünïcode", "cafe-unicode"),
        ("مقهى", "zonder-naam"),
        ("☕", "zonder-naam"),
        ("", "zonder-naam"),
        ("1 op 1", "1-op-1"),
    ],
)
def test_a_slug_is_what_somebody_could_read_out(text, slug):
    assert slugify(text) == slug


@given(st.text(max_size=300))
def test_every_text_has_a_slug_that_the_database_takes(text):
    for slug in slug_variants(text):
        assert SLUG.fullmatch(slug)
        assert len(slug) <= 100


def test_a_long_title_is_cut_between_words():
    assert slugify("woord " * 40) == "-".join(["woord"] * 13)
    assert slugify("x" * 300) == "x" * 80


def test_a_slug_is_never_taken_for_an_id():
    key = str(new_id())
    for title in (key, key.replace("-", ""), key.upper()):
        assert all(as_uuid(slug) is None for slug in slug_variants(title))


def test_others_with_the_same_name_get_a_number():
    variants = slug_variants("Koffie")
    assert variants[:3] == ["koffie", "koffie-2", "koffie-3"]
    assert first_free(variants, {"koffie", "koffie-2"}) == "koffie-3"
    assert first_free(variants, set(variants[:-1])) == variants[-1]
    assert slug_variants("Koffie")[-1] != variants[-1]


def test_ids_come_in_order_of_creation():
    ids = [new_id() for _ in range(1_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 1_000
    assert {key.version for key in ids} == {7}


def test_only_a_whole_uuid_is_one():
    key = new_id()
    assert as_uuid(str(key)) == key
    for text in ("", "koffie", str(key)[:-1], f"{key}x", "0" * 31):
        assert as_uuid(text) is None
