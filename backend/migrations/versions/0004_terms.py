"""What each listing says, as weighted terms, and how often each term is used."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, kind in (("termen", sa.Text()), ("gewichten", sa.REAL())):
        op.add_column(
            "zoek_rij",
            sa.Column(name, postgresql.ARRAY(kind), nullable=False, server_default="{}"),
        )
        op.alter_column("zoek_rij", name, server_default=None)
    op.add_column("zoek_rij", sa.Column("lengte", sa.REAL(), nullable=False, server_default="0"))
    op.alter_column("zoek_rij", "lengte", server_default=None)
    op.create_index(
        "ix_zoek_rij_termen", "zoek_rij", ["termen"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "zoek_term",
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term", name=op.f("pk_zoek_term")),
    )
    op.create_table(
        "zoek_statistiek",
        sa.Column("id", sa.SmallInteger(), nullable=False),
        sa.Column("aanbod", sa.Integer(), nullable=False),
        sa.Column("lengte", sa.Float(), nullable=False),
        sa.Column("tot", sa.BigInteger(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("geteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_zoek_statistiek_een_rij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoek_statistiek")),
    )
    # The worker writes documents of an earlier day anew, and their terms with them.
    op.execute("UPDATE aanbod_document SET berekend_op = berekend_op - 1")


def downgrade() -> None:
    op.drop_table("zoek_statistiek")
    op.drop_table("zoek_term")
    op.drop_index("ix_zoek_rij_termen", table_name="zoek_rij")
    op.drop_column("zoek_rij", "lengte")
    op.drop_column("zoek_rij", "gewichten")
    op.drop_column("zoek_rij", "termen")
