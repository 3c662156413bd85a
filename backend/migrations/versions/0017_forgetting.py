"""When somebody was last seen, and was warned, so that accounts can go; and what happens by itself."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BEFORE = "wijze IN ('ingelogd', 'mail', 'telefoon', 'bron')"
AFTER = "wijze IN ('ingelogd', 'mail', 'telefoon', 'bron', 'vanzelf')"
TABLES = ("bevestiging", "aanbod_historie")


def upgrade() -> None:
    op.add_column("account", sa.Column("gezien_op", sa.Date(), nullable=True))
    # Nobody knows when it was, so their time begins now.
    op.execute("UPDATE account SET gezien_op = current_date")
    op.alter_column("account", "gezien_op", existing_type=sa.Date(), nullable=False)
    op.add_column("account", sa.Column("gewaarschuwd_op", sa.Date(), nullable=True))
    for table in TABLES:
        op.drop_constraint(op.f(f"ck_{table}_wijze"), table)
        op.create_check_constraint(op.f(f"ck_{table}_wijze"), table, AFTER)


def downgrade() -> None:
    # The history keeps what happened by itself, without saying by what way it came.
    op.execute("ALTER TABLE aanbod_historie DISABLE TRIGGER USER")
    op.execute("UPDATE aanbod_historie SET wijze = NULL WHERE wijze = 'vanzelf'")
    op.execute("ALTER TABLE aanbod_historie ENABLE TRIGGER USER")
    for table in TABLES:
        op.drop_constraint(op.f(f"ck_{table}_wijze"), table)
        op.create_check_constraint(op.f(f"ck_{table}_wijze"), table, BEFORE)
    op.drop_column("account", "gewaarschuwd_op")
    op.drop_column("account", "gezien_op")
