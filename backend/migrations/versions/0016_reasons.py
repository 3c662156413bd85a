"""Why the redactie decided as it did, and what became of a proposal."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("aanbod_historie", sa.Column("reden", sa.String(), nullable=True))
    op.add_column("aanbod_voorstel", sa.Column("besluit", sa.String(), nullable=True))
    op.add_column(
        "aanbod_voorstel", sa.Column("besloten_op", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_check_constraint(
        op.f("ck_aanbod_voorstel_besluit"),
        "aanbod_voorstel",
        "besluit IN ('goedgekeurd', 'teruggestuurd', 'afgewezen')",
    )
    op.create_check_constraint(
        op.f("ck_aanbod_voorstel_besloten"),
        "aanbod_voorstel",
        "(besluit IS NULL) = (besloten_op IS NULL)",
    )


def downgrade() -> None:
    # Those that were decided about were not there before.
    op.execute("DELETE FROM aanbod_voorstel WHERE besluit IS NOT NULL")
    op.drop_constraint(op.f("ck_aanbod_voorstel_besloten"), "aanbod_voorstel", type_="check")
    op.drop_constraint(op.f("ck_aanbod_voorstel_besluit"), "aanbod_voorstel", type_="check")
    op.drop_column("aanbod_voorstel", "besloten_op")
    op.drop_column("aanbod_voorstel", "besluit")
    op.drop_column("aanbod_historie", "reden")
