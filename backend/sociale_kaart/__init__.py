"""De sociale kaart: what there is to do and who can help, close to home."""

from importlib.metadata import version

__version__ = version("sociale-kaart")
