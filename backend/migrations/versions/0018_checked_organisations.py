"""When the redactie looked at an organisation; those that are there count as looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "organisatie", sa.Column("gecontroleerd_op", sa.DateTime(timezone=True), nullable=True)
    )
    op.execute("UPDATE organisatie SET gecontroleerd_op = aangemaakt_op")


def downgrade() -> None:
    op.drop_column("organisatie", "gecontroleerd_op")
