"""Between what is filled in (AanbodInvoer) and what is stored (Aanbod with its parts)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from typing import Any, Literal
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import SQLModel

from sociale_kaart.aanbod.models import Aanbod, AanbodTerm, AanbodWijk, Moment, Sluiting
from sociale_kaart.aanbod.schemas import (
    AanbodInvoer,
    Contact,
    LocatieInvoer,
    MomentInvoer,
    SluitingInvoer,
)
from sociale_kaart.aanbod.terms import MANY, ONE
from sociale_kaart.beelden.schemas import BeeldInvoer
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.problems import InvalidInputError, faults_from_pydantic
from sociale_kaart.core.schema import to_camel
from sociale_kaart.organisaties.models import Locatie
from sociale_kaart.taxonomie.vocabulary import Vocabulary

# Columns that carry the same name in and out.
PLAIN = (
    "titel", "samenvatting", "beschrijving", "wat_levert_het_op", "niet_voor",
    "doelgroep_toelichting", "leeftijd_van", "leeftijd_tot", "niveau", "wie_verwijst",
    "kosten_toelichting", "eerste_keer", "meebrengen", "capaciteit", "capaciteit_op",
    "wachttijd", "vrijwilligers_gezocht", "vrijwilligers_tekst", "op_afspraak",
    "interval_maanden",
)  # fmt: skip
_CONTACT = ("naam", "telefoon", "email", "website")


def columns_of(invoer: AanbodInvoer) -> dict[str, Any]:
    """The values of Aanbod's own columns."""
    values = {field: getattr(invoer, field) for field in PLAIN}
    contact = invoer.contact or Contact()
    values |= {f"contact_{field}": getattr(contact, field) for field in _CONTACT}
    values["beeld_id"] = invoer.beeld.id if invoer.beeld else None
    values["beeld_alt"] = invoer.beeld.alt if invoer.beeld else None
    area = invoer.werkgebied
    values["stadsbreed"] = None if area is None else area == "stadsbreed"
    return values


def set_parts(aanbod: Aanbod, invoer: AanbodInvoer, vocabulary: Vocabulary) -> None:
    """Replaces terms, wijken, moments and closings; rows that stay the same are kept.

    Moments that a calendar says stay whatever was filled in.
    """
    _set_terms(aanbod, invoer)
    area = invoer.werkgebied if isinstance(invoer.werkgebied, list) else []
    codes = _wijk_codes(area, vocabulary)
    have = {part.wijk_code: part for part in aanbod.wijken}
    aanbod.wijken = [
        have.get(code) or AanbodWijk(aanbod_id=aanbod.id, wijk_code=code) for code in codes
    ]
    if aanbod.agendabron_id is None and momenten_of(aanbod) != invoer.momenten:
        aanbod.momenten = _momenten(aanbod, invoer.momenten)
    wanted = _in_order(invoer.sluitingen)
    if sluitingen_of(aanbod) != wanted:
        aanbod.sluitingen = [Sluiting(**sluiting.model_dump()) for sluiting in wanted]


def rows_of_parts(
    aanbod_id: UUID, invoer: AanbodInvoer, vocabulary: Vocabulary
) -> Iterator[tuple[type[SQLModel], dict[str, Any]]]:
    """The rows that `set_parts` gives a new listing, as (table, columns), for many at a time."""
    own = {"aanbod_id": aanbod_id}
    for (lijst, code), volgorde in _wanted_terms(invoer).items():
        yield AanbodTerm, {**own, "lijst": lijst, "code": code, "volgorde": volgorde}
    area = invoer.werkgebied if isinstance(invoer.werkgebied, list) else []
    for code in _wijk_codes(area, vocabulary):
        yield AanbodWijk, {**own, "wijk_code": code}
    for volgorde, moment in enumerate(invoer.momenten):
        yield Moment, {**own, "id": new_id(), "volgorde": volgorde, **_moment_columns(moment)}
    for sluiting in invoer.sluitingen:
        yield Sluiting, {**own, "id": new_id(), **sluiting.model_dump()}


