import pytest

from tests.zoeken.understanding.asking import ask, wishes, words


@pytest.mark.parametrize(
    ("question", "left", "understood"),
    [
        ("iets voor mijn moeder van 82", "", ["leeftijd=82", "doelgroep=ouderen"]),
        ("mijn dochter van 9 wil dansen", "dansen", ["leeftijd=9", "doelgroep=kinderen"]),
        ("Mijn zoon is 14 jaar en wil voetballen", "voetballen",
         ["leeftijd=14", "doelgroep=jongeren"]),
        ("mijn oma van eenentachtig wandelen", "wandelen", ["leeftijd=81", "doelgroep=ouderen"]),
        ("baby van 6 maanden zwemmen", "zwemmen", ["leeftijd=0", "doelgroep=kinderen"]),
        ("8-jarige zoon judo", "judo", ["leeftijd=8", "doelgroep=kinderen"]),
        ("gym 60+", "gym", ["leeftijd=60", "doelgroep=ouderen"]),
        ("gym voor 55 plussers", "gym", ["leeftijd=55", "doelgroep=ouderen"]),
        ("ik ben 17 en zoek werk", "werk", ["leeftijd=17", "doelgroep=jongeren"]),
        ("thuiszitter 13 jaar", "thuiszitter", ["leeftijd=13", "doelgroep=jongeren"]),
        ("huiswerkhulp 12 tot en met 18 jaar", "huiswerkhulp",
         ["leeftijd=12,18", "doelgroep=jongeren"]),
        ("voetbal kinderen 8-12", "voetbal kinderen",
         ["doelgroep=kinderen", "leeftijd=8,12", "doelgroep=kinderen,jongeren"]),
        ("mannen boven de 60", "mannen", ["leeftijd=60", "doelgroep=ouderen"]),
        ("vrouw 82 eenzaam", "eenzaam", ["leeftijd=82", "doelgroep=ouderen"]),
        ("mijn dochter (11) is gepest", "gepest", ["leeftijd=11", "doelgroep=kinderen"]),
        ("wandelen voor mijn moeder", "wandelen", ["doelgroep=ouderen"]),
        ("sport voor mijn kleinkind", "sport", ["doelgroep=kinderen"]),
        ("een maatje voor mijn broer", "maatje", ["vorm=maatje"]),
    ],
)  # fmt: skip
def test_for_whom_it_is(question, left, understood):
    assert (words(question), wishes(question)) == (left, understood)


@pytest.mark.parametrize(
    "question",
    ["ik rook al 20 jaar", "na 40 jaar getrouwd", "300 euro schuld", "eerste 1000 dagen",
     "24 uur per dag", "ik zorg voor mijn moeder", "mijn moeder is overleden", "16 weken zwanger",
     "5 jaar geleden gescheiden", "moeder van 3", "een jaar werkloos", "moeder van twee kinderen", "boven de 60 euro"],
)  # fmt: skip
def test_numbers_and_relatives_that_are_nobodys_age(question):
    assert not any(wish.startswith(("leeftijd", "doelgroep=ouderen")) for wish in wishes(question))


def test_who_becomes_18_keeps_the_word():
    begrepen = ask("18 jaar worden")
    assert begrepen.woorden == ("18", "jaar")
    assert begrepen.wensen[0].codes == ("18",)


def test_who_cares_for_a_parent_asks_about_the_care():
    assert words("ik zorg voor mijn moeder") == "zorg moeder"


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("eten 3 euro", ("gratis", "vrije-bijdrage", "tot-5", "minimaregeling")),
        ("eten max. 10 euro", ("gratis", "vrije-bijdrage", "tot-5", "minimaregeling", "5-15")),
        ("eten voor € 5", ("gratis", "vrije-bijdrage", "tot-5", "minimaregeling")),
        ("eten 2,50 euro", ("gratis", "vrije-bijdrage", "tot-5", "minimaregeling")),
        ("eten onder de vijf euro", ("gratis", "vrije-bijdrage", "tot-5", "minimaregeling")),
    ],
)
def test_what_it_may_cost(question, codes):
    begrepen = ask(question)
    assert begrepen.woorden == ("eten",)
    assert [(wens.soort, wens.codes) for wens in begrepen.wensen] == [("kosten", codes)]


@pytest.mark.parametrize("question", ["300 euro schuld", "10.000 euro schuld", "€ 2.500 boete"])
def test_an_amount_that_is_not_a_price(question):
    assert wishes(question) == []
