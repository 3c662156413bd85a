"""What people do with an import; the worker (work.py) does the rest."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.logboek import log
from sociale_kaart.core.problems import (
    ChangedMeanwhileError,
    ConflictError,
    Fout,
    InvalidInputError,
    NotFoundError,
)
from sociale_kaart.opendata.invoeren import choices, queries
from sociale_kaart.opendata.invoeren.files import Table, shortened, tidy_name
from sociale_kaart.opendata.invoeren.mapping import (
    VELDEN,
    Koppeling,
    doubles,
    guess_columns,
    koppeling_of,
    plain,
)
from sociale_kaart.opendata.invoeren.models import Invoer, InvoerKoppeling, InvoerRij
from sociale_kaart.opendata.invoeren.rules import ASKED, IN_THE_WORKER, NOT_RUN
from sociale_kaart.opendata.invoeren.schemas import (
    Keuze,
    Kolom,
    KoppelingInvoer,
    KoppelingUit,
    Waarde,
)
from sociale_kaart.opendata.invoeren.work import CHANNEL
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.queries import find_organisatie
from sociale_kaart.organisaties.service import UNKNOWN as UNKNOWN_OWNER
from sociale_kaart.taxonomie.reference import Reference

UNKNOWN = "Deze invoer is er niet (meer)."
_MOST_OPEN = 10
# More different texts than this in a column of codes: it is another kind of column.
_MOST_TEXTS = 1_000
_MOST_SHOWN = 60


async def own_organisatie(session: AsyncSession, organisatie_id: UUID, actor: Actor) -> Organisatie:
    """The organisation, when this person may bring in its listings."""
    organisatie = await find_organisatie(session, str(organisatie_id))
    if organisatie is None:
        raise NotFoundError(UNKNOWN_OWNER)
    actor.require_member(organisatie.id)
    return organisatie


async def load_invoer(
    session: AsyncSession, invoer_id: UUID, actor: Actor, *, lock: bool = False
) -> tuple[Invoer, Organisatie]:
    """An import of one's own organisation; held until the transaction ends when it is to change."""
    find = queries.lock_invoer(session, invoer_id) if lock else session.get(Invoer, invoer_id)
    invoer = await find
    if invoer is None:
        raise NotFoundError(UNKNOWN)
    return invoer, await own_organisatie(session, invoer.organisatie_id, actor)


def _require_version(invoer: Invoer, versie: int) -> None:
    if invoer.versie != versie:
        raise ChangedMeanwhileError


async def create_invoer(
    session: AsyncSession, organisatie: Organisatie, table: Table, naam: str, actor: Actor
) -> Invoer:
    """Keeps the rows of a file, with a guess of what its columns are."""
    if await queries.count_open(session, organisatie.id) >= _MOST_OPEN:
        raise ConflictError(
            f"Er staan al {_MOST_OPEN} bestanden klaar. Rond er een af, of verwijder er een."
        )
    known = await queries.find_koppeling(session, organisatie.id)
    guesses = guess_columns([one.kop for one in table.kolommen], known.kolommen if known else {})
    invoer = Invoer(
        organisatie_id=organisatie.id,
        account_id=actor.account_id,
        bestandsnaam=tidy_name(naam),
        soort=table.soort,
        kolommen=[
            {
                "kop": column.kop,
                "voorbeelden": column.voorbeelden,
                "gevuld": column.gevuld,
                "zeker": guess.zeker or column.gevuld == 0,
            }
            for column, guess in zip(table.kolommen, guesses, strict=True)
        ],
        koppeling=Koppeling(
            tuple(guess.veld for guess in guesses), known.waarden if known else {}
        ).as_json(),
    )
    session.add(invoer)
    await session.flush()
    session.add_all(
        InvoerRij(invoer_id=invoer.id, nummer=row.nummer, cellen=row.cellen, formules=row.formules)
        for row in table.rijen
    )
    return invoer


async def koppeling_uit(
    session: AsyncSession, invoer: Invoer, reference: Reference
) -> KoppelingUit:
    """The mapping as it stands, and which texts in columns of codes ask for a code."""
    koppeling = koppeling_of(invoer.koppeling)
    waarden: list[Waarde] = []
    keuzes: dict[str, list[Keuze]] = {}
    for at, veld in enumerate(koppeling.kolommen):
        if veld is None or veld not in choices.FIELDS:
            continue
        options = choices.choices_of(veld, reference.vocabulary)
        asked = await _unknown_texts(session, invoer.id, at, veld, options, koppeling)
        if asked:
            waarden += asked
            keuzes[veld] = [Keuze(code=code, label=text) for code, text in options.labels.items()]
    known = await queries.find_koppeling(session, invoer.organisatie_id)
    return KoppelingUit(
        kolommen=[
            Kolom(**column, veld=veld)
            for column, veld in zip(invoer.kolommen, koppeling.kolommen, strict=True)
        ],
        waarden=waarden,
        velden=list(VELDEN),
        keuzes=keuzes,
        versie=invoer.versie,
        onthouden=known is not None,
    )


async def _unknown_texts(
    session: AsyncSession,
    invoer_id: UUID,
    at: int,
    veld: str,
    options: choices.Choices,
    koppeling: Koppeling,
) -> list[Waarde]:
    counts: dict[str, int] = {}
    for cell, number in await queries.texts_in_column(session, invoer_id, at, _MOST_TEXTS):
        for part in choices.parts_of(veld, cell, options.by_text):
            if plain(part) and plain(part) not in options.by_text:
                counts[part] = counts.get(part, 0) + number
    decided = koppeling.waarden.get(veld, {})
    merged: dict[str, Waarde] = {}
    for text, number in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        key = plain(text)
        if key in merged:
            merged[key].aantal += number
            continue
        sure = key in decided and (decided[key] is None or decided[key] in options.labels)
        code = decided[key] if sure else options.guess(text)
        shown = shortened(text)
        merged[key] = Waarde(veld=veld, tekst=shown, aantal=number, code=code, zeker=sure)
    return list(merged.values())[:_MOST_SHOWN]


