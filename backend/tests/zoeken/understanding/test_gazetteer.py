import pytest

from sociale_kaart.taxonomie.geo import PostcodeLink
from sociale_kaart.zoeken.understanding.gazetteer import Gazetteer, Volksnaam, folk_names
from sociale_kaart.zoeken.understanding.phrases import wish_phrases
from sociale_kaart.zoeken.understanding.understand import understand
from tests.zoeken.understanding.asking import (
    DAY,
    ask,
    buurten,
    gazetteer,
    vocabulary,
    wijken,
    wishes,
    words,
)  # fmt: skip


@pytest.mark.parametrize(("code", "naam"), wijken())
def test_each_wijk_is_known_by_its_name_however_it_is_written(code, naam):
    for typed in (naam, naam.lower(), naam.replace("-", " "), naam.replace("-", "").upper()):
        assert wishes(f"koffie in {typed}") == [f"wijk={code}"], typed
        assert words(f"koffie in {typed}") == "koffie"


@pytest.mark.parametrize(("naam", "code"), buurten())
def test_each_buurt_means_its_wijk(naam, code):
    wijk = [wens for wens in ask(f"koffie {naam}").wensen if wens.soort == "wijk"]
    assert [wens.codes for wens in wijk] == [(code,)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("holtenbroeck", "WK019330"), ("asendorp", "WK019313"), ("dieserpoort", "WK019311"),
        ("stadhagen", "WK019322"), ("itersum", "WK019351"), ("aa landn", "WK019331"),
        ("holten broek", "WK019330"), ("wijtmen", "WK019341"), ("aalanden", "WK019331"),
        ("oudassendorp", "WK019313"), ("holtenbroek 3", "WK019330"), ("hessenpoort", "WK019340"),
        ("oldeneel", "WK019350"),
    ],
)  # fmt: skip
def test_a_place_that_is_misspelt_or_called_otherwise(typed, code):
    assert wishes(f"koffie {typed}") == [f"wijk={code}"]


def test_a_name_for_several_wijken_means_each_of_them():
    assert wishes("koffie in zuid") == ["wijk=WK019350,WK019351"]


def test_the_whole_municipality_is_no_wish_and_tells_nothing():
    assert (words("eenzaam in zwolle"), wishes("eenzaam in zwolle")) == ("eenzaam", [])


def test_the_name_of_a_buurt_stays_a_word_and_that_of_a_wijk_does_not():
    assert words("koffie frankhuis") == "koffie frankhuis"
    assert words("koffie stadshagen") == "koffie"


@pytest.mark.parametrize(
    "question",
    ["leren zwemmen", "deze dagen", "gestopt met werken en nu", "verkeren", "strenge vorst",
     "voortgezet onderwijs", "hogeschool windesheim", "reis naar zuid afrika", "haast"],
)  # fmt: skip
def test_ordinary_words_are_no_places(question):
    assert not any(wish.startswith("wijk") for wish in wishes(question))


def test_a_word_that_is_spelt_well_is_no_misspelt_place():
    careful = Gazetteer.of(vocabulary(), wijken(), buurten(), known={"schelde"})
    assert understand("de schelde", careful, DAY).wensen == ()
    assert understand("de schelle", careful, DAY).wensen != ()


def test_a_postcode_means_every_wijk_it_lies_in():
    links = {"8031": PostcodeLink("8031", "verdeeld", ("WK019330", "WK019311"))}
    gaz = Gazetteer.of(vocabulary(), wijken(), buurten(), postcodes=links)
    for typed in ("8031", "8031 AB", "8031ab"):
        begrepen = understand(f"koffie {typed} gratis", gaz, DAY)
        assert begrepen.woorden == ("koffie",)
        assert begrepen.wensen[0].codes == ("WK019311", "WK019330")


def test_another_municipality_brings_its_own_names():
    gaz = Gazetteer.of(
        vocabulary(), [("WK999901", "Bovendorp")], [("Het Laar", "WK999901")],
        [Volksnaam("de berg", ("WK999901",), blijft=False)],
    )  # fmt: skip
    for typed in ("in Bovendorp", "bovndorp", "het laar", "op de berg"):
        assert [wens.codes for wens in understand(typed, gaz, DAY).wensen] == [("WK999901",)]
    assert understand("holtenbroek", gaz, DAY).wensen == ()


def test_the_order_of_the_reference_data_does_not_matter():
    turned = Gazetteer.of(vocabulary(), wijken()[::-1], buurten()[::-1], folk_names()[::-1])
    for question in ("koffie in zuid", "het noorden", "aa landen midden dinsdag gratis"):
        assert understand(question, turned, DAY) == understand(question, gazetteer(), DAY)


def test_every_code_in_the_data_files_exists():
    labels = vocabulary().labels
    for phrase, meaning in wish_phrases({lijst: dict(terms) for lijst, terms in labels.items()}):
        assert phrase
        for soort, codes in meaning.wishes:
            assert set(codes) <= set(labels[soort])
    codes = {code for code, _ in wijken()}
    assert {code for naam in folk_names() for code in naam.wijken} <= codes


def test_a_code_that_the_vocabulary_does_not_have_is_no_wish():
    assert list(wish_phrases({"kosten": {"gratis": "Gratis"}}))
    assert all(
        wish.codes == ("gratis",)
        for _, meaning in wish_phrases({"kosten": {"gratis": "Gratis"}})
        for wish in meaning.wishes
    )
