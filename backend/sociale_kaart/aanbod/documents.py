"""A listing as its readers get it, written in the transaction that changes it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session
from sqlmodel import col, select

from sociale_kaart.aanbod.conversion import PLAIN
from sociale_kaart.aanbod.models import Aanbod, AanbodDocument, Moment
from sociale_kaart.aanbod.queries import ids_of_organisaties, select_whole_aanbod
from sociale_kaart.aanbod.recurrence import Occurrence, Schedule, expand
from sociale_kaart.aanbod.rules import freshness, has_public_page, is_visible
from sociale_kaart.aanbod.schedule_text import describe
from sociale_kaart.aanbod.terms import MANY, ONE
from sociale_kaart.aanbod.zekerheid.judging import oordelen_of, told_groups
from sociale_kaart.aanbod.zekerheid.rules import Groep, Oordeel, overall
from sociale_kaart.beelden.rules import widths_of
from sociale_kaart.core.clock import to_local, today
from sociale_kaart.core.outbox import Projector, Subject
from sociale_kaart.core.schema import to_camel
from sociale_kaart.core.versions import version_etag
from sociale_kaart.organisaties.rules import is_public

COMING_WEEKS = 6
_COMING_MAX = 40

Document = dict[str, Any]
# Called with the documents that were written and the ids that have none any more.
DocumentListener = Callable[[Session, Sequence[tuple[UUID, bool, Document]], Sequence[UUID]], None]


def schedule_of(moment: Moment) -> Schedule:
    return Schedule(
        rrule=moment.rrule,
        begin=moment.begin,
        eind=moment.eind,
        van=moment.van,
        tot=moment.tot,
        behalve=tuple(moment.behalve),
        toelichting=moment.toelichting,
    )


def document_of(aanbod: Aanbod, day: date) -> Document:
    """The public form (see schemas.AanbodUit) of a listing loaded with all its parts.

    Fields that are unknown are left out. Times are spelled out for six weeks from `day`.
    """
    document: Document = {
        "id": str(aanbod.id),
        "slug": aanbod.slug,
        "status": aanbod.status,
        **_texts(aanbod),
        **_words(aanbod),
        "organisatie": {
            "id": str(aanbod.organisatie.id),
            "slug": aanbod.organisatie.slug,
            "naam": aanbod.organisatie.naam,
            "categorie": aanbod.organisatie.categorie,
        },
        "locatie": _place(aanbod),
        "werkgebied": _service_area(aanbod),
        **_times(aanbod, day),
        "contact": _contact(aanbod),
        "beeld": _picture(aanbod),
        "bevestigdOp": _stamp(aanbod.bevestigd_op),
        "gecontroleerd": freshness(aanbod.bevestigd_op, aanbod.interval_maanden, day),
        "zekerheid": _confidence(aanbod, day),
        "gewijzigdOp": _stamp(aanbod.gewijzigd_op),
    }
    return _known(document)


_PLAIN_FIELDS = (*PLAIN, "bron", "extern_id", "versie")


def _texts(aanbod: Aanbod) -> Document:
    return {to_camel(field): getattr(aanbod, field) for field in _PLAIN_FIELDS}


def _words(aanbod: Aanbod) -> Document:
    codes: dict[str, list[str]] = {}
    for term in aanbod.termen:
        codes.setdefault(term.lijst, []).append(term.code)
    many = {field: codes.get(lijst, []) for field, lijst in MANY.items()}
    one = {to_camel(field): next(iter(codes.get(lijst, [])), None) for field, lijst in ONE.items()}
    return {**many, **one}


def _place(aanbod: Aanbod) -> Document | None:
    place = aanbod.locatie
    if place is None:
        return None
    areas = {"wijk": place.wijk_code, "buurt": place.buurt_code}
    if place.geheim:
        return _known({"naam": place.naam, "wijk": place.wijk_code})
    address = {key: getattr(place, key) for key in ("naam", "straat", "postcode", "plaats")}
    return _known({**address, "lat": place.lat, "lon": place.lon, **areas})


def _service_area(aanbod: Aanbod) -> Document | None:
    if aanbod.stadsbreed is None:
        return None
    return {"stadsbreed": aanbod.stadsbreed, "wijken": [part.wijk_code for part in aanbod.wijken]}


def _times(aanbod: Aanbod, day: date) -> Document:
    schedules = [schedule_of(moment) for moment in aanbod.momenten]
    closed = [(part.van, part.tot or date.max) for part in aanbod.sluitingen]
    coming = coming_occurrences(schedules, closed, day, day + timedelta(weeks=COMING_WEEKS))
    return {
        "momenten": [
            {"id": str(moment.id), **_moment(schedule)}
            for moment, schedule in zip(aanbod.momenten, schedules, strict=True)
        ],
        "komende": [_occurrence(keer) for keer in coming[:_COMING_MAX]],
        "sluitingen": [
            _known({"van": part.van, "tot": part.tot, "reden": part.reden})
            for part in aanbod.sluitingen
        ],
    }


def coming_occurrences(
    schedules: Sequence[Schedule], closed: Sequence[tuple[date, date]], first: date, last: date
) -> list[Occurrence]:
    """All times between two days, in order, without those in a closed period."""
    keren = [keer for schedule in schedules for keer in expand(schedule, first, last)]
    is_open = (keer for keer in keren if not any(begin <= keer.dag <= end for begin, end in closed))
    return sorted(is_open, key=lambda keer: (keer.dag, keer.van is None, keer.van))


def schedules_in(document: Mapping[str, Any]) -> list[Schedule]:
    """The moments of a public document, ready to be expanded."""
    return [schedule_in(part) for part in document["momenten"]]


def schedule_in(part: Mapping[str, Any]) -> Schedule:
    """One moment as the API gives and takes it; what is unknown is absent or None."""
    return Schedule(
        rrule=part.get("rrule"),
        begin=_day(part.get("begin")),
        eind=_day(part.get("eind")),
        van=_clock(part.get("van")),
        tot=_clock(part.get("tot")),
        behalve=tuple(date.fromisoformat(day) for day in part.get("behalve", ())),
    )


def closed_periods_in(document: Mapping[str, Any]) -> list[tuple[date, date]]:
    """First and last day of each period in which a public document says it is closed."""
    return [
        (date.fromisoformat(part["van"]), _day(part.get("tot")) or date.max)
        for part in document["sluitingen"]
    ]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _clock(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _moment(schedule: Schedule) -> Document:
    return _known(
        {
            "rrule": schedule.rrule,
            "begin": schedule.begin,
            "eind": schedule.eind,
            "van": schedule.van.strftime("%H:%M") if schedule.van else None,
            "tot": schedule.tot.strftime("%H:%M") if schedule.tot else None,
            "behalve": list(schedule.behalve),
            "toelichting": schedule.toelichting,
            "tekst": describe(schedule),
        }
    )


def _occurrence(keer: Occurrence) -> Document:
    return _known({"dag": keer.dag, "van": keer.van, "tot": keer.tot})


def _contact(aanbod: Aanbod) -> Document:
    fields = ("naam", "telefoon", "email", "website")
    return _known({field: getattr(aanbod, f"contact_{field}") for field in fields})


def _picture(aanbod: Aanbod) -> Document | None:
    beeld = aanbod.beeld
    if beeld is None:
        return None
    return {
        "id": str(beeld.id),
        "alt": aanbod.beeld_alt,
        "breedte": beeld.breedte,
        "hoogte": beeld.hoogte,
        "breedtes": widths_of(beeld.breedte),
    }


def _confidence(aanbod: Aanbod, day: date) -> Document:
    oordelen = oordelen_of(aanbod, day)
    told = told_groups(aanbod)
    return {
        "geheel": round(overall(oordelen), 3),
        **{groep: _judgement(groep, oordelen[groep]) for groep in told},
    }


def _judgement(groep: Groep, oordeel: Oordeel) -> Document:
    document = _known(
        {
            "stand": oordeel.stand,
            "waarde": round(oordeel.waarde, 2),
            "bevestigdOp": _stamp(oordeel.bevestigd_op),
        }
    )
    return {**document, "werktNiet": [*oordeel.werkt_niet]} if groep == "contact" else document


def _stamp(moment: Any) -> str | None:
    return None if moment is None else to_local(moment).isoformat(timespec="seconds")


def _known(document: Document) -> Document:
    return {key: value for key, value in document.items() if value is not None}


def _tags(aanbod: Aanbod) -> list[str]:
    tags = {f"{term.lijst}:{term.code}" for term in aanbod.termen}
    tags |= {f"wijk:{part.wijk_code}" for part in aanbod.wijken}
    if aanbod.locatie and aanbod.locatie.wijk_code:
        tags.add(f"wijk:{aanbod.locatie.wijk_code}")
    return sorted(tags)


def document_row(aanbod: Aanbod, day: date) -> tuple[Document, dict[str, Any]]:
    """The public document of a whole listing as JSON data, and the row that keeps it."""
    body = orjson.dumps(document_of(aanbod, day))
    of_public = is_public(aanbod.organisatie)
    row = {
        "id": aanbod.id,
        "slug": aanbod.slug,
        "organisatie_id": aanbod.organisatie_id,
        "zichtbaar": is_visible(aanbod.status, of_public=of_public),
        "openbaar": has_public_page(aanbod.status, of_public=of_public),
        "tags": _tags(aanbod),
        "inhoud": body.decode(),
        "etag": version_etag(aanbod.versie, body),
        "berekend_op": day,
    }
    return orjson.loads(body), row


def make_projector(*listeners: DocumentListener) -> Projector:
    """The step that keeps documents true before each commit.

    Args:
        listeners: get what was written, in the same transaction (the search rows, the agenda).
    """

    def project(session: Session, touched: set[Subject]) -> set[Subject]:
        organisaties = [key for soort, key in touched if soort == "organisatie"]
        ids = {key for soort, key in touched if soort == "aanbod"}
        ids |= set(session.scalars(ids_of_organisaties(organisaties)))
        if ids:
            _write(session, ids, listeners)
        return {("aanbod", key) for key in ids}

    return project


def _write(session: Session, ids: set[UUID], listeners: Sequence[DocumentListener]) -> None:
    day = today()
    # Locks first, and only then reading: who reads before another's commit and writes after it
    # would put the old content back. In order of id, so that two never wait for each other.
    rows_to_hold = select(col(Aanbod.id)).where(col(Aanbod.id).in_(ids)).order_by(col(Aanbod.id))
    session.execute(rows_to_hold.with_for_update(key_share=True))
    found = session.scalars(
        select_whole_aanbod(ids).execution_options(populate_existing=True)
    ).all()
    documents: list[tuple[UUID, bool, Document]] = []
    rows = []
    for aanbod in found:
        document, row = document_row(aanbod, day)
        documents.append((aanbod.id, row["zichtbaar"], document))
        rows.append(row)
    if rows:
        statement = insert(AanbodDocument)
        changes = {key: statement.excluded[key] for key in rows[0] if key != "id"}
        session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=changes), rows)
    gone = sorted(ids - {aanbod.id for aanbod in found})
    if gone:
        session.execute(delete(AanbodDocument).where(col(AanbodDocument.id).in_(gone)))
    for listener in listeners:
        listener(session, documents, gone)
