"""Invitations, handing over, and since when an organisation has no owner any more."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "organisatie", sa.Column("verlaten_op", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_table(
        "uitnodiging",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("door", sa.Uuid(), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("rol IN ('eigenaar', 'medebewerker')", name=op.f("ck_uitnodiging_rol")),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_uitnodiging_email_klein")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_uitnodiging_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["door"], ["account.id"], name=op.f("fk_uitnodiging_door_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitnodiging")),
        sa.UniqueConstraint(
            "organisatie_id", "email", name=op.f("uq_uitnodiging_organisatie_id_email")
        ),
        sa.UniqueConstraint("token_hash", name=op.f("uq_uitnodiging_token_hash")),
    )
    op.create_index(op.f("ix_uitnodiging_door"), "uitnodiging", ["door"])
    op.create_table(
        "overdracht",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("van", sa.Uuid(), nullable=False),
        sa.Column("naar", sa.Uuid(), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("van <> naar", name=op.f("ck_overdracht_twee_mensen")),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_overdracht_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["van"], ["account.id"], name=op.f("fk_overdracht_van_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["naar"], ["account.id"], name=op.f("fk_overdracht_naar_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("organisatie_id", name=op.f("pk_overdracht")),
    )
    op.create_index(op.f("ix_overdracht_van"), "overdracht", ["van"])
    op.create_index(op.f("ix_overdracht_naar"), "overdracht", ["naar"])


def downgrade() -> None:
    op.drop_table("overdracht")
    op.drop_table("uitnodiging")
    op.drop_column("organisatie", "verlaten_op")
