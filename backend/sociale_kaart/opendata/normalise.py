"""Forgives what people and spreadsheets do to values, before the strict check.

Only forms that mean one thing are taken over; everything else is left for the check to refuse.
"""

import re
from datetime import datetime
from typing import Any

from sociale_kaart.core.clock import AMSTERDAM
from sociale_kaart.opendata.interchange import KEYS

_CONTACT_KEYS = ("telefoon", "email", "website")
_YES = {"true", "ja", "waar", "1", "x"}
_NO = {"false", "nee", "onwaar", "0"}


def normalise(data: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The row in the form that AanbodRij expects, and the keys that it does not know."""
    row = {key: _known(value) for key, value in data.items()}
    row = {key: value for key, value in row.items() if value is not None}
    _gather_contact(row)
    unknown = sorted(set(row) - KEYS)
    for key in unknown:
        del row[key]
    for key in ("vrijwilligersGezocht", "opAfspraak"):
        if key in row:
            row[key] = _yes_or_no(row[key])
    if isinstance(row.get("intervalMaanden"), str) and row["intervalMaanden"].isdecimal():
        row["intervalMaanden"] = int(row["intervalMaanden"])
    for key in ("bevestigdOp", "bijgewerkt"):
        if key in row:
            row[key] = _moment(row[key])
    if isinstance(row.get("locatie"), dict):
        row["locatie"] = _place(row["locatie"])
    if isinstance(row.get("momenten"), list):
        row["momenten"] = [_times(item) for item in row["momenten"]]
    if isinstance(row.get("externId"), int):
        row["externId"] = str(row["externId"])
    owner = row.get("organisatie")
    if isinstance(owner, dict) and isinstance(owner.get("externId"), int):
        row["organisatie"] = {**owner, "externId": str(owner["externId"])}
    return row, unknown


def _known(value: Any) -> Any:
    """The value without what is unknown inside it; None when nothing is left."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        inner = {key: _known(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item is not None} or None
    if isinstance(value, list):
        parts = [_known(item) for item in value]
        return [part for part in parts if part is not None]
    return value


def _gather_contact(row: dict[str, Any]) -> None:
    """Contact details that stand beside the listing instead of in `contact`."""
    contact = row.get("contact")
    if isinstance(contact, str):
        row["contact"] = {_kind_of_contact(contact): contact}
    for key in _CONTACT_KEYS:
        if key in row and isinstance(row.setdefault("contact", {}), dict):
            row["contact"].setdefault(key, row.pop(key))


def _kind_of_contact(text: str) -> str:
    if "@" in text:
        return "email"
    if text.startswith(("http://", "https://")):
        return "website"
    return "telefoon" if re.fullmatch(r"\+?[0-9 ()/-]+", text) else "naam"


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        lowered = value.lower()
        return True if lowered in _YES else False if lowered in _NO else value
    return value


def _moment(value: Any) -> Any:
    """A moment without a zone is one on a Dutch clock; a bare day is its midnight."""
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return value
        return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
    return value


def _place(place: dict[str, Any]) -> dict[str, Any]:
    postcode = place.get("postcode")
    if isinstance(postcode, (str, int)):
        compact = str(postcode).replace(" ", "").upper()
        place = {**place, "postcode": f"{compact[:4]} {compact[4:]}".strip()}
    if "geheim" in place:
        place = {**place, "geheim": _yes_or_no(place["geheim"])}
    return place


def _times(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return {key: _clock(value) if key in {"van", "tot"} else value for key, value in item.items()}


def _clock(value: Any) -> Any:
    """9:00, 09.00 and 09:00:00 are all 09:00; midnight at the end of a day is 00:00."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"(\d{1,2})[:.](\d{2})(?::00)?", value)
    if match is None:
        return value
    hour = 0 if match[1] == "24" else int(match[1])
    return f"{hour:02d}:{match[2]}"
