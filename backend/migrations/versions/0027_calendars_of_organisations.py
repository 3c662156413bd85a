"""Calendars of organisations, and the listings and moments that come from them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agendabron",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("adres", sa.String(length=2000), nullable=False),
        sa.Column("etag", sa.String(length=300), nullable=True),
        sa.Column("laatst_gewijzigd", sa.String(length=100), nullable=True),
        sa.Column("gelezen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heel_gelezen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("volgende_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mislukt_sinds", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mislukkingen", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(length=40), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("versie > 0", name=op.f("ck_agendabron_versie")),
        sa.CheckConstraint("mislukkingen >= 0", name=op.f("ck_agendabron_mislukkingen")),
        sa.CheckConstraint(
            "(mislukt_sinds IS NULL) = (reden IS NULL)", name=op.f("ck_agendabron_mislukt_heel")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_agendabron_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendabron")),
    )
    op.create_index(op.f("ix_agendabron_organisatie_id"), "agendabron", ["organisatie_id"])
    op.create_index(op.f("ix_agendabron_volgende_op"), "agendabron", ["volgende_op"])
    op.add_column("aanbod", sa.Column("agendabron_id", sa.Uuid(), nullable=True))
    op.add_column(
        "aanbod",
        sa.Column(
            "agenda_woorden", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False
        ),
    )
    op.create_index(op.f("ix_aanbod_agendabron_id"), "aanbod", ["agendabron_id"])
    op.create_foreign_key(
        op.f("fk_aanbod_agendabron_id_agendabron"),
        "aanbod",
        "agendabron",
        ["agendabron_id"],
        ["id"],
        ondelete="SET NULL",
    )
    op.add_column("moment", sa.Column("kenmerk", sa.String(length=32), nullable=True))


def downgrade() -> None:
    op.drop_column("moment", "kenmerk")
    op.drop_constraint(op.f("fk_aanbod_agendabron_id_agendabron"), "aanbod", type_="foreignkey")
    op.drop_index(op.f("ix_aanbod_agendabron_id"), "aanbod")
    op.drop_column("aanbod", "agenda_woorden")
    op.drop_column("aanbod", "agendabron_id")
    op.drop_table("agendabron")
