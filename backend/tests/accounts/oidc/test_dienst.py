"""What OIDC_ISSUERS may say, and that what is wrong with it is told without what is secret."""

import json
from typing import Any

import pytest

from sociale_kaart.accounts.oidc.dienst import read_diensten
from sociale_kaart.accounts.oidc.rules import naam_of, rol_of, wijken_of
from sociale_kaart.core.config import SettingsError
from tests.accounts.oidc.provider import DIENST

FULL = {**DIENST, "issuer": "https://inloggen.example.org/gemeente"}


def setting(*changes: dict[str, Any]) -> str:
    return json.dumps([{**FULL, **change} for change in changes])


def test_without_the_setting_there_are_no_providers() -> None:
    assert read_diensten(None) == read_diensten("") == read_diensten("[]") == []


def test_several_providers_keep_their_order() -> None:
    elders = {"code": "welzijn", "issuer": "https://welzijn.example.org"}
    assert [one.code for one in read_diensten(setting({}, elders))] == ["gemeente", "welzijn"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"issuer": "http://inloggen.example.org"}, "0.issuer: Dit moet een adres zijn"),
        ({"issuer": "https://"}, "0.issuer: Dit moet een adres zijn"),
        ({"issuer": "https://[niets"}, "0.issuer: Dit moet een adres zijn"),
        ({"issuer": "https://inloggen.example.org/?a=b"}, "0.issuer: Dit moet een adres zijn"),
        ({"code": "De Gemeente"}, "0.code: Gebruik kleine letters"),
        ({"rollen": {}}, "0.rollen: Dit zijn er te weinig: minstens 1."),
        ({"rollen": {"x": "lid"}}, "0.rollen.x: Kies uit: 'beheer', 'redactie'"),
        ({"wijken": {"x": "holtenbroek"}}, "0.wijken.x: Dit moet een wijkcode zijn"),
        ({"clientSecret": ""}, "0.clientSecret: Dit is te kort"),
        ({"algoritme": "none"}, "0.algoritme: Dit veld bestaat niet."),
    ],
)
def test_what_is_wrong_is_told_by_its_place(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_diensten(setting(change))
    assert sentence in str(caught.value)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("text", ["{", "{}", "[1]", '"geheim"'])
def test_what_is_no_list_of_providers_is_refused(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_diensten(text)
    assert "geheim" not in str(caught.value)


def test_two_providers_cannot_have_one_code_or_one_issuer() -> None:
    with pytest.raises(SettingsError, match="code: gemeente staat er dubbel"):
        read_diensten(setting({}, {"issuer": "https://elders.example.org"}))
    with pytest.raises(SettingsError, match="issuer: https://inloggen"):
        read_diensten(setting({}, {"code": "elders"}))


@pytest.mark.parametrize("given", [None, 7, {}, [1, None], "", ["beheer"], "kaart-beheer-niet"])
def test_claims_that_give_no_role_give_none(given: object) -> None:
    [dienst] = read_diensten(setting({}))
    assert rol_of({"roles": given}, dienst) is None


def test_wijken_come_by_their_code_or_by_the_name_that_the_provider_has_for_them() -> None:
    [dienst] = read_diensten(setting({}))
    given = ["WK019310", "Holtenbroek", "WK019330", "holtenbroek", "WK1", 5]
    assert wijken_of({"wijken": given}, dienst) == ["WK019310", "WK019330"]
    [without] = read_diensten(setting({"wijkClaim": None}))
    assert wijken_of({"wijken": given}, without) == []


@pytest.mark.parametrize(
    ("claims", "naam"),
    [
        ({"name": "  Anna \n de  Vries\u202e"}, "Anna de Vries"),
        ({"name": "", "preferred_username": "anna"}, "anna"),
        ({"name": ["Anna"]}, "Medewerker"),
        ({"name": "\x00"}, "Medewerker"),
        ({"name": "a" * 500}, "a" * 120),
    ],
)
def test_a_name_is_made_fit_for_a_page(claims: dict[str, Any], naam: str) -> None:
    assert naam_of(claims) == naam
