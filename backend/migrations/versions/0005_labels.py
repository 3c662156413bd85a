"""The labels of vocabularies are terms of a listing too, and compounds are cut otherwise."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The worker writes documents of an earlier day anew, and their terms with them.
    op.execute("UPDATE aanbod_document SET berekend_op = berekend_op - 1")


def downgrade() -> None:
    # More terms than the version before needs do it no harm.
    pass
