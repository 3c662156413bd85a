"""Every coming time of what is on the map, in order, for the agenda."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "keer",
        sa.Column("moment_id", sa.Uuid(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("van", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tot", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dagdelen", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("vervalt", sa.Boolean(), nullable=False),
        sa.Column("reden", sa.String(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aanbod_id"], ["aanbod.id"], name=op.f("fk_keer_aanbod_id_aanbod"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("moment_id", "dag", name=op.f("pk_keer")),
    )
    op.create_index(op.f("ix_keer_aanbod_id"), "keer", ["aanbod_id"])
    op.create_index(
        "ix_keer_volgorde", "keer", ["dag", sa.text("coalesce(van, 'infinity')"), "moment_id"]
    )
    # The worker writes documents of an earlier day anew, and their times with them.
    op.execute("UPDATE aanbod_document SET berekend_op = berekend_op - 1")


def downgrade() -> None:
    op.drop_table("keer")
