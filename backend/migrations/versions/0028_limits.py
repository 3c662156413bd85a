"""How often something was tried, shared by all processes."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "limiet",
        sa.Column("sleutel_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("aantal > 0", name=op.f("ck_limiet_aantal")),
        sa.PrimaryKeyConstraint("sleutel_hash", name=op.f("pk_limiet")),
        prefixes=["UNLOGGED"],
    )
    op.create_index(op.f("ix_limiet_tot"), "limiet", ["tot"])
    op.create_table(
        "limietgeheim",
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("geheim", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("dag", name=op.f("pk_limietgeheim")),
        prefixes=["UNLOGGED"],
    )


def downgrade() -> None:
    op.drop_table("limietgeheim")
    op.drop_table("limiet")
