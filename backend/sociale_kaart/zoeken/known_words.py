"""Whether a question says nothing but words that the map, or its list of synonyms, has itself."""

from sociale_kaart.zoeken.language.lexicon import lemma_of
from sociale_kaart.zoeken.language.terms import WRITTEN
from sociale_kaart.zoeken.question import words_of
from sociale_kaart.zoeken.searcher import Searcher
from sociale_kaart.zoeken.synonyms.rules import is_shameful
from sociale_kaart.zoeken.understanding.crisis import crisis_in
from sociale_kaart.zoeken.understanding.frames import SILENT


async def is_of_the_map(searcher: Searcher, question: str) -> bool:
    """Not for one that speaks of danger, or with a word that is never shown."""
    if is_shameful(question) or crisis_in(question):
        return False
    words = words_of(question)
    corpus = (await searcher.statistics.current()).corpus
    synonyms = await searcher.synonyms.current()
    led = {place for one in synonyms.expansions(words) for place in range(one.start, one.stop)}
    telling = [(place, word) for place, word in enumerate(words) if word not in SILENT]
    return bool(telling) and all(
        place in led or corpus.has(WRITTEN + word) or corpus.has(lemma_of(word))
        for place, word in telling
    )
