"""Where people can go now that a listing has stopped."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "opvolger",
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("opvolger_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("aanbod_id <> opvolger_id", name=op.f("ck_opvolger_twee")),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_opvolger_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["opvolger_id"],
            ["aanbod.id"],
            name=op.f("fk_opvolger_opvolger_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("aanbod_id", name=op.f("pk_opvolger")),
    )
    op.create_index(op.f("ix_opvolger_opvolger_id"), "opvolger", ["opvolger_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_opvolger_opvolger_id"), table_name="opvolger")
    op.drop_table("opvolger")
