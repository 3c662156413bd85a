"""PostgreSQL and Meilisearch as child processes, for development, tests and demos.

Production sets DATABASE_URL and MEILI_URL and never comes here.
"""

from sociale_kaart.core.embedded.errors import EmbeddedError
from sociale_kaart.core.embedded.servers import Servers, find_servers, open_servers

__all__ = ["EmbeddedError", "Servers", "find_servers", "open_servers"]
