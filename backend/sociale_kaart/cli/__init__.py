from sociale_kaart.cli.commands import app

__all__ = ["app"]
