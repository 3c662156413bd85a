"""How the writing of a listing stands: what is written beside what it says now."""

from dataclasses import dataclass

from sociale_kaart.aanbod.bewerken.models import AanbodBewerking
from sociale_kaart.aanbod.bewerken.rules import (
    Gelezen,
    comparable,
    differences,
    next_step,
    read,
)
from sociale_kaart.aanbod.bewerken.schemas import BewerkingUit, Inhoud, Plek, Verschil
from sociale_kaart.aanbod.bewerken.tips import tips_of
from sociale_kaart.aanbod.conversion import invoer_of
from sociale_kaart.aanbod.models import Aanbod, AanbodVoorstel
from sociale_kaart.aanbod.places import place_of
from sociale_kaart.aanbod.readability import hard_words
from sociale_kaart.aanbod.schemas import OrganisatieKort
from sociale_kaart.aanbod.service import faults_of
from sociale_kaart.aanbod.wijken import wijken_of
from sociale_kaart.aanbod.zekerheid.eigen import eigen_zekerheid_of
from sociale_kaart.core.clock import today
from sociale_kaart.core.problems import Fout
from sociale_kaart.organisaties.access import Actor
from sociale_kaart.organisaties.rules import is_public
from sociale_kaart.taxonomie.reference import Reference


@dataclass(frozen=True)
class Stand:
    """A listing, loaded whole, with what is being written of it and what waits at the redactie."""

    aanbod: Aanbod
    rij: AanbodBewerking | None
    voorstel: AanbodVoorstel | None

    @property
    def versie(self) -> int:
        return 0 if self.rij is None else self.rij.versie

    @property
    def live(self) -> Inhoud:
        """What somebody would have to fill in to get the listing as it is."""
        return invoer_of(self.aanbod).model_dump(mode="json", by_alias=True, exclude_none=True)

    @property
    def van_agenda(self) -> bool:
        """Whether a calendar of the organisation says its times."""
        return self.aanbod.agendabron_id is not None

    @property
    def wacht(self) -> bool:
        """Whether a change waits for the redactie."""
        return self.voorstel is not None and self.voorstel.besluit is None

    @property
    def begin(self) -> tuple[Inhoud, int]:
        """What writing starts with, and its version: what was handed in last, or what is live."""
        voorstel, row = self.voorstel, self.rij
        if voorstel is not None and voorstel.besluit != "goedgekeurd":
            # Who threw away what was refused meant that too.
            decided = voorstel.besloten_op
            if decided is None or row is None or decided > row.bewaard_op:
                return voorstel.inhoud, voorstel.basis_versie
        return self.live, self.aanbod.versie

    @property
    def inhoud(self) -> Inhoud:
        kept = self.rij.inhoud if self.rij is not None else None
        return self._with_times(self.begin[0] if kept is None else kept)

    @property
    def basis_versie(self) -> int:
        return (
            self.begin[1] if self.rij is None or self.rij.inhoud is None else self.rij.basis_versie
        )

    @property
    def gewijzigd(self) -> bool:
        """Whether it says something else than what is live, or waits to be."""
        handed_in = self.voorstel.inhoud if self.voorstel and self.wacht else self.live
        return comparable(self.inhoud) != comparable(self._with_times(handed_in))

    @property
    def verschillen(self) -> list[Verschil]:
        """What others changed since; without knowing what it was, all that is different now."""
        if self.basis_versie == self.aanbod.versie:
            return []
        basis = {} if self.rij is None else self.rij.basis or {}
        live = comparable(self.live)
        return differences(comparable(basis) if basis else {}, live, comparable(self.inhoud))

    def _with_times(self, inhoud: Inhoud) -> Inhoud:
        """A document with the times that a calendar says now: those are not written here."""
        return {**inhoud, "momenten": self.live["momenten"]} if self.van_agenda else inhoud

    def basis_of(self, basis_versie: int) -> Inhoud:
        """What the listing said at this version; {} when only its history could tell."""
        if basis_versie == self.aanbod.versie:
            return self.live
        if self.rij is not None and self.rij.inhoud is not None:
            return self.rij.basis or {} if self.rij.basis_versie == basis_versie else {}
        return {}


def all_faults(gelezen: Gelezen, reference: Reference) -> list[Fout]:
    """The faults of form and those that only the vocabulary and the rules see."""
    return gelezen.fouten + faults_of(gelezen.invoer, reference)


def may_publish(aanbod: Aanbod, actor: Actor) -> bool:
    """Whether what this person hands in is on the map at once."""
    return actor.may_edit_in(wijken_of(aanbod)) or aanbod.organisatie.vertrouwd


def bewerking_of(stand: Stand, reference: Reference, actor: Actor) -> BewerkingUit:
    """All that a writer needs to know, in one answer."""
    aanbod, rij = stand.aanbod, stand.rij
    kept = rij is not None and rij.inhoud is not None
    gelezen = read(stand.inhoud)
    return BewerkingUit(
        aanbod_id=aanbod.id,
        slug=aanbod.slug,
        status=aanbod.status,
        organisatie=OrganisatieKort.model_validate(aanbod.organisatie, from_attributes=True),
        gecontroleerd=is_public(aanbod.organisatie),
        voorstel=stand.wacht,
        aanbod_versie=aanbod.versie,
        basis_versie=stand.basis_versie,
        versie=stand.versie,
        bewaard_op=rij.bewaard_op if rij is not None and kept else None,
        eigen=rij is None or not kept or rij.account_id == actor.account_id,
        gewijzigd=stand.gewijzigd,
        inhoud=stand.inhoud,
        fouten=all_faults(gelezen, reference),
        ontbreekt=gelezen.ontbreekt,
        tips=tips_of(stand.inhoud, hard_words()),
        verschillen=stand.verschillen,
        plek=_plek(gelezen, reference),
        zekerheid=eigen_zekerheid_of(aanbod, today()),
        tijden_uit_agenda=stand.van_agenda,
        daarna=next_step(aanbod.status, at_once=may_publish(aanbod, actor)),
    )


def _plek(gelezen: Gelezen, reference: Reference) -> Plek | None:
    placed = place_of(gelezen.invoer.locatie, reference) if gelezen.invoer.locatie else None
    if placed is None:
        return None
    return Plek(wijk=placed.locatie.wijk_code, opmerkingen=list(placed.opmerkingen))
