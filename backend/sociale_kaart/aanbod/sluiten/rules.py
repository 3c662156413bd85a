"""What closing from today on, and opening again, makes of the closed periods; pure functions."""

from collections.abc import Sequence
from datetime import date, timedelta

from sociale_kaart.aanbod.schemas import SluitingInvoer
from sociale_kaart.core.problems import Fout

# Longer than this is not for a while.
LONGEST = timedelta(days=366)
_DAY = timedelta(days=1)


def closed_on(sluitingen: Sequence[SluitingInvoer], day: date) -> SluitingInvoer | None:
    """The period in which it is closed on this day; there is one at most."""
    return next((one for one in sluitingen if one.van <= day <= _end(one)), None)


def closed_or_next(sluitingen: Sequence[SluitingInvoer], day: date) -> SluitingInvoer | None:
    """The period that holds on this day, or the first one after it."""
    coming = [one for one in sluitingen if day <= _end(one)]
    return min(coming, key=lambda one: one.van, default=None)


def closed_from(
    sluitingen: Sequence[SluitingInvoer], day: date, tot: date | None, reden: str | None
) -> list[SluitingInvoer]:
    """Closed from this day until and including `tot`; None is until further notice.

    What is closed already keeps its first day. What was planned inside it goes, and what goes on
    after it keeps the rest.
    """
    now = closed_on(sluitingen, day)
    new = SluitingInvoer(van=now.van if now else day, tot=tot, reden=reden)
    kept = [new]
    for one in sluitingen:
        if one is now or (new.van <= one.van and _end(one) <= _end(new)):
            continue
        begins_in_it = new.van <= one.van <= _end(new)
        van = _end(new) + _DAY if begins_in_it else one.van
        kept.append(SluitingInvoer(van=van, tot=one.tot, reden=one.reden))
    return sorted(kept, key=lambda one: one.van)


def open_from(sluitingen: Sequence[SluitingInvoer], day: date) -> list[SluitingInvoer]:
    """Open again from this day; what was planned for later stays."""
    now = closed_on(sluitingen, day)
    kept = [one for one in sluitingen if one is not now]
    if now is not None and now.van < day:
        kept.append(SluitingInvoer(van=now.van, tot=day - _DAY, reden=now.reden))
    return sorted(kept, key=lambda one: one.van)


def put_back(
    periods: Sequence[SluitingInvoer],
    was: Sequence[SluitingInvoer],
    before: Sequence[SluitingInvoer],
) -> list[SluitingInvoer]:
    """These periods when the live ones go from `was` back to `before`.

    Of what waits with other periods than the live ones, those stay as they are.
    """
    own = [one for one in periods if one not in was]
    gone = [one for one in was if one not in periods]
    returned = [
        one for one in before if one not in gone and not any(_overlap(one, mine) for mine in own)
    ]
    return sorted([*own, *returned], key=lambda one: one.van)


def closing_until_faults(tot: date | None, day: date) -> list[Fout]:
    """What is wrong with a last day that somebody chose."""
    if tot is not None and tot < day:
        return [Fout(veld="tot", melding="Deze dag is al voorbij. Kies vandaag of later.")]
    if tot is not None and tot > day + LONGEST:
        return [Fout(veld="tot", melding="Dit is langer dan een jaar. Kies een eerdere dag.")]
    return []


def _overlap(one: SluitingInvoer, other: SluitingInvoer) -> bool:
    return one.van <= _end(other) and other.van <= _end(one)


def _end(sluiting: SluitingInvoer) -> date:
    return sluiting.tot or date.max
