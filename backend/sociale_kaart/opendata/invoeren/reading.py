"""A row under the names of the format, with codes for what people write.

Pure: cells and the mapping in, the row and the faults of its cells out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.columns import join, nest
from sociale_kaart.opendata.invoeren import choices
from sociale_kaart.opendata.invoeren.mapping import Koppeling, plain
from sociale_kaart.opendata.normalise import normalise
from sociale_kaart.opendata.spreadsheet import is_error
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.taxonomie.reference import Reference

_FORMULA = "Hier staat een formule. Zet er de uitkomst neer."
Row = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """What holds for all rows of an import."""

    organisatie: Organisatie
    kolommen: int
    koppeling: Koppeling
    reference: Reference
    actor: Actor
    today: date
    by_text: Mapping[str, Mapping[str, str]]


def setting_of(
    organisatie: Organisatie,
    kolommen: int,
    koppeling: Koppeling,
    reference: Reference,
    actor: Actor,
    today: date,
) -> Setting:
    """The same with, for each field that takes codes, what every text means: as decided, or known."""
    by_text: dict[str, Mapping[str, str]] = {}
    for veld in choices.FIELDS & set(koppeling.velden):
        known = choices.choices_of(veld, reference.vocabulary).by_text
        decided = {text: code or "" for text, code in koppeling.waarden.get(veld, {}).items()}
        by_text[veld] = {**known, **decided}
    return Setting(organisatie, kolommen, koppeling, reference, actor, today, by_text)


@dataclass(frozen=True)
class Read:
    """A row as the format knows it, and what was wrong with its cells already."""

    nummer: int
    data: Row
    sleutel: str | None
    titel: str | None
    fouten: tuple[Fout, ...] = ()


def read_row(nummer: int, cellen: Sequence[str], formules: Sequence[int], setting: Setting) -> Read:
    """The cells under the names of the format, with codes for what people write."""
    pairs: dict[str, str] = {}
    faults: list[Fout] = []
    if any(cell.strip() for cell in cellen[setting.kolommen :]):
        faults.append(Fout(veld="rij", melding="Deze rij heeft meer cellen dan er kolommen zijn."))
    for at, veld in enumerate(setting.koppeling.kolommen):
        if veld is None:
            continue
        cell = cellen[at] if at < len(cellen) else ""
        if at in formules:
            faults.append(Fout(veld=veld, melding=_FORMULA))
        elif is_error(cell.strip()):
            faults.append(Fout(veld=veld, melding=f"Deze formule lukt niet: {cell.strip()}"))
        else:
            pairs[veld] = _translated(veld, cell, setting)
    try:
        data, _ = normalise(nest(pairs))
    except ValueError as error:
        data, faults = {}, [*faults, Fout(veld="rij", melding=str(error))]
    titel = data.get("titel")
    key = data.get("externId" if "externId" in setting.koppeling.velden else "titel")
    return Read(
        nummer,
        data,
        sleutel=str(key) if key is not None else None,
        titel=titel if isinstance(titel, str) else None,
        fouten=tuple(faults),
    )


def _translated(veld: str, cell: str, setting: Setting) -> str:
    if veld == "momenten.rrule":
        return choices.weekly_rule(cell) or cell
    known = setting.by_text.get(veld)
    if known is None:
        return cell
    codes = [known.get(plain(part), part) for part in choices.parts_of(veld, cell, known)]
    wanted = [code for code in codes if code]
    if veld not in choices.SEVERAL:
        return wanted[0] if wanted else ""
    return "stadsbreed" if "stadsbreed" in wanted else join(wanted)
