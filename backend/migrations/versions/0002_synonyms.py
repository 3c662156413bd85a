"""Synonyms as rows that the redactie can change."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "synoniem",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("woord", sa.String(length=80), nullable=False),
        sa.Column("betekent", sa.String(length=80), nullable=False),
        sa.Column("woord_kaal", sa.String(), nullable=False),
        sa.Column("betekent_kaal", sa.String(), nullable=False),
        sa.Column("richting", sa.String(), nullable=False),
        sa.Column("heel_woord", sa.Boolean(), nullable=False),
        sa.Column("herkomst", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("richting IN ('heen', 'beide')", name=op.f("ck_synoniem_richting")),
        sa.CheckConstraint("herkomst IN ('kaart', 'redactie')", name=op.f("ck_synoniem_herkomst")),
        sa.CheckConstraint(
            "woord_kaal <> '' AND betekent_kaal <> ''", name=op.f("ck_synoniem_gevuld")
        ),
        sa.CheckConstraint("woord_kaal <> betekent_kaal", name=op.f("ck_synoniem_twee_woorden")),
        sa.CheckConstraint("versie > 0", name=op.f("ck_synoniem_versie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synoniem")),
        sa.UniqueConstraint(
            "woord_kaal", "betekent_kaal", name=op.f("uq_synoniem_woord_kaal_betekent_kaal")
        ),
    )
    op.create_table(
        "synoniem_zaad",
        sa.Column("woord_kaal", sa.String(), nullable=False),
        sa.Column("betekent_kaal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("woord_kaal", "betekent_kaal", name=op.f("pk_synoniem_zaad")),
    )


def downgrade() -> None:
    op.drop_table("synoniem_zaad")
    op.drop_table("synoniem")
