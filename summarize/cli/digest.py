"""The commands on a digest: settle the settings, call the library, print."""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize import flags
from summarize.cli.notes import Notes, say, show_steps
from summarize.cli.output import screen, write
from summarize.errors import DeliveryFailed, NothingReadable
from summarize.settings import parse_created, read_settings

if TYPE_CHECKING:
    from summarize.digest.desk import Desk
    from summarize.digest.model import Outcome
    from summarize.digest.run import RunReport

NOTHING_NEW = 5
"""The exit code of `digest run --fail-if-empty` for a run that had nothing to tell."""

app = typer.Typer(
    name="digest",
    help="Tell the stories of feeds and files, and what is new in each, by hand or on a schedule.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)

ConfigPath = Annotated[
    Path, typer.Option("--config", "-c", metavar="FILE", help="The digest.toml to go by.")
]
_CONFIG = Path("digest.toml")


@app.command("init")
def write_config(config: ConfigPath = _CONFIG) -> None:
    """Write a digest.toml that works as it stands.

    Its comments say what else it may hold. A file that is there is never written over.
    """
    from summarize.digest.example import write_example

    folder = write_example(config)
    write([f"{config}: reads the folder {folder}; next: summarize digest run\n"], None)


@app.command("run")
def run_once(  # noqa: PLR0913, PLR0917 - typer wants one parameter an option
    config: ConfigPath = _CONFIG,
    fail_if_empty: Annotated[
        bool, typer.Option("--fail-if-empty", help="End with code 5 where nothing is new.")
    ] = False,
    engine: flags.Engine = None,
    max_tokens: flags.MaxTokens = None,
    created: flags.Created = None,
    quiet: flags.Quiet = None,
) -> None:
    """Read the sources, tell and deliver the news.

    Prints one line: the digest, or that nothing is new, or what could not be fetched.
    """
    desk, notes = _open(config, {"engine": engine, "max_tokens": max_tokens, "quiet": quiet})
    moment = parse_created(created) if created else None
    report = _run(desk, notes, moment)
    write([f"{report.note}\n"], None)
    raise typer.Exit(_find_exit_code(report, fail_if_empty))


@app.command("watch")
def keep_watch(
    config: ConfigPath = _CONFIG, engine: flags.Engine = None, quiet: flags.Quiet = None
) -> None:
    """Run by the schedule of digest.toml.

    SIGTERM or Ctrl-C ends it at the next safe point, a second one at once.
    """
    from summarize.digest.schedule import find_last, watch

    desk, notes = _open(config, {"engine": engine, "quiet": quiet})

    def run(should_stop: Callable[[], bool]) -> "Outcome":
        report = _run(desk, notes, None, should_stop)
        say("digest", report.note)
        return report.outcome

    last = find_last(desk.list_runs())
    raise typer.Exit(watch(desk.schedule, run, last=last, tell=lambda text: say("digest", text)))


@app.command("list")
def list_digests(
    config: ConfigPath = _CONFIG,
    runs: Annotated[bool, typer.Option("--runs", help="List the runs instead.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=99_999, help="How many, the newest first.")] = 20,
    format: flags.ReportFormat = "text",  # noqa: A002 - the option is called so
) -> None:
    """List the digests, or the runs that made them."""
    from summarize.digest.pages.lists import render_digests, render_runs

    desk, _ = _open(config, {})
    if runs:
        write([render_runs(desk.list_runs(limit), format)], None)
    else:
        write([render_digests(desk.list_digests(limit), format)], None)


@app.command("show")
def show_digest(
    id: Annotated[str, typer.Argument(metavar="ID", help="A digest, a story, or latest.")],  # noqa: A002
    config: ConfigPath = _CONFIG,
    output: flags.Output = None,
    format: flags.Format = None,  # noqa: A002 - the option is called so
) -> None:
    """Print a digest, or a story as told last."""
    desk, _ = _open(config, {"format": format})
    write([desk.show(id, *screen(output))], output)


@app.command("install")
def print_timer(
    config: ConfigPath = _CONFIG,
    cron: Annotated[bool, typer.Option("--cron", help="Print a crontab line instead.")] = False,
) -> None:
    """Print a systemd timer, or a crontab line.

    Nothing is installed: the comments of what is printed say how to.
    """
    desk, _ = _open(config, {})
    write([desk.write_timer("crontab" if cron else "systemd")], None)


@app.command("health")
def print_health(config: ConfigPath = _CONFIG, format: flags.ReportFormat = "text") -> None:  # noqa: A002
    """Say whether digests come as they should.

    Last run, next run, failures in a row; ends with 1 where a run is late or the digest fails.
    """
    desk, _ = _open(config, {})
    health = desk.judge_health(dt.datetime.now(dt.UTC))
    text = health.in_words() if format == "text" else health.model_dump_json()
    write([f"{text}\n"], None)
    raise typer.Exit(health.exit_code)


def _open(path: Path, given: Mapping[str, object]) -> "tuple[Desk, Notes]":
    """Return the desk of a configuration, and where it says what is not its result."""
    from summarize.digest.config import load_config
    from summarize.digest.desk import Desk

    config = load_config(path)
    settings = read_settings(given, os.environ, config.settings, path)
    return Desk(config, settings), Notes(settings)


def _run(
    desk: "Desk",
    notes: Notes,
    created: dt.datetime | None,
    should_stop: "Callable[[], bool]" = lambda: False,
) -> "RunReport":
    """Run once, with progress; say what could not be read or handed over."""
    from summarize.digest.run import Hooks

    with show_steps(desk.settings) as watch:
        report = desk.run(created, Hooks(watch, should_stop), notes.tell)
    notes.warn(f"{one.source}: {one.problem}" for one in report.gathered.unread)
    notes.warn(f"{one.target}: {one.problem}" for one in report.undelivered)
    return report


def _find_exit_code(report: "RunReport", fail_if_empty: bool) -> int:
    """Return the code of a run's end; what is to be delivered still is a failure of this run."""
    if report.undelivered:
        return DeliveryFailed.exit_code
    if report.outcome == "could not fetch":
        return NothingReadable.exit_code
    return NOTHING_NEW if report.outcome == "nothing new" and fail_if_empty else 0
