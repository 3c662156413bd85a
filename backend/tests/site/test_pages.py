"""Pages as the server draws them, with the servers that production has."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.factories import aanbod_row
from tests.serving import Server
from tests.site.drawing import PUBLIC_URL, drawn_site

SECRET = {
    "naam": "Blijf-van-mijn-lijf",
    "straat": "Verborgenpad 13",
    "postcode": "8031 ZX",
    "plaats": "Zwolle",
    "lat": 52.5291357,
    "lon": 6.0863579,
    "geheim": True,
}
ROWS = (
    aanbod_row(),
    aanbod_row(externId="a-2", titel="Veilige plek", locatie=SECRET),
    aanbod_row(externId="a-3", titel="Oude soep", status="gestopt"),
    aanbod_row(externId="a-4", titel="Nog een plan", status="concept"),
)
KOFFIE = "/aanbod/koffie-in-de-buurt"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with drawn_site(tmp_path_factory.mktemp("site"), ROWS) as (server, _):
        yield server


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Wat zoek je in Zwolle?"),
        ("/zoeken", "Drink koffie met je buren."),
        ("/zoeken?q=koffie", "Drink <mark>koffie</mark> met je buren."),
        ("/zoeken?q=buren", "Drink koffie met je <mark>buren</mark>."),
        ("/zoeken?wijk=holtenbroek", "Alles in Holtenbroek"),
        (KOFFIE, "Elke week staat de koffie klaar."),
        ("/organisaties/buurthuis-de-proef", "Drink koffie met je buren."),
        ("/over", "Waar komen de gegevens vandaan?"),
        ("/situaties", "Wat speelt er bij jou?"),
        ("/wijken/holtenbroek", "Bij jou in Holtenbroek"),
        ("/en/over", "About the social map of Zwolle"),
        ("/ar/over", '<html lang="ar" dir="rtl">'),
    ],
)
def test_each_public_address_is_answered_with_the_page_itself(
    site: Server, path: str, words: str
) -> None:
    answer = site.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert words in answer.text
    canonical = f'<link rel="canonical" href="{PUBLIC_URL}{path}">'
    # Words that no title has are nobody's business but of who asked.
    is_known = path != "/zoeken?q=buren"
    assert (canonical in answer.text) == is_known
    assert ("noindex" in answer.text) != is_known


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/bestaat-niet", 404, "Deze pagina is er niet"),
        ("/aanbod/bestaat-niet", 404, "Dit staat er niet (meer)"),
        ("/aanbod/nog-een-plan", 404, "Dit staat er niet (meer)"),
        ("/aanbod/oude-soep", 410, "Zoek iets dat erop lijkt"),
        ("/organisaties/bestaat-niet", 404, "Deze organisatie staat er niet (meer)"),
        ("/situaties/bestaat-niet", 404, "Deze bladzijde is er niet"),
        ("/wijken/bestaat-niet", 404, "Deze wijk kennen we niet"),
        ("/zoeken?thema=onzin", 404, "In deze link staat een filter dat we niet kennen."),
        ("/zoeken?page=9", 404, "Naar de eerste pagina"),
    ],
)
def test_what_is_not_there_has_a_status_that_says_so_and_a_page_that_helps(
    site: Server, path: str, status: int, words: str
) -> None:
    answer = site.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/Over", "/over"),
        ("/over/", "/over"),
        ("/zoeken?utm_source=mail&q=koffie", "/zoeken?q=koffie"),
        ("//elders.example.org/", "/elders.example.org"),
        ("/en/Aanbod/Koffie-in-de-buurt", "/en/aanbod/koffie-in-de-buurt"),
    ],
)
def test_another_way_to_write_an_address_leads_to_the_one_way(
    site: Server, path: str, location: str
) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["location"]) == (301, location)


def test_an_id_leads_to_the_address_with_the_name(site: Server) -> None:
    aanbod = site.get(f"/api/v1{KOFFIE}").json()
    answer = site.get(f"/aanbod/{aanbod['id']}")
    assert (answer.status_code, answer.headers["location"]) == (301, KOFFIE)


def test_a_listing_says_what_it_is_in_the_words_of_schema_org(site: Server) -> None:
    listing = _things(site.get(KOFFIE).text)
    assert {thing["@type"] for thing in listing} == {"Service", "Event"}
    service = next(thing for thing in listing if thing["@type"] == "Service")
    assert service["url"] == PUBLIC_URL + KOFFIE
    assert service["provider"]["@type"] == "Organization"
    assert service["availableChannel"]["serviceLocation"]["@type"] == "Place"
    (organisation,) = _things(site.get("/organisaties/buurthuis-de-proef").text)
    assert organisation["@type"] == "Organization"
    assert organisation["name"] == service["provider"]["name"]


def _things(page: str) -> list[dict[str, Any]]:
    _, _, after = page.partition('<script type="application/ld+json">')
    graph: dict[str, Any] = json.loads(after.partition("</script>")[0])
    assert graph["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = graph["@graph"]
    return things


def test_a_secret_address_is_on_no_page(site: Server) -> None:
    organisatie = "/organisaties/buurthuis-de-proef"
    for path in ("/zoeken", "/zoeken?q=veilige+plek", "/aanbod/veilige-plek", organisatie):
        answer = site.get(path)
        assert "Veilige" in answer.text
        for secret in ("Verborgenpad", "8031 ZX", "52.52", "6.086"):
            assert secret not in answer.text.replace("52.527", ""), (path, secret)


def test_a_reader_who_has_the_page_is_told_that_it_is_the_same(site: Server) -> None:
    first = site.get(KOFFIE)
    assert first.headers["etag"].startswith('W/"')
    again = site.get(KOFFIE, **{"If-None-Match": first.headers["etag"]})
    assert again.status_code in {200, 304}
    if again.status_code == 200:  # the minute went by
        assert again.headers["etag"] != first.headers["etag"]
    else:
        assert again.content == b""


def test_a_page_comes_compressed_for_who_can_read_that(site: Server) -> None:
    url = site.url + KOFFIE
    small = httpx.get(url, headers={"Accept-Encoding": "gzip"})
    plain = httpx.get(url, headers={"Accept-Encoding": "identity"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert small.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert "Elke week staat de koffie klaar." in small.text
    assert "Elke week staat de koffie klaar." in plain.text
    assert int(small.headers["content-length"]) < int(plain.headers["content-length"]) / 3


def test_the_scripts_and_styles_of_a_page_come_compressed_and_may_be_kept_for_ever(
    site: Server,
) -> None:
    files = set(re.findall(r'(?:src|href)="(/assets/[^"]+\.(?:js|css))"', site.get(KOFFIE).text))
    assert len(files) > 2
    for file in files:
        answer = httpx.head(site.url + file, headers={"Accept-Encoding": "gzip, br"})
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/niets", 404)])
def test_asking_only_for_the_head_gives_the_status_and_no_body(
    site: Server, path: str, status: int
) -> None:
    answer = httpx.head(site.url + path)
    assert (answer.status_code, answer.content) == (status, b"")
    assert int(answer.headers["content-length"]) > 0


def test_a_page_has_nothing_that_its_own_policy_would_stop(site: Server) -> None:
    for path in ("/", "/zoeken?q=koffie", KOFFIE):
        page = site.get(path).text
        assert " style=" not in page
        scripts = [tag.split(">")[0] for tag in page.split("<script")[1:]]
        assert all(' src="/assets/' in tag or "json" in tag for tag in scripts), scripts
