"""Each kind of mail says whether it may be stopped."""

from typing import get_args

import pytest

from sociale_kaart.berichten.soorten import MAG_STOPPEN, Berichtsoort, StopbareSoort


def test_every_kind_says_it_and_the_page_knows_those_that_may() -> None:
    assert set(MAG_STOPPEN) == set(get_args(Berichtsoort))
    assert {soort for soort, may in MAG_STOPPEN.items() if may} == set(get_args(StopbareSoort))


@pytest.mark.parametrize(
    "soort", ["inloglink", "aansluitlink", "beoordeling", "nieuwe-collega", "eigenaar-veranderd"]
)
def test_ways_in_decisions_and_what_protects_somebody_may_not_be_stopped(
    soort: Berichtsoort,
) -> None:
    assert not MAG_STOPPEN[soort]
