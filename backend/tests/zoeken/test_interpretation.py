"""What is made of a question before it is answered."""

from sociale_kaart.zoeken.interpretation import Interpretation, interpret
from sociale_kaart.zoeken.language.lexicon import lemma_of
from sociale_kaart.zoeken.ranking.corpus import Corpus
from sociale_kaart.zoeken.ranking.spelling import Speller
from sociale_kaart.zoeken.statistics import Statistics
from sociale_kaart.zoeken.synonyms.expansions import Paar, Synonyms
from sociale_kaart.zoeken.understanding.gazetteer import Gazetteer

COUNTS = {"=wandelclub": 2, "=bedenken": 1, "=opademen": 1, "=koffie": 3, "@geld en schulden": 2}
SYNONYMS = Synonyms.of(
    [
        Paar("kom niet rond", "Geld en schulden", "heen"),
        Paar("kom niet rond", "budgethulp", "heen"),
        Paar("leut", "koffie", "heen"),
    ],
    lemma_of,
)


def read(question: str) -> Interpretation:
    statistics = Statistics(Corpus(10, COUNTS), Speller.of(COUNTS))
    return interpret(question, Gazetteer({}, ()), statistics, SYNONYMS)


def test_a_phrase_leads_to_a_label_and_to_words() -> None:
    asked = read("ik kom niet rond")
    assert asked.labels == {"@geld en schulden": 0.6}
    terms = {term for concept in asked.concepts for term in concept.terms}
    assert "=budgethulp" in terms
    assert "=en" not in terms
    # What is left of the verb is no word of its own.
    assert "=rond" not in terms
    assert read("ik kom niet meer rond").labels == asked.labels


def test_the_model_is_told_what_a_question_leads_to_the_longest_phrase_first() -> None:
    assert read("leut want ik kom niet rond").meaning == (
        "leut want ik kom niet rond (geld en schulden, budgethulp, koffie)"
    )
    assert read("wandelclub").meaning == "wandelclub"


def test_the_last_word_may_be_half_a_word_but_a_whole_one_after_others_is_no_beginning() -> None:
    def begins(question: str) -> set[str]:
        return set(read(question).concepts[-1].terms) & set(COUNTS)

    assert begins("wandelc") == {"=wandelclub"}
    assert begins("bed") == {"=bedenken"}
    assert begins("malen bed") == set()
    assert begins("gezellig wandelc") == {"=wandelclub"}
    assert begins("wandelc ") == set()
