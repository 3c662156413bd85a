"""How somebody may go on who is still typing."""

from collections.abc import Iterable
from functools import lru_cache

from sociale_kaart.core.clock import today
from sociale_kaart.zoeken.completion.words import Word, Words
from sociale_kaart.zoeken.language.dutch import is_dutch
from sociale_kaart.zoeken.language.lexicon import lemma_of, stem_of
from sociale_kaart.zoeken.synonyms.rules import is_policy_talk, is_shameful
from sociale_kaart.zoeken.understanding.crisis import crisis_in
from sociale_kaart.zoeken.understanding.frames import SILENT
from sociale_kaart.zoeken.understanding.gazetteer import Gazetteer
from sociale_kaart.zoeken.understanding.understand import understand
from sociale_kaart.zoeken.understanding.words import read_words

MOST_WORDS, _MOST_OF_SENTENCE = 3, 2
# After other words, and in another language, a shorter beginning may become too much.
_SHORTEST_LAST, _SHORTEST_FOREIGN = 3, 3


def complete(typed: str, words: Words, gazetteer: Gazetteer) -> list[str]:
    """At most three texts that what was typed may become, the best first.

    The whole of it goes on, or else its last word does. Nothing that is never shown or that
    speaks of danger; and words of another language only when no Dutch one begins so.
    """
    read = read_words(typed)
    if not read or _hurts(typed):
        return []
    ends = " " if typed[-1:].isspace() else ""
    start = " ".join(word.vorm for word in read) + ends
    last = read[-1]
    goes_on = len(read) > 1 and not ends and _may_go_on(last.vorm)
    for find in (words.exactly, words.nearly):
        found = find(start, whole=False)
        if found:
            return _chosen(found, "", start, gazetteer)
        if goes_on:
            one_word = [word for word in find(last.vorm, whole=True) if len(word.folded) == 1]
            if one_word:
                before = typed[: last.start]
                return _chosen(one_word, before, last.vorm, gazetteer)[:_MOST_OF_SENTENCE]
    return []


def _hurts(text: str) -> bool:
    """Whether nobody should read it back: a word that is never shown, or one of danger."""
    return is_shameful(text) or crisis_in(text)


@lru_cache(maxsize=50_000)
def _is_hidden(word: Word) -> bool:
    """Whether no resident should read it, or it leads to what hurts ('blijfhuis')."""
    return is_policy_talk(word.text) or any(map(_hurts, (word.text, *word.leads_to)))


def _is_subject(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether it says what is sought: a day or a price by itself does not."""
    return bool(understand(word.text, gazetteer, today()).woorden)


def _may_go_on(word: str) -> bool:
    return len(word) >= _SHORTEST_LAST and word not in SILENT


def _chosen(found: Iterable[Word], before: str, start: str, gazetteer: Gazetteer) -> list[str]:
    """The first of these that may be shown behind `before`, without what says the same."""
    own: list[str] = []
    foreign: list[str] = []
    said: set[tuple[str, ...]] = set()
    typed = _without_s(tuple(start.split()))
    for word in found:
        base = tuple(stem_of(lemma_of(one)) for one in _without_s(word.folded))
        text = before + word.text
        # What is typed whole needs no suggestion.
        if _without_s(word.folded) == typed or base in said:
            continue
        if _is_hidden(word) or (before and _hurts(text)) or not _is_subject(word, gazetteer):
            continue
        said.add(base)
        (own if word.of_the_map or is_dutch(word.text) else foreign).append(text)
        if len(own) == MOST_WORDS:
            break
    if not own and len(start) >= _SHORTEST_FOREIGN:
        own = foreign
    return own[:MOST_WORDS]


def _without_s(words: tuple[str, ...]) -> tuple[str, ...]:
    """'Papa's' says no more than 'papa'."""
    return words[:-1] if words[-1] == "s" else words
