"""How sure one can be of a listing: looks at a group of fields, and what was found of addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_GROUPS = ("contact", "tijden", "kosten", "capaciteit")
_CHANNELS = ("website", "email")


def upgrade() -> None:
    op.create_table(
        "adrescontrole",
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("adres", sa.String(length=500), nullable=False),
        sa.Column("bekeken_op", sa.Date(), nullable=False),
        sa.Column("mislukt_sinds", sa.Date(), nullable=True),
        sa.Column("mislukt_dagen", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(length=30), nullable=True),
        sa.CheckConstraint(
            "soort IN ('website', 'maildomein')", name=op.f("ck_adrescontrole_soort")
        ),
        sa.CheckConstraint(
            "(mislukt_sinds IS NULL) = (mislukt_dagen = 0)", name=op.f("ck_adrescontrole_mislukt")
        ),
        sa.CheckConstraint(
            "(mislukt_sinds IS NULL) = (reden IS NULL)", name=op.f("ck_adrescontrole_reden")
        ),
        sa.PrimaryKeyConstraint("soort", "adres", name=op.f("pk_adrescontrole")),
    )
    for groep in _GROUPS:
        column = sa.Column(f"{groep}_nagekeken_op", sa.DateTime(timezone=True), nullable=True)
        op.add_column("aanbod", column)
    for kanaal in _CHANNELS:
        op.add_column("aanbod", sa.Column(f"{kanaal}_stuk_sinds", sa.Date(), nullable=True))
    op.add_column("bevestiging", sa.Column("groep", sa.String(length=20), nullable=True))
    op.add_column(
        "bevestiging", sa.Column("groep_voordien", sa.DateTime(timezone=True), nullable=True)
    )
    groups = ", ".join(f"'{groep}'" for groep in _GROUPS)
    op.create_check_constraint(op.f("ck_bevestiging_groep"), "bevestiging", f"groep IN ({groups})")
    # The documents that are kept say it from now on, and by it the engine puts them in order.
    op.execute("UPDATE aanbod_document SET berekend_op = berekend_op - 1")
    # Until then nobody is sure of anything; a day as it stood there would count for very sure.
    op.execute(
        "UPDATE zoek_rij SET rang_versheid = 0,"
        """ document = jsonb_set(document::jsonb, '{versheid}', '0')::text"""
    )


def downgrade() -> None:
    # Of what they say there is no place any more; only those of everything are known from here on.
    op.execute("DELETE FROM bevestiging WHERE groep IS NOT NULL")
    op.drop_constraint(op.f("ck_bevestiging_groep"), "bevestiging")
    op.drop_column("bevestiging", "groep_voordien")
    op.drop_column("bevestiging", "groep")
    for kanaal in _CHANNELS:
        op.drop_column("aanbod", f"{kanaal}_stuk_sinds")
    for groep in _GROUPS:
        op.drop_column("aanbod", f"{groep}_nagekeken_op")
    op.drop_table("adrescontrole")
    op.execute("UPDATE aanbod_document SET berekend_op = berekend_op - 1")
