"""What is on the map already and the redactie has not seen."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nakijkpunt",
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("regel_id", sa.Uuid(), nullable=False),
        sa.Column("sinds", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("soort IN ('nieuw', 'wijziging')", name=op.f("ck_nakijkpunt_soort")),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_nakijkpunt_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("aanbod_id", name=op.f("pk_nakijkpunt")),
    )
    op.create_table(
        "organisatie_nakijkpunt",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("was", postgresql.JSONB(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("sinds", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_organisatie_nakijkpunt_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_organisatie_nakijkpunt_account_id_account"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("organisatie_id", name=op.f("pk_organisatie_nakijkpunt")),
    )


def downgrade() -> None:
    op.drop_table("organisatie_nakijkpunt")
    op.drop_table("nakijkpunt")
