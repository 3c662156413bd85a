"""A second step of logging in, for members who want one."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tweede_stap",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("geheim", sa.LargeBinary(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aan_sinds", sa.DateTime(timezone=True), nullable=True),
        sa.Column("laatste_stap", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_tweede_stap_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_tweede_stap")),
    )
    op.create_table(
        "herstelcode",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["tweede_stap.account_id"],
            name=op.f("fk_herstelcode_account_id_tweede_stap"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "code_hash", name=op.f("pk_herstelcode")),
    )
    op.create_table(
        "halve_sessie",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["tweede_stap.account_id"],
            name=op.f("fk_halve_sessie_account_id_tweede_stap"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_halve_sessie")),
    )
    op.create_index(op.f("ix_halve_sessie_account_id"), "halve_sessie", ["account_id"])
    op.create_index(op.f("ix_halve_sessie_verloopt_op"), "halve_sessie", ["verloopt_op"])


def downgrade() -> None:
    op.drop_table("halve_sessie")
    op.drop_table("herstelcode")
    op.drop_table("tweede_stap")
