"""Which words may follow on what was typed, and which may not."""

from sociale_kaart.zoeken.completion.complete import complete
from sociale_kaart.zoeken.completion.words import Pair, Words, texts_of, words_now
from sociale_kaart.zoeken.language.terms import label_term, terms_of
from sociale_kaart.zoeken.ranking.corpus import Corpus
from sociale_kaart.zoeken.synonyms.rules import bare
from tests.zoeken.understanding.asking import gazetteer

PAIRS = (
    ("eenzaam", "contact", "heen"),
    ("eenzaamheid", "contact", "heen"),
    ("eenzame ouderen", "contact", "heen"),
    ("geldzorgen", "schulden", "heen"),
    ("van de peuken af", "stoppen met roken", "heen"),
    ("goktermen", "gokken", "heen"),
    ("borç", "schulden", "heen"),
    ("borrel", "contact", "heen"),
    ("borcu", "schulden", "heen"),
    ("debt", "schulden", "heen"),
    ("zwerver", "contact", "heen"),
    ("zelfmoordgedachten", "contact", "heen"),
    ("kwetsbare oudere", "contact", "heen"),
    ("eenzaamheidsproblematiek", "contact", "heen"),
    ("blijfhuis", "huiselijk geweld", "heen"),
    ("gratis", "contact", "heen"),
    ("papa's", "contact", "heen"),
    ("papa", "contact", "heen"),
    ("maatjes", "maatje", "beide"),
    ("geld en zo", "Geld en schulden", "heen"),
)
TITLES = ("taalles", "wandelgroep", "drinkt", "samen", "dinsdag", "kizomba", "café")


def words_of(*said: str, pairs: tuple[tuple[str, str, str], ...] = PAIRS) -> Words:
    """What may be suggested on a map of listings that say these words, each in one listing."""
    counts: dict[str, int] = {}
    for word in said:
        for term in terms_of(bare(word)):
            counts[term] = counts.get(term, 0) + 1
    counts[label_term("Geld en schulden")] = 5
    rows = [Pair(left, right, bare(left), bare(right), way) for left, right, way in pairs]
    return words_now(texts_of(rows, TITLES), Corpus(len(said), counts))


WORDS = words_of(
    "contact", "schulden", "schulden", "stoppen", "roken", "huiselijk", "geweld", "maatje", *TITLES
)


def suggested(typed: str, words: Words = WORDS) -> list[str]:
    return complete(typed, words, gazetteer())


def test_what_people_type_and_what_the_map_says() -> None:
    assert suggested("eenz") == ["eenzaam", "eenzame ouderen"]
    assert suggested("taall") == ["taalles"]
    assert suggested("wandelgr") == ["wandelgroep"]
    assert suggested("maatj") == ["maatje"]
    assert suggested("contac") == ["contact"]
    assert suggested("Van de p") == ["van de peuken af"]
    assert suggested("peuk") == ["van de peuken af"]
    assert suggested("caf") == ["café"]


def test_what_leads_to_no_listing_is_not_suggested() -> None:
    assert suggested("gok") == []
    assert suggested("eenz", words_of("schulden")) == []
    assert suggested("peuk", words_of("stoppen")) == []
    assert suggested("eenz", Words()) == []


def test_what_leads_to_more_goes_first() -> None:
    words = words_of(*["contact"] * 8, "schulden", pairs=(
        ("praktisch", "schulden", "heen"), ("praktijk", "contact", "heen"),
    ))  # fmt: skip
    assert suggested("prakti", words) == ["praktijk", "praktisch"]


def test_what_is_never_shown_is_not_suggested() -> None:
    for typed in (
        "zwerv",
        "kwetsb",
        "eenzaamheidsp",
        "zelfmoo",
        "blijfh",
        "zelfmoord en eenz",
        "ik wil dood eenz",
    ):
        assert suggested(typed) == []


def test_words_of_another_language_only_where_no_dutch_one_begins_so() -> None:
    assert suggested("bor") == ["borrel"]
    assert suggested("borç") == ["borcu"]
    assert suggested("deb") == ["debt"]
    assert suggested("de") == []
    # What a title says is a word of the map, in whatever language.
    assert suggested("kizo") == ["kizomba"]


def test_what_says_nothing_or_is_typed_already_is_no_suggestion() -> None:
    # A verb in passing, a word of everybody, a day, a price.
    for typed in ("drink", "same", "dins", "grati"):
        assert suggested(typed) == []
    # The label of a theme is suggested as that.
    assert suggested("geld e") == ["geld en zo"]
    assert suggested("taalles") == []
    assert suggested("papa") == []
    assert suggested("pap") == ["papa"]


def test_the_last_word_of_a_sentence_goes_on() -> None:
    assert suggested("Ik voel me eenz") == ["Ik voel me eenzaam"]
    assert suggested("hulp bij geldzrogen") == ["hulp bij geldzorgen"]
    # Nothing of several words, and nothing behind what is done.
    assert suggested("ik wil van") == []
    assert suggested("hulp bij ma ") == []
    assert suggested("hulp bij ge") == []


def test_a_misspelt_beginning_is_understood() -> None:
    assert suggested("eensa") == ["eenzaam", "eenzame ouderen"]
    assert suggested("taalels") == ["taalles"]


def test_nonsense_and_signs_suggest_nothing() -> None:
    for typed in ("", " ", "!", "%", "\\", "x" * 100, "🎉", "12345"):
        assert suggested(typed) == []
