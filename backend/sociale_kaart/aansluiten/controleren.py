"""The light check: what waits for the redactie, and what it says about a new organisation."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aanbod.changing import remember
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.aanbod.queries import ids_of_organisaties, select_whole_aanbod
from sociale_kaart.aansluiten import mail, queries
from sociale_kaart.aansluiten.acts import (
    add_member,
    dismiss,
    mail_to,
    note,
    page_of,
    require_reason,
)
from sociale_kaart.aansluiten.gelijkend import find_alike_of
from sociale_kaart.aansluiten.schemas import (
    Aanmeldingen,
    Controle,
    NieuweAanmelding,
    OrganisatieBijVerzoek,
    Persoon,
    Rol,
    WachtendVerzoek,
    ZonderEigenaar,
)
from sociale_kaart.accounts.models import Account
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.problems import ConflictError, Fout, InvalidInputError, NotFoundError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Organisatie
from sociale_kaart.organisaties.queries import lock_organisatie
from sociale_kaart.organisaties.routes import organisatie_uit
from sociale_kaart.organisaties.rules import is_public
from sociale_kaart.organisaties.service import UNKNOWN

_DONE = "Iemand van de redactie was je voor: dit is al nagekeken."
_STILL_USED = "Er hangt nog iets aan deze organisatie. Verwijder dat eerst."
_NOT_THERE = Fout(veld="bij", melding="Kies een organisatie die al is nagekeken.")


async def list_aanmeldingen(session: AsyncSession) -> Aanmeldingen:
    return Aanmeldingen(
        nieuw=[
            NieuweAanmelding(
                organisatie=organisatie_uit(organisatie),
                aangemeld_op=organisatie.aangemaakt_op,
                mensen=[
                    person_of(account)
                    for account, _ in await queries.list_members(session, organisatie.id)
                ],
                aanbod=number,
                gelijkend=await find_alike_of(session, organisatie),
            )
            for organisatie, number in await queries.list_unchecked(session)
        ],
        verzoeken=[
            WachtendVerzoek(
                organisatie=short_of(organisatie),
                persoon=person_of(account),
                gevraagd_op=verzoek.gevraagd_op,
                waarom="geen-antwoord" if owned else "geen-eigenaar",
            )
            for verzoek, organisatie, account, owned in await queries.list_waiting(
                session, utc_now()
            )
        ],
        zonder_eigenaar=[
            ZonderEigenaar(
                organisatie=short_of(organisatie),
                verlaten_op=organisatie.verlaten_op,
                mensen=number,
            )
            for organisatie, number in await queries.list_abandoned(session)
        ],
    )


async def check_organisatie(
    session: AsyncSession, organisatie_id: UUID, controle: Controle, actor: Actor, public_url: str
) -> None:
    """What the redactie decided about a new organisation; 409 when somebody did so already."""
    actor.require_editor()
    organisatie = await lock_organisatie(session, organisatie_id)
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    if is_public(organisatie):
        raise ConflictError(_DONE)
    people = [account for account, _ in await queries.list_members(session, organisatie_id)]
    if controle.besluit == "goedgekeurd":
        organisatie.gecontroleerd_op = utc_now()
        note(session, actor.account_id, organisatie_id, "goedgekeurd")
        inhoud = mail.checked_mail(organisatie.naam, page_of(public_url))
        await mail_to(session, people, "goedgekeurd", inhoud)
    elif controle.besluit == "afgewezen":
        await _refuse(session, organisatie, people, require_reason(controle.reden), actor)
    else:
        await _join_other(session, organisatie, people, controle.bij, actor, public_url)


async def _refuse(
    session: AsyncSession,
    organisatie: Organisatie,
    people: Sequence[Account],
    reden: str,
    actor: Actor,
) -> None:
    for aanbod in await _listings(session, organisatie.id):
        remember(session, aanbod, actor, "verwijderd", {"titel": [aanbod.titel, None]})
        await session.delete(aanbod)
    note(session, actor.account_id, organisatie.id, "afgewezen")
    await _remove(session, organisatie)
    for account in people:
        await dismiss(session, account, organisatie.naam, reden, actor.account_id)


async def _join_other(
    session: AsyncSession,
    organisatie: Organisatie,
    people: Sequence[Account],
    bij: UUID | None,
    actor: Actor,
    public_url: str,
) -> None:
    """It was there already: its people and what they wrote go to the one that is."""
    other = None if bij is None else await lock_organisatie(session, bij)
    if other is None or not is_public(other):
        raise InvalidInputError([_NOT_THERE])
    theirs = await queries.list_members(session, other.id)
    owners = [account for account, member in theirs if member.rol == "eigenaar"]
    known = {account.id for account, _ in theirs}
    for aanbod in await _listings(session, organisatie.id):
        aanbod.organisatie = other
        aanbod.organisatie_id = other.id
        aanbod.versie += 1
        change = {"organisatie": [str(organisatie.id), str(other.id)]}
        remember(session, aanbod, actor, "verhuisd", change)
    await queries.move_beelden(session, organisatie.id, other.id)
    note(
        session,
        actor.account_id,
        organisatie.id,
        "opgegaan",
        {"organisatie": [str(organisatie.id), str(other.id)]},
    )
    await _remove(session, organisatie)
    rol: Rol = "medebewerker" if owners else "eigenaar"
    for account in people:
        if account.id not in known:
            add_member(session, account.id, other.id, rol, actor.account_id, "aangesloten")
    joined = mail.joined_mail(organisatie.naam, other.naam, page_of(public_url))
    await mail_to(session, people, "aangesloten", joined)
    newcomer = mail.newcomer_mail(other.naam, page_of(public_url, f"organisaties/{other.id}"))
    await mail_to(session, owners, "nieuwe-collega", newcomer)


async def _listings(session: AsyncSession, organisatie_id: UUID) -> Sequence[Aanbod]:
    ids = (await session.scalars(ids_of_organisaties([organisatie_id]))).all()
    return (await session.scalars(select_whole_aanbod(ids))).all()


async def _remove(session: AsyncSession, organisatie: Organisatie) -> None:
    await session.flush()
    await session.delete(organisatie)
    try:
        await session.flush()
    except IntegrityError as error:
        raise ConflictError(_STILL_USED) from error


def person_of(account: Account) -> Persoon:
    return Persoon(account_id=account.id, naam=account.naam, email=account.email)


def short_of(organisatie: Organisatie) -> OrganisatieBijVerzoek:
    return OrganisatieBijVerzoek(id=organisatie.id, slug=organisatie.slug, naam=organisatie.naam)
