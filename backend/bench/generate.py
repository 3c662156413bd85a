"""Listings for measuring: as many as wanted, the same ones for the same seed.

They read like Dutch and are spread as real ones are: a few words and themes are everywhere, most
are rare, wijken differ in size, and much is unknown. Nobody should take them for a demo.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from bench.words import (
    ACTIVITEITEN,
    BEGINNEN,
    BIJZONDER,
    DELEN,
    DOEN,
    GROEPEN,
    OPENINGEN,
    PLEKKEN,
    SLOT,
    SOORTEN,
    VERENIGINGEN,
    ZINNEN,
)

Row = dict[str, Any]
# An organisation has about this many listings.
PER_ORGANISATIE = 6
_DAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CATEGORIEEN = ("initiatief", "vrijwilligersorganisatie", "voorziening")


def generate(
    n: int,
    seed: int,
    codes: Mapping[str, Sequence[str]],
    places: Sequence[tuple[str, float, float]],
) -> Iterator[Row]:
    """Yields `n` rows in the interchange format.

    Args:
        n: how many.
        seed: the same seed gives the same rows.
        codes: per vocabulary ('thema', 'soort', …) the codes to choose from.
        places: wijkcode, lat and lon of the points around which things happen.
    """
    random = Random(seed)
    owners = [_organisatie(random, number) for number in range(max(1, n // PER_ORGANISATIE))]
    for number in range(n):
        yield _listing(random, number, random.choice(owners), codes, places)


def _organisatie(random: Random, number: int) -> Row:
    naam = f"{random.choice(VERENIGINGEN)} {compound(random).capitalize()} {number}"
    return {
        "externId": f"org-{number}",
        "naam": naam,
        "categorie": random.choices(_CATEGORIEEN, (3, 4, 5))[0],
        "omschrijving": " ".join(random.sample(ZINNEN, 2)),
    }


def _listing(
    random: Random,
    number: int,
    organisatie: Row,
    codes: Mapping[str, Sequence[str]],
    places: Sequence[tuple[str, float, float]],
) -> Row:
    doing = commonest_first(random, ACTIVITEITEN)
    group = commonest_first(random, GROEPEN)
    wijk, lat, lon = commonest_first(random, places)
    row: Row = {
        "externId": f"bench-{number}",
        "organisatie": organisatie,
        "titel": f"{doing.capitalize()} {group} {random.choice(('bij', 'in', 'met'))} "
        f"{compound(random).capitalize()}",
        "samenvatting": f"{random.choice(OPENINGEN)} {doing} {group}. {random.choice(SLOT)}",
        "beschrijving": " ".join(_sentences(random, doing)),
        "ambities": random.sample(list(codes["ambitie"]), random.choice((1, 1, 2))),
        "themas": _some(random, codes["thema"], (1, 1, 2, 3)),
        "doelgroepen": _some(random, codes["doelgroep"], (1, 1, 2)),
        "vormen": _some(random, codes["vorm"], (1, 1, 2)),
        "talen": ["nl", *_some(random, codes["taal"][1:], (0, 0, 0, 1, 2))],
        "toegankelijkheid": _some(random, codes["toegankelijkheid"], (0, 1, 3, 5)),
        "momenten": [_moment(random) for _ in range(random.choice((0, 1, 1, 1, 2)))],
        "bevestigdOp": f"2026-{random.randint(1, 10):02}-{random.randint(1, 28):02}T10:00:00+02:00",
        "bijgewerkt": f"2026-{random.randint(1, 10):02}-{random.randint(1, 28):02}T11:00:00+02:00",
    }
    for field, lijst in (
        ("soort", "soort"), ("openVoor", "openVoor"), ("aanmelden", "aanmelden"),
        ("kosten", "kosten"),
    ):  # fmt: skip
        row[field] = _perhaps(random, 0.9, commonest_first(random, codes[lijst]))
    row["niveau"] = _perhaps(random, 0.9, random.choices(range(5), (3, 5, 5, 2, 1))[0])
    row["leeftijdVan"] = _perhaps(random, 0.3, random.choice((4, 12, 18, 55)))
    row["vrijwilligersGezocht"] = _perhaps(random, 0.4, random.random() < 0.5)
    row["werkgebied"] = random.choice((None, [wijk], "stadsbreed"))
    if random.random() < 0.85:
        row["locatie"] = {
            "naam": f"{random.choice(PLEKKEN)} {random.choice(BEGINNEN).capitalize()}",
            "straat": f"{random.choice(BEGINNEN).capitalize()}{random.choice(SOORTEN)} "
            f"{random.randint(1, 200)}",
            "plaats": "Zwolle",
            "lat": round(lat + random.gauss(0, 0.003), 5),
            "lon": round(lon + random.gauss(0, 0.004), 5),
        }
    return {key: value for key, value in row.items() if value is not None}


def compound(random: Random) -> str:
    """A word that is no word but could be one: 'wilgenschuurtje'."""
    return random.choice(BEGINNEN) + random.choice(DELEN)


def compound_of(number: int) -> str:
    """Such a word for a number; another one for each."""
    first, second = divmod(number, len(DELEN))
    return BEGINNEN[first % len(BEGINNEN)] + DELEN[second]


def commonest_first(random: Random, choices: Sequence[Any]) -> Any:
    """One of these; the first ones far more often, as with words and streets."""
    return choices[int(len(choices) * random.random() ** 2)]


def questions(seed: int, number: int, codes: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """Searches as visitors do them: one or two words, and three filters."""
    random = Random(seed)
    for _ in range(number):
        words = [commonest_first(random, ACTIVITEITEN).split()[-1]]
        if random.random() < 0.4:
            words.append(commonest_first(random, BIJZONDER))
        yield {
            "q": " ".join(words),
            "wijk": random.sample(list(codes["wijk"]), 2),
            "kosten": random.sample(list(codes["kosten"][:5]), 3),
            "doelgroep": random.sample(list(codes["doelgroep"][:6]), 3),
        }


def _sentences(random: Random, doing: str) -> Iterator[str]:
    for _ in range(random.randint(3, 8)):
        yield random.choice(ZINNEN)
        yield (
            f"{random.choice(DOEN)} {random.choice((doing, compound(random)))} "
            f"en {commonest_first(random, BIJZONDER)} {compound(random)}."
        )


def _some(random: Random, codes: Sequence[str], numbers: Sequence[int]) -> list[str]:
    wanted = random.choice(numbers)
    return sorted({commonest_first(random, codes) for _ in range(wanted)})


def _perhaps(random: Random, chance: float, value: Any) -> Any:
    return value if random.random() < chance else None


def _moment(random: Random) -> Row:
    begin = random.choice((9, 10, 13, 14, 15, 19, 19, 20))
    rule = random.choices(("FREQ=WEEKLY;BYDAY={}", "FREQ=MONTHLY;BYDAY=2{}"), (5, 1))[0]
    return {
        "rrule": rule.format(random.choice(_DAGEN)),
        "van": f"{begin:02}:{random.choice(('00', '30'))}",
        "tot": f"{begin + 2:02}:00",
    }
