"""The demo listings: what they must have between them, and what none of them may have."""

import json
import re
from collections import Counter, defaultdict
from datetime import date, datetime, time
from importlib.resources import files

import pytest

from sociale_kaart.aanbod.recurrence import Schedule, dag_dagdelen, days_between
from sociale_kaart.aanbod.rules import freshness
from sociale_kaart.opendata.interchange import AanbodRij
from sociale_kaart.opendata.normalise import normalise
from sociale_kaart.taxonomie.geo import WijkLocator

DATA = files("sociale_kaart") / "data"
# The day on which the data is true; see cli/demo.py.
WRITTEN_ON = date(2026, 11, 22)
VOCABULARY = json.loads((DATA / "vocabularia.json").read_text(encoding="utf-8"))
LISTS = {
    name: {term["code"]: term for term in terms} for name, terms in VOCABULARY["lijsten"].items()
}
ROWS = [
    json.loads(line)
    for file in sorted((DATA / "demo").iterdir(), key=str)
    for line in file.read_text(encoding="utf-8").rstrip("\n").split("\n")
]
# Professional words that a resident does not use (domein.md), besides those never to be printed.
JARGON = (
    "voorveld", "voorziening", "participatie", "indicatie", "inloopvoorziening", "laagdrempelig",
)  # fmt: skip
TEXTS = (
    "titel", "samenvatting", "beschrijving", "watLevertHetOp", "doelgroepToelichting", "nietVoor",
    "wieVerwijst", "kostenToelichting", "eersteKeer", "meebrengen", "wachttijd",
    "vrijwilligersTekst",
)  # fmt: skip


def used(key):
    values = (row.get(key) for row in ROWS)
    return Counter(
        code for value in values for code in (value if isinstance(value, list) else [value])
    )


def organisations():
    return {row["organisatie"]["externId"]: row["organisatie"] for row in ROWS}


def texts(row):
    return {key: row[key] for key in TEXTS if key in row}


def schedules(row):
    def day(text):
        return text and date.fromisoformat(text)

    def clock(text):
        return text and time.fromisoformat(text)

    return [
        Schedule(
            rrule=moment.get("rrule"),
            begin=day(moment.get("begin")),
            eind=day(moment.get("eind")),
            van=clock(moment.get("van")),
            tot=clock(moment.get("tot")),
            behalve=tuple(map(date.fromisoformat, moment.get("behalve", []))),
        )
        for moment in row.get("momenten", [])
    ]


def test_there_are_enough_of_them():
    assert len(ROWS) >= 150
    assert len(organisations()) >= 60
    assert {owner["categorie"] for owner in organisations().values()} == set(LISTS["categorie"])


@pytest.mark.parametrize(
    ("key", "lijst"),
    [
        ("ambities", "ambitie"),
        ("doelen", "doel"),
        ("doelgroepen", "doelgroep"),
        ("themas", "thema"),
        ("soort", "soort"),
        ("vormen", "vorm"),
        ("kosten", "kosten"),
        ("aanmelden", "aanmelden"),
        ("openVoor", "openVoor"),
        ("talen", "taal"),
        ("toegankelijkheid", "toegankelijkheid"),
        ("capaciteit", "capaciteit"),
        ("inzet", "inzet"),
        ("niveau", "niveau"),
    ],
)
def test_every_word_of_a_list_is_used_and_no_other(key, lijst):
    codes = {str(code) for code in used(key) if code is not None}
    assert codes == set(LISTS[lijst])


def test_each_ambitie_leads_often():
    leading = Counter(row["ambities"][0] for row in ROWS)
    assert min(leading.values()) >= 0.2 * len(ROWS)


def test_a_doel_belongs_to_an_ambitie_of_its_listing():
    for row in ROWS:
        parents = {LISTS["doel"][code]["ouder"] for code in row.get("doelen", [])}
        assert parents <= set(row["ambities"]), row["externId"]
    assert sum("doelen" in row for row in ROWS) >= 0.6 * len(ROWS)


def test_every_wijk_has_listings_and_every_point_lies_in_the_wijk_it_says():
    outlines = json.loads((DATA / "buurten.geojson").read_text(encoding="utf-8"))["features"]
    buurten = [
        (buurt["properties"]["buurtcode"], buurt["properties"]["wijkcode"], buurt["geometry"])
        for buurt in outlines
    ]
    locator = WijkLocator(buurten)
    per_wijk = Counter()
    for row in ROWS:
        place = row["locatie"]
        if place is not None:
            area = locator.locate(place["lat"], place["lon"])
            assert area is not None, row["externId"]
            assert area.wijk_code == place["wijk"], row["externId"]
            per_wijk[area.wijk_code] += 1
    wijken = {wijk for _, wijk, _ in buurten}
    assert len(wijken) == 16
    assert set(per_wijk) == wijken
    assert min(per_wijk.values()) >= 5


def test_evenings_and_weekends_are_a_good_part():
    with_times = [dag_dagdelen(schedules(row), WRITTEN_ON) for row in ROWS if row.get("momenten")]
    free_time = [
        codes for codes in with_times if any(re.match(r"za|zo|..-avond", code) for code in codes)
    ]
    assert len(with_times) >= 0.7 * len(ROWS)
    assert 0.4 <= len(free_time) / len(with_times) <= 0.8


