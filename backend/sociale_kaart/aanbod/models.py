from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, Literal, get_args
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    Uuid,
    inspect,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, JSONB, ExcludeConstraint
from sqlmodel import Field, Relationship, SQLModel

from sociale_kaart.aanbod.agendabron import Agendabron
from sociale_kaart.aanbod.meldingen.models import Melding
from sociale_kaart.aanbod.zekerheid.rules import GROEPEN
from sociale_kaart.beelden.models import Beeld
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import UtcDateTime
from sociale_kaart.core.identifiers import new_id
from sociale_kaart.core.outbox import Subject
from sociale_kaart.organisaties.models import Locatie, Organisatie

# Loading a relation by accident costs a query per row; each query says what it needs.
_STRICT: dict[str, Any] = {"lazy": "raise"}
_PARTS: dict[str, Any] = {"lazy": "raise", "cascade": "all, delete-orphan", "passive_deletes": True}

# Through the class, so that whoever knows listings knows that table too.
_AGENDABRON = f"{Agendabron.__tablename__}.id"

# A telephone number by its figures alone.
PHONE_FIGURES = r"regexp_replace(contact_telefoon, '\D', '', 'g')"


def _aanbod_key(*, primary_key: bool = False) -> Column[UUID]:
    return Column(
        Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), primary_key=primary_key, nullable=False
    )


