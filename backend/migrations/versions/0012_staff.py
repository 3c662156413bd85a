"""Staff who log in at a provider: who they are there, log-ins under way, wijken of wijkredacteuren."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "identiteit",
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("ingelogd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_identiteit_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("pk_identiteit")),
    )
    op.create_index(op.f("ix_identiteit_account_id"), "identiteit", ["account_id"])
    op.create_table(
        "inlogpoging",
        sa.Column("sleutel_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("dienst", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("verifier", sa.String(), nullable=False),
        sa.Column("terug", sa.String(), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sleutel_hash", name=op.f("pk_inlogpoging")),
    )
    op.create_index(op.f("ix_inlogpoging_verloopt_op"), "inlogpoging", ["verloopt_op"])
    op.add_column(
        "account",
        sa.Column(
            "wijken",
            postgresql.ARRAY(sa.String()),
            server_default=sa.text("'{}'"),
            nullable=False,
        ),
    )
    op.create_check_constraint(
        op.f("ck_account_wijken_van_redacteur"),
        "account",
        "rol = 'wijkredacteur' OR wijken = '{}'",
    )
    op.alter_column("account", "email", nullable=True)
    op.alter_column("account", "wachtwoord_hash", nullable=True)


def downgrade() -> None:
    # Without a provider these can no longer log in.
    op.execute("DELETE FROM account WHERE email IS NULL OR wachtwoord_hash IS NULL")
    op.alter_column("account", "wachtwoord_hash", nullable=False)
    op.alter_column("account", "email", nullable=False)
    op.drop_constraint(op.f("ck_account_wijken_van_redacteur"), "account", type_="check")
    op.drop_column("account", "wijken")
    op.drop_table("inlogpoging")
    op.drop_table("identiteit")
