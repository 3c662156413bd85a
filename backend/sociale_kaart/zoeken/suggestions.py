"""One suggestion of each kind; only listings and organisations need a search engine."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.cards import mark_words, pieces
from sociale_kaart.zoeken.question import fold, words_of

_MAX_OF_A_KIND = 2
MAX_ORGANISATIONS = 2
# So many places are left to listings and organisations, when there are.
_LEAST_OF_MAP = 2

Suggestion = dict[str, Any]


@cache
def examples() -> tuple[str, ...]:
    """What people may ask, for who does not know how to begin; from data/vocabularia.json."""
    source = files("sociale_kaart") / "data" / "vocabularia.json"
    return tuple(json.loads(source.read_text(encoding="utf-8"))["voorbeelden"])


def in_order(
    *,
    known: Sequence[Suggestion],
    words: Sequence[Suggestion],
    of_map: Sequence[Suggestion],
    limit: int,
) -> list[Suggestion]:
    """At most so many: first what the map is divided in, then words, then what there is."""
    room = limit - len(known) - min(_LEAST_OF_MAP, len(of_map))
    titles = {fold(suggestion["titel"]) for suggestion in known}
    others = [word for word in words if fold(word["titel"]) not in titles]
    return [*known, *others[: max(room, 1)], *of_map][:limit]


def word_suggestion(words: str, text: str) -> Suggestion:
    return {"soort": "woord", "titel": words, "markering": _marked(words, text)}


def known_suggestions(text: str, vocabulary: Vocabulary) -> list[Suggestion]:
    """Themes and wijken of which a word begins with what was typed."""
    themes = [
        {"soort": "thema", "titel": label, "code": code, "markering": _marked(label, text)}
        for code, label in vocabulary.labels.get("thema", {}).items()
        if _begins(label, text)
    ]
    wijken = [
        {"soort": "wijk", "titel": naam, "code": code, "markering": _marked(naam, text)}
        for code, naam in vocabulary.wijk_names.items()
        if _begins(naam, text)
    ]
    return [*themes[:_MAX_OF_A_KIND], *wijken[:_MAX_OF_A_KIND]]


def listing_suggestion(titel: str, slug: str, organisatie: str, text: str) -> Suggestion:
    return {
        "soort": "aanbod",
        "titel": titel,
        "slug": slug,
        "ondertitel": organisatie,
        "markering": _marked(titel, text),
    }


def organisation_suggestion(naam: str, slug: str, text: str) -> Suggestion:
    return {"soort": "organisatie", "titel": naam, "slug": slug, "markering": _marked(naam, text)}


def _begins(label: str, text: str) -> bool:
    typed = fold(text)
    folded, words = _folded(label)
    return folded.startswith(typed) or any(word.startswith(typed) for word in words)


@lru_cache(maxsize=1_000)
def _folded(label: str) -> tuple[str, list[str]]:
    return fold(label), words_of(label)


def _marked(label: str, text: str) -> list[dict[str, Any]]:
    return pieces(label, mark_words(label, words_of(text)))
