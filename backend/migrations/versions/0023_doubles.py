"""Finding listings that are the same, and what becomes of them."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

FIGURES = sa.text(r"regexp_replace(contact_telefoon, '\D', '', 'g')")


def upgrade() -> None:
    op.create_index(
        "ix_aanbod_titel_trgm",
        "aanbod",
        ["titel"],
        postgresql_using="gin",
        postgresql_ops={"titel": "gin_trgm_ops"},
    )
    op.create_index("ix_aanbod_email_klein", "aanbod", [sa.text("lower(contact_email)")])
    op.create_index("ix_aanbod_telefoon_cijfers", "aanbod", [FIGURES])
    op.create_index("ix_locatie_punt", "locatie", ["lat", "lon"])
    op.create_table(
        "samenvoeging",
        sa.Column("oud_id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=100), nullable=False),
        sa.Column("bron", sa.String(), nullable=True),
        sa.Column("extern_id", sa.String(), nullable=True),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("oud_id <> aanbod_id", name=op.f("ck_samenvoeging_twee")),
        sa.CheckConstraint(
            "(bron IS NULL) = (extern_id IS NULL)", name=op.f("ck_samenvoeging_herkomst_heel")
        ),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_samenvoeging_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("oud_id", name=op.f("pk_samenvoeging")),
        sa.UniqueConstraint("slug", name=op.f("uq_samenvoeging_slug")),
        sa.UniqueConstraint("bron", "extern_id", name=op.f("uq_samenvoeging_bron_extern_id")),
    )
    op.create_index(op.f("ix_samenvoeging_aanbod_id"), "samenvoeging", ["aanbod_id"])
    op.create_table(
        "geen_dubbel",
        sa.Column("een_id", sa.Uuid(), nullable=False),
        sa.Column("ander_id", sa.Uuid(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.CheckConstraint("een_id < ander_id", name=op.f("ck_geen_dubbel_volgorde")),
        sa.ForeignKeyConstraint(
            ["een_id"],
            ["aanbod.id"],
            name=op.f("fk_geen_dubbel_een_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["ander_id"],
            ["aanbod.id"],
            name=op.f("fk_geen_dubbel_ander_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("een_id", "ander_id", name=op.f("pk_geen_dubbel")),
    )


def downgrade() -> None:
    op.drop_table("geen_dubbel")
    op.drop_index(op.f("ix_samenvoeging_aanbod_id"), table_name="samenvoeging")
    op.drop_table("samenvoeging")
    op.drop_index("ix_locatie_punt", table_name="locatie")
    op.drop_index("ix_aanbod_telefoon_cijfers", table_name="aanbod")
    op.drop_index("ix_aanbod_email_klein", table_name="aanbod")
    op.drop_index("ix_aanbod_titel_trgm", table_name="aanbod")
