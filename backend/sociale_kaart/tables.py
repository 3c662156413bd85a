"""Every table, so that whoever imports this knows them all (migrations, tests)."""

from sqlmodel import SQLModel

import sociale_kaart.aanbod.achteraf.models
import sociale_kaart.aanbod.agendabron
import sociale_kaart.aanbod.bewerken.models
import sociale_kaart.aanbod.kopieren.models
import sociale_kaart.aanbod.links.models
import sociale_kaart.aanbod.meldingen.models
import sociale_kaart.aanbod.models
import sociale_kaart.aanbod.opvolgen.models
import sociale_kaart.aansluiten.leden.models
import sociale_kaart.aansluiten.models
import sociale_kaart.accounts.inloglinks.models
import sociale_kaart.accounts.limieten.models
import sociale_kaart.accounts.models
import sociale_kaart.accounts.oidc.models
import sociale_kaart.accounts.tweedestap.models
import sociale_kaart.agenda.models
import sociale_kaart.beelden.models
import sociale_kaart.beheer.models
import sociale_kaart.berichten.adressen.models
import sociale_kaart.berichten.models
import sociale_kaart.controle.models
import sociale_kaart.core.logboek
import sociale_kaart.core.outbox
import sociale_kaart.inzicht.bereik.models
import sociale_kaart.inzicht.models
import sociale_kaart.opendata.invoeren.models
import sociale_kaart.organisaties.models
import sociale_kaart.situaties.models
import sociale_kaart.taxonomie.models
import sociale_kaart.zoeken.meaning.models
import sociale_kaart.zoeken.models
import sociale_kaart.zoeken.synonyms.models

ALL_TABLES = SQLModel.metadata.sorted_tables

__all__ = ["ALL_TABLES", "sociale_kaart"]
