"""The policy's order over many listings at once, against sorting them one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sociale_kaart.zoeken.ranking.policy import in_policy_order
from tests.zoeken.ranking.making import batch_of, made

listings = st.lists(
    st.tuples(
        st.integers(0, 4), st.integers(0, 1), st.integers(0, 3), st.integers(0, 2),
        st.sampled_from([0.0, 100.0, 2_500.0, float("inf")]),
    ),
    max_size=12,
)  # fmt: skip
Drawn = list[tuple[int, int, int, int, float]]


@given(listings)
def test_light_near_together_open_and_lately_confirmed_go_before_in_that_order(
    drawn: Drawn,
) -> None:
    batch = batch_of(
        [
            made("x", rangNiveau=level, rangCollectief=alone, rangOpen=closed, versheid=day)[0]
            for level, alone, closed, day, _ in drawn
        ]
    )
    metres = np.array([one[4] for one in drawn], np.float32)
    places = range(len(drawn))

    def policy(at: int) -> tuple[float, ...]:
        _, alone, closed, day, _ = drawn[at]
        return alone, closed, -day

    without = sorted(places, key=lambda at: (drawn[at][0], *policy(at)))
    assert in_policy_order(batch.facts, None).tolist() == without
    near = sorted(places, key=lambda at: (drawn[at][0], drawn[at][4], *policy(at)))
    assert in_policy_order(batch.facts, metres).tolist() == near
    nearest = sorted(places, key=lambda at: (drawn[at][4], drawn[at][0], *policy(at)))
    assert in_policy_order(batch.facts, metres, nearest_first=True).tolist() == nearest
