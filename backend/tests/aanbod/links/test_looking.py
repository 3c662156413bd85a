"""Websites and mail domains, asked of real servers of this machine."""

import pytest

from sociale_kaart.aanbod.links.looking import Address, Looker
from sociale_kaart.aanbod.links.rules import UNSURE, WORKS, Bevinding
from sociale_kaart.core.uitgaand import Uitgaand
from tests.aanbod.links.net import open_net

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("path", "status", "expected", "methods"),
    [
        ("/", 200, WORKS, ["HEAD"]),
        ("/weg", 404, Bevinding("niet-gevonden"), ["HEAD", "GET"]),
        ("/stuk", 500, Bevinding("storing"), ["HEAD", "GET"]),
        ("/leden", 403, WORKS, ["HEAD", "GET"]),
        ("/alleen-get", 200, WORKS, ["HEAD", "GET"]),
        # Our client asks once more by itself when a connection breaks.
        ("/hangt-op", 200, WORKS, ["HEAD", "HEAD", "GET"]),
    ],
)
async def test_a_website_is_asked_by_head_and_else_by_get(
    path: str, status: int, expected: Bevinding, methods: list[str]
) -> None:
    async with open_net() as (net, looker):
        net.statuses[path] = status
        address: Address = ("website", net.url(path))
        assert await looker.look([address]) == {address: expected}
        assert net.asked == [(method, path) for method in methods]


async def test_what_is_not_there_does_not_work_and_our_own_network_is_not_asked() -> None:
    async with open_net() as (net, looker):
        closed: Address = ("website", "http://127.0.0.1:1/")
        inside: list[Address] = [("website", net.url("/")), ("website", "https://127.0.0.1/")]
        strict = Looker(Uitgaand(5, "sociale-kaart"))
        assert await looker.look([closed]) == {closed: Bevinding("onbereikbaar", answered=False)}
        # The first is on a port that we do not ask, so it is not known; the second is.
        assert [*(await strict.look(inside)).values()] == [UNSURE, Bevinding("besloten")]
        assert net.asked == []


async def test_one_host_is_never_asked_twice_at_once() -> None:
    async with open_net() as (net, looker):
        net.slow = 0.01
        await looker.look(("website", net.url(f"/{number}")) for number in range(8))
        assert len(net.asked) == 8
        assert net.most_at_once == 1


@pytest.mark.parametrize(
    ("domein", "expected"),
    [
        ("met-mx.example.org", WORKS),
        ("alleen-adres.example.org", WORKS),
        ("geen-mail.example.org", Bevinding("geen-mail")),
        ("leeg.example.org", Bevinding("geen-mail")),
        ("bestaat-niet.example.org", Bevinding("naam-onbekend")),
    ],
)
async def test_a_domain_takes_mail_by_mx_or_by_an_address_of_its_own(
    domein: str, expected: Bevinding
) -> None:
    async with open_net() as (_, looker):
        assert await looker.look([("maildomein", domein)]) == {("maildomein", domein): expected}


async def test_what_no_name_server_could_be_asked_is_no_answer() -> None:
    async with open_net() as (_, looker):
        found = await looker.look([("maildomein", f"{'a' * 70}.example.org")])
    assert [each.answered for each in found.values()] == [False]
