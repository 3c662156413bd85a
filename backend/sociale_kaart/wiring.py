"""Puts the rooms together: the one place that says what happens at each commit."""

from sociale_kaart.aanbod.documents import make_projector
from sociale_kaart.agenda.rows import write_keren
from sociale_kaart.core.config import Settings
from sociale_kaart.core.db import Database
from sociale_kaart.zoeken.rows import write_search_rows

PROJECTORS = (make_projector(write_search_rows, write_keren),)


def open_database(settings: Settings) -> Database:
    """The database with its read models kept true; the caller closes it."""
    return Database(settings.sqlalchemy_url, PROJECTORS)
