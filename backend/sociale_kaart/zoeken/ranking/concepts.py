"""What a question asks for, as concepts: each a set of terms of which one will do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from sociale_kaart.zoeken.language.lexicon import lexicon
from sociale_kaart.zoeken.language.terms import WRITTEN, label_term, terms_of
from sociale_kaart.zoeken.ranking.corpus import Corpus
from sociale_kaart.zoeken.synonyms.expansions import Expansion

# A word of a longer expression says less than one that stands for it alone.
_JOINED = 0.9
# In zipf (language.lexicon), what a word is worth at most: 'af' (5.8) as much as a term that one
# listing of six has, 'bed' (5.1) as one of fifty.
_USED_BY_ALL, _A_STEP, _LEAST = 6.4, 3.0, 0.5

Terms = dict[str, float]


@dataclass
class Concept:
    """One telling word of the question with everything that says the same.

    `terms` maps a term to how well it says it (0 to 1). `word` is what was typed. No term counts
    as rarer than `rarest`: whoever types 'kof' does not mean the rarest word that begins so.
    """

    word: str
    terms: Terms
    rarest: float = inf


def concepts_of(
    words: Sequence[str],
    places: Sequence[int],
    expansions: Sequence[Expansion],
    corpus: Corpus,
    spelled: Mapping[str, Mapping[str, float]],
) -> list[Concept]:
    """The concepts of a question, in order.

    Args:
        words: the telling words, folded.
        places: where each of them stands in the whole question.
        expansions: what runs of the whole question also ask for.
        corpus: to know which joined words there are.
        spelled: for a word that nobody writes so, the words that may be meant, with how sure.
    """
    concepts = []
    for word in words:
        terms = _own_terms(word, corpus)
        for better, sure in spelled.get(word, {}).items():
            _add(terms, better, sure)
        concepts.append(Concept(word, terms))
    _join(concepts, corpus)
    at = {place: number for number, place in enumerate(places)}
    for expansion in expansions:
        within = [at[place] for place in range(expansion.start, expansion.stop) if place in at]
        # A run of nothing but stop words and wishes ('Aa-landen') is understood already.
        if within:
            _expand(concepts, within, expansion, corpus)
    return concepts


def _own_terms(word: str, corpus: Corpus) -> Terms:
    """The terms of a word; one that everybody uses says little, though few listings have it."""
    most = max(_LEAST, _A_STEP * (_USED_BY_ALL - lexicon().zipf(word)))
    return {
        term: share * min(1.0, most / corpus.rarity(term)) for term, share in terms_of(word).items()
    }


def labels_of(expansions: Sequence[Expansion], corpus: Corpus) -> Terms:
    """The labels of the vocabularies that a question leads to, as terms."""
    labels: Terms = {}
    for expansion in expansions:
        for target in expansion.naar:
            label = label_term(target)
            if corpus.has(label):
                labels[label] = max(labels.get(label, 0.0), expansion.weight)
    return labels


def _expand(
    concepts: Sequence[Concept], within: Sequence[int], expansion: Expansion, corpus: Corpus
) -> None:
    """Each word of the run may be said by the whole expansion; several words share its weight."""
    for target in expansion.naar:
        if " " in target and corpus.has(label_term(target)):
            # A label, see labels_of: its words stand in each listing that has it, and its 'en' and
            # 'tot' in all others.
            continue
        parts = target.split()
        share = expansion.weight / len(parts) ** 0.5
        for number in within:
            for word in parts:
                if expansion.heel:
                    key = WRITTEN + word
                    terms = concepts[number].terms
                    terms[key] = max(terms.get(key, 0.0), share)
                else:
                    _add(concepts[number].terms, word, share)


def _join(concepts: Sequence[Concept], corpus: Corpus) -> None:
    """'taal les' also asks for 'taalles', when a listing has that word."""
    for left, right in pairwise(concepts):
        joined = left.word + right.word
        if corpus.has(WRITTEN + joined):
            for concept in (left, right):
                key = WRITTEN + joined
                concept.terms[key] = max(concept.terms.get(key, 0.0), _JOINED)


def _add(terms: Terms, word: str, weight: float) -> None:
    for term, share in terms_of(word).items():
        terms[term] = max(terms.get(term, 0.0), share * weight)
