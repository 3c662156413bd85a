"""Reports that something in a listing does not hold: codes, a few words, a day."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SOORTEN = "'fout', 'gestopt', 'dubbel', 'contact', 'tijden', 'anders'"
VELDEN = "'wat', 'voor-wie', 'wanneer', 'waar', 'kosten', 'meedoen', 'plek', 'contact'"


def upgrade() -> None:
    op.create_table(
        "melding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("velden", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("toelichting", sa.String(length=200), nullable=True),
        sa.Column("gemeld_op", sa.Date(), nullable=False),
        sa.Column("afgehandeld_op", sa.Date(), nullable=True),
        sa.CheckConstraint(f"soort IN ({SOORTEN})", name=op.f("ck_melding_soort")),
        sa.CheckConstraint(f"velden <@ ARRAY[{VELDEN}]::varchar[]", name=op.f("ck_melding_velden")),
        sa.CheckConstraint(
            "toelichting !~ '@|[0-9]{8}'", name=op.f("ck_melding_toelichting_zonder_persoon")
        ),
        sa.CheckConstraint(
            "afgehandeld_op IS NULL OR toelichting IS NULL",
            name=op.f("ck_melding_afgehandeld_zonder_woorden"),
        ),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_melding_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_melding")),
    )
    op.create_index(op.f("ix_melding_aanbod_id"), "melding", ["aanbod_id"])
    op.create_index("ix_melding_gemeld_op_id", "melding", ["gemeld_op", "id"])


def downgrade() -> None:
    op.drop_table("melding")
