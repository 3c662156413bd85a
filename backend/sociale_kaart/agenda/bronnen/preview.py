"""What a calendar would give each listing, for who connects it to look at first; pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from uuid import UUID

from sociale_kaart.aanbod.documents import coming_occurrences
from sociale_kaart.aanbod.recurrence import Occurrence, Schedule
from sociale_kaart.aanbod.schedule_text import describe
from sociale_kaart.aanbod.schemas import Keer, MomentInvoer
from sociale_kaart.agenda.bronnen.rules import belongs, choose
from sociale_kaart.agenda.bronnen.schemas import (
    AanbodUitAgenda,
    Afspraakgroep,
    AgendaRegel,
    AgendaVoorbeeld,
)
from sociale_kaart.agenda.bronnen.series import Reeks

_AHEAD = timedelta(weeks=26)
_SHOWN = 6
_SENTENCES = 3
_MOST_GROUPS = 60


def preview(
    reeksen: Sequence[Reeks], regels: Sequence[AgendaRegel], titels: Mapping[UUID, str], day: date
) -> AgendaVoorbeeld:
    """Each listing with what it takes, and what no listing takes."""
    used: set[int] = set()
    aanbod = []
    for regel in regels:
        own = [at for at, reeks in enumerate(reeksen) if belongs(reeks, regel.woorden)]
        used.update(at for at in own if reeksen[at].tijden)
        taken = [reeksen[at] for at in own]
        keuze = choose(taken, regel.woorden)
        aanbod.append(
            AanbodUitAgenda(
                aanbod_id=regel.aanbod_id,
                titel=titels[regel.aanbod_id],
                woorden=regel.woorden,
                afspraken=_groups(taken, day),
                momenten=len(keuze.tijden),
                te_veel=keuze.te_veel,
                komende=_coming((tijd.moment for tijd in keuze.tijden), day),
            )
        )
    rest = [reeks for at, reeks in enumerate(reeksen) if at not in used]
    return AgendaVoorbeeld(aanbod=aanbod, ongebruikt=_groups(rest, day))


def _groups(reeksen: Iterable[Reeks], day: date) -> list[Afspraakgroep]:
    """Events by their title; what is over or was called off says nothing to who looks now."""
    by_title: dict[str, list[Reeks]] = defaultdict(list)
    for reeks in reeksen:
        if reeks.reden not in {"voorbij", "vervallen"}:
            # A private event is counted, and what it is called is nobody's.
            by_title["" if reeks.reden == "besloten" else reeks.titel].append(reeks)
    groups = [_group(titel, each, day) for titel, each in by_title.items()]
    return sorted(groups, key=lambda group: (not group.komende, group.titel))[:_MOST_GROUPS]


def _group(titel: str, reeksen: Sequence[Reeks], day: date) -> Afspraakgroep:
    momenten = [tijd.moment for reeks in reeksen for tijd in reeks.tijden]
    return Afspraakgroep(
        titel=titel,
        aantal=len(reeksen),
        tijden=[describe(_schedule(each)) for each in momenten[:_SENTENCES]],
        komende=_coming(momenten, day),
        redenen=sorted({reeks.reden for reeks in reeksen if reeks.reden is not None}),
    )


def _coming(momenten: Iterable[MomentInvoer], day: date) -> list[Keer]:
    schedules = [_schedule(moment) for moment in momenten]
    return [_keer(each) for each in coming_occurrences(schedules, [], day, day + _AHEAD)[:_SHOWN]]


def _keer(occurrence: Occurrence) -> Keer:
    return Keer(dag=occurrence.dag, van=occurrence.van, tot=occurrence.tot)


def _schedule(moment: MomentInvoer) -> Schedule:
    return Schedule(
        rrule=moment.rrule,
        begin=moment.begin,
        eind=moment.eind,
        van=time.fromisoformat(moment.van) if moment.van else None,
        tot=time.fromisoformat(moment.tot) if moment.tot else None,
        behalve=tuple(moment.behalve),
    )