def test_every_state_that_a_page_can_be_in_is_there():
    statuses = used("status")
    assert min(statuses[status] for status in ("concept", "ter-beoordeling", "gestopt")) >= 1
    confirmed = [
        row.get("bevestigdOp") and datetime.fromisoformat(row["bevestigdOp"]) for row in ROWS
    ]
    fresh = Counter(
        freshness(moment, row["intervalMaanden"], WRITTEN_ON)
        for moment, row in zip(confirmed, ROWS, strict=True)
    )
    assert min(fresh["niet-recent"], fresh[None]) >= 3
    assert sum("wachttijd" in row for row in ROWS) >= 10
    assert sum("sluitingen" in row for row in ROWS) >= 4
    assert sum("eind" in moment for row in ROWS for moment in row.get("momenten", [])) >= 10
    assert sum(row.get("vrijwilligersGezocht") is True for row in ROWS) >= 20
    assert sum("inzet" in row for row in ROWS) >= 30
    assert sum(row.get("opAfspraak") is True for row in ROWS) >= 20
    assert sum("locatie" not in row or row["locatie"] is None for row in ROWS) >= 10
    for unknown in ("niveau", "kosten", "talen", "toegankelijkheid", "vormen", "aanmelden"):
        assert any(unknown not in row for row in ROWS), unknown


def test_exceptions_fall_on_days_of_their_rule():
    found = 0
    for row in ROWS:
        for schedule in schedules(row):
            plain = Schedule(schedule.rrule, schedule.begin, schedule.eind)
            for day in schedule.behalve:
                assert days_between(plain, day, day), (row["externId"], day)
                found += 1
    assert found >= 50


def test_what_is_on_the_map_is_still_to_come():
    for row in ROWS:
        if row.get("momenten") and row.get("status") != "gestopt":
            assert dag_dagdelen(schedules(row), WRITTEN_ON), row["externId"]


def test_no_date_lies_after_the_day_of_writing():
    for row in ROWS:
        for key in ("bevestigdOp", "bijgewerkt", "capaciteitOp"):
            assert row.get(key, "")[:10] <= str(WRITTEN_ON), row["externId"]


def test_all_are_in_the_strict_form():
    for row in ROWS:
        data, unknown = normalise(row)
        assert unknown == []
        AanbodRij.model_validate(data)
        AanbodRij.model_validate(row)


def test_keys_titles_and_names_are_used_once():
    titles = Counter(row["titel"].lower() for row in ROWS)
    assert titles.most_common(1)[0][1] == 1
    assert len({row["externId"] for row in ROWS}) == len(ROWS)
    names = Counter(owner["naam"].lower() for owner in organisations().values())
    assert names.most_common(1)[0][1] == 1


def test_an_organisation_is_the_same_on_each_of_its_rows():
    for row in ROWS:
        assert row["organisatie"] == organisations()[row["organisatie"]["externId"]]


def test_titles_and_summaries_fit_a_card():
    for row in ROWS:
        assert len(row["titel"]) <= 60, row["externId"]
        assert len(row["samenvatting"]) <= 200, row["externId"]


def test_every_address_and_number_is_visibly_invented():
    for row in ROWS:
        whole = json.dumps(row)
        for host in re.findall(r"(?:https?://|[\w.+-]@)([\w.-]+)", whole):
            assert host.endswith("example.org"), (row["externId"], host)
        for place in (row["organisatie"], row.get("contact", {})):
            number = place.get("telefoon", "038 000 00 00")
            assert re.fullmatch(r"038 000 \d\d \d\d", number), (row["externId"], number)
        for text in texts(row).values():
            for number in re.findall(r"\b0\d{2,3}[- ]\d[\d -]{4,}", text):
                assert number.startswith("038 000 "), (row["externId"], number)


def test_no_word_that_is_never_shown_and_no_jargon():
    never = {word.lower() for word in VOCABULARY["nietTonen"]} | set(JARGON)
    for row in ROWS:
        said = [
            *texts(row).values(),
            row["organisatie"]["naam"],
            row["organisatie"]["omschrijving"],
        ]
        for text in said:
            for word in re.findall(r"[^\W\d_]+", text.lower()):
                # A long word is also looked for inside another one, as in 'wijkvoorzieningen'.
                bad = {one for one in never if word == one or (len(one) > 5 and one in word)}
                assert not bad, (row["externId"], word)


def test_no_sentence_is_used_twice():
    where = defaultdict(set)
    for row in ROWS:
        for text in texts(row).values():
            for sentence in re.split(r"(?<=[.!?])\s+|\n+", text):
                if len(sentence.split()) > 3:
                    where[sentence.strip().lower()].add(row["externId"])
    assert {sentence: rows for sentence, rows in where.items() if len(rows) > 1} == {}


def test_sentences_are_short():
    lengths = [
        len(sentence.split())
        for row in ROWS
        for text in texts(row).values()
        for sentence in re.split(r"(?<=[.!?:])\s+|\n+", text)
        if sentence
    ]
    assert sum(lengths) / len(lengths) <= 10
    assert max(lengths) <= 20


def test_the_lists_hold_together():
    for terms in LISTS.values():
        labels = [term["label"] for term in terms.values()]
        assert len(set(labels)) == len(labels)
    for name in ("doel", "thema"):
        assert {term["ouder"] for term in LISTS[name].values()} <= set(LISTS["ambitie"])