def _momenten(aanbod: Aanbod, wanted: Sequence[MomentInvoer]) -> list[Moment]:
    """The wanted moments, as far as can be on the rows there are.

    In people's own calendars a moment is known by the id of its row. One that stays the same keeps
    its row wherever it now stands; one that says something else keeps the row of its place.
    """
    free = dict(enumerate(momenten_of(aanbod)))
    rows: dict[int, Moment] = {}
    for at, moment in enumerate(wanted):
        same = next((place for place, content in free.items() if content == moment), None)
        if same is not None:
            rows[at] = aanbod.momenten[same]
            del free[same]
    momenten = []
    for at, moment in enumerate(wanted):
        same_place = aanbod.momenten[at] if at in free else Moment(aanbod_id=aanbod.id)
        row = rows.get(at, same_place)
        _set_moment(row, at, moment)
        momenten.append(row)
    return momenten


def set_tijden(aanbod: Aanbod, wanted: Sequence[tuple[str, MomentInvoer]]) -> None:
    """Gives a listing the moments of a calendar, each with what that knows it by.

    A moment that the calendar knew before keeps its row, also when it is at another time now, and
    one that somebody filled in the very same way becomes that of the calendar.
    """
    known = {row.kenmerk: row for row in aanbod.momenten if row.kenmerk is not None}
    by_hand = [
        (content, row)
        for content, row in zip(momenten_of(aanbod), aanbod.momenten, strict=True)
        if row.kenmerk is None
    ]
    momenten = []
    for at, (kenmerk, moment) in enumerate(wanted):
        row = known.get(kenmerk)
        if row is None:
            same = next((each for each in by_hand if each[0] == moment), None)
            if same is not None:
                by_hand.remove(same)
            row = same[1] if same is not None else Moment(aanbod_id=aanbod.id)
            row.kenmerk = kenmerk
        _set_moment(row, at, moment)
        momenten.append(row)
    aanbod.momenten = momenten


def _set_moment(row: Moment, at: int, moment: MomentInvoer) -> None:
    for name, value in {"volgorde": at, **_moment_columns(moment)}.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _moment_columns(moment: MomentInvoer) -> dict[str, Any]:
    columns = moment.model_dump(exclude={"van", "tot"})
    return {**columns, "van": _clock(moment.van), "tot": _clock(moment.tot)}


