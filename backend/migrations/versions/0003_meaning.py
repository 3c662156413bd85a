"""What of each listing is embedded, with its vector."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "zoek_betekenis",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.Column("wacht", sa.Boolean(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(model IS NULL) = (vector IS NULL)", name=op.f("ck_zoek_betekenis_vector_van_model")
        ),
        sa.ForeignKeyConstraint(
            ["id"], ["zoek_rij.id"], name=op.f("fk_zoek_betekenis_id_zoek_rij"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoek_betekenis")),
    )
    op.create_index(
        "ix_zoek_betekenis_gewijzigd_op_wacht",
        "zoek_betekenis",
        ["gewijzigd_op"],
        unique=False,
        postgresql_where=sa.text("wacht"),
    )
    # The worker writes documents of an earlier day anew, and their texts with them.
    op.execute("UPDATE aanbod_document SET berekend_op = berekend_op - 1")


def downgrade() -> None:
    op.drop_table("zoek_betekenis")
