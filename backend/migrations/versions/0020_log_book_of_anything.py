"""Lines of the log book about records whose key is a word, such as a situation."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("logregel", "onderwerp_id", existing_type=sa.Uuid(), type_=sa.String(100))


def downgrade() -> None:
    # A word fits in no UUID: those lines are about what the older version did not write down.
    op.execute("SET LOCAL sociale_kaart.vergeten = 'aan'")
    op.execute("DELETE FROM logregel WHERE onderwerp_id !~ '^[0-9a-f-]{36}$'")
    op.alter_column(
        "logregel",
        "onderwerp_id",
        existing_type=sa.String(100),
        type_=sa.Uuid(),
        postgresql_using="onderwerp_id::uuid",
    )
