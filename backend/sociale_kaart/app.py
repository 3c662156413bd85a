"""Puts the API together: routers, limits, errors, the site."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from fastapi import Depends, FastAPI

import sociale_kaart.aanbod.achteraf.routes
import sociale_kaart.aanbod.beoordelen.queue_routes
import sociale_kaart.aanbod.beoordelen.routes
import sociale_kaart.aanbod.bewerken.routes
import sociale_kaart.aanbod.eigen_routes
import sociale_kaart.aanbod.historie.routes
import sociale_kaart.aanbod.kopieren.place_routes
import sociale_kaart.aanbod.kopieren.routes
import sociale_kaart.aanbod.locatie_routes
import sociale_kaart.aanbod.opvolgen.routes
import sociale_kaart.aanbod.routes
import sociale_kaart.aanbod.sluiten.routes
import sociale_kaart.aanbod.vooruitblik.routes
import sociale_kaart.aansluiten.leden.routes
import sociale_kaart.aansluiten.routes
import sociale_kaart.accounts.inloglinks.routes
import sociale_kaart.accounts.mailvoorkeuren.routes
import sociale_kaart.accounts.oidc.routes
import sociale_kaart.accounts.routes
import sociale_kaart.accounts.sessie_routes
import sociale_kaart.accounts.tweedestap.routes
import sociale_kaart.agenda.bronnen.routes
import sociale_kaart.agenda.routes
import sociale_kaart.beelden.routes
import sociale_kaart.beheer.accounts.routes
import sociale_kaart.beheer.dubbel.routes
import sociale_kaart.beheer.logboek.routes
import sociale_kaart.beheer.routes
import sociale_kaart.berichten.adressen.routes
import sociale_kaart.berichten.routes
import sociale_kaart.controle.bel_routes
import sociale_kaart.controle.routes
import sociale_kaart.controle.versheid.routes
import sociale_kaart.inzicht.bereik.routes
import sociale_kaart.inzicht.routes
import sociale_kaart.opendata.invoeren.routes
import sociale_kaart.organisaties.lidmaatschap_routes
import sociale_kaart.organisaties.routes
import sociale_kaart.organisaties.vertrouwen_routes
import sociale_kaart.situaties.routes
import sociale_kaart.taxonomie.adressen.routes
import sociale_kaart.taxonomie.routes
import sociale_kaart.taxonomie.schoolvakanties.routes
import sociale_kaart.zoeken.routes
import sociale_kaart.zoeken.synonyms.routes
from sociale_kaart import __version__
from sociale_kaart.accounts.oidc.providers import open_providers
from sociale_kaart.accounts.tweedestap.kluis import open_kluis
from sociale_kaart.beelden.service import MAX_BYTES as MAX_BEELD_BYTES
from sociale_kaart.core.config import Settings, get_settings
from sociale_kaart.core.counting import Counts
from sociale_kaart.core.db import Database
from sociale_kaart.core.http import Guard, add_error_handlers
from sociale_kaart.core.logging import configure_logging
from sociale_kaart.core.openapi import openapi_document
from sociale_kaart.core.parameters import refuse_unknown_parameters
from sociale_kaart.core.uitgaand import open_uitgaand
from sociale_kaart.health import router as health_router
from sociale_kaart.inzicht.bereik.vragen import Vragen
from sociale_kaart.inzicht.bereik.writing import writing
from sociale_kaart.opendata.invoeren.files import MAX_BYTES as MAX_INVOER_BYTES
from sociale_kaart.site import add_site
from sociale_kaart.site.pages import open_pages
from sociale_kaart.taxonomie.adressen.address_book import open_address_book
from sociale_kaart.wiring import open_database
from sociale_kaart.zoeken.engine import Engine, open_engine
from sociale_kaart.zoeken.meaning.choice import open_embedder
from sociale_kaart.zoeken.searcher import Searcher

_ROUTERS = (
    sociale_kaart.zoeken.routes.router,
    sociale_kaart.aanbod.routes.router,
    sociale_kaart.aanbod.beoordelen.routes.router,
    sociale_kaart.aanbod.beoordelen.queue_routes.router,
    sociale_kaart.aanbod.achteraf.routes.router,
    sociale_kaart.aanbod.historie.routes.router,
    sociale_kaart.aanbod.sluiten.routes.router,
    sociale_kaart.aanbod.opvolgen.routes.router,
    sociale_kaart.agenda.routes.router,
    sociale_kaart.agenda.bronnen.routes.router,
    sociale_kaart.organisaties.routes.router,
    sociale_kaart.organisaties.lidmaatschap_routes.router,
    sociale_kaart.organisaties.vertrouwen_routes.router,
    sociale_kaart.aansluiten.routes.router,
    sociale_kaart.aansluiten.leden.routes.router,
    sociale_kaart.aanbod.eigen_routes.router,
    sociale_kaart.aanbod.bewerken.routes.router,
    sociale_kaart.aanbod.locatie_routes.router,
    sociale_kaart.aanbod.kopieren.routes.router,
    sociale_kaart.aanbod.kopieren.place_routes.router,
    sociale_kaart.aanbod.vooruitblik.routes.router,
    sociale_kaart.beelden.routes.router,
    sociale_kaart.situaties.routes.router,
    sociale_kaart.taxonomie.routes.router,
    sociale_kaart.taxonomie.adressen.routes.router,
    sociale_kaart.taxonomie.schoolvakanties.routes.router,
    sociale_kaart.zoeken.synonyms.routes.router,
    sociale_kaart.inzicht.routes.router,
    sociale_kaart.inzicht.bereik.routes.router,
    sociale_kaart.beheer.routes.router,
    sociale_kaart.beheer.logboek.routes.router,
    sociale_kaart.beheer.accounts.routes.router,
    sociale_kaart.beheer.dubbel.routes.router,
    sociale_kaart.controle.routes.router,
    sociale_kaart.controle.bel_routes.router,
    sociale_kaart.controle.versheid.routes.router,
    sociale_kaart.opendata.invoeren.routes.router,
    sociale_kaart.accounts.routes.router,
    sociale_kaart.berichten.routes.router,
    sociale_kaart.accounts.mailvoorkeuren.routes.router,
    sociale_kaart.accounts.oidc.routes.router,
    # After the one above: an address that is known there is no id.
    sociale_kaart.accounts.sessie_routes.router,
    sociale_kaart.accounts.inloglinks.routes.router,
    sociale_kaart.accounts.tweedestap.routes.router,
)

# Where files are sent, and how large they may be.
_LARGER_BODIES = {
    re.compile(r"/api/v1/organisaties/[^/]+/invoeren"): MAX_INVOER_BYTES,
    re.compile(f"/api/v1{sociale_kaart.beelden.routes.PATH}"): MAX_BEELD_BYTES,
}


def create_app(
    settings: Settings | None = None,
    database: Database | None = None,
    engine: Engine | None = None,
) -> FastAPI:
    """The application; tests give their own database and search engine."""
    settings = settings or get_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        configure_logging(settings.log_level)
        app.state.public_url = settings.public_url
        app.state.staff_session = timedelta(hours=settings.staff_session_hours)
        app.state.shows_mail = settings.demo and settings.smtp_url is None
        app.state.database = database or open_database(settings)
        own_engine = engine or open_engine(settings)
        app.state.embedder = embedder = open_embedder(settings)
        app.state.searcher = Searcher(own_engine, app.state.database, embedder)
        app.state.address_book = address_book = open_address_book(settings)
        app.state.uitgaand = open_uitgaand(settings)
        app.state.inlogdiensten = providers = open_providers(settings)
        app.state.kluis = open_kluis(settings)
        app.state.pages = pages = open_pages(settings, app.state.database)
        app.state.counts, app.state.vragen = counts, vragen = Counts(), Vragen()
        if embedder is not None:
            embedder.warm_up()
        async with writing(app.state.database, counts, vragen, settings.bereik_seconds):
            yield
        if pages is not None:
            await pages.close()
        for provider in providers.values():
            await provider.close()
        if address_book is not None:
            await address_book.close()
        if embedder is not None:
            await embedder.close()
        if own_engine is not None:
            await own_engine.close()
        if database is None:
            await app.state.database.close()

    app = FastAPI(
        title="Sociale kaart",
        version=__version__,
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.openapi = lambda: openapi_document(app)  # type: ignore[method-assign]
    app.add_middleware(Guard, max_body_bytes=settings.max_body_bytes, larger_bodies=_LARGER_BODIES)
    add_error_handlers(app)
    for router in _ROUTERS:
        app.include_router(
            router, prefix="/api/v1", dependencies=[Depends(refuse_unknown_parameters)]
        )
    app.include_router(sociale_kaart.accounts.oidc.routes.browser_router)
    app.include_router(sociale_kaart.berichten.adressen.routes.browser_router)
    app.include_router(health_router)
    add_site(app)
    return app
