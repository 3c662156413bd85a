"""Forgives what people and spreadsheets do to values, before the strict check.

Only forms that mean one thing are taken over; everything else is left for the check to refuse.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sociale_kaart.core.clock import AMSTERDAM
from sociale_kaart.opendata.columns import LISTS, OBJECT_LISTS, OBJECTS, codes_in, is_list
from sociale_kaart.opendata.interchange import KEYS

_CONTACT_KEYS = ("telefoon", "email", "website")
_YES = {"true", "ja", "waar", "1", "x"}
_NO = {"false", "nee", "onwaar", "0"}
# Word's soft line break is a line break; the other control characters say nothing.
_LINE_ENDS = re.compile(r"\r\n?|\x0b")
_SAYS_NOTHING = re.compile(r"[\x00-\x08\x0c\x0e-\x1f\x7f]")

Row = dict[str, Any]


def normalise(data: Mapping[str, Any]) -> tuple[Row, list[str]]:
    """The row in the form that AanbodRij expects, and the keys that it does not know."""
    row = {key: _known(value) for key, value in data.items()}
    row = {key: value for key, value in row.items() if value is not None}
    _gather_contact(row)
    unknown = [*_drop_unknown(row, KEYS), *_drop_unknown_inside(row)]
    for key, mend in _MENDS.items():
        if key in row:
            row[key] = mend(row[key])
    for key in (*LISTS, "werkgebied"):
        if key in row:
            row[key] = _codes(key, row[key])
    for key, mends in _MENDS_INSIDE.items():
        row.update(_mended_inside(row, key, mends))
    _name_as_key(row)
    return row, unknown


def _known(value: Any) -> Any:
    """The value without what is unknown inside it; None when nothing is left."""
    if isinstance(value, str):
        return _SAYS_NOTHING.sub("", _LINE_ENDS.sub("\n", value)).strip() or None
    if isinstance(value, dict):
        inner = {key: _known(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item is not None} or None
    if isinstance(value, list):
        parts = [_known(item) for item in value]
        return [part for part in parts if part is not None] or None
    return value


def _gather_contact(row: Row) -> None:
    """Contact details that stand beside the listing instead of in `contact`."""
    contact = row.get("contact")
    if isinstance(contact, str):
        row["contact"] = {_kind_of_contact(contact): contact}
    for key in _CONTACT_KEYS:
        inside = row.get("contact", {})
        if key in row and isinstance(inside, dict) and inside.get(key, row[key]) == row[key]:
            row["contact"] = {**inside, key: row.pop(key)}


def _kind_of_contact(text: str) -> str:
    if "@" in text:
        return "email"
    if text.startswith(("http://", "https://")):
        return "website"
    return "telefoon" if re.fullmatch(r"\+?[0-9 ()/-]+", text) else "naam"


def _drop_unknown(row: Row, known: Any, prefix: str = "") -> list[str]:
    unknown = sorted(str(key) for key in row if key not in known)
    for key in unknown:
        del row[key]
    return [f"{prefix}{key}" for key in unknown]


def _drop_unknown_inside(row: Row) -> list[str]:
    unknown: list[str] = []
    for key, known in {**OBJECTS, **OBJECT_LISTS}.items():
        value = row.get(key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                unknown += _drop_unknown(item, known, f"{key}.")
    return unknown


def _codes(key: str, value: Any) -> Any:
    """Codes as a list of texts, also when they came as one text or as numbers."""
    if isinstance(value, str):
        return codes_in(value) if is_list(key, value) else value.lower()
    if isinstance(value, list):
        return [_as_text(code) for code in value]
    return [_as_text(value)]


def _as_text(value: Any) -> Any:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return str(value) if is_number else value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        lowered = value.lower()
        return True if lowered in _YES else False if lowered in _NO else value
    return value


def _whole_number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value) else value


def _decimal(value: Any) -> Any:
    """52,51 is 52.51 in a Dutch spreadsheet."""
    is_dutch = isinstance(value, str) and re.fullmatch(r"-?[0-9]+,[0-9]+", value)
    return value.replace(",", ".") if is_dutch else value


def _day(value: Any) -> Any:
    """31-12-2026 is 2026-12-31. A bare number is no date, whatever a computer would make of it."""
    if isinstance(value, (int, float)) or (isinstance(value, str) and value.isdecimal()):
        return f"getal {value}"
    if isinstance(value, str):
        found = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", value)
        return f"{found[3]}-{found[2]:>02}-{found[1]:>02}" if found else value
    return value


def _days(value: Any) -> Any:
    if isinstance(value, str):
        value = re.split(r"[\s,|]+", value)
    return [_day(item) for item in value] if isinstance(value, list) else value


def _moment(value: Any) -> Any:
    """A moment without a zone is one on a Dutch clock; a bare day is its midnight."""
    value = _day(value)
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return value
        return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
    return value


def _postcode(value: Any) -> Any:
    compact = re.sub(r"\s+", "", str(_as_text(value))).upper()
    return f"{compact[:4]} {compact[4:]}".strip()


def _clock(value: Any) -> Any:
    """9:00, 09.00 and 09:00:00 are all 09:00; midnight at the end of a day is 00:00."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"(\d{1,2})[:.](\d{2})(?::00)?", value)
    if match is None:
        return value
    hour = 0 if match[1] == "24" and match[2] == "00" else int(match[1])
    return f"{hour:02d}:{match[2]}"


def _mended_inside(row: Row, key: str, mends: Mapping[str, Callable[[Any], Any]]) -> Row:
    def mended(item: Any) -> Any:
        if not isinstance(item, dict):
            return item
        return {name: mends.get(name, _same)(value) for name, value in item.items()}

    value = row.get(key)
    if isinstance(value, list):
        return {key: [mended(item) for item in value]}
    return {key: mended(value)} if isinstance(value, dict) else {}


def _same(value: Any) -> Any:
    return value


def _name_as_key(row: Row) -> None:
    """An organisation without a key of its own is known by its name."""
    owner = row.get("organisatie")
    if isinstance(owner, dict) and isinstance(owner.get("naam"), str):
        owner.setdefault("externId", owner["naam"])


_MENDS: Mapping[str, Callable[[Any], Any]] = {
    "externId": _as_text,
    "vrijwilligersGezocht": _yes_or_no,
    "opAfspraak": _yes_or_no,
    "intervalMaanden": _whole_number,
    "capaciteitOp": _day,
    "bevestigdOp": _moment,
    "bijgewerkt": _moment,
}
_MENDS_INSIDE: Mapping[str, Mapping[str, Callable[[Any], Any]]] = {
    "organisatie": {"externId": _as_text, "kvk": _as_text},
    "locatie": {
        "postcode": _postcode,
        "lat": _decimal,
        "lon": _decimal,
        "geheim": _yes_or_no,
    },
    "momenten": {"begin": _day, "eind": _day, "van": _clock, "tot": _clock, "behalve": _days},
    "sluitingen": {"van": _day, "tot": _day},
}
