"""The command line. SummarizeError is caught in `main` alone."""

import sys
from typing import Annotated

import typer

from summarize.cli import digest
from summarize.cli.commands import app
from summarize.cli.notes import say
from summarize.errors import SummarizeError

__all__ = ["app", "main"]

app.add_typer(digest.app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"summarize {version('summarize')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Several outlets, one story, one brief that leads back to its sources' own words."""


def main() -> None:
    """Run the command line; the exit codes are those of `errors.py`, and 130 after Ctrl-C."""
    try:
        app()
    except SummarizeError as error:
        say("error", str(error))
        sys.exit(error.exit_code)
