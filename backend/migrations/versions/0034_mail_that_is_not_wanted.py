"""Addresses that mail goes to, and which kinds of mail are not wanted there."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mailadres",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("adres", sa.String(length=254), nullable=False),
        sa.Column("sleutel", sa.String(length=32), nullable=False),
        sa.Column(
            "afgemeld",
            postgresql.ARRAY(sa.String()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
        sa.CheckConstraint("adres = lower(adres)", name=op.f("ck_mailadres_adres_klein")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailadres")),
        sa.UniqueConstraint("adres", name=op.f("uq_mailadres_adres")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_mailadres_sleutel")),
    )


def downgrade() -> None:
    op.drop_table("mailadres")
