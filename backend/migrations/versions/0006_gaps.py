"""Reports of something that is not there: codes and a day, nothing about who reports."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

CODE = "~ '^[A-Za-z0-9][A-Za-z0-9.-]*$'"


def upgrade() -> None:
    op.create_table(
        "gat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("thema", sa.String(length=60), nullable=True),
        sa.Column("doelgroep", sa.String(length=60), nullable=True),
        sa.Column("wijk_code", sa.String(), nullable=True),
        sa.Column("dagdeel", sa.String(length=60), nullable=True),
        sa.Column("weekdeel", sa.String(length=20), nullable=True),
        sa.Column("gemeld_op", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(thema, doelgroep, wijk_code, dagdeel, weekdeel) > 0",
            name=op.f("ck_gat_gevuld"),
        ),
        sa.CheckConstraint(f"thema {CODE}", name=op.f("ck_gat_thema_vorm")),
        sa.CheckConstraint(f"doelgroep {CODE}", name=op.f("ck_gat_doelgroep_vorm")),
        sa.CheckConstraint(f"dagdeel {CODE}", name=op.f("ck_gat_dagdeel_vorm")),
        sa.CheckConstraint("weekdeel IN ('doordeweeks', 'weekend')", name=op.f("ck_gat_weekdeel")),
        sa.ForeignKeyConstraint(["wijk_code"], ["wijk.code"], name=op.f("fk_gat_wijk_code_wijk")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gat")),
    )
    op.create_index(op.f("ix_gat_wijk_code"), "gat", ["wijk_code"])
    op.create_index(op.f("ix_gat_gemeld_op"), "gat", ["gemeld_op"])


def downgrade() -> None:
    op.drop_table("gat")
