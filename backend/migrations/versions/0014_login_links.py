"""Links to log in by, who asked for one, and sessions that their owner can tell apart and end."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessie", sa.Column("id", sa.Uuid(), nullable=True))
    op.add_column("sessie", sa.Column("gebruikt_op", sa.Date(), nullable=True))
    op.execute("UPDATE sessie SET id = gen_random_uuid(), gebruikt_op = aangemaakt_op::date")
    op.alter_column("sessie", "id", existing_type=sa.Uuid(), nullable=False)
    op.alter_column("sessie", "gebruikt_op", existing_type=sa.Date(), nullable=False)
    op.create_unique_constraint(op.f("uq_sessie_id"), "sessie", ["id"])
    op.create_table(
        "inloglink",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_inloglink_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_inloglink")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_inloglink_token_hash")),
    )
    op.create_table(
        "inloglink_aanvraag",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inloglink_aanvraag")),
    )


def downgrade() -> None:
    op.drop_table("inloglink_aanvraag")
    op.drop_table("inloglink")
    op.drop_constraint(op.f("uq_sessie_id"), "sessie", type_="unique")
    op.drop_column("sessie", "gebruikt_op")
    op.drop_column("sessie", "id")
