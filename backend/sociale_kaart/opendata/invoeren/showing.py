"""Imports and their rows as people read them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast
from uuid import UUID

from sociale_kaart.aanbod.schemas import Status
from sociale_kaart.opendata.columns import OBJECT_LISTS
from sociale_kaart.opendata.invoeren import choices
from sociale_kaart.opendata.invoeren.mapping import Koppeling
from sociale_kaart.opendata.invoeren.models import Invoer, InvoerRij, Stand, Terug, Uitkomst
from sociale_kaart.opendata.invoeren.rules import KEPT_DONE, KEPT_UNDONE
from sociale_kaart.opendata.invoeren.schemas import (
    InvoerUit,
    OrganisatieBijInvoer,
    RijFout,
    RijTellingen,
    RijUit,
    RijWijziging,
    Teruggedraaid,
)
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.taxonomie.vocabulary import Vocabulary

# (import, outcome, whether the redactie looks, whether done, what came of undoing, how many)
Tally = tuple[UUID, str | None, bool, bool, str | None, int]
# Which part of a list, as computers count: momenten.0.van.
_AT = re.compile(r"\.\d+(?=\.|$)")
_LONGEST = 200


def invoer_uit(invoer: Invoer, organisatie: Organisatie, tallies: Iterable[Tally]) -> InvoerUit:
    """An import with its rows counted."""
    own = [tally[1:] for tally in tallies if tally[0] == invoer.id]
    counted: dict[str, int] = {}
    back: dict[str, int] = {}
    for uitkomst, _, _, terug, number in own:
        if uitkomst is not None:
            counted[uitkomst] = counted.get(uitkomst, 0) + number
        if terug is not None:
            back[terug] = back.get(terug, 0) + number
    changes = {"nieuw", "gewijzigd"}
    kept_until = invoer.klaar_op + KEPT_DONE if invoer.klaar_op else invoer.beurt_op + KEPT_UNDONE
    return InvoerUit(
        id=invoer.id,
        organisatie=OrganisatieBijInvoer(
            id=organisatie.id,
            slug=organisatie.slug,
            naam=organisatie.naam,
            vertrouwd=organisatie.vertrouwd,
        ),
        bestandsnaam=invoer.bestandsnaam,
        soort="xlsx" if invoer.soort == "xlsx" else "csv",
        stand=cast("Stand", invoer.stand),
        versie=invoer.versie,
        aangemaakt_op=invoer.aangemaakt_op,
        klaar_op=invoer.klaar_op,
        verwijderd_op=kept_until,
        rijen=sum(number for *_, number in own),
        nagekeken=sum(counted.values()),
        tellingen=RijTellingen(**counted),
        wachtend=sum(n for uitkomst, waits, _, _, n in own if waits and uitkomst in changes),
        gedaan=sum(n for _, _, done, _, n in own if done),
        teruggedraaid=Teruggedraaid(**back),
    )


def rij_uit(rij: InvoerRij, invoer: Invoer, koppeling: Koppeling, vocabulary: Vocabulary) -> RijUit:
    return RijUit(
        nummer=rij.nummer,
        titel=rij.titel,
        uitkomst=cast("Uitkomst | None", rij.uitkomst),
        status=cast("Status | None", rij.status),
        wacht=rij.wacht,
        aanbod_id=rij.aanbod_id,
        wijzigingen=[
            wijziging
            for veld, (before, after) in rij.wijzigingen.items()
            for wijziging in _spelled_out(veld, before, after, vocabulary)
        ],
        fouten=list(faults_of(rij, invoer, koppeling)),
        opmerkingen=rij.opmerkingen,
        gedaan=rij.gedaan_op is not None,
        terug=cast("Terug | None", rij.terug),
        terug_reden=rij.terug_reden,
    )


def faults_of(rij: InvoerRij, invoer: Invoer, koppeling: Koppeling) -> Iterable[RijFout]:
    """The faults of a row, each with the head of its column."""
    for fault in rij.fouten:
        at = koppeling.at(_AT.sub("", fault["veld"]))
        kop = invoer.kolommen[at]["kop"] if at is not None and at < len(invoer.kolommen) else None
        yield RijFout(**fault, kop=kop or None)


def in_words(fault: RijFout) -> str:
    """A fault as a line of the list that somebody mends their file by."""
    where = f"{fault.kop or fault.veld}: " if fault.veld != "rij" else ""
    allowed = f" Kies uit: {', '.join(fault.toegestaan)}." if fault.toegestaan else ""
    return f"{where}{fault.melding}{allowed}"


def _spelled_out(
    veld: str, before: Any, after: Any, vocabulary: Vocabulary
) -> Iterable[RijWijziging]:
    """One change for each field of the format that differs, with labels for codes."""
    if isinstance(before or after, Mapping):
        old, new = before or {}, after or {}
        for name in dict.fromkeys([*old, *new]):
            if old.get(name) != new.get(name):
                yield from _spelled_out(f"{veld}.{name}", old.get(name), new.get(name), vocabulary)
    elif veld in OBJECT_LISTS:
        # Their own words are long; that they differ is what there is to know.
        yield RijWijziging(veld=veld)
    else:
        labels = choices.choices_of(veld, vocabulary).labels if veld in choices.FIELDS else {}
        yield RijWijziging(veld=veld, van=_words(before, labels), naar=_words(after, labels))


def _words(value: Any, labels: Mapping[str, str]) -> str | None:
    if value is None or value == []:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nee"
    parts = value if isinstance(value, list) else [value]
    text = ", ".join(labels.get(str(part), str(part)) for part in parts)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
