"""What hypothesis draws for the tests of this room."""

from datetime import date

from hypothesis import strategies as st

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def numbers(least, most):
    return st.lists(st.integers(least, most).filter(bool), min_size=1, max_size=4, unique=True)


@st.composite
def rules(draw):
    """Any rule that we take, with at most one kind of BYDAY (dateutil mixes the two wrongly)."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = {"FREQ": freq}
    if draw(st.booleans()):
        parts["INTERVAL"] = draw(st.integers(1, 6))
    by_day = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=5, unique=True)
    kind = draw(st.sampled_from(["none", "plain", "ranked"]))
    if kind == "plain" or (kind == "ranked" and freq in {"DAILY", "WEEKLY"}):
        parts["BYDAY"] = ",".join(draw(by_day))
    elif kind == "ranked":
        ranks = st.integers(-5, 5) if freq == "MONTHLY" else st.integers(-53, 53)
        parts["BYDAY"] = ",".join(f"{draw(ranks.filter(bool))}{day}" for day in draw(by_day))
    if freq != "WEEKLY" and draw(st.integers(0, 2)) == 0:
        parts["BYMONTHDAY"] = ",".join(map(str, draw(numbers(-31, 31))))
    if draw(st.integers(0, 3)) == 0:
        parts["BYMONTH"] = ",".join(map(str, draw(numbers(1, 12))))
    if freq in {"MONTHLY", "YEARLY"} and draw(st.integers(0, 3)) == 0:
        parts["BYSETPOS"] = ",".join(map(str, draw(numbers(-4, 4))))
    if draw(st.integers(0, 2)) == 0:
        parts["WKST"] = draw(st.sampled_from(WEEKDAYS))
    match draw(st.sampled_from(["endless", "count", "until"])):
        case "count":
            parts["COUNT"] = draw(st.integers(1, 60))
        case "until":
            last = draw(st.dates(date(2019, 1, 1), date(2028, 12, 31)))
            parts["UNTIL"] = last.strftime("%Y%m%d")
    return ";".join(f"{name}={value}" for name, value in parts.items())


beginnings = st.one_of(
    st.dates(date(2018, 1, 1), date(2026, 12, 31)),
    st.sampled_from([date(2024, 2, 29), date(2023, 12, 31), date(2024, 1, 30), date(2025, 3, 31)]),
)