class Aanbod(SQLModel, table=True):
    """Something a resident can use or join; always owned by one Organisatie.

    NULL means unknown everywhere in this table, and unknown is never shown as no.
    """

    __tablename__ = "aanbod"
    __table_args__ = (
        CheckConstraint(
            "status IN ('concept', 'ter-beoordeling', 'gepubliceerd', 'gestopt')", name="status"
        ),
        CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name="slug_vorm"),
        CheckConstraint("titel <> ''", name="titel_gevuld"),
        CheckConstraint("niveau BETWEEN 0 AND 4", name="niveau"),
        CheckConstraint("leeftijd_van BETWEEN 0 AND 120", name="leeftijd_van"),
        CheckConstraint("leeftijd_tot BETWEEN 0 AND 120", name="leeftijd_tot"),
        CheckConstraint("leeftijd_van <= leeftijd_tot", name="leeftijd_volgorde"),
        CheckConstraint("capaciteit IN ('plek', 'wachtlijst', 'vol')", name="capaciteit"),
        CheckConstraint("interval_maanden IN (1, 3, 6, 12)", name="interval"),
        CheckConstraint("(bron IS NULL) = (extern_id IS NULL)", name="herkomst_heel"),
        CheckConstraint("versie > 0", name="versie"),
        CheckConstraint("(beeld_id IS NULL) = (beeld_alt IS NULL)", name="beeld_heel"),
        UniqueConstraint("bron", "extern_id"),
        # By which doubles are found (beheer/dubbel).
        Index(
            "ix_aanbod_titel_trgm",
            "titel",
            postgresql_using="gin",
            postgresql_ops={"titel": "gin_trgm_ops"},
        ),
        Index("ix_aanbod_email_klein", text("lower(contact_email)")),
        Index("ix_aanbod_telefoon_cijfers", text(PHONE_FIGURES)),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    slug: str = Field(unique=True, max_length=100)
    organisatie_id: UUID = Field(foreign_key="organisatie.id", index=True)
    locatie_id: UUID | None = Field(default=None, foreign_key="locatie.id", index=True)
    status: str = "concept"

    # The editor advises 60 and 200 characters; other sources write more, and nothing is cut off.
    titel: str = Field(max_length=200)
    samenvatting: str | None = Field(default=None, max_length=500)
    beschrijving: str | None = None
    wat_levert_het_op: str | None = None
    niet_voor: str | None = None
    doelgroep_toelichting: str | None = None
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    niveau: int | None = None
    wie_verwijst: str | None = None
    kosten_toelichting: str | None = None
    eerste_keer: str | None = None
    meebrengen: str | None = None
    capaciteit: str | None = None
    capaciteit_op: date | None = None
    wachttijd: str | None = None
    vrijwilligers_gezocht: bool | None = None
    vrijwilligers_tekst: str | None = None
    op_afspraak: bool | None = None
    # NULL: unknown; true: the whole city; false: the wijken in aanbod_wijk.
    stadsbreed: bool | None = None
    contact_naam: str | None = None
    contact_telefoon: str | None = None
    contact_email: str | None = None
    contact_website: str | None = None
    beeld_id: UUID | None = Field(default=None, foreign_key="beeld.id", index=True)
    beeld_alt: str | None = Field(default=None, max_length=250)
    # The calendar of its organisation that says all of its times (agenda/bronnen), and the words
    # by which that knows them; NULL: people fill them in.
    agendabron_id: UUID | None = Field(
        default=None,
        sa_column=Column(
            Uuid, ForeignKey(_AGENDABRON, ondelete="SET NULL"), nullable=True, index=True
        ),
    )
    agenda_woorden: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(Text), nullable=False, server_default="{}")
    )

    bron: str | None = None
    extern_id: str | None = None
    licentie: str | None = None
    interval_maanden: int = 6
    bevestigd_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # When somebody changed a field of this group, which is a look at that group alone.
    contact_nagekeken_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    tijden_nagekeken_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    kosten_nagekeken_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    capaciteit_nagekeken_op: datetime | None = Field(default=None, sa_type=UtcDateTime)
    # Since when the addresses that stand here now do not work, as aanbod/links found.
    website_stuk_sinds: date | None = None
    email_stuk_sinds: date | None = None
    versie: int = 1
    aangemaakt_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    gewijzigd_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)

    organisatie: Organisatie = Relationship(sa_relationship_kwargs=_STRICT)
    locatie: Locatie | None = Relationship(sa_relationship_kwargs=_STRICT)
    beeld: Beeld | None = Relationship(sa_relationship_kwargs=_STRICT)
    termen: list["AanbodTerm"] = Relationship(
        sa_relationship_kwargs={**_PARTS, "order_by": "AanbodTerm.volgorde"}
    )
    wijken: list["AanbodWijk"] = Relationship(
        sa_relationship_kwargs={**_PARTS, "order_by": "AanbodWijk.wijk_code"}
    )
    momenten: list["Moment"] = Relationship(
        sa_relationship_kwargs={**_PARTS, "order_by": "Moment.volgorde"}
    )
    sluitingen: list["Sluiting"] = Relationship(
        sa_relationship_kwargs={**_PARTS, "order_by": "Sluiting.van"}
    )
    open_meldingen: list[Melding] = Relationship(
        sa_relationship_kwargs={
            **_STRICT,
            "viewonly": True,
            "primaryjoin": "and_(Aanbod.id == Melding.aanbod_id, Melding.afgehandeld_op.is_(None))",
        }
    )

    def touched_subjects(self) -> Iterable[Subject]:
        yield ("aanbod", self.id)
        # How many listings on the map its owner has may change, and when it moves that of two.
        state = inspect(self)
        owners, status = state.attrs.organisatie_id.history, state.attrs.status.history
        gone = state.session is not None and self in state.session.deleted
        if gone or owners.has_changes() or status.has_changes():
            for owner in {self.organisatie_id, *(owners.deleted or ())}:
                yield ("aanbieder", owner)


class AanbodTerm(SQLModel, table=True):
    """A word of a vocabulary on a listing; `volgorde` 0 is the main one (ambitie)."""

    __tablename__ = "aanbod_term"
    __table_args__ = (
        ForeignKeyConstraint(["lijst", "code"], ["term.lijst", "term.code"], onupdate="CASCADE"),
        Index("ix_aanbod_term_lijst_code", "lijst", "code"),
        # Of these lists a listing has one word at most.
        Index(
            "uq_aanbod_term_enkel",
            "aanbod_id",
            "lijst",
            unique=True,
            postgresql_where=text("lijst IN ('soort', 'openVoor', 'aanmelden', 'kosten', 'inzet')"),
        ),
    )

    aanbod_id: UUID = Field(sa_column=_aanbod_key(primary_key=True))
    lijst: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
    volgorde: int = 0

    def touched_subjects(self) -> Iterable[Subject]:
        yield ("aanbod", self.aanbod_id)


