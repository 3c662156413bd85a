"""The log book, only ever added to; and forgetting, which is the one change of what was written."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# Who forgets says so for one transaction. Even then nothing but what a line says can change, and a
# line of the log book can go; a line of a history never goes, nor can it get another author or day.
FORGETTING = """
CREATE FUNCTION refuse_unless_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('sociale_kaart.vergeten', true) IS DISTINCT FROM 'aan' THEN
        RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF to_jsonb(NEW) - 'wijzigingen' IS DISTINCT FROM to_jsonb(OLD) - 'wijzigingen' THEN
        RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$
"""
TRIGGERS = (
    """
    CREATE TRIGGER aanbod_historie_regel BEFORE UPDATE ON aanbod_historie
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_forgetting()
    """,
    """
    CREATE TRIGGER aanbod_historie_blijft BEFORE DELETE OR TRUNCATE ON aanbod_historie
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE TRIGGER logregel_regel BEFORE UPDATE OR DELETE ON logregel
    FOR EACH ROW EXECUTE FUNCTION refuse_unless_forgetting()
    """,
    """
    CREATE TRIGGER logregel_blijft BEFORE TRUNCATE ON logregel
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """,
)


def upgrade() -> None:
    op.create_table(
        "logregel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("onderwerp", sa.String(length=40), nullable=False),
        sa.Column("onderwerp_id", sa.Uuid(), nullable=False),
        sa.Column("handeling", sa.String(length=60), nullable=False),
        sa.Column(
            "wijzigingen",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logregel")),
    )
    op.create_index("ix_logregel_op_id", "logregel", ["op", "id"])
    op.create_index("ix_logregel_onderwerp_id", "logregel", ["onderwerp_id"])
    op.create_index("ix_aanbod_historie_op_id", "aanbod_historie", ["op", "id"])
    op.execute("DROP TRIGGER aanbod_historie_blijft ON aanbod_historie")
    op.execute(FORGETTING)
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    op.execute("DROP TRIGGER aanbod_historie_regel ON aanbod_historie")
    op.execute("DROP TRIGGER aanbod_historie_blijft ON aanbod_historie")
    op.drop_index("ix_aanbod_historie_op_id", table_name="aanbod_historie")
    op.drop_index("ix_logregel_onderwerp_id", table_name="logregel")
    op.drop_index("ix_logregel_op_id", table_name="logregel")
    op.drop_table("logregel")
    op.execute("DROP FUNCTION refuse_unless_forgetting()")
    op.execute(
        """
        CREATE TRIGGER aanbod_historie_blijft BEFORE UPDATE OR DELETE OR TRUNCATE
        ON aanbod_historie FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """
    )