def _wijk_codes(names: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    return sorted({code for name in names if (code := vocabulary.wijk_code(name))})


def _in_order(sluitingen: Sequence[SluitingInvoer]) -> list[SluitingInvoer]:
    return sorted(sluitingen, key=lambda sluiting: sluiting.van)


def _wanted_terms(invoer: AanbodInvoer) -> dict[tuple[str, str], int]:
    """The place in its list of each (lijst, code)."""
    wanted: dict[tuple[str, str], int] = {}
    for field, lijst in MANY.items():
        for volgorde, code in enumerate(dict.fromkeys(getattr(invoer, field))):
            wanted[lijst, code] = volgorde
    for field, lijst in ONE.items():
        code = getattr(invoer, field)
        if code is not None:
            wanted[lijst, code] = 0
    return wanted


def _set_terms(aanbod: Aanbod, invoer: AanbodInvoer) -> None:
    have = {(term.lijst, term.code): term for term in aanbod.termen}
    # Of a list with one word the row gets another code: a new row would be inserted before the
    # old one is deleted, and two of them may not be there, not even for a moment.
    single = {term.lijst: term for term in aanbod.termen if term.lijst in ONE.values()}
    terms = []
    for (lijst, code), volgorde in _wanted_terms(invoer).items():
        term = have.get((lijst, code)) or single.get(lijst)
        if term is None:
            term = AanbodTerm(aanbod_id=aanbod.id, lijst=lijst, code=code)
        for name, value in (("code", code), ("volgorde", volgorde)):
            if getattr(term, name) != value:
                setattr(term, name, value)
        terms.append(term)
    aanbod.termen = terms


def invoer_of(aanbod: Aanbod) -> AanbodInvoer:
    """What somebody would have to fill in to get this listing; loaded with all its parts."""
    codes: dict[str, list[str]] = {}
    for term in sorted(aanbod.termen, key=lambda term: term.volgorde):
        codes.setdefault(term.lijst, []).append(term.code)
    values: dict[str, Any] = {field: getattr(aanbod, field) for field in PLAIN}
    values |= {field: codes.get(lijst, []) for field, lijst in MANY.items()}
    values |= {field: next(iter(codes.get(lijst, [])), None) for field, lijst in ONE.items()}
    contact = {field: getattr(aanbod, f"contact_{field}") for field in _CONTACT}
    # What is stored was checked when it came in; checking it again would only cost time.
    return AanbodInvoer.model_construct(
        **values,
        contact=Contact.model_construct(**contact) if any(contact.values()) else None,
        beeld=beeld_invoer_of(aanbod),
        locatie=None if aanbod.locatie is None else _locatie_invoer(aanbod.locatie),
        werkgebied=_werkgebied(aanbod),
        momenten=momenten_of(aanbod),
        sluitingen=sluitingen_of(aanbod),
    )


def settled(invoer: AanbodInvoer, locatie: Locatie | None, vocabulary: Vocabulary) -> AanbodInvoer:
    """What `invoer_of` gives once this is stored: without doubles, in order, with codes.

    `locatie` is the place that follows from what was filled in (places.place_of).
    """
    contact = invoer.contact or Contact()
    area = invoer.werkgebied
    values: dict[str, Any] = {field: getattr(invoer, field) for field in (*PLAIN, *ONE)}
    values |= {field: list(dict.fromkeys(getattr(invoer, field))) for field in MANY}
    return AanbodInvoer.model_construct(
        **values,
        contact=contact if any(getattr(contact, field) for field in _CONTACT) else None,
        beeld=invoer.beeld,
        locatie=None if locatie is None else _locatie_invoer(locatie),
        werkgebied=_wijk_codes(area, vocabulary) if isinstance(area, list) else area,
        momenten=invoer.momenten,
        sluitingen=_in_order(invoer.sluitingen),
    )


def plain(invoer: AanbodInvoer) -> dict[str, Any]:
    """What was filled in as JSON data, by the names of the API; what is unknown is left out."""
    return invoer.model_dump(mode="json", by_alias=True, exclude_none=True)


def before_changes(aanbod: Aanbod, changes: Mapping[str, Sequence[Any]]) -> AanbodInvoer:
    """What the listing said before these changes, in the fields that they were about.

    Raises InvalidInputError for what could not be filled in today.
    """
    values = plain(invoer_of(aanbod))
    values |= {field: was for field, (was, _) in changes.items()}
    known = {to_camel(name) for name in AanbodInvoer.model_fields}
    content = {key: value for key, value in values.items() if key in known and value is not None}
    try:
        return keep_times(aanbod, AanbodInvoer.model_validate(content))
    except ValidationError as error:
        raise InvalidInputError(faults_from_pydantic(error.errors())) from error


def keep_times(aanbod: Aanbod, invoer: AanbodInvoer) -> AanbodInvoer:
    """What somebody wants a listing to say, with the times that a calendar says of it now."""
    if aanbod.agendabron_id is None:
        return invoer
    return invoer.model_copy(update={"momenten": momenten_of(aanbod)})


def momenten_of(aanbod: Aanbod) -> list[MomentInvoer]:
    return [
        MomentInvoer.model_construct(
            rrule=moment.rrule,
            begin=moment.begin,
            eind=moment.eind,
            van=moment.van.strftime("%H:%M") if moment.van else None,
            tot=moment.tot.strftime("%H:%M") if moment.tot else None,
            behalve=list(moment.behalve),
            toelichting=moment.toelichting,
        )
        for moment in aanbod.momenten
    ]


def sluitingen_of(aanbod: Aanbod) -> list[SluitingInvoer]:
    return [
        SluitingInvoer.model_construct(van=part.van, tot=part.tot, reden=part.reden)
        for part in aanbod.sluitingen
    ]


def _locatie_invoer(locatie: Locatie) -> LocatieInvoer:
    return LocatieInvoer.model_construct(
        naam=locatie.naam,
        straat=locatie.straat,
        postcode=locatie.postcode,
        plaats=locatie.plaats,
        lat=locatie.lat,
        lon=locatie.lon,
        wijk=locatie.wijk_code,
        geheim=locatie.geheim,
    )


def beeld_invoer_of(aanbod: Aanbod) -> BeeldInvoer | None:
    if aanbod.beeld_id is None or aanbod.beeld_alt is None:
        return None
    return BeeldInvoer.model_construct(id=aanbod.beeld_id, alt=aanbod.beeld_alt)


def _werkgebied(aanbod: Aanbod) -> Literal["stadsbreed"] | list[str] | None:
    if aanbod.stadsbreed is None:
        return None
    return "stadsbreed" if aanbod.stadsbreed else [part.wijk_code for part in aanbod.wijken]


def _clock(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)
