"""What would happen with one row: the dry run and the real one ask the same question here.

Pure: a row, the mapping, the listing that it is about (if any) and who asks go in; a plan comes out.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from sociale_kaart.aanbod.conversion import invoer_of, keep_times
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.rules import Handeling, missing_for_publication
from sociale_kaart.aanbod.schemas import AanbodInvoer, LocatieInvoer
from sociale_kaart.aanbod.service import changes_at_once, times_faults
from sociale_kaart.core.problems import Fout
from sociale_kaart.opendata.checks import check, notes_on
from sociale_kaart.opendata.interchange import AanbodRij
from sociale_kaart.opendata.invoeren.mapping import plain
from sociale_kaart.opendata.invoeren.models import Uitkomst
from sociale_kaart.opendata.invoeren.reading import Read, Row, Setting
from sociale_kaart.opendata.invoeren.rules import past_faults, steps_to
from sociale_kaart.opendata.writer import Changes, changed_fields, with_own_picture
from sociale_kaart.organisaties.models import Organisatie

_WAITS = "Er wacht al een wijziging op de redactie. Wacht op het antwoord."
_TIMES_STAY = "De tijden blijven zoals ze in jullie agenda staan."
_SAME_TITLE = "Jullie hebben al aanbod met deze titel. Dit komt ernaast te staan."


@dataclass(frozen=True)
class Found:
    """What the map has for a row: the listing, what waits for it, and whose it is."""

    aanbod: Aanbod | None = None
    voorstel: AanbodVoorstel | None = None
    # Something else of this organisation has the same title.
    zelfde_titel: bool = False
    fouten: tuple[Fout, ...] = ()
    # The key is that of somebody else's listing.
    elders: bool = False


@dataclass(frozen=True)
class Plan:
    """What happens with a row, and what has to be known to do it."""

    uitkomst: Uitkomst
    sleutel: str | None = None
    titel: str | None = None
    fouten: tuple[Fout, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    # By the keys of the format, each with what was and what is.
    wijzigingen: Changes = field(default_factory=dict)
    status: str | None = None
    wacht: bool = False
    aanbod: Aanbod | None = None
    invoer: AanbodInvoer | None = None
    stappen: tuple[Handeling, ...] = ()


def plan_row(read: Read, found: Found, setting: Setting) -> Plan:
    """What happens with this row now."""
    plan = Plan("fout", read.sleutel, read.titel, aanbod=found.aanbod)
    stranger = _stranger(read.data, setting.organisatie)
    if stranger or found.elders:
        melding = (
            f"Dit hoort bij {stranger or 'een andere organisatie'}. Je kunt het niet veranderen."
        )
        fout = Fout(veld="organisatie", melding=melding)
        return replace(plan, uitkomst="elders", fouten=(fout,), aanbod=None)
    data = _completed(read, found.aanbod, setting)
    rij, faults = check(data, setting.reference)
    faults = [*read.fouten, *found.fouten, *_of_this_row(faults, read, setting)]
    if rij is None or faults:
        return replace(plan, fouten=tuple(faults))
    return _checked(plan, rij, found, setting)


def _checked(plan: Plan, rij: AanbodRij, found: Found, setting: Setting) -> Plan:
    """The plan of a row that can be read: what it changes, and by which steps."""
    rij = with_own_picture(rij, found.aanbod)
    invoer = AanbodInvoer.model_construct(
        **{name: getattr(rij, name) for name in AanbodInvoer.model_fields}
    )
    placed = place_of(rij.locatie, setting.reference) if rij.locatie else None
    notes = tuple(notes_on(rij, placed))
    if found.aanbod is not None and times_faults(found.aanbod, invoer):
        invoer, notes = keep_times(found.aanbod, invoer), (*notes, _TIMES_STAY)
    plan = replace(plan, invoer=invoer, opmerkingen=notes)
    asked = rij.status if "status" in rij.model_fields_set else None
    aanbod = found.aanbod
    if aanbod is None:
        notes = (*plan.opmerkingen, *((_SAME_TITLE,) if found.zelfde_titel else ()))
        plan = replace(plan, uitkomst="nieuw", status="concept", opmerkingen=notes)
        at_once = setting.actor.is_editor or setting.organisatie.vertrouwd
        return _stepped(plan, invoer, "concept", asked or "gepubliceerd", setting, at_once=at_once)
    vocabulary = setting.reference.vocabulary
    changes = changed_fields(aanbod, invoer, placed.locatie if placed else None, vocabulary)
    at_once = changes_at_once(aanbod, setting.actor)
    proposes = aanbod.status == "gepubliceerd" and not at_once and bool(changes)
    if proposes and asked == "gestopt":
        # What stops needs no other words, which would only have to wait.
        changes, proposes = {}, False
    if proposes and found.voorstel is not None:
        return _beside_proposal(plan, invoer, found.voorstel, setting)
    plan = replace(
        plan,
        uitkomst="gewijzigd" if changes else "ongewijzigd",
        wijzigingen=changes,
        status=aanbod.status,
        wacht=proposes,
    )
    if changes and aanbod.status == "gepubliceerd" and (missing := missing_for_publication(invoer)):
        return replace(plan, uitkomst="fout", fouten=tuple(missing))
    return _stepped(plan, invoer, aanbod.status, asked or aanbod.status, setting, at_once=at_once)


def _stepped(
    plan: Plan, invoer: AanbodInvoer, now: str, wanted: str, setting: Setting, *, at_once: bool
) -> Plan:
    """The plan with the steps to the status that is wanted."""
    missing = [fout.veld for fout in missing_for_publication(invoer)]
    if missing and now != wanted and wanted in {"gepubliceerd", "ter-beoordeling"}:
        notes = (*plan.opmerkingen, f"Blijft een concept. Vul nog in: {', '.join(missing)}.")
        return replace(plan, opmerkingen=notes)
    steps = steps_to(now, wanted, at_once=at_once)
    if steps is None:
        fout = Fout(veld="status", melding=f"Van '{now}' kan dit niet meteen '{wanted}' worden.")
        return replace(plan, uitkomst="fout", fouten=(fout,))
    if plan.uitkomst != "ongewijzigd" or steps:
        faults = past_faults(invoer, setting.today) if wanted != "gestopt" else []
        if faults:
            return replace(plan, uitkomst="fout", fouten=tuple(faults))
    if not steps:
        return plan
    status = steps[-1].naar
    changes = {**plan.wijzigingen, "status": [now, status]}
    return replace(
        plan,
        uitkomst="gewijzigd" if plan.uitkomst == "ongewijzigd" else plan.uitkomst,
        wijzigingen=changes,
        stappen=tuple(step.handeling for step in steps),
        status=status,
        wacht=status == "ter-beoordeling" or plan.wacht,
    )


def _beside_proposal(
    plan: Plan, invoer: AanbodInvoer, voorstel: AanbodVoorstel, setting: Setting
) -> Plan:
    """A change waits already: the same one is no news, and another one would push it aside."""
    waits = AanbodInvoer.model_validate(voorstel.inhoud) == invoer
    if waits and voorstel.account_id == setting.actor.account_id:
        return replace(plan, uitkomst="ongewijzigd", status="gepubliceerd", wacht=True)
    return replace(plan, fouten=(Fout(veld="rij", melding=_WAITS),))


def _of_this_row(faults: list[Fout], read: Read, setting: Setting) -> list[Fout]:
    """Without the complaint that a field is missing which has a fault of its own already."""
    own = {fout.veld for fout in read.fouten}
    if "rij" in own:
        # Its cells could not be told apart, so nothing is known of what they say.
        return []
    has_key = "externId" in setting.koppeling.velden
    return [
        fout
        for fout in faults
        if fout.veld not in own and not (fout.veld == "externId" and not has_key)
    ]


def _stranger(data: Row, organisatie: Organisatie) -> str | None:
    """The organisation that a row names, when it is another one."""
    owner = data.get("organisatie")
    if not isinstance(owner, dict):
        return None
    given = [str(owner[key]) for key in ("naam", "externId") if key in owner]
    ours = {plain(str(name)) for name in (organisatie.naam, organisatie.slug, organisatie.id,
                                          organisatie.extern_id)}  # fmt: skip
    return None if ours & {plain(name) for name in given} else f"'{given[0][:60]}'"


def _completed(read: Read, aanbod: Aanbod | None, setting: Setting) -> Row:
    """The row with its owner, its key, and what the file has no column for as it stands now."""
    owner = setting.organisatie
    own: Row = {
        "organisatie": {"externId": "-", "naam": owner.naam, "categorie": owner.categorie},
    }
    if read.sleutel is not None:
        own["externId"] = read.sleutel
    given = {key: value for key, value in read.data.items() if key not in own}
    if aanbod is None:
        return {**given, **own}
    kept = invoer_of(aanbod)
    now = kept.model_dump(mode="json", by_alias=True, exclude_none=True)
    mapped = {veld.partition(".")[0] for veld in setting.koppeling.velden}
    row = {**{key: value for key, value in now.items() if key not in mapped}, **given, **own}
    velden = setting.koppeling.velden
    inner = {veld.partition(".")[2] for veld in velden if veld.startswith("contact.")}
    rest = {key: value for key, value in now.get("contact", {}).items() if key not in inner}
    if rest and isinstance(row.get("contact", {}), dict):
        row["contact"] = {**rest, **row.get("contact", {})}
    inner = {veld.partition(".")[2] for veld in velden if veld.startswith("locatie.")}
    if (
        inner
        and kept.locatie
        and _same_place(given.get("locatie", {}), kept.locatie, inner, setting)
    ):
        row["locatie"] = now["locatie"]
    return row


def _same_place(given: Any, now: LocatieInvoer, inner: set[str], setting: Setting) -> bool:
    """Whether the columns that there are say what is known; a pin that was set stays then."""
    return isinstance(given, dict) and all(
        _comparable(name, given.get(name), setting)
        == _comparable(name, getattr(now, name), setting)
        for name in inner
    )


def _comparable(name: str, value: Any, setting: Setting) -> Any:
    if name == "wijk" and value:
        return setting.reference.vocabulary.wijk_code(str(value))
    if name == "geheim":
        return bool(value)
    if name in {"lat", "lon"} and value is not None:
        try:
            return float(value)
        except ValueError:
            return value
    return value
