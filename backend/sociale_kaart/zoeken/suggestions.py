"""One suggestion of each kind; those from the vocabularies need no search engine."""

from functools import lru_cache
from typing import Any

from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.cards import mark_words, pieces
from sociale_kaart.zoeken.question import fold, words_of

_MAX_OF_A_KIND = 2
MAX_ORGANISATIONS = 2

Suggestion = dict[str, Any]


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
