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
    "beeld": ("id", "alt"),
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
    columns: dict[str, dict[str, list[str]]] = {}
    for name, raw in cells.items():
        text = _unguarded(raw.strip())
        if not text:
            continue
        outer, _, inner = name.partition(".")
        if outer in OBJECT_LISTS and inner:
            columns.setdefault(outer, {})[inner] = split(text)
        elif outer in OBJECT_LISTS:
            names = ", ".join(f"{outer}.{part}" for part in OBJECT_LISTS[outer])
            raise ValueError(f"De kolom {outer} bestaat niet in een tabel. Gebruik {names}.")
        elif inner:
            if not isinstance(row.setdefault(outer, {}), dict):
                raise ValueError(f"De kolommen {outer} en {name} kunnen niet allebei.")
            row[outer][inner] = text
        elif isinstance(row.get(outer), dict):
            raise ValueError(f"De kolommen {outer} en {outer}.… kunnen niet allebei.")
        else:
            row[name] = codes_in(text) if is_list(name, text) else text
    return row | {name: _objects(name, parts) for name, parts in columns.items()}


def is_list(name: str, text: str) -> bool:
    """Whether a text under this name is a list of codes; a service area can be one word too."""
    return name in LISTS or (name == "werkgebied" and text.lower() != "stadsbreed")


def codes_in(text: str) -> list[str]:
    """The codes of a cell such as 'geld|wonen'."""
    return [part.strip() for part in split(text) if part.strip()]


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
    length = max(len(parts) for parts in columns.values())
    uneven = [key for key, parts in columns.items() if len(parts) != length]
    if uneven:
        raise ValueError(
            f"De kolommen van {name} hebben niet evenveel delen: {', '.join(sorted(uneven))}."
        )
    objects = []
    for at in range(length):
        item: dict[str, Any] = {}
        for key, parts in columns.items():
            text = parts[at].strip()
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
        parts = [_plain(item.get(inner)) for item in value]
        return _guarded(join(parts)) if any(parts) else ""
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