async def save_koppeling(
    session: AsyncSession,
    invoer: Invoer,
    wanted: KoppelingInvoer,
    versie: int,
    reference: Reference,
) -> None:
    """Keeps what somebody decided; what was looked at before has to be looked at again."""
    _require_version(invoer, versie)
    if invoer.stand not in NOT_RUN:
        raise ConflictError(
            "Dit is al uitgevoerd. Stuur het bestand opnieuw om iets te veranderen."
        )
    faults = _mapping_faults(invoer, wanted, reference)
    if faults:
        raise InvalidInputError(faults)
    decided: dict[str, dict[str, str | None]] = {
        veld: dict(texts) for veld, texts in koppeling_of(invoer.koppeling).waarden.items()
    }
    for waarde in wanted.waarden:
        decided.setdefault(waarde.veld, {})[plain(waarde.tekst)] = waarde.code
    koppeling = Koppeling(tuple(wanted.kolommen), decided)
    if koppeling.as_json() != invoer.koppeling or invoer.stand != "koppelen":
        await queries.forget_outcomes(session, invoer.id)
    invoer.koppeling = koppeling.as_json()
    invoer.stand = "koppelen"
    invoer.versie += 1
    invoer.beurt_op = utc_now()


def _mapping_faults(invoer: Invoer, wanted: KoppelingInvoer, reference: Reference) -> list[Fout]:
    if len(wanted.kolommen) != len(invoer.kolommen):
        melding = f"Dit bestand heeft {len(invoer.kolommen)} kolommen."
        return [Fout(veld="kolommen", melding=melding)]
    faults = [
        Fout(veld=f"kolommen.{at}", melding="Dit veld bestaat niet.", toegestaan=list(VELDEN))
        for at, veld in enumerate(wanted.kolommen)
        if veld is not None and veld not in VELDEN
    ]
    for veld in doubles(wanted.kolommen):
        melding = f"Twee kolommen kunnen niet allebei '{veld}' zijn."
        faults.append(Fout(veld="kolommen", melding=melding))
    for at, waarde in enumerate(wanted.waarden):
        if waarde.veld not in choices.FIELDS:
            faults.append(Fout(veld=f"waarden.{at}.veld", melding="Dit veld heeft geen codes."))
        elif waarde.code is not None:
            labels = choices.choices_of(waarde.veld, reference.vocabulary).labels
            if waarde.code not in labels:
                melding = "Deze code bestaat niet."
                faults.append(
                    Fout(veld=f"waarden.{at}.code", melding=melding, toegestaan=list(labels))
                )
    return faults


async def take_step(session: AsyncSession, invoer: Invoer, handeling: str, actor: Actor) -> None:
    """Asks the worker to look at the rows, to bring them in, or to take them back."""
    allowed, then = ASKED[handeling]
    if invoer.stand == then:
        return  # asked twice is asked once
    if invoer.stand not in allowed:
        raise ConflictError(f"Dit kan niet bij een invoer met de stand '{invoer.stand}'.")
    if handeling == "nakijken":
        await _require_title(session, invoer)
    else:
        log(
            session,
            account_id=actor.account_id,
            onderwerp="invoer",
            onderwerp_id=invoer.id,
            handeling=handeling,
            wijzigingen={"organisatie": [None, str(invoer.organisatie_id)]},
        )
    invoer.stand = then
    invoer.account_id = actor.account_id
    invoer.versie += 1
    invoer.beurt_op = utc_now()
    await session.execute(select(func.pg_notify(CHANNEL, "")))


async def _require_title(session: AsyncSession, invoer: Invoer) -> None:
    koppeling = koppeling_of(invoer.koppeling)
    if "titel" not in koppeling.velden:
        raise InvalidInputError(
            [Fout(veld="titel", melding="Kies welke kolom de titel is.")],
            "We weten nog niet welke kolom de titel is.",
        )
    await queries.forget_outcomes(session, invoer.id)
    await _remember(
        session, invoer.organisatie_id, [one["kop"] for one in invoer.kolommen], koppeling
    )


async def _remember(
    session: AsyncSession, organisatie_id: UUID, heads: Sequence[str], koppeling: Koppeling
) -> None:
    """Keeps how these heads and texts were mapped, for the next file of this organisation."""
    known = await queries.find_koppeling(session, organisatie_id)
    if known is None:
        known = InvoerKoppeling(organisatie_id=organisatie_id)
        session.add(known)
    chosen: Mapping[str, str | None] = {
        plain(head): veld
        for head, veld in zip(heads, koppeling.kolommen, strict=True)
        if plain(head)
    }
    known.kolommen = {**known.kolommen, **chosen}
    known.waarden = {
        veld: {**known.waarden.get(veld, {}), **koppeling.waarden.get(veld, {})}
        for veld in {*known.waarden, *koppeling.waarden}
    }
    known.bijgewerkt_op = utc_now()


async def delete_invoer(session: AsyncSession, invoer: Invoer, versie: int) -> None:
    """Throws the file and what is known of its rows away; what it brought in stays."""
    _require_version(invoer, versie)
    if invoer.stand in IN_THE_WORKER - NOT_RUN:
        raise ConflictError("Dit is nog bezig. Wacht tot het klaar is.")
    await session.delete(invoer)
