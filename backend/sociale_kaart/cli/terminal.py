import sys
from typing import NoReturn

import typer


def fail(sentence: str) -> NoReturn:
    """Ends the command with one sentence on standard error and exit status 1."""
    typer.secho(sentence, err=True, fg=typer.colors.RED if sys.stderr.isatty() else None)
    raise typer.Exit(1)
