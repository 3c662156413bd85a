"""What is printed of the answers to a judged set, as tables."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from eval.asking import Answers
from eval.measures import GOOD, mean, ndcg, recall
from eval.sets import JudgedSet

_WITHOUT_ANSWER = ("onzin", "buiten-bereik")
_FIRST = 5


@dataclass
class Score:
    """What was measured over the questions of one stratum."""

    ndcg: list[float] = field(default_factory=list)
    good: list[float] = field(default_factory=list)
    useful: list[float] = field(default_factory=list)
    empty: int = 0

    def row(self, name: str) -> str:
        return (
            f"| {name} | {len(self.ndcg)} | {mean(self.ndcg):.3f} | {mean(self.good):.3f} |"
            f" {mean(self.useful):.3f} | {self.empty} |"
        )


def score(questions: Sequence[dict[str, Any]], answers: Answers) -> tuple[dict[str, Score], Score]:
    """Per stratum and over all questions that have an answer."""
    strata: dict[str, Score] = defaultdict(Score)
    total = Score()
    for question in questions:
        judgements = question["oordelen"]
        if not judgements:
            continue
        found = answers[question["id"]]
        for part in (strata[question["stratum"]], total):
            part.ndcg.append(ndcg(found, judgements))
            part.useful.append(recall(found, judgements, 1) or 0.0)
            good = recall(found, judgements, GOOD)
            if good is not None:
                part.good.append(good)
            part.empty += not found
    return strata, total


def report(questions: Sequence[dict[str, Any]], answers: Answers, title: str) -> None:
    strata, total = score(questions, answers)
    print(f"\n{title}\n")
    print("| stratum | vragen | nDCG@10 | recall@10 goed | recall@10 bruikbaar | leeg |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, part in sorted(strata.items()):
        print(part.row(name))
    print(total.row("**samen**"))
    for name in _WITHOUT_ANSWER:
        asked = [q for q in questions if q["stratum"] == name]
        false_hits = sum(bool(answers[q["id"]]) for q in asked)
        print(f"\n{name}: {false_hits} van {len(asked)} vragen gaven toch resultaten.")


def report_findability(judged: JudgedSet, answers: Answers) -> None:
    """Which listings no question of the whole set brings to the first page."""
    public = set(judged.categories)
    found = {key for keys in answers.values() for key in keys}
    missing = sorted(public - found)
    print(f"\nVindbaarheid: {1 - len(missing) / len(public):.1%} van {len(public)}.")
    for key in missing:
        asked = [q["vraag"] for q in judged.questions if q["oordelen"].get(key) == GOOD]
        print(f"  {key}: niet gevonden met {asked}")


def report_categories(judged: JudgedSet, answers: Answers) -> None:
    """Whether small initiatives are buried: how often each kind of organisation comes first."""
    category = judged.categories
    asked = [q for q in judged.questions if q["oordelen"]]
    first = Counter(category[key] for q in asked for key in answers[q["id"]][:_FIRST])
    good = Counter(
        category[key] for q in asked for key, grade in q["oordelen"].items() if grade == GOOD
    )
    everything = Counter(category.values())
    print(f"\n| van | in de eerste {_FIRST} | van de goede antwoorden | van al het aanbod |")
    print("|---|---:|---:|---:|")
    for name in sorted(everything):
        shares = (part[name] / part.total() for part in (first, good, everything))
        print(f"| {name} | {' | '.join(f'{share:.0%}' for share in shares)} |")


def report_faults(questions: Sequence[dict[str, Any]], answers: Answers) -> None:
    """The questions that were answered worst, with what was found and what was wanted."""
    judged = [q for q in questions if q["oordelen"]]
    worst = sorted(judged, key=lambda q: ndcg(answers[q["id"]], q["oordelen"]))
    for question in worst[:60]:
        found = answers[question["id"]]
        wanted = [key for key, grade in question["oordelen"].items() if grade == GOOD]
        value = ndcg(found, question["oordelen"])
        print(f"{value:.2f} [{question['stratum']}] {question['vraag']!r}")
        print(f"     gezocht {wanted[:8]}  gevonden {found}")


def report_searchers(questions: Sequence[dict[str, Any]], searchers: Mapping[str, Answers]) -> None:
    """The same questions, by who answered them."""
    print("\n| zoeker | nDCG@10 | recall@10 goed | leeg |")
    print("|---|---:|---:|---:|")
    for name, answers in searchers.items():
        _, total = score(questions, answers)
        print(f"| {name} | {mean(total.ndcg):.3f} | {mean(total.good):.3f} | {total.empty} |")
