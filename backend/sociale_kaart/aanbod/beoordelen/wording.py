"""What stands in a field of a listing, as people say it; pure functions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sociale_kaart.aanbod.documents import schedule_in
from sociale_kaart.aanbod.schedule_text import describe, spell_date
from sociale_kaart.aanbod.terms import MANY, ONE
from sociale_kaart.core.schema import to_camel
from sociale_kaart.taxonomie.vocabulary import Vocabulary

# Which vocabulary the codes of a field come from.
_LISTS: Mapping[str, str] = {
    **{to_camel(veld): lijst for veld, lijst in (*MANY.items(), *ONE.items())},
    "niveau": "niveau",
    "capaciteit": "capaciteit",
    "categorie": "categorie",
}
_STATUS: Mapping[str, str] = {
    "concept": "concept",
    "ter-beoordeling": "wacht op de redactie",
    "gepubliceerd": "op de kaart",
    "gestopt": "gestopt",
}
_MOST_DAYS = 12


def phrases_of(veld: str, value: Any, vocabulary: Vocabulary) -> list[str]:
    """What a field says, a phrase for each thing; nothing when it is unknown.

    Args:
        veld: the field's name in the API; a part of one after a dot.
        value: as the API takes it.
        vocabulary: for the words that codes stand for.
    """
    if value is None or value == []:
        return []
    if veld in _LISTS:
        labels = vocabulary.labels.get(_LISTS[veld], {})
        codes = value if isinstance(value, list) else [value]
        return [labels.get(str(code), str(code)) for code in codes]
    say = _SAY.get(veld)
    if say is not None:
        return [say(part, vocabulary) for part in (value if isinstance(value, list) else [value])]
    if isinstance(value, bool):
        return ["ja" if value else "nee"]
    return [str(value)]


def _moment(moment: Mapping[str, Any], _vocabulary: Vocabulary) -> str:
    whole = schedule_in(moment)
    # Here each single day counts, so they are spelled out.
    days, schedule = whole.behalve, replace(whole, behalve=())
    spelled = ", ".join(spell_date(day) for day in days[:_MOST_DAYS])
    more = f" en nog {len(days) - _MOST_DAYS}" if len(days) > _MOST_DAYS else ""
    without = f", niet op {spelled}{more}" if days else ""
    note = moment.get("toelichting")
    return f"{describe(schedule)}{without}{f' ({note})' if note else ''}"


def _closing(closing: Mapping[str, Any], _vocabulary: Vocabulary) -> str:
    first, last = spell_date(date.fromisoformat(closing["van"])), _day(closing.get("tot"))
    until = f"tot en met {spell_date(last)}" if last else "tot nader bericht"
    why = closing.get("reden")
    return f"van {first} {until}{f': {why}' if why else ''}"


def _place(place: Mapping[str, Any], vocabulary: Vocabulary) -> str:
    town = " ".join(filter(None, (place.get("postcode"), place.get("plaats"))))
    wijk = place.get("wijk")
    parts = [place.get("naam"), place.get("straat"), town]
    parts.append(vocabulary.wijk_names.get(wijk, wijk) if wijk else None)
    if place.get("geheim"):
        parts.append("adres is geheim")
    return ", ".join(filter(None, parts)) or point_of(place)


def point_of(place: Mapping[str, Any]) -> str:
    """Where a place is on the map, for when its words say the same as those of another one."""
    if place.get("lat") is None:
        return "zonder punt op de kaart"
    return f"punt {place['lat']:.5f}, {place['lon']:.5f}"


def _area(area: str, vocabulary: Vocabulary) -> str:
    return "de hele stad" if area == "stadsbreed" else vocabulary.wijk_names.get(area, area)


def _months(months: int, _vocabulary: Vocabulary) -> str:
    return "elke maand" if months == 1 else f"elke {months} maanden"


def _picture(picture: Mapping[str, Any], _vocabulary: Vocabulary) -> str:
    return f"foto: {picture.get('alt') or 'zonder beschrijving'}"


_SAY: Mapping[str, Callable[[Any, Vocabulary], str]] = {
    "momenten": _moment,
    "sluitingen": _closing,
    "locatie": _place,
    "werkgebied": _area,
    "beeld": _picture,
    "intervalMaanden": _months,
    "leeftijdVan": lambda age, _: f"{age} jaar",
    "leeftijdTot": lambda age, _: f"{age} jaar",
    "capaciteitOp": lambda day, _: spell_date(date.fromisoformat(day)),
    "status": lambda status, _: _STATUS.get(status, status),
}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def words_in(text: str) -> Sequence[str]:
    """The words of a text, each with the white space after it."""
    words: list[str] = []
    for part in text.splitlines(keepends=True):
        pieces = part.split(" ")
        words += [f"{piece} " for piece in pieces[:-1]] + [pieces[-1]]
    return [word for word in words if word]