class AanbodWijk(SQLModel, table=True):
    """A wijk that a listing is meant for (its werkgebied)."""

    __tablename__ = "aanbod_wijk"

    aanbod_id: UUID = Field(sa_column=_aanbod_key(primary_key=True))
    wijk_code: str = Field(primary_key=True, foreign_key="wijk.code", index=True)

    def touched_subjects(self) -> Iterable[Subject]:
        yield ("aanbod", self.aanbod_id)


class Moment(SQLModel, table=True):
    """When it is: a recurrence rule (RFC 5545) or one date, on a clock in Amsterdam.

    `tot` at or before `van` means that it ends after midnight.
    """

    __tablename__ = "moment"
    __table_args__ = (
        CheckConstraint("rrule IS NOT NULL OR begin IS NOT NULL", name="regel_of_datum"),
        CheckConstraint("begin <= eind", name="periode"),
        CheckConstraint("tot IS NULL OR van IS NOT NULL", name="tot_na_van"),
        UniqueConstraint("aanbod_id", "volgorde", deferrable=True, initially="DEFERRED"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    aanbod_id: UUID = Field(sa_column=_aanbod_key())
    volgorde: int = 0
    rrule: str | None = Field(default=None, max_length=200)
    begin: date | None = None
    eind: date | None = None
    van: time | None = None
    tot: time | None = None
    behalve: list[date] = Field(
        default_factory=list, sa_column=Column(ARRAY(Date), nullable=False, server_default="{}")
    )
    toelichting: str | None = None
    # By what a calendar of the organisation knows it; NULL: somebody filled it in.
    kenmerk: str | None = Field(default=None, max_length=32)

    def touched_subjects(self) -> Iterable[Subject]:
        yield ("aanbod", self.aanbod_id)


class Sluiting(SQLModel, table=True):
    """A period in which a listing is closed for a while; two of them never overlap."""

    __tablename__ = "sluiting"
    __table_args__ = (
        CheckConstraint("van <= tot", name="periode"),
        ExcludeConstraint(
            (text("aanbod_id"), "="),
            (text("periode"), "&&"),
            name="ex_sluiting_overlap",
            using="gist",
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    aanbod_id: UUID = Field(sa_column=_aanbod_key())
    van: date
    # NULL: until further notice.
    tot: date | None = None
    reden: str | None = None
    periode: Any = Field(
        default=None,
        sa_column=Column(DATERANGE, Computed("daterange(van, tot, '[]')", persisted=True)),
    )

    def touched_subjects(self) -> Iterable[Subject]:
        yield ("aanbod", self.aanbod_id)


# By what way it came: somebody logged in, a link in a mail, the telephone, an import, or a job of
# the night.
Wijze = Literal["ingelogd", "mail", "telefoon", "bron", "vanzelf"]
_WIJZEN = ", ".join(f"'{wijze}'" for wijze in get_args(Wijze))
_GROEPEN = ", ".join(f"'{groep}'" for groep in GROEPEN)


class Bevestiging(SQLModel, table=True):
    """Somebody said 'klopt nog', of all of a listing or of one group of its fields.

    Editing a listing is not the same as confirming it.
    """

    __tablename__ = "bevestiging"
    __table_args__ = (
        CheckConstraint(f"wijze IN ({_WIJZEN})", name="wijze"),
        CheckConstraint(f"groep IN ({_GROEPEN})", name="groep"),
        Index("ix_bevestiging_aanbod_id_op", "aanbod_id", "op"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    aanbod_id: UUID = Field(sa_column=_aanbod_key())
    op: datetime = Field(sa_type=UtcDateTime)
    account_id: UUID | None = Field(
        default=None, sa_column=Column(Uuid, ForeignKey("account.id", ondelete="SET NULL"))
    )
    wijze: str
    # NULL: of everything. Of a group also when that was looked at before, to take it back.
    groep: str | None = Field(default=None, max_length=20)
    groep_voordien: datetime | None = Field(default=None, sa_type=UtcDateTime)

    # Tells the session to write a new listing before its first confirmation.
    aanbod: Aanbod = Relationship(sa_relationship_kwargs=_STRICT)


class AanbodHistorie(SQLModel, table=True):
    """Who changed what and when; only ever added to (a trigger refuses the rest).

    Only who is forgetting (bewaren/) may empty what a line says of a person. There is no foreign
    key to aanbod: the history of a deleted listing stays.
    """

    __tablename__ = "aanbod_historie"
    __table_args__ = (
        CheckConstraint(f"wijze IN ({_WIJZEN})", name="wijze"),
        Index("ix_aanbod_historie_aanbod_id_op", "aanbod_id", "op"),
        Index("ix_aanbod_historie_op_id", "op", "id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    aanbod_id: UUID
    op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    account_id: UUID | None = None
    handeling: str
    # NULL: from before this was written down.
    wijze: str | None = None
    # What the redactie wrote with a decision; the organisation reads it.
    reden: str | None = None
    # {"titel": ["oud", "nieuw"], …}
    wijzigingen: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSONB, nullable=False, server_default="{}")
    )


class AanbodVoorstel(SQLModel, table=True):
    """A change that waits for the redactie while the approved version stays live.

    After the decision it is kept until the next one: what was sent back or refused is not lost.
    """

    __tablename__ = "aanbod_voorstel"
    __table_args__ = (
        CheckConstraint("besluit IN ('goedgekeurd', 'teruggestuurd', 'afgewezen')", name="besluit"),
        CheckConstraint("(besluit IS NULL) = (besloten_op IS NULL)", name="besloten"),
    )

    aanbod_id: UUID = Field(sa_column=_aanbod_key(primary_key=True))
    inhoud: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    # The version that the author looked at; the listing may have moved on since.
    basis_versie: int
    account_id: UUID | None = Field(
        default=None, sa_column=Column(Uuid, ForeignKey("account.id", ondelete="SET NULL"))
    )
    ingediend_op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    # NULL: it waits.
    besluit: str | None = None
    besloten_op: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Samenvoeging(SQLModel, table=True):
    """A listing that was the same as another one, and went into that.

    What it was called and where it came from leads to the other from then on. What it said is in
    its history.
    """

    __tablename__ = "samenvoeging"
    __table_args__ = (
        CheckConstraint("oud_id <> aanbod_id", name="twee"),
        CheckConstraint("(bron IS NULL) = (extern_id IS NULL)", name="herkomst_heel"),
        UniqueConstraint("bron", "extern_id"),
    )

    oud_id: UUID = Field(primary_key=True)
    slug: str = Field(unique=True, max_length=100)
    bron: str | None = None
    extern_id: str | None = None
    aanbod_id: UUID = Field(
        sa_column=Column(
            Uuid, ForeignKey("aanbod.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    op: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class AanbodDocument(SQLModel, table=True):
    """A listing as readers get it: written with each change, served without loading objects.

    `inhoud` is JSON as text, because it is sent as it stands and never queried. `zichtbaar`
    means on the map; `openbaar` also covers what stopped and still has a page that says so.
    """

    __tablename__ = "aanbod_document"
    __table_args__ = (
        Index("ix_aanbod_document_pagina", "id", postgresql_where=text("zichtbaar")),
        Index("ix_aanbod_document_tags", "tags", postgresql_using="gin"),
    )

    id: UUID = Field(sa_column=_aanbod_key(primary_key=True))
    slug: str = Field(unique=True)
    organisatie_id: UUID = Field(index=True)
    zichtbaar: bool
    openbaar: bool
    # 'thema:geld', 'wijk:WK019330': what lists can be filtered by.
    tags: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    inhoud: str = Field(sa_column=Column(Text, nullable=False))
    etag: str
    # Occurrences are spelled out for some weeks from this day; the nightly job renews them.
    berekend_op: date
