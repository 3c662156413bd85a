"""The domain: vocabularies and map, accounts, organisations, listings and their read models."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


EXTENSIONS = ("btree_gist", "pg_trgm")
# The history is only ever added to, also by whoever has the database password at hand.
GUARD = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
END
$$
"""
TRIGGER = """
CREATE TRIGGER aanbod_historie_blijft BEFORE UPDATE OR DELETE OR TRUNCATE ON aanbod_historie
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""


def upgrade() -> None:
    for extension in EXTENSIONS:
        op.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    op.create_table(
        "aanbod_historie",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("handeling", sa.String(), nullable=False),
        sa.Column(
            "wijzigingen",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanbod_historie")),
    )
    op.create_index(
        "ix_aanbod_historie_aanbod_id_op", "aanbod_historie", ["aanbod_id", "op"], unique=False
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("wachtwoord_hash", sa.String(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "rol IN ('lid', 'wijkteam', 'wijkredacteur', 'redactie', 'beheer')",
            name=op.f("ck_account_rol"),
        ),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_account_email_klein")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "organisatie",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=100), nullable=False),
        sa.Column("naam", sa.String(length=120), nullable=False),
        sa.Column("categorie", sa.String(), nullable=False),
        sa.Column("omschrijving", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("telefoon", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("kvk", sa.String(), nullable=True),
        sa.Column("relatie_gemeente", sa.String(), nullable=True),
        sa.Column("vertrouwd", sa.Boolean(), nullable=False),
        sa.Column("bron", sa.String(), nullable=True),
        sa.Column("extern_id", sa.String(), nullable=True),
        sa.Column("licentie", sa.String(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "categorie IN ('initiatief', 'vrijwilligersorganisatie', 'voorziening')",
            name=op.f("ck_organisatie_categorie"),
        ),
        sa.CheckConstraint("kvk ~ '^[0-9]{8}$'", name=op.f("ck_organisatie_kvk_vorm")),
        sa.CheckConstraint("naam <> ''", name=op.f("ck_organisatie_naam_gevuld")),
        sa.CheckConstraint(
            "relatie_gemeente IN ('gesubsidieerd', 'gecontracteerd', 'vrij')",
            name=op.f("ck_organisatie_relatie"),
        ),
        sa.CheckConstraint(
            "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name=op.f("ck_organisatie_slug_vorm")
        ),
        sa.CheckConstraint(
            "(bron IS NULL) = (extern_id IS NULL)", name=op.f("ck_organisatie_herkomst_heel")
        ),
        sa.CheckConstraint("versie > 0", name=op.f("ck_organisatie_versie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisatie")),
        sa.UniqueConstraint("bron", "extern_id", name=op.f("uq_organisatie_bron_extern_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_organisatie_slug")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column(
            "aangemaakt_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_table(
        "postcodegebied",
        sa.Column("pc4", sa.String(length=4), nullable=False),
        sa.Column("plaats", sa.String(), nullable=False),
        sa.Column("zekerheid", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.CheckConstraint("pc4 ~ '^[1-9][0-9]{3}$'", name=op.f("ck_postcodegebied_pc4_vorm")),
        sa.CheckConstraint(
            "zekerheid IN ('hoog', 'midden', 'verdeeld', 'onbekend')",
            name=op.f("ck_postcodegebied_zekerheid"),
        ),
        sa.PrimaryKeyConstraint("pc4", name=op.f("pk_postcodegebied")),
    )
    op.create_table(
        "term",
        sa.Column("lijst", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("officieel", sa.String(), nullable=True),
        sa.Column("uitleg", sa.String(), nullable=True),
        sa.Column("ouder", sa.String(), nullable=True),
        sa.Column("begrotingsdoel", sa.String(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.CheckConstraint("code ~ '^[A-Za-z0-9][A-Za-z0-9.-]*$'", name=op.f("ck_term_code_vorm")),
        sa.CheckConstraint("label <> ''", name=op.f("ck_term_label_gevuld")),
        sa.CheckConstraint("lijst ~ '^[a-z][a-zA-Z]*$'", name=op.f("ck_term_lijst_vorm")),
        sa.PrimaryKeyConstraint("lijst", "code", name=op.f("pk_term")),
    )
    op.create_table(
        "wijk",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("gemeentecode", sa.String(length=6), nullable=False),
        sa.Column("inwoners", sa.Integer(), nullable=True),
        sa.Column("inwoners_peildatum", sa.Date(), nullable=True),
        sa.Column("oppervlakte_ha", sa.Integer(), nullable=True),
        sa.Column("label_lat", sa.Float(), nullable=False),
        sa.Column("label_lon", sa.Float(), nullable=False),
        sa.Column("grens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("code ~ '^WK[0-9]{6}$'", name=op.f("ck_wijk_code_vorm")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_wijk")),
        sa.UniqueConstraint("slug", name=op.f("uq_wijk_slug")),
    )
    op.create_table(
        "zoek_index",
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("vingerafdruk", sa.String(), nullable=False),
        sa.Column("gebouwd_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("naam", name=op.f("pk_zoek_index")),
    )
    op.create_table(
        "buurt",
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("wijk_code", sa.String(), nullable=False),
        sa.Column("inwoners", sa.Integer(), nullable=True),
        sa.Column("adressen", sa.Integer(), nullable=True),
        sa.Column("oppervlakte_ha", sa.Numeric(precision=8, scale=1), nullable=True),
        sa.Column("soort", sa.String(), nullable=True),
        sa.Column("label_lat", sa.Float(), nullable=False),
        sa.Column("label_lon", sa.Float(), nullable=False),
        sa.Column("grens", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.CheckConstraint("code ~ '^BU[0-9]{8}$'", name=op.f("ck_buurt_code_vorm")),
        sa.CheckConstraint(
            "substr(code, 3, 6) = substr(wijk_code, 3, 6)", name=op.f("ck_buurt_in_wijk")
        ),
        sa.ForeignKeyConstraint(["wijk_code"], ["wijk.code"], name=op.f("fk_buurt_wijk_code_wijk")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_buurt")),
    )
    op.create_index(op.f("ix_buurt_wijk_code"), "buurt", ["wijk_code"], unique=False)
    op.create_table(
        "lidmaatschap",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.CheckConstraint("rol IN ('eigenaar', 'medebewerker')", name=op.f("ck_lidmaatschap_rol")),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_lidmaatschap_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_lidmaatschap_organisatie_id_organisatie"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "organisatie_id", name=op.f("pk_lidmaatschap")),
    )
    op.create_index(
        op.f("ix_lidmaatschap_organisatie_id"), "lidmaatschap", ["organisatie_id"], unique=False
    )
    op.create_table(
        "postcodegebied_wijk",
        sa.Column("pc4", sa.String(), nullable=False),
        sa.Column("wijk_code", sa.String(), nullable=False),
        sa.Column("aantal_postcodes", sa.Integer(), nullable=False),
        sa.CheckConstraint("aantal_postcodes > 0", name=op.f("ck_postcodegebied_wijk_aantal")),
        sa.ForeignKeyConstraint(
            ["pc4"],
            ["postcodegebied.pc4"],
            name=op.f("fk_postcodegebied_wijk_pc4_postcodegebied"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["wijk_code"], ["wijk.code"], name=op.f("fk_postcodegebied_wijk_wijk_code_wijk")
        ),
        sa.PrimaryKeyConstraint("pc4", "wijk_code", name=op.f("pk_postcodegebied_wijk")),
    )
    op.create_table(
        "sessie",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column(
            "aangemaakt_op",
            sa.DateTime(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
        ),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_sessie_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessie")),
    )
    op.create_index(op.f("ix_sessie_account_id"), "sessie", ["account_id"], unique=False)
    op.create_table(
        "locatie",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(), nullable=True),
        sa.Column("straat", sa.String(), nullable=True),
        sa.Column("postcode", sa.String(), nullable=True),
        sa.Column("plaats", sa.String(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("wijk_code", sa.String(), nullable=True),
        sa.Column("buurt_code", sa.String(), nullable=True),
        sa.Column("geheim", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "postcode ~ '^[1-9][0-9]{3} ?([A-Z]{2})?$'", name=op.f("ck_locatie_postcode_vorm")
        ),
        sa.CheckConstraint("(lat IS NULL) = (lon IS NULL)", name=op.f("ck_locatie_punt_heel")),
        sa.CheckConstraint(
            "lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180",
            name=op.f("ck_locatie_punt_op_aarde"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(naam, straat, postcode, plaats, lat, wijk_code) > 0",
            name=op.f("ck_locatie_iets_bekend"),
        ),
        sa.CheckConstraint(
            "wijk_code IS NOT NULL OR buurt_code IS NULL", name=op.f("ck_locatie_buurt_in_wijk")
        ),
        sa.ForeignKeyConstraint(
            ["buurt_code"], ["buurt.code"], name=op.f("fk_locatie_buurt_code_buurt")
        ),
        sa.ForeignKeyConstraint(
            ["wijk_code"], ["wijk.code"], name=op.f("fk_locatie_wijk_code_wijk")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locatie")),
    )
    op.create_index(op.f("ix_locatie_buurt_code"), "locatie", ["buurt_code"], unique=False)
    op.create_index(op.f("ix_locatie_wijk_code"), "locatie", ["wijk_code"], unique=False)
    op.create_index(
        "uq_locatie_gelijk",
        "locatie",
        ["naam", "straat", "postcode", "plaats", "lat", "lon", "wijk_code", "geheim"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "aanbod",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=100), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("locatie_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("samenvatting", sa.String(length=500), nullable=True),
        sa.Column("beschrijving", sa.String(), nullable=True),
        sa.Column("wat_levert_het_op", sa.String(), nullable=True),
        sa.Column("niet_voor", sa.String(), nullable=True),
        sa.Column("doelgroep_toelichting", sa.String(), nullable=True),
        sa.Column("leeftijd_van", sa.Integer(), nullable=True),
        sa.Column("leeftijd_tot", sa.Integer(), nullable=True),
        sa.Column("niveau", sa.Integer(), nullable=True),
        sa.Column("wie_verwijst", sa.String(), nullable=True),
        sa.Column("kosten_toelichting", sa.String(), nullable=True),
        sa.Column("eerste_keer", sa.String(), nullable=True),
        sa.Column("meebrengen", sa.String(), nullable=True),
        sa.Column("capaciteit", sa.String(), nullable=True),
        sa.Column("capaciteit_op", sa.Date(), nullable=True),
        sa.Column("wachttijd", sa.String(), nullable=True),
        sa.Column("vrijwilligers_gezocht", sa.Boolean(), nullable=True),
        sa.Column("vrijwilligers_tekst", sa.String(), nullable=True),
        sa.Column("op_afspraak", sa.Boolean(), nullable=True),
        sa.Column("stadsbreed", sa.Boolean(), nullable=True),
        sa.Column("contact_naam", sa.String(), nullable=True),
        sa.Column("contact_telefoon", sa.String(), nullable=True),
        sa.Column("contact_email", sa.String(), nullable=True),
        sa.Column("contact_website", sa.String(), nullable=True),
        sa.Column("bron", sa.String(), nullable=True),
        sa.Column("extern_id", sa.String(), nullable=True),
        sa.Column("licentie", sa.String(), nullable=True),
        sa.Column("interval_maanden", sa.Integer(), nullable=False),
        sa.Column("bevestigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "capaciteit IN ('plek', 'wachtlijst', 'vol')", name=op.f("ck_aanbod_capaciteit")
        ),
        sa.CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name=op.f("ck_aanbod_slug_vorm")),
        sa.CheckConstraint(
            "status IN ('concept', 'ter-beoordeling', 'gepubliceerd', 'gestopt')",
            name=op.f("ck_aanbod_status"),
        ),
        sa.CheckConstraint("titel <> ''", name=op.f("ck_aanbod_titel_gevuld")),
        sa.CheckConstraint(
            "(bron IS NULL) = (extern_id IS NULL)", name=op.f("ck_aanbod_herkomst_heel")
        ),
        sa.CheckConstraint("interval_maanden IN (1, 3, 6, 12)", name=op.f("ck_aanbod_interval")),
        sa.CheckConstraint("leeftijd_tot BETWEEN 0 AND 120", name=op.f("ck_aanbod_leeftijd_tot")),
        sa.CheckConstraint(
            "leeftijd_van <= leeftijd_tot", name=op.f("ck_aanbod_leeftijd_volgorde")
        ),
        sa.CheckConstraint("leeftijd_van BETWEEN 0 AND 120", name=op.f("ck_aanbod_leeftijd_van")),
        sa.CheckConstraint("niveau BETWEEN 0 AND 4", name=op.f("ck_aanbod_niveau")),
        sa.CheckConstraint("versie > 0", name=op.f("ck_aanbod_versie")),
        sa.ForeignKeyConstraint(
            ["locatie_id"], ["locatie.id"], name=op.f("fk_aanbod_locatie_id_locatie")
        ),
        sa.ForeignKeyConstraint(
            ["organisatie_id"],
            ["organisatie.id"],
            name=op.f("fk_aanbod_organisatie_id_organisatie"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanbod")),
        sa.UniqueConstraint("bron", "extern_id", name=op.f("uq_aanbod_bron_extern_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_aanbod_slug")),
    )
    op.create_index(op.f("ix_aanbod_locatie_id"), "aanbod", ["locatie_id"], unique=False)
    op.create_index(op.f("ix_aanbod_organisatie_id"), "aanbod", ["organisatie_id"], unique=False)
    op.create_table(
        "aanbod_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("zichtbaar", sa.Boolean(), nullable=False),
        sa.Column("openbaar", sa.Boolean(), nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("berekend_op", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"], ["aanbod.id"], name=op.f("fk_aanbod_document_id_aanbod"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanbod_document")),
        sa.UniqueConstraint("slug", name=op.f("uq_aanbod_document_slug")),
    )
    op.create_index(
        op.f("ix_aanbod_document_organisatie_id"),
        "aanbod_document",
        ["organisatie_id"],
        unique=False,
    )
    op.create_index(
        "ix_aanbod_document_pagina",
        "aanbod_document",
        ["id"],
        unique=False,
        postgresql_where=sa.text("zichtbaar"),
    )
    op.create_index(
        "ix_aanbod_document_tags", "aanbod_document", ["tags"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "aanbod_term",
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("lijst", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_aanbod_term_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lijst", "code"],
            ["term.lijst", "term.code"],
            name=op.f("fk_aanbod_term_lijst_code_term"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("aanbod_id", "lijst", "code", name=op.f("pk_aanbod_term")),
    )
    op.create_index("ix_aanbod_term_lijst_code", "aanbod_term", ["lijst", "code"], unique=False)
    op.create_index(
        "uq_aanbod_term_enkel",
        "aanbod_term",
        ["aanbod_id", "lijst"],
        unique=True,
        postgresql_where=sa.text("lijst IN ('soort', 'openVoor', 'aanmelden', 'kosten')"),
    )
    op.create_table(
        "aanbod_voorstel",
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("inhoud", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("basis_versie", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("ingediend_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_aanbod_voorstel_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_aanbod_voorstel_account_id_account"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("aanbod_id", name=op.f("pk_aanbod_voorstel")),
    )
    op.create_table(
        "aanbod_wijk",
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("wijk_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_aanbod_wijk_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["wijk_code"], ["wijk.code"], name=op.f("fk_aanbod_wijk_wijk_code_wijk")
        ),
        sa.PrimaryKeyConstraint("aanbod_id", "wijk_code", name=op.f("pk_aanbod_wijk")),
    )
    op.create_index(op.f("ix_aanbod_wijk_wijk_code"), "aanbod_wijk", ["wijk_code"], unique=False)
    op.create_table(
        "bevestiging",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.CheckConstraint(
            "wijze IN ('ingelogd', 'mail', 'telefoon', 'bron')", name=op.f("ck_bevestiging_wijze")
        ),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_bevestiging_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_bevestiging_account_id_account"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bevestiging")),
    )
    op.create_index("ix_bevestiging_aanbod_id_op", "bevestiging", ["aanbod_id", "op"], unique=False)
    op.create_table(
        "moment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("rrule", sa.String(length=200), nullable=True),
        sa.Column("begin", sa.Date(), nullable=True),
        sa.Column("eind", sa.Date(), nullable=True),
        sa.Column("van", sa.Time(), nullable=True),
        sa.Column("tot", sa.Time(), nullable=True),
        sa.Column("behalve", postgresql.ARRAY(sa.Date()), server_default="{}", nullable=False),
        sa.Column("toelichting", sa.String(), nullable=True),
        sa.CheckConstraint("begin <= eind", name=op.f("ck_moment_periode")),
        sa.CheckConstraint(
            "rrule IS NOT NULL OR begin IS NOT NULL", name=op.f("ck_moment_regel_of_datum")
        ),
        sa.CheckConstraint("tot IS NULL OR van IS NOT NULL", name=op.f("ck_moment_tot_na_van")),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_moment_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moment")),
        sa.UniqueConstraint(
            "aanbod_id",
            "volgorde",
            deferrable=True,
            initially="DEFERRED",
            name=op.f("uq_moment_aanbod_id_volgorde"),
        ),
    )
    op.create_table(
        "sluiting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("aanbod_id", sa.Uuid(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("reden", sa.String(), nullable=True),
        sa.Column(
            "periode",
            postgresql.DATERANGE(),
            sa.Computed("daterange(van, tot, '[]')", persisted=True),
            nullable=True,
        ),
        postgresql.ExcludeConstraint(
            (sa.text("aanbod_id"), "="),
            (sa.text("periode"), "&&"),
            deferrable=True,
            initially="DEFERRED",
            using="gist",
            name="ex_sluiting_overlap",
        ),
        sa.CheckConstraint("van <= tot", name=op.f("ck_sluiting_periode")),
        sa.ForeignKeyConstraint(
            ["aanbod_id"],
            ["aanbod.id"],
            name=op.f("fk_sluiting_aanbod_id_aanbod"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sluiting")),
    )
    op.create_table(
        "zoek_rij",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("tags", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("data", postgresql.ARRAY(sa.Date()), nullable=False),
        sa.Column("tekst_titel", sa.String(), nullable=False),
        sa.Column("tekst_onderwerp", sa.String(), nullable=False),
        sa.Column("tekst_rest", sa.String(), nullable=False),
        sa.Column(
            "woorden",
            postgresql.TSVECTOR(),
            sa.Computed(
                "setweight(to_tsvector('pg_catalog.dutch', tekst_titel), 'A') || setweight(to_tsvector('pg_catalog.dutch', tekst_onderwerp), 'B') || setweight(to_tsvector('pg_catalog.dutch', tekst_rest), 'D')",
                persisted=True,
            ),
            nullable=True,
        ),
        sa.Column("namen", sa.String(), nullable=False),
        sa.Column("titel", sa.String(), nullable=False),
        sa.Column("leeftijd_van", sa.SmallInteger(), nullable=False),
        sa.Column("leeftijd_tot", sa.SmallInteger(), nullable=False),
        sa.Column("vrijwilligers_gezocht", sa.Boolean(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("rang_niveau", sa.SmallInteger(), nullable=False),
        sa.Column("rang_collectief", sa.SmallInteger(), nullable=False),
        sa.Column("rang_open", sa.SmallInteger(), nullable=False),
        sa.Column("rang_versheid", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"], ["aanbod.id"], name=op.f("fk_zoek_rij_id_aanbod"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zoek_rij")),
    )
    op.create_index(
        "ix_zoek_rij_namen",
        "zoek_rij",
        ["namen"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"namen": "gin_trgm_ops"},
    )
    op.create_index("ix_zoek_rij_tags", "zoek_rij", ["tags"], unique=False, postgresql_using="gin")
    op.create_index(
        "ix_zoek_rij_woorden", "zoek_rij", ["woorden"], unique=False, postgresql_using="gin"
    )
    op.execute(GUARD)
    op.execute(TRIGGER)


def downgrade() -> None:
    op.execute("DROP TRIGGER aanbod_historie_blijft ON aanbod_historie")
    op.execute("DROP FUNCTION refuse_change()")
    op.drop_index("ix_zoek_rij_woorden", table_name="zoek_rij", postgresql_using="gin")
    op.drop_index("ix_zoek_rij_tags", table_name="zoek_rij", postgresql_using="gin")
    op.drop_index(
        "ix_zoek_rij_namen",
        table_name="zoek_rij",
        postgresql_using="gin",
        postgresql_ops={"namen": "gin_trgm_ops"},
    )
    op.drop_table("zoek_rij")
    op.drop_table("sluiting")
    op.drop_table("moment")
    op.drop_index("ix_bevestiging_aanbod_id_op", table_name="bevestiging")
    op.drop_table("bevestiging")
    op.drop_index(op.f("ix_aanbod_wijk_wijk_code"), table_name="aanbod_wijk")
    op.drop_table("aanbod_wijk")
    op.drop_table("aanbod_voorstel")
    op.drop_index(
        "uq_aanbod_term_enkel",
        table_name="aanbod_term",
        postgresql_where=sa.text("lijst IN ('soort', 'openVoor', 'aanmelden', 'kosten')"),
    )
    op.drop_index("ix_aanbod_term_lijst_code", table_name="aanbod_term")
    op.drop_table("aanbod_term")
    op.drop_index("ix_aanbod_document_tags", table_name="aanbod_document", postgresql_using="gin")
    op.drop_index(
        "ix_aanbod_document_pagina",
        table_name="aanbod_document",
        postgresql_where=sa.text("zichtbaar"),
    )
    op.drop_index(op.f("ix_aanbod_document_organisatie_id"), table_name="aanbod_document")
    op.drop_table("aanbod_document")
    op.drop_index(op.f("ix_aanbod_organisatie_id"), table_name="aanbod")
    op.drop_index(op.f("ix_aanbod_locatie_id"), table_name="aanbod")
    op.drop_table("aanbod")
    op.drop_index("uq_locatie_gelijk", table_name="locatie", postgresql_nulls_not_distinct=True)
    op.drop_index(op.f("ix_locatie_wijk_code"), table_name="locatie")
    op.drop_index(op.f("ix_locatie_buurt_code"), table_name="locatie")
    op.drop_table("locatie")
    op.drop_index(op.f("ix_sessie_account_id"), table_name="sessie")
    op.drop_table("sessie")
    op.drop_table("postcodegebied_wijk")
    op.drop_index(op.f("ix_lidmaatschap_organisatie_id"), table_name="lidmaatschap")
    op.drop_table("lidmaatschap")
    op.drop_index(op.f("ix_buurt_wijk_code"), table_name="buurt")
    op.drop_table("buurt")
    op.drop_table("zoek_index")
    op.drop_table("wijk")
    op.drop_table("term")
    op.drop_table("postcodegebied")
    op.drop_table("outbox")
    op.drop_table("organisatie")
    op.drop_table("account")
    op.drop_index("ix_aanbod_historie_aanbod_id_op", table_name="aanbod_historie")
    op.drop_table("aanbod_historie")
    for extension in reversed(EXTENSIONS):
        op.execute(f"DROP EXTENSION IF EXISTS {extension}")
