"""`sociale-kaart check-texts`: what is hard to read, the worst first."""

import pytest

from tests.cli.conftest import address
from tests.factories import aanbod_row

pytestmark = pytest.mark.anyio

LONG = "Je komt " + "heel " * 14 + "graag."


def test_the_hardest_listing_comes_first_with_each_sentence_and_why(own_database, write, invoke):
    url = address(own_database)
    rows = (
        aanbod_row(),
        aanbod_row(externId="b", titel="Lang", beschrijving=f"Kom binnen. {LONG}"),
        aanbod_row(
            externId="c",
            titel="Moeilijk",
            samenvatting="Een voorziening voor uw participatie.",
            eersteKeer="Bel indien nodig.",
        ),
        aanbod_row(externId="d", titel="Onze voorziening", status="concept"),
    )
    done = invoke("import", write(*rows), "--bron", "proef", url=url)
    assert done.exit_code == 0, done.stdout

    done = invoke("check-texts", url=url)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "moeilijk",
        "  samenvatting: Een voorziening voor uw participatie.",
        "    'voorziening': liever plek, hulp",
        "    'uw': liever je, jouw",
        "    'participatie': liever meedoen",
        "  eersteKeer: Bel indien nodig.",
        "    'indien': liever als",
        "",
        "lang",
        f"  beschrijving: {LONG}",
        "    lang: 17 woorden, liever hoogstens 15",
        "",
        "2 van 3 keer aanbod heeft een zin die moeilijk kan zijn.",
    ]

    few = invoke("check-texts", "--hoogstens", "1", url=url).stdout
    assert "moeilijk\n" in few
    assert "\nlang\n" not in few
    assert few.endswith("2 van 3 keer aanbod heeft een zin die moeilijk kan zijn.\n")
