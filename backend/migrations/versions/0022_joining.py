"""What people ask who join: links in a mail, and requests to work for an organisation."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "organisatie",
        sa.Column("email_van_lid", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    # Who filled in the addresses that are there is not known when somebody works there.
    op.execute(
        "UPDATE organisatie SET email_van_lid = true WHERE bron IS NULL OR id IN"
        " (SELECT organisatie_id FROM lidmaatschap)"
    )
    op.create_table(
        "aansluitlink",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("naam", sa.String(length=80), nullable=False),
        sa.Column("vraag", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aansluitlink")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_aansluitlink_token_hash")),
    )
    op.create_table(
        "aansluitverzoek",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_aansluitverzoek_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_aansluitverzoek_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "organisatie_id", name=op.f("pk_aansluitverzoek")),
    )
    op.create_index(
        op.f("ix_aansluitverzoek_organisatie_id"), "aansluitverzoek", ["organisatie_id"]
    )


def downgrade() -> None:
    op.drop_table("aansluitverzoek")
    op.drop_table("aansluitlink")
    op.drop_column("organisatie", "email_van_lid")
