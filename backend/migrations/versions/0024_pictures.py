"""Pictures of organisations in a few widths, and the one that a listing shows."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "beeld",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("breedte", sa.Integer(), nullable=False),
        sa.Column("hoogte", sa.Integer(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("los_sinds", sa.Date(), nullable=True),
        sa.CheckConstraint("breedte > 0 AND hoogte > 0", name=op.f("ck_beeld_maat")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_beeld_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beeld")),
    )
    op.create_index(op.f("ix_beeld_organisatie_id"), "beeld", ["organisatie_id"])
    op.create_table(
        "beeld_versie",
        sa.Column("beeld_id", sa.Uuid(), nullable=False),
        sa.Column("breedte", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("breedte > 0", name=op.f("ck_beeld_versie_breedte")),
        sa.ForeignKeyConstraint(
            ["beeld_id"],
            ["beeld.id"],
            name=op.f("fk_beeld_versie_beeld_id_beeld"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("beeld_id", "breedte", name=op.f("pk_beeld_versie")),
    )
    # A picture is compressed already; trying it again on every write would only cost time.
    op.execute("ALTER TABLE beeld_versie ALTER COLUMN inhoud SET STORAGE EXTERNAL")
    op.add_column("aanbod", sa.Column("beeld_id", sa.Uuid(), nullable=True))
    op.add_column("aanbod", sa.Column("beeld_alt", sa.String(length=250), nullable=True))
    op.create_index(op.f("ix_aanbod_beeld_id"), "aanbod", ["beeld_id"])
    op.create_foreign_key(op.f("fk_aanbod_beeld_id_beeld"), "aanbod", "beeld", ["beeld_id"], ["id"])
    op.create_check_constraint(
        op.f("ck_aanbod_beeld_heel"), "aanbod", "(beeld_id IS NULL) = (beeld_alt IS NULL)"
    )


def downgrade() -> None:
    op.drop_constraint(op.f("ck_aanbod_beeld_heel"), "aanbod", type_="check")
    op.drop_constraint(op.f("fk_aanbod_beeld_id_beeld"), "aanbod", type_="foreignkey")
    op.drop_index(op.f("ix_aanbod_beeld_id"), "aanbod")
    op.drop_column("aanbod", "beeld_alt")
    op.drop_column("aanbod", "beeld_id")
    op.drop_table("beeld_versie")
    op.drop_table("beeld")
