"""The parts of a measurement: what is asked in turns with what, and how often."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import asked as ask
from bench.client import Target
from bench.machine import Api, meilisearch_pids, postgres_pids
from bench.measure import CLIENTS, Asking, PeerTarget, Pids, Seen, rounds
from bench.odd import ODD_ASKED, ODD_ROUNDS, OddTarget, odd_targets
from bench.peers.peer import Peer, asked_of

_ROUNDS, _ASKED = 6, 200
_CROWD_ASKED = 600
_PEER_ROUNDS, _PEER_ASKED = 3, 120
_FAR_ROUNDS, _FAR_ASKED = 3, 60


@dataclass(frozen=True)
class Setting:
    """Who is asked what: our API, and Meilisearch for the page by itself and for what we ask it."""

    api: Api
    folder: Path
    asked: Sequence[ask.Params]
    unasked: ask.Unasked
    plain: Target
    same: Target

    @property
    def pids(self) -> Pids:
        return {
            "api": self.api.pids,
            "meilisearch": lambda: meilisearch_pids(self.folder),
            "postgresql": lambda: postgres_pids(self.folder),
        }

    def new(self) -> Target:
        return Target(self.api.url, [ask.search(params) for params in self.unasked.more()])

    def popular(self) -> dict[str, Target]:
        places = ask.popular(len(self.asked))
        return {
            "plain": Target(self.plain.url, [self.plain.requests[at] for at in places]),
            "ours": Target(self.api.url, [ask.search(self.asked[at]) for at in places]),
        }


async def crowds(setting: Setting) -> dict[str, Seen]:
    """Several clients at a time."""
    once = {"plain": setting.plain, "ours": setting.new()}
    return {
        "crowd": await _rounds(setting, _by_many(once), _ROUNDS, _CROWD_ASKED),
        "popular crowd": await _rounds(setting, _by_many(setting.popular()), _ROUNDS, _CROWD_ASKED),
    }


def _by_many(targets: Mapping[str, Target]) -> dict[str, Target]:
    """The same, each going on where it is, by several clients at a time."""
    return {name: target.by(CLIENTS) for name, target in targets.items()}


async def one_by_one(setting: Setting) -> dict[str, Seen]:
    """One visitor at a time."""
    once = {"plain": setting.plain, "same": setting.same, "ours": setting.new()}
    suggest = [ask.suggest(setting.asked[at]) for at in ask.popular(len(setting.asked))]
    again = {**setting.popular(), "suggest": Target(setting.api.url, suggest)}
    return {
        "search": await _rounds(setting, once, _ROUNDS, _ASKED),
        "popular": await _rounds(setting, again, _ROUNDS, _ASKED),
    }


async def with_meaning(setting: Setting) -> dict[str, Seen]:
    """The same with the nearest in meaning; each question's vector is known from the first time."""
    targets = {"plain": setting.plain, "ours": setting.new()}
    return {"meaning": await _rounds(setting, targets, _ROUNDS, _ASKED)}


async def others(setting: Setting, peers: Mapping[str, Peer]) -> dict[str, Seen]:
    """Other searchers with new questions and with popular ones, which they do not remember."""
    once: dict[str, Asking] = {"ours": setting.new()}
    again: dict[str, Asking] = {"ours": setting.popular()["ours"]}
    questions = [asked_of(params) for params in setting.asked]
    for name, peer in peers.items():
        once[name] = PeerTarget(peer, questions)
        popular = [questions[at] for at in ask.popular(len(questions))]
        again[name] = PeerTarget(peer, popular)
    return {
        "peers": await _rounds(setting, once, _PEER_ROUNDS, _PEER_ASKED),
        "popular peers": await _rounds(setting, again, _PEER_ROUNDS, _PEER_ASKED),
    }


async def distances(setting: Setting) -> dict[str, Seen]:
    targets = ask.by_distance(setting.api, setting.unasked.more())
    return {"distance": await _rounds(setting, targets, _FAR_ROUNDS, _FAR_ASKED)}


async def odd_questions(
    setting: Setting, codes: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Seen], dict[str, list[int]]]:
    """Beside normal ones; and with which statuses each kind of them was answered."""
    odd: dict[str, OddTarget] = odd_targets(setting.api, codes)
    seen = await _rounds(setting, {"normal": setting.new(), **odd}, ODD_ROUNDS, ODD_ASKED)
    return {"odd": seen}, {name: sorted(target.statuses) for name, target in odd.items()}


async def reading(setting: Setting, slugs: Sequence[str]) -> dict[str, Seen]:
    return {"reading": await _rounds(setting, ask.reading(setting.api, slugs), 8, 300)}


async def _rounds(setting: Setting, targets: Mapping[str, Asking], number: int, count: int) -> Seen:
    return await rounds(targets, setting.pids, number=number, count=count)
