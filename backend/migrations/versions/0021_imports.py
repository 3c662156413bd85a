"""Imports of organisations: their rows, what becomes of each, and how their columns were mapped."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_STANDEN = "'koppelen', 'nakijken', 'nagekeken', 'uitvoeren', 'klaar', 'terug', 'teruggedraaid'"
_UITKOMSTEN = "'nieuw', 'gewijzigd', 'ongewijzigd', 'fout', 'elders'"


def _json(name: str, default: str) -> sa.Column:
    return sa.Column(name, postgresql.JSONB(), server_default=default, nullable=False)


def upgrade() -> None:
    op.create_table(
        "invoer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("bestandsnaam", sa.String(length=120), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        _json("kolommen", "[]"),
        _json("koppeling", "{}"),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beurt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("klaar_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(f"stand IN ({_STANDEN})", name=op.f("ck_invoer_stand")),
        sa.CheckConstraint("soort IN ('csv', 'xlsx')", name=op.f("ck_invoer_soort")),
        sa.CheckConstraint("versie > 0", name=op.f("ck_invoer_versie")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_invoer_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_invoer_account_id_account"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoer")),
    )
    op.create_index(op.f("ix_invoer_organisatie_id"), "invoer", ["organisatie_id"])
    op.create_index(
        "ix_invoer_werk",
        "invoer",
        ["beurt_op"],
        postgresql_where=sa.text("stand IN ('nakijken', 'uitvoeren', 'terug')"),
    )
    op.create_table(
        "invoer_rij",
        sa.Column("invoer_id", sa.Uuid(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("cellen", postgresql.JSONB(), nullable=False),
        sa.Column("formules", postgresql.ARRAY(sa.Integer()), server_default="{}", nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=True),
        sa.Column("sleutel", sa.String(), nullable=True),
        sa.Column("titel", sa.String(), nullable=True),
        sa.Column("aanbod_id", sa.Uuid(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("wacht", sa.Boolean(), nullable=False),
        _json("wijzigingen", "{}"),
        _json("fouten", "[]"),
        _json("opmerkingen", "[]"),
        sa.Column("gedaan_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versie_na", sa.Integer(), nullable=True),
        sa.Column("eerder", postgresql.JSONB(), nullable=True),
        sa.Column("terug", sa.String(), nullable=True),
        sa.Column("terug_reden", sa.String(), nullable=True),
        sa.CheckConstraint(f"uitkomst IN ({_UITKOMSTEN})", name=op.f("ck_invoer_rij_uitkomst")),
        sa.CheckConstraint(
            "terug IN ('verwijderd', 'hersteld', 'gebleven')", name=op.f("ck_invoer_rij_terug")
        ),
        sa.ForeignKeyConstraint(
            ["invoer_id"],
            ["invoer.id"],
            name=op.f("fk_invoer_rij_invoer_id_invoer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("invoer_id", "nummer", name=op.f("pk_invoer_rij")),
    )
    op.create_index(
        "ix_invoer_rij_invoer_id_uitkomst", "invoer_rij", ["invoer_id", "uitkomst", "nummer"]
    )
    op.create_index("ix_invoer_rij_invoer_id_sleutel", "invoer_rij", ["invoer_id", "sleutel"])
    op.create_index("ix_invoer_rij_invoer_id_aanbod_id", "invoer_rij", ["invoer_id", "aanbod_id"])
    op.create_table(
        "invoer_koppeling",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        _json("kolommen", "{}"),
        _json("waarden", "{}"),
        sa.Column("bijgewerkt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_invoer_koppeling_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisatie_id", name=op.f("pk_invoer_koppeling")),
    )


def downgrade() -> None:
    op.drop_table("invoer_koppeling")
    op.drop_table("invoer_rij")
    op.drop_table("invoer")
