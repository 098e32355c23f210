"""What a command says beside its result, on standard error: warnings and progress."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from summarize.cli.output import is_screen
from summarize.settings import Settings

if TYPE_CHECKING:
    from summarize.digest.run import Step
    from summarize.pipeline import Progress, Watch


Move = Callable[[int, int, str], None]
"""Moves the bar: so many of so many, and what is at hand."""


class Notes:
    """What is said on stderr; a problem that was told while it arose is not told once more."""

    def __init__(self, settings: Settings) -> None:
        self._is_quiet = settings.quiet
        self._told: list[str] = []

    def tell(self, problem: str) -> None:
        """Say at once what the user can mend while the run goes on."""
        self.warn([f"{problem}; reading offline"])
        self._told.append(problem)

    def warn(self, warnings: Iterable[str]) -> None:
        """Say what is in the output as well."""
        for warning in warnings:
            if not self._is_quiet and not any(problem in warning for problem in self._told):
                say("warning", warning)


def say(kind: str, message: str) -> None:
    """Put a message on stderr; what comes from a source may not steer the terminal."""
    from summarize.render.escape import strip_controls

    lines = (strip_controls(line) for line in message.splitlines())
    typer.echo(f"summarize: {kind}: " + "\n  ".join(lines), err=True)


@contextmanager
def show_progress(settings: Settings) -> Iterator["Watch | None"]:
    """Show how many articles are done, on a terminal only."""
    with _show_bar(settings) as move:
        if move is None:
            yield None
        else:
            yield lambda now: move(now.done, now.total, _describe_progress(now))


@contextmanager
def show_steps(settings: Settings) -> Iterator["Callable[[Step], None]"]:
    """Show how far each stage of a digest is, on a terminal only."""
    with _show_bar(settings) as move:
        if move is None:
            yield lambda _: None
        else:
            yield lambda step: move(step.done, step.total, _describe_step(step))


@contextmanager
def _show_bar(settings: Settings) -> Iterator["Move | None"]:
    if settings.quiet or not is_screen(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, what: bar.update(
            task, completed=done, total=total, description=what
        )


def _describe_step(step: "Step") -> str:
    from summarize.render.escape import strip_controls

    return f"{step.stage} {strip_controls(step.name)}"


def _describe_progress(now: "Progress") -> str:
    from summarize.render.escape import strip_controls

    spent = f"{now.usage.tokens:,} tokens" if now.usage.tokens else ""
    return " · ".join(filter(None, [strip_controls(now.source), now.engine, spent]))
