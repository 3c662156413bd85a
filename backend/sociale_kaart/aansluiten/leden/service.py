"""Who works for an organisation. Everything here holds its row first, so that two take turns.

Of two owners who leave at once the second finds that they are the last.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.aansluiten.acts import mail_to, note, page_of
from sociale_kaart.aansluiten.controleren import person_of
from sociale_kaart.aansluiten.leden import mail, queries
from sociale_kaart.aansluiten.leden.models import Overdracht
from sociale_kaart.aansluiten.leden.rules import (
    NO_MEMBER,
    require_owner_stays,
    require_power_over,
    role_of,
)
from sociale_kaart.aansluiten.leden.schemas import (
    Leden,
    Lid,
    OverdrachtUit,
    UitnodigingInLijst,
    VerzoekInLijst,
)
from sociale_kaart.aansluiten.queries import list_members
from sociale_kaart.aansluiten.schemas import Rol
from sociale_kaart.accounts.models import Account
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from sociale_kaart.core.problems import ConflictError, ForbiddenError, NotFoundError
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.models import Lidmaatschap, Organisatie
from sociale_kaart.organisaties.queries import lock_organisatie
from sociale_kaart.organisaties.service import UNKNOWN

HANDOVER_DAYS = 14
_NO_HANDOVER = "Er is geen overdracht (meer) waar je op kunt antwoorden."
_ONE_AT_A_TIME = "Er loopt al een overdracht. Trek die eerst in."
_ALREADY_OWNER = "Deze collega is al eigenaar."
_NOT_OWNER_ANY_MORE = "Wie dit aan je overdroeg, is zelf geen eigenaar meer."

Members = list[tuple[Account, Lidmaatschap]]


async def list_leden(session: AsyncSession, organisatie_id: UUID, actor: Actor) -> Leden:
    """For colleagues: who works here. For owners and the redactie also who may come or wants to."""
    organisatie, members = await hold(session, organisatie_id)
    actor.require_member(organisatie.id)
    overdracht = await queries.find_overdracht(session, organisatie_id, utc_now())
    found = Leden(
        leden=[
            Lid.model_validate({**person_of(account).model_dump(), "rol": member.rol})
            for account, member in members
        ],
        overdracht=None
        if overdracht is None
        else OverdrachtUit(**overdracht.model_dump(exclude={"organisatie_id"})),
    )
    if actor.is_editor or actor.lidmaatschappen.get(organisatie_id) == "eigenaar":
        fields = set(UitnodigingInLijst.model_fields)
        found.uitnodigingen = [
            UitnodigingInLijst(**uitnodiging.model_dump(include=fields))
            for uitnodiging in await queries.list_uitnodigingen(session, organisatie_id, utc_now())
        ]
        found.verzoeken = [
            VerzoekInLijst(persoon=person_of(account), gevraagd_op=verzoek.gevraagd_op)
            for verzoek, account in await queries.list_verzoeken(session, organisatie_id)
        ]
    return found


async def hold(session: AsyncSession, organisatie_id: UUID) -> tuple[Organisatie, Members]:
    """An organisation and its people, held until the transaction ends; 404 when there is none."""
    organisatie = await lock_organisatie(session, organisatie_id)
    if organisatie is None:
        raise NotFoundError(UNKNOWN)
    return organisatie, list(await list_members(session, organisatie_id))


async def change_role(
    session: AsyncSession, organisatie_id: UUID, account_id: UUID, rol: Rol, actor: Actor, url: str
) -> None:
    """Makes somebody owner or co-worker; what they are already changes nothing."""
    organisatie, members = await hold(session, organisatie_id)
    actor.require_owner(organisatie_id)
    roles = roles_in(members)
    if role_of(roles, account_id) == rol:
        return
    require_power_over(actor, roles, account_id)
    if rol == "medebewerker":
        require_owner_stays(actor, roles, account_id)
    set_role(session, organisatie, members, account_id, rol, actor, "rol-veranderd")
    await _tell_owners(session, organisatie, members, actor, url, also=account_id)


async def remove(
    session: AsyncSession, organisatie_id: UUID, account_id: UUID, actor: Actor
) -> None:
    """Takes a colleague off. Their account and what they are elsewhere stay as they are."""
    organisatie, members = await hold(session, organisatie_id)
    actor.require_owner(organisatie_id)
    roles = roles_in(members)
    require_power_over(actor, roles, account_id)
    require_owner_stays(actor, roles, account_id)
    await _take_off(session, organisatie, roles, account_id, actor, "verwijderd")
    gone = [account for account, _ in members if account.id == account_id]
    await mail_to(session, gone, "niet-meer-meewerken", mail.removed_mail(organisatie))


async def leave(
    session: AsyncSession, organisatie_id: UUID, actor: Actor, *, to_redactie: bool
) -> None:
    """Somebody goes themselves. The last owner only when the redactie is to take care of it."""
    organisatie, members = await hold(session, organisatie_id)
    roles = roles_in(members)
    if actor.account_id is None or actor.account_id not in roles:
        raise ForbiddenError(NO_MEMBER)
    if not to_redactie:
        require_owner_stays(Actor(actor.account_id, "lid"), roles, actor.account_id)
    await _take_off(session, organisatie, roles, actor.account_id, actor, "vertrokken")


async def offer(
    session: AsyncSession, organisatie_id: UUID, naar: UUID, actor: Actor, url: str
) -> None:
    """An owner asks a colleague to take their place. The other owners hear of it."""
    organisatie, members = await hold(session, organisatie_id)
    roles = roles_in(members)
    if actor.account_id is None or roles.get(actor.account_id) != "eigenaar":
        raise ForbiddenError("Alleen een eigenaar kan dit overdragen.")
    if role_of(roles, naar) == "eigenaar":
        raise ConflictError(_ALREADY_OWNER)
    now = utc_now()
    if await queries.find_overdracht(session, organisatie_id, now) is not None:
        raise ConflictError(_ONE_AT_A_TIME)
    await queries.delete_overdracht(session, organisatie_id)
    session.add(
        Overdracht(
            organisatie_id=organisatie_id,
            van=actor.account_id,
            naar=naar,
            gevraagd_op=now,
            verloopt_op=now + timedelta(days=HANDOVER_DAYS),
        )
    )
    change = {"naar": [None, str(naar)]}
    note(session, actor.account_id, organisatie_id, "overdracht-gevraagd", change)
    adres = page_of(url, f"organisaties/{organisatie_id}")
    heir = [account for account, _ in members if account.id == naar]
    inhoud = mail.handover_mail(organisatie, adres, HANDOVER_DAYS)
    await mail_to(session, heir, "overdracht", inhoud)
    others = _owners(members, but={actor.account_id})
    await mail_to(session, others, "overdracht", mail.handover_asked_mail(organisatie, adres))


async def accept(session: AsyncSession, organisatie_id: UUID, actor: Actor, url: str) -> None:
    """The colleague says yes, becomes owner, and who asked becomes co-worker."""
    organisatie, members = await hold(session, organisatie_id)
    overdracht = await queries.find_overdracht(session, organisatie_id, utc_now())
    if overdracht is None or overdracht.naar != actor.account_id:
        raise NotFoundError(_NO_HANDOVER)
    roles = roles_in(members)
    role_of(roles, overdracht.naar)
    if roles.get(overdracht.van) != "eigenaar":
        raise ConflictError(_NOT_OWNER_ANY_MORE)
    set_role(session, organisatie, members, overdracht.naar, "eigenaar", actor, "overgedragen")
    set_role(session, organisatie, members, overdracht.van, "medebewerker", actor, "overgedragen")
    await queries.delete_overdracht(session, organisatie_id)
    await _tell_owners(session, organisatie, members, actor, url, also=overdracht.van)


async def withdraw(session: AsyncSession, organisatie_id: UUID, actor: Actor, url: str) -> None:
    """Takes a handover back, or says no to it; nothing changes for anybody."""
    organisatie, members = await hold(session, organisatie_id)
    overdracht = await queries.find_overdracht(session, organisatie_id, utc_now())
    if overdracht is not None and overdracht.naar != actor.account_id:
        actor.require_owner(organisatie_id)
    elif overdracht is None:
        actor.require_member(organisatie_id)
        raise NotFoundError(_NO_HANDOVER)
    await queries.delete_overdracht(session, organisatie_id)
    note(session, actor.account_id, organisatie_id, "overdracht-ingetrokken")
    sides = {overdracht.van, overdracht.naar} - {actor.account_id}
    people = [account for account, _ in members if account.id in sides]
    adres = page_of(url, f"organisaties/{organisatie_id}")
    await mail_to(session, people, "overdracht", mail.handover_ended_mail(organisatie, adres))


def set_role(
    session: AsyncSession,
    organisatie: Organisatie,
    members: Members,
    account_id: UUID,
    rol: Rol,
    actor: Actor,
    handeling: str,
) -> None:
    member = next(member for account, member in members if account.id == account_id)
    change = {"account": [str(account_id), str(account_id)], "rol": [member.rol, rol]}
    member.rol = rol
    if rol == "eigenaar":
        organisatie.verlaten_op = None
    note(session, actor.account_id, organisatie.id, handeling, change)


async def forget_ended(database: Database) -> None:
    """Removes invitations and handovers that nobody answered in time."""
    async with database.transaction() as session:
        await queries.delete_ended(session, utc_now())


def roles_in(members: Members) -> dict[UUID, str]:
    return {account.id: member.rol for account, member in members}


async def _take_off(
    session: AsyncSession,
    organisatie: Organisatie,
    roles: dict[UUID, str],
    account_id: UUID,
    actor: Actor,
    handeling: str,
) -> None:
    await queries.delete_member(session, organisatie.id, account_id)
    change = {"account": [str(account_id), None], "rol": [roles[account_id], None]}
    note(session, actor.account_id, organisatie.id, handeling, change)
    left = [rol for key, rol in roles.items() if key != account_id]
    if roles[account_id] == "eigenaar" and "eigenaar" not in left:
        organisatie.verlaten_op = utc_now()


async def _tell_owners(
    session: AsyncSession,
    organisatie: Organisatie,
    members: Members,
    actor: Actor,
    url: str,
    *,
    also: UUID,
) -> None:
    """Whoever is owner now hears it, and whom it was about; not who did it."""
    people = {account.id: account for account, _ in members if account.id == also}
    people |= {account.id: account for account in _owners(members)}
    people.pop(actor.account_id, None)  # type: ignore[arg-type]
    inhoud = mail.new_owner_mail(organisatie, page_of(url, f"organisaties/{organisatie.id}"))
    await mail_to(session, people.values(), "eigenaar-veranderd", inhoud)


def _owners(members: Members, but: set[UUID] | None = None) -> list[Account]:
    return [
        account
        for account, member in members
        if member.rol == "eigenaar" and account.id not in (but or set())
    ]
