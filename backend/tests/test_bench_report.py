"""The report divides what its rows say, and names every kind of question."""

from collections import defaultdict

from bench.measure import Round, Seen, p99, ratio
from bench.report import lines
from bench.rows import ROWS, Measured, p95


def a_round(ms: float, rate: float = 100.0) -> Round:
    return Round([ms] * 20, rate, {"api": ms / 2, "meilisearch": 1.0, "postgresql": 0.5})


def measured(size: int, ours: float) -> Measured:
    """Everything takes 2 ms, but for new questions that take our API `ours`."""
    seen: dict[str, Seen] = defaultdict(lambda: defaultdict(lambda: [a_round(2.0)] * 3))
    seen["search"]["ours"] = [a_round(ours)] * 3
    seen["odd"] = {"normal": [a_round(2.0)], "emoji": [a_round(5.0)]}
    statuses = {"emoji": [200, 400]}
    return Measured(size, seen, statuses, edits=[0.5] * 20, vectors=[0.012] * 20)


def test_a_ratio_is_taken_round_by_round():
    slow_machine, fast_machine = [a_round(10.0), a_round(1.0)], [a_round(20.0), a_round(3.0)]
    found = ratio(slow_machine, fast_machine, p95)
    assert (found.low, found.middle, found.high) == (2.0, 2.5, 3.0)


def test_one_in_a_hundred_is_looked_for_over_all_rounds():
    rounds = [Round([1.0] * 100, 1.0, {}), Round([*[1.0] * 96, *[9.0] * 4], 1.0, {})]
    assert p99(rounds) == 9.0


def test_each_size_has_its_column_and_each_row_its_cells():
    text = list(lines([measured(2_000, 6.0), measured(20_000, 12.0)]))
    assert "| Generated listings | 2,000 | 20,000 |" in text
    assert (
        "| `/zoeken` ÷ Meilisearch plain, p95 | 3.00 (3.00 – 3.00) | 6.00 (6.00 – 6.00) |" in text
    )
    assert "| `/zoeken`, 20,000 ÷ 2,000 | 2.00 | 2.00 |" in text
    # 5 ms against the p99 of the searches of the same size.
    assert "| emoji | 200, 400 | 0.83 (0.83) | 0.42 (0.42) |" in text
    assert any(
        line.startswith("| Vector of a question") and "2.00 (12.0 ms)" in line for line in text
    )
    table = [line for line in text if line.startswith("| ")]
    assert all(any(line.startswith(f"| {row.label} |") for line in table) for row in ROWS)
    assert "0.50 s, p95 0.50 s" in "".join(table)


def test_one_size_has_no_growth():
    assert not any("Growth" in line for line in lines([measured(300, 6.0)]))
