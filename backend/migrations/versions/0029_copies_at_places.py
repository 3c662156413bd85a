"""Listings that run along at other places with what their original says."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plekkopie",
        sa.Column("kopie_id", sa.Uuid(), nullable=False),
        sa.Column("origineel_id", sa.Uuid(), nullable=False),
        sa.Column("basis", postgresql.JSONB(), nullable=False),
        sa.Column("gezien", sa.Integer(), nullable=False),
        sa.CheckConstraint("kopie_id <> origineel_id", name=op.f("ck_plekkopie_twee")),
        sa.CheckConstraint("gezien > 0", name=op.f("ck_plekkopie_gezien")),
        sa.ForeignKeyConstraint(
            ["kopie_id"],
            ["aanbod.id"],
            name=op.f("fk_plekkopie_kopie_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["origineel_id"],
            ["aanbod.id"],
            name=op.f("fk_plekkopie_origineel_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("kopie_id", name=op.f("pk_plekkopie")),
    )
    op.create_index(op.f("ix_plekkopie_origineel_id"), "plekkopie", ["origineel_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_plekkopie_origineel_id"), table_name="plekkopie")
    op.drop_table("plekkopie")
