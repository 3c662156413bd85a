import json
from importlib.resources import files

import pytest

from sociale_kaart.zoeken.understanding.crisis import crisis_in, noodhulp

DATA = json.loads(
    (files("sociale_kaart") / "data" / "vocabularia.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("word", DATA["crisiswoorden"])
def test_each_word_of_the_list_raises_the_alarm(word):
    assert crisis_in(word)
    assert crisis_in(word.upper())


@pytest.mark.parametrize(
    "question",
    [
        "ik wil dood", "soms wil ik liever gewoon dood", "mijn dochter wil dood", "was ik maar dood", "ik wil dot",
        "ik wil niet meer leven", "ik wil zo niet langer leven", "geen zin meer in het leven",
        "ik maak er een eind aan", "einde maken aan mijn leven", "pleeg zelfmoord", "zelf moort",
        "zelfmort", "suïcidaal", "suiside", "zelfmoordgedachten", "sui cide",
        "zie het leven niet meer zitten", "ik wil niet dood gaan van verveling",
        "I want to kill myself", "انتحار", "самогубство",
    ],
)  # fmt: skip
def test_suicide_in_other_words_and_spellings(question):
    assert crisis_in(question)


@pytest.mark.parametrize(
    "question",
    [
        "mn man slaat me", "hij sloeg mij", "mijn vader slaat", "hij heeft me geslagen",
        "mijn kind wordt geslagen", "geslagen door mijn vader", "huislijk gewelt", "geweld thuis",
        "kinder mishandeling", "kindermishandling", "ouderenmishandeling", "verkragt",
        "aangeranden", "kindermisbruik", "verkracht na alcohol",
        "hij heeft me misbruikt na drugs", "bang voor mijn ex", "ik ben thuis altijd bang",
        "thuis niet veilig", "my husband hits me",
    ],
)  # fmt: skip
def test_violence_in_other_words_and_spellings(question):
    assert crisis_in(question)


@pytest.mark.parametrize(
    "question",
    ["mijn dochter snijdt zichzelf", "stoppen met snijden", "ze krast in haar armen, zichzelf pijn doen",
     "ik doe mezelf pijn", "mezelf iets aan te doen", "zelfbeschadiging"],
)  # fmt: skip
def test_self_harm_in_other_words(question):
    assert crisis_in(question)


@pytest.mark.parametrize(
    "question",
    [
        "appels snijden", "groente snijden en koken", "hout snijden cursus", "snijbonen",
        "kapper die mijn haar snijdt", "slaat de trommel", "eiwitten geslagen", "de klok slaat twaalf",
        "mijn zoon slaat op de drums", "ik sla me er doorheen", "sla kweken moestuin",
        "dood spoor", "dode hoek", "doodmoe", "hond is dood", "mijn man is dood en ik wil praten",
        "mijn moeder gaat dood", "praten over de dood", "einde maken aan mijn abonnement",
        "einde van het jaar eten maken", "niet meer leven van een uitkering",
        "misbruik van mijn gegevens", "misbruik van de bankpas", "alcoholmisbruik", "toeslagenmisbruik",
        "bang in het donker", "kind thuis bang in het donker", "bang voor inbrekers thuis",
        "wil dood hout weghalen", "wil hulp bij dood en afscheid", "bang voor mijn baby", "bang om thuis te vallen", "veilig thuis wonen ouderen",
        "geweldig idee voor thuis", "geweldloos communiceren", "vertraagd", "veerkracht", "racistisch",
        "aangebrand", "zelfportret", "levensdoel", "zelf doen", "pijn aan mezelf laten zien", "",
    ],
)  # fmt: skip
def test_the_same_words_about_something_else_raise_no_alarm(question):
    assert not crisis_in(question)


def test_what_is_said_in_two_sentences_is_not_put_together():
    assert not crisis_in("Mijn hond is dood. Wil iemand een keer met mij wandelen?")
    assert crisis_in("Mijn hond is dood. Ik wil dood.")


def test_the_block_shows_whom_to_call_in_the_order_of_the_data():
    assert [hulp.naam for hulp in noodhulp()] == [row["naam"] for row in DATA["noodhulp"]]
    assert noodhulp()[0] == ("112", "112", "Acuut gevaar")
