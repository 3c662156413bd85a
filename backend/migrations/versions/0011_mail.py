"""Mail that has to be sent: kept with the change that asks for it, emptied when it has left."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bericht",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sleutel", sa.String(length=200), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("aan", sa.String(length=254), nullable=False),
        sa.Column("inhoud", postgresql.JSONB(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("volgende_poging_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("geldig_tot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("afgehandeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("antwoord", sa.String(length=300), nullable=True),
        sa.CheckConstraint(
            "status IN ('wacht', 'verstuurd', 'geweigerd', 'verlopen')",
            name=op.f("ck_bericht_status"),
        ),
        sa.CheckConstraint(
            "(status = 'wacht') = (inhoud IS NOT NULL)",
            name=op.f("ck_bericht_klaar_zonder_inhoud"),
        ),
        sa.CheckConstraint(
            "(status = 'wacht') = (afgehandeld_op IS NULL)", name=op.f("ck_bericht_afgehandeld")
        ),
        sa.CheckConstraint("pogingen >= 0", name=op.f("ck_bericht_pogingen")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bericht")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_bericht_sleutel")),
    )
    op.create_index(
        "ix_bericht_wacht",
        "bericht",
        ["volgende_poging_op"],
        postgresql_where=sa.text("status = 'wacht'"),
    )


def downgrade() -> None:
    op.drop_table("bericht")
