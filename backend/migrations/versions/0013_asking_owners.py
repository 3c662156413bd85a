"""Asking owners whether their listings still hold, and by what way something was done."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

WIJZE = "wijze IN ('ingelogd', 'mail', 'telefoon', 'bron')"


def upgrade() -> None:
    op.add_column("aanbod_historie", sa.Column("wijze", sa.String(), nullable=True))
    op.create_check_constraint(op.f("ck_aanbod_historie_wijze"), "aanbod_historie", WIJZE)
    op.create_table(
        "controleverzoek",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "num_nonnulls(account_id, organisatie_id) = 1",
            name=op.f("ck_controleverzoek_een_ontvanger"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_controleverzoek_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_controleverzoek_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_controleverzoek")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_controleverzoek_token_hash")),
    )
    op.create_index(op.f("ix_controleverzoek_account_id"), "controleverzoek", ["account_id"])
    op.create_index(
        op.f("ix_controleverzoek_organisatie_id"), "controleverzoek", ["organisatie_id"]
    )
    op.create_table(
        "controlevraag",
        sa.Column("verzoek_id", sa.Uuid(), nullable=False),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("antwoord", sa.String(), nullable=True),
        sa.Column("beantwoord_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versie_na", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "antwoord IN ('klopt', 'gestopt')", name=op.f("ck_controlevraag_antwoord")
        ),
        sa.CheckConstraint(
            "(antwoord IS NULL) = (beantwoord_op IS NULL)",
            name=op.f("ck_controlevraag_beantwoord"),
        ),
        sa.CheckConstraint(
            "(versie_na IS NOT NULL) = (antwoord IS NOT DISTINCT FROM 'gestopt')",
            name=op.f("ck_controlevraag_versie_na"),
        ),
        sa.ForeignKeyConstraint(
            ["verzoek_id"],
            ["controleverzoek.id"],
            name=op.f("fk_controlevraag_verzoek_id_controleverzoek"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_controlevraag_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("verzoek_id", "aanbod_id", name=op.f("pk_controlevraag")),
    )
    op.create_index(op.f("ix_controlevraag_aanbod_id"), "controlevraag", ["aanbod_id"])


def downgrade() -> None:
    op.drop_table("controlevraag")
    op.drop_table("controleverzoek")
    op.drop_constraint(op.f("ck_aanbod_historie_wijze"), "aanbod_historie")
    op.drop_column("aanbod_historie", "wijze")
