"""Situations: what may happen in a life, with what there is for it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "situatie",
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("titel", sa.String(length=60), nullable=False),
        sa.Column("samenvatting", sa.String(length=200), nullable=False),
        sa.Column("inleiding", sa.String(length=1000), nullable=False),
        sa.Column("onderdelen", postgresql.JSONB(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("zichtbaar", sa.Boolean(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name=op.f("ck_situatie_slug")),
        sa.CheckConstraint(
            "jsonb_array_length(onderdelen) > 0", name=op.f("ck_situatie_onderdelen")
        ),
        sa.CheckConstraint("versie > 0", name=op.f("ck_situatie_versie")),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_situatie")),
    )


def downgrade() -> None:
    op.drop_table("situatie")
