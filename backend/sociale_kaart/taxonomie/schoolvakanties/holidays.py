import csv
from functools import cache
from importlib.resources import files

from sociale_kaart.taxonomie.schoolvakanties.schemas import Schoolvakantie, Schoolvakanties


@cache
def school_holidays() -> Schoolvakanties:
    """The rows of data/schoolvakanties.csv, which are of one region."""
    path = files("sociale_kaart") / "data" / "schoolvakanties.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    (regio,) = {row.pop("regio") for row in rows}
    found = sorted(map(Schoolvakantie.model_validate, rows), key=lambda each: each.van)
    return Schoolvakanties(regio=regio, bekend_tot=found[-1].tot, resultaten=found)
