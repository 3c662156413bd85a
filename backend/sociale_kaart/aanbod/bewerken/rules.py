"""Reads what people are writing: what is right of it, what is not, and what others changed."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from sociale_kaart.aanbod.bewerken.schemas import Daarna, Inhoud, Verschil
from sociale_kaart.aanbod.rules import missing_for_publication
from sociale_kaart.aanbod.schemas import AanbodInvoer
from sociale_kaart.core.problems import Fout, faults_from_pydantic

# Stands where the title has to come, also in the preview.
NAMELESS = "Nog zonder titel"
# Far more than anybody writes about one activity.
LARGEST_BYTES = 200_000
# momenten, one of them, its exceptions, one of those.
_DEEPEST = 5
_NO_ALT = "Schrijf in een korte zin wat er op de foto te zien is."
_DEFAULTS = {"intervalMaanden": AanbodInvoer.model_fields["interval_maanden"].default}


@dataclass(frozen=True)
class Gelezen:
    """What of a document is right, with its faults, and the fields that no listing has."""

    invoer: AanbodInvoer
    fouten: list[Fout]
    onbekend: list[Fout]
    heeft_titel: bool

    @property
    def ontbreekt(self) -> list[Fout]:
        """What has to be there before it can be on the map; a fault is told as a fault."""
        faulty = {fault.veld.partition(".")[0] for fault in self.fouten}
        title = [] if self.heeft_titel else [Fout(veld="titel", melding="Geef het een titel.")]
        rest = missing_for_publication(self.invoer)
        return title + [fault for fault in rest if fault.veld not in faulty]


def tidied(inhoud: Mapping[str, Any]) -> Inhoud:
    """The document without what says nothing: empty fields, and spaces around a text."""
    tidy: Inhoud = _tidy(inhoud)
    return tidy


def read(inhoud: Mapping[str, Any]) -> Gelezen:
    """What a document says as far as it is right; faults that only codes have are not looked for."""
    filled = tidied(inhoud)
    try:
        invoer = AanbodInvoer.model_validate(filled, by_alias=True, by_name=False)
    except ValidationError as error:
        found: list[Any] = list(error.errors())
    else:
        return Gelezen(invoer, [], [], heeft_titel=True)
    unknown = [each for each in found if each["type"] == "extra_forbidden"]
    no_title = [each for each in found if each["loc"] == ("titel",) and each["type"] == "missing"]
    wrong = [each for each in found if each not in unknown and each not in no_title]
    return Gelezen(
        _sound(filled, found),
        [_in_words(each) for each in wrong],
        faults_from_pydantic(unknown),
        heeft_titel="titel" in filled,
    )


def unkeepable(inhoud: Mapping[str, Any]) -> list[Fout]:
    """What no database takes: signs that are no text, numbers that are none, and a maze."""
    return [
        Fout(veld=_named(path), melding=fault)
        for path, value in _leaves(inhoud, ())
        if (fault := _leaf_fault(value))
    ]


def comparable(inhoud: Mapping[str, Any]) -> Inhoud:
    """A document in the one form in which two of them can be laid side by side."""
    plain = _DEFAULTS | tidied(inhoud)
    if isinstance(plain.get("locatie"), dict) and plain["locatie"].get("geheim") is False:
        plain["locatie"] = {key: value for key, value in plain["locatie"].items() if value}
    return plain


def differences(basis: Inhoud, nu: Inhoud, hier: Inhoud) -> list[Verschil]:
    """The fields in which handing in `hier` would undo what others made of `basis` since."""
    return [
        Verschil(veld=veld, hier=hier.get(veld), daar=nu.get(veld))
        for veld in sorted(nu.keys() | basis.keys())
        if nu.get(veld) not in (basis.get(veld), hier.get(veld))
    ]


def next_step(status: str, *, at_once: bool) -> Daarna:
    """What handing in does, for who may or may not publish at once."""
    if status == "gepubliceerd":
        return "opslaan" if at_once else "voorstellen"
    return "publiceren" if at_once else "indienen"


def _in_words(error: Any) -> Fout:
    """A fault; of a photo without words it says what to do, as its owner is not done yet."""
    if error["loc"] == ("beeld", "alt") and error["type"] == "missing":
        return Fout(veld="beeld.alt", melding=_NO_ALT)
    [fault] = faults_from_pydantic([error])
    return fault


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        tidy = {key: _tidy(part) for key, part in value.items()}
        return {key: part for key, part in tidy.items() if not _says_nothing(part)}
    if isinstance(value, list):
        return [_tidy(part) for part in value]
    return value


def _says_nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _sound(filled: Inhoud, errors: Sequence[Any]) -> AanbodInvoer:
    """The document without the smallest parts that have a fault, or else without those fields."""
    fields = {str(each["loc"][0]) for each in errors}
    whole = {key: value for key, value in filled.items() if key not in fields}
    nested = {key: _without(value, errors, key) for key, value in filled.items() if key in fields}
    try:
        return AanbodInvoer.model_validate({"titel": NAMELESS, **tidied(whole | nested)})
    except ValidationError:
        return AanbodInvoer.model_validate({"titel": NAMELESS, **whole})


def _without(value: Any, errors: Sequence[Any], field: str) -> Any:
    """One field without its faulty parts; None when it has no parts that can be told apart."""
    inner = [each["loc"][1:] for each in errors if each["loc"][0] == field]
    parts = {loc[0] for loc in inner if loc}
    if not all(inner):
        return None
    if isinstance(value, Mapping):
        return {key: part for key, part in value.items() if key not in parts}
    if isinstance(value, list):
        return [part for at, part in enumerate(value) if at not in parts]
    return None


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if len(path) <= _DEEPEST and isinstance(value, Mapping):
        for key, part in value.items():
            yield path, key
            yield from _leaves(part, (*path, key))
    elif len(path) <= _DEEPEST and isinstance(value, list):
        for at, part in enumerate(value):
            yield from _leaves(part, (*path, str(at)))
    else:
        yield path, value


def _named(path: tuple[str, ...]) -> str:
    """The name of a field, whatever signs its sender put in it."""
    return ".".join(path).encode(errors="replace").decode()[:60] or "inhoud"


def _leaf_fault(value: Any) -> str | None:
    if isinstance(value, (Mapping, list)):
        return "Hier staat te veel in elkaar."
    if isinstance(value, float) and not math.isfinite(value):
        return "Dit moet een gewoon getal zijn."
    if isinstance(value, str) and ("\x00" in value or not _is_text(value)):
        return "Hier staat een teken in dat we niet kunnen bewaren."
    return None


def _is_text(value: str) -> bool:
    """Whether it can be written down at all: half a sign, as JSON may have, cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
