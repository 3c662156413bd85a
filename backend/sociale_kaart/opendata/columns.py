"""Between a nested row and the flat columns of a table.

`organisatie.naam` is a field of an object. A list is joined by `|`. A list of objects (moments)
becomes columns `momenten.van`, `momenten.tot` … with their values joined by `|` in the same
order, empty where one is unknown; a list in it (exceptions) is joined by spaces.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

OBJECTS: Mapping[str, Sequence[str]] = {
    "organisatie": (
        "externId", "naam", "categorie", "omschrijving", "website", "telefoon", "email", "kvk",
        "relatieGemeente",
    ),
    "contact": ("naam", "telefoon", "email", "website"),
    "locatie": ("naam", "straat", "postcode", "plaats", "lat", "lon", "wijk", "geheim"),
}  # fmt: skip
OBJECT_LISTS: Mapping[str, Sequence[str]] = {
    "momenten": ("rrule", "begin", "eind", "van", "tot", "behalve", "toelichting"),
    "sluitingen": ("van", "tot", "reden"),
}
LISTS = frozenset(
    {"ambities", "doelen", "themas", "doelgroepen", "vormen", "talen", "toegankelijkheid"}
)
_FORMULA = re.compile(r"^'*[=+\-@\t\r]")
# A bar that does not separate is written \| and a backslash before it \\.
_SEPARATOR = re.compile(r"((?:[^\\|]|\\.)*)(\||$)", re.DOTALL)


def flatten(row: Mapping[str, Any], columns: Sequence[str]) -> list[str]:
    """The cells of a nested row, in the order of the columns."""
    return [_cell_of(row, column) for column in columns]


def nest(cells: Mapping[str, str]) -> dict[str, Any]:
    """The nested row of named cells; an empty cell is unknown. Raises ValueError in Dutch."""
    row: dict[str, Any] = {}
    for name, raw in cells.items():
        text = _unguarded(raw.strip())
        outer, _, inner = name.partition(".")
        if not text and outer not in OBJECT_LISTS:
            continue
        if outer in OBJECT_LISTS and inner:
            row.setdefault(outer, {})[inner] = split(text)
        elif inner:
            row.setdefault(outer, {})[inner] = text
        elif name in LISTS or (name == "werkgebied" and text != "stadsbreed"):
            row[name] = [part.strip() for part in split(text) if part.strip()]
        else:
            row[name] = text
    for name in OBJECT_LISTS:
        if isinstance(row.get(name), dict):
            row[name] = _objects(name, row[name])
    return row


def join(parts: Sequence[str]) -> str:
    return "|".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def split(text: str) -> list[str]:
    """The parts of a joined text; an empty text has none."""
    if not text:
        return []
    parts: list[str] = []
    at = 0
    while True:
        match = _SEPARATOR.match(text, at)
        if match is None:  # a lone backslash at the very end
            return [*parts, text[at:]]
        parts.append(re.sub(r"\\(.)", r"\1", match[1], flags=re.DOTALL))
        at = match.end()
        if match[2] == "":
            return parts


def _objects(name: str, columns: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    length = max((len(parts) for parts in columns.values()), default=0)
    uneven = [key for key, parts in columns.items() if parts and len(parts) != length]
    if uneven:
        raise ValueError(
            f"De kolommen van {name} hebben niet evenveel delen: {', '.join(sorted(uneven))}."
        )
    objects = []
    for at in range(length):
        item: dict[str, Any] = {}
        for key, parts in columns.items():
            text = parts[at].strip() if parts else ""
            if text:
                item[key] = text.split() if key == "behalve" else text
        if item:
            objects.append(item)
    return objects


def _cell_of(row: Mapping[str, Any], column: str) -> str:
    outer, _, inner = column.partition(".")
    value = row.get(outer)
    if value is None:
        return ""
    if outer in OBJECT_LISTS:
        return _guarded(join([_plain(item.get(inner)) for item in value]))
    if inner:
        return _guarded(_plain(value.get(inner)))
    if isinstance(value, list):
        return _guarded(join([_plain(part) for part in value]))
    return _guarded(_plain(value))


def _plain(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return " ".join(str(part) for part in value)
        case _:
            return str(value)


def _guarded(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{text}" if _FORMULA.match(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
