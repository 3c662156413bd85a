"""What people are writing of a listing, kept as they type it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aanbod_bewerking",
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("inhoud", postgresql.JSONB(), nullable=True),
        sa.Column("basis", postgresql.JSONB(), nullable=True),
        sa.Column("basis_versie", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("bewaard_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("versie > 0", name=op.f("ck_aanbod_bewerking_versie")),
        sa.CheckConstraint("basis_versie > 0", name=op.f("ck_aanbod_bewerking_basis_versie")),
        sa.CheckConstraint(
            "(inhoud IS NULL) = (basis IS NULL)", name=op.f("ck_aanbod_bewerking_basis_bij_inhoud")
        ),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_aanbod_bewerking_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_aanbod_bewerking_account_id_account"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("aanbod_id", name=op.f("pk_aanbod_bewerking")),
    )


def downgrade() -> None:
    op.drop_table("aanbod_bewerking")
