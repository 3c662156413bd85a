"""How much time helping takes: one word of a list of its own, on a listing."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ONE_OF = "'soort', 'openVoor', 'aanmelden', 'kosten'"


def upgrade() -> None:
    _allow_one_of(f"{_ONE_OF}, 'inzet'")
    # The worker writes documents of an earlier day anew: cards now say what helpers do.
    op.execute("UPDATE aanbod_document SET berekend_op = berekend_op - 1")


def downgrade() -> None:
    _allow_one_of(_ONE_OF)


def _allow_one_of(lists: str) -> None:
    op.drop_index("uq_aanbod_term_enkel", table_name="aanbod_term")
    op.execute(
        "CREATE UNIQUE INDEX uq_aanbod_term_enkel ON aanbod_term (aanbod_id, lijst)"
        f" WHERE lijst IN ({lists})"
    )
