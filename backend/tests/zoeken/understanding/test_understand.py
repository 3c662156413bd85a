import pytest

from tests.zoeken.understanding.asking import ask, wishes, words

CHEAP = "kosten=gratis,vrije-bijdrage,tot-5,minimaregeling"


@pytest.mark.parametrize(
    ("question", "left", "understood"),
    [
        ("wandelclub dinsdag", "wandelclub", ["dag=di"]),
        ("koffieochtend in holtenbroek", "koffieochtend", ["wijk=WK019330"]),
        ("gratis soep zaterdag ittersum", "soep", ["kosten=gratis", "dag=za", "wijk=WK019351"]),
        ("Waar kan ik 's avonds yoga doen?", "yoga", ["dagdeel=avond"]),
        ("praten zonder verwijzing", "praten", ["aanmelden=binnenlopen,contact,aanmelden,intake"]),
        ("taalles in het Engels", "taalles", ["taal=en"]),
        ("engels leren", "engels leren", []),
        ("where can I learn Dutch for free", "learn dutch", ["kosten=gratis"]),
        ("koken voor een paar euro", "koken", [CHEAP]),
        ("telefonisch spreekuur", "spreekuur", ["vorm=telefoon"]),
        ("laagdrempelig gesprek", "gesprek", ["niveau=0,1,2"]),
        ("koffie, iedereen welkom", "koffie", ["openVoor=iedereen"]),
        ("bij mij om de hoek", "", []),
        ("mannen", "mannen", []),
        ("𝗚𝗿𝗮𝘁𝗶𝘀 YOGA", "yoga", ["kosten=gratis"]),
    ],
)
def test_a_wish_goes_out_of_the_words_and_is_remembered(question, left, understood):
    assert (words(question), wishes(question)) == (left, understood)


@pytest.mark.parametrize(
    ("question", "left", "wish"),
    [
        ("rolstoel", "rolstoel", "toegankelijkheid=rolstoel"),
        ("activiteiten voor kinderen", "activiteiten kinderen", "doelgroep=kinderen"),
        ("geen geld voor eten", "geld eten", CHEAP),
        ("hulp thuis", "hulp thuis", "vorm=aan-huis"),
    ],
)
def test_a_wish_that_is_a_subject_too_stays_a_word(question, left, wish):
    assert words(question) == left
    assert wishes(question) == [wish]
    assert ask(question).wensen[0].blijft


def test_the_place_of_each_telling_word_in_the_sentence_is_known():
    begrepen = ask("Ik zoek een kapper die thuis komt")
    assert begrepen.zin == ("ik", "zoek", "een", "kapper", "die", "thuis", "komt")
    assert [begrepen.zin[at] for at in begrepen.plaatsen] == list(begrepen.woorden)


def test_a_wish_says_what_was_typed():
    assert [wens.tekst for wens in ask("Koffie in de wijk Holtenbroek, gym 60+").wensen] == [
        "in de wijk Holtenbroek", "60+", "60+",
    ]  # fmt: skip
