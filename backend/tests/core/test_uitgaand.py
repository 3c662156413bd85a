"""What our server asks others, and what it never does."""

from ipaddress import ip_address

import pytest

from sociale_kaart.core import uitgaand
from sociale_kaart.core.uitgaand import (
    NoAnswerError,
    RefusedAddressError,
    TooLongAnswerError,
    Uitgaand,
    is_public,
)
from tests.core.servers import Reply, answering

pytestmark = pytest.mark.anyio

OUT = Uitgaand(10, "sociale-kaart (+https://kaart.example.org)")
INTERN = Uitgaand(10, "sociale-kaart", intern=True)
BOTH = ("http", "https")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1",
        "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:a9fe:a9fe::1",
    ],
)  # fmt: skip
def test_what_is_not_on_the_internet_for_everybody(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::6810:84e5", "64:ff9b::808:808"])
def test_what_is(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433", "0x7f000001", "0177.0.0.1",
     "[::ffff:127.0.0.1]", "127.0.0.1.", "１２７.0.0.1", "0"],
)  # fmt: skip
async def test_no_way_of_writing_it_reaches_this_machine(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering(Reply(body=b"geheim")) as place:
        monkeypatch.setattr(uitgaand, "_PORTS", {"http": place.port})
        with pytest.raises((RefusedAddressError, NoAnswerError)):
            await OUT.get(place.url(host=host), most_bytes=100, schemes=BOTH)
    assert place.asked == []


@pytest.mark.parametrize(
    "address",
    ["http://example.org/", "ftp://example.org/", "file:///etc/passwd", "https:///pad", "niets",
     "https://example.org:22/", "https://naam:woord@example.org/", "https://[::1/", ""],
)  # fmt: skip
async def test_other_kinds_of_address_are_refused(address: str) -> None:
    with pytest.raises(RefusedAddressError):
        await OUT.get(address, most_bytes=100)


async def test_a_redirect_to_the_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of this machine one address plays the outside here, and another one the inside."""
    monkeypatch.setattr(uitgaand, "is_public", lambda address: str(address) == "127.0.0.1")

    def answer(path: str, _: dict[str, str]) -> Reply:
        if path == "/binnen":
            return Reply(302, headers={"Location": place.url("/geheim", host="127.0.0.2")})
        return (
            Reply(302, headers={"Location": "/einde"}) if path == "/" else Reply(body=path.encode())
        )

    with answering(answer) as place:
        monkeypatch.setattr(uitgaand, "_PORTS", {"http": place.port})
        found = await OUT.get(place.url(), most_bytes=100, schemes=BOTH)
        with pytest.raises(RefusedAddressError):
            await OUT.get(place.url("/binnen"), most_bytes=100, schemes=BOTH)
    assert (found.status, found.body) == (200, b"/einde")
    assert [path for path, _ in place.asked] == ["/", "/einde", "/binnen"]


async def test_a_redirect_in_a_circle_ends() -> None:
    with (
        answering(Reply(301, headers={"Location": "/"})) as place,
        pytest.raises(NoAnswerError, match="redirects"),
    ):
        await INTERN.get(place.url(), most_bytes=100)
    assert len(place.asked) == 6


@pytest.mark.parametrize("announced", [None, 1_000_000])
async def test_an_answer_that_is_too_long_is_not_read(announced: int | None) -> None:
    with (
        answering(Reply(body=b"x" * 1_001, announced=announced)) as place,
        pytest.raises(TooLongAnswerError),
    ):
        await INTERN.get(place.url(), most_bytes=1_000)


async def test_an_answer_is_not_unpacked() -> None:
    with (
        answering(Reply(body=b"x", headers={"Content-Encoding": "gzip"})) as place,
        pytest.raises(NoAnswerError, match="packed"),
    ):
        await INTERN.get(place.url(), most_bytes=1_000)
    assert place.asked[0][1]["accept-encoding"] == "identity"


async def test_who_keeps_us_waiting_is_left() -> None:
    hasty = Uitgaand(0.2, "sociale-kaart", intern=True)
    with answering(Reply(hangs=True)) as place, pytest.raises(NoAnswerError, match="TimeoutError"):
        await hasty.get(place.url(), most_bytes=1_000)


async def test_a_status_is_an_answer_and_no_server_is_none() -> None:
    with answering(Reply(404, b"weg", {"ETag": '"1"'})) as place:
        found = await INTERN.get(place.url(), most_bytes=0, headers={"If-None-Match": '"1"'})
        assert (found.status, found.body, found.headers["etag"]) == (404, b"", '"1"')
        assert place.asked[0][1]["if-none-match"] == '"1"'
    with pytest.raises(NoAnswerError):
        await INTERN.get(place.url(), most_bytes=100)
