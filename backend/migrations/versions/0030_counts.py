"""How often listings were seen and used, and which questions led to them, per month."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_FIRST_DAY = "extract(day FROM maand) = 1"


def _key(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("maand", sa.Date(), nullable=False),
        sa.CheckConstraint(_FIRST_DAY, name=op.f(f"ck_{table}_maand")),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f(f"fk_{table}_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "aanbod_bereik",
        *_key("aanbod_bereik"),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "soort IN ('getoond', 'geopend', 'gebeld', 'gemaild', 'website', 'route', 'wijkteam')",
            name=op.f("ck_aanbod_bereik_soort"),
        ),
        sa.CheckConstraint("aantal > 0", name=op.f("ck_aanbod_bereik_aantal")),
        sa.PrimaryKeyConstraint("aanbod_id", "maand", "soort", name=op.f("pk_aanbod_bereik")),
    )
    op.create_table(
        "aanbod_vraag",
        *_key("aanbod_vraag"),
        sa.Column("vraag", sa.String(length=60), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.CheckConstraint("aantal >= 10", name=op.f("ck_aanbod_vraag_drempel")),
        sa.PrimaryKeyConstraint("aanbod_id", "maand", "vraag", name=op.f("pk_aanbod_vraag")),
    )


def downgrade() -> None:
    op.drop_table("aanbod_vraag")
    op.drop_table("aanbod_bereik")
