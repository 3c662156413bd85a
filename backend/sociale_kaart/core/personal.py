"""What in a text would tell who somebody is: numbers and addresses that may not be kept."""

import re
import unicodedata
from datetime import date
from typing import Literal

Kind = Literal["telefoonnummer", "e-mailadres", "burgerservicenummer", "geboortedatum"]

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
# 06 12 34 56 78, (038) 000-1234, +31 6 …, 0031 6 …: a number as people write it.
_GAP = r"[ .()/-]{0,3}"
_PHONE = re.compile(rf"(?<!\d)(?:(?:\+|00){_GAP}[1-9]|0{_GAP}[1-9])(?:{_GAP}\d){{8,12}}(?!\d)")
# Two times, as in 10.00-12.00, have as many digits as a number.
_TIME = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![.:]?\d)")
_BSN = re.compile(r"(?=(?<!\d)(\d(?:[ .-]?\d){7,8})(?!\d))")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_MONTHS = ("jan", "feb", "maa|mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DATE = re.compile(
    r"(?<!\d)[0-3]?\d(?P<gap>[ ./-]{1,2})?"
    rf"(?P<month>[01]?\d|(?:{'|'.join(_MONTHS)})[a-z]*)[ ./-]{{0,2}}"
    r"(?P<year>(?:19|20)\d\d|(?(gap)(?<=[ ./-])'?\d\d|(?!)))(?!\d)"
    r"|(?<!\d)(?P<year_first>(?:19|20)\d\d)[-/.](?P<month_after>[01]?\d)[-/.][0-3]?\d"
    r"(?!\d)",
    re.IGNORECASE,
)
_BORN = re.compile(r"\bgeb(?:oren|\.)", re.IGNORECASE)
_TAKEN = " | "
# A date of the past year may be about what is on; an older one is hardly ever.
_OF_NOW_YEARS = 1


def personal_data_in(text: str, day: date) -> list[Kind]:
    """The kinds of personal data in a text, in a fixed order; empty when there are none.

    Looks at forms only, so a name passes. A date is taken for somebody's birth when its year is
    before that of `day` by more than one, or when the text speaks of being born.
    """
    plain = unicodedata.normalize("NFKC", text)
    # What was taken for one thing is not taken for another as well.
    without_times = _TIME.sub(_TAKEN, plain)
    without_phones = _PHONE.sub(_TAKEN, without_times)
    dates = list(_DATE.finditer(without_phones))
    rest = _DATE.sub(_TAKEN, without_phones)
    found: dict[Kind, bool] = {
        "telefoonnummer": without_phones != without_times,
        "e-mailadres": bool(_EMAIL.search(plain)),
        "burgerservicenummer": any(map(_is_bsn, _BSN.findall(rest))),
        "geboortedatum": any(_tells_birth(match, plain, day) for match in dates),
    }
    return [kind for kind, holds in found.items() if holds]


def _is_bsn(written: str) -> bool:
    """The eleven-test of a burgerservicenummer, which has eight or nine digits."""
    digits = [int(char) for char in written if char.isdigit()]
    digits = [0] * (9 - len(digits)) + digits
    total = sum(digit * weight for digit, weight in zip(digits, _BSN_WEIGHTS, strict=True))
    return any(digits) and total % 11 == 0


def _tells_birth(match: re.Match[str], text: str, day: date) -> bool:
    parts = match.groupdict()
    year = int((parts["year"] or parts["year_first"]).lstrip("'"))
    if year < 100:  # noqa: PLR2004 (two digits: of this century until the present year, or before)
        year += 2000 if year <= day.year % 100 + 1 else 1900
    month = parts["month"] or parts["month_after"]
    if month.isdigit() and not 1 <= int(month) <= len(_MONTHS):
        return False
    return year < day.year - _OF_NOW_YEARS or bool(_BORN.search(text))
