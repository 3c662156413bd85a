"""The pages that people visit: drawn by a server of their own, or else by the browser."""

from sociale_kaart.site.routes import add_site
from sociale_kaart.site.shell import LANGUAGES

__all__ = ["LANGUAGES", "add_site"]
