"""Which words of a question say something; the same for the engine and for PostgreSQL."""

import re
import unicodedata

_MAX_WORDS = 24

# Words that say nothing by themselves; a question of nothing else gives the filtered list.
_STOP_WORDS = """
aan al als an ben bij daar dan dat de den der deze die dit doe doen door dus een en er ergens even
gaan ge had heb hebben heeft het hier hoe iemand iets ik in is ja je jij jullie kan kunnen maar me
met mij mijn mn n naar niet nog nu of om ons onze ook op over s t te tegen toch toe tot uit van veel
voor waar was wat we wel welke wie wij wil willen word worden ze zich zij zijn zo zoek zoeken zou
"""
STOP_WORDS = tuple(_STOP_WORDS.split())
_SILENT = frozenset(STOP_WORDS)


def fold(text: str) -> str:
    """Lower case without accents: 'Café' and 'cafe' are one word."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    if decomposed.isascii():
        return decomposed
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def all_words(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"\w+", fold(text))


def words_of(question: str) -> list[str]:
    """The words, folded; a question longer than people type is cut off."""
    return all_words(question)[:_MAX_WORDS]


def telling_text(question: str) -> str:
    """The question without the words and signs that say nothing; empty when nothing is left.

    The engine knows quotes and a leading minus as operators, which nobody means who asks for
    "samen eten" or types a dash. It also takes a stop word at the very end for the beginning of
    another word, so that 'een maatje voor mij' would ask for 'mijmeren'.
    """
    parts = (part.strip("-") for part in question.replace('"', " ").split())
    return " ".join(part for part in parts if not _SILENT.issuperset(words_of(part)))
