"""The commands on one story: settle the settings, call the library, print.

Nothing heavy is imported before a command runs.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarize import flags
from summarize.cli.notes import Notes, say, show_progress
from summarize.cli.output import screen, write
from summarize.errors import EngineUnavailable, UsageError
from summarize.resources import SchemaName
from summarize.settings import (
    SETTING_NAMES,
    BriefOptions,
    Settings,
    choose_options,
    parse_created,
    read_settings,
)

if TYPE_CHECKING:
    from summarize.model import Brief, LeftOut

CHECK_FAILED = 1
"""The exit code for a brief that `verify` finds fault with."""

app = typer.Typer(
    name="summarize",
    help="Several outlets, one story, one brief that leads back to its sources' own words.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help takes two thirds of the time
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.command("brief")
def print_brief(  # noqa: PLR0913, PLR0917 - typer wants one parameter an option
    inputs: flags.Inputs,
    output: flags.Output = None,
    format: flags.Format = None,  # noqa: A002 - the option is called so
    words: flags.Words = None,
    engine: flags.Engine = None,
    model: flags.Model = None,
    base_url: flags.BaseURL = None,
    mode: flags.Mode = None,
    concurrency: flags.Concurrency = None,
    max_tokens: flags.MaxTokens = None,
    timeout_s: flags.TimeoutS = None,
    retries: flags.Retries = None,
    fallback: flags.Fallback = None,
    cache: flags.Cache = None,
    wording: flags.Wording = None,
    loaded_words: flags.LoadedWords = None,
    waive: flags.Waive = None,
    families: flags.Families = None,
    allow_hosts: flags.AllowHosts = None,
    estimate: flags.Estimate = False,
    created: flags.Created = None,
    without_sources: flags.WithoutSources = None,
    quiet: flags.Quiet = None,
    verbose: flags.Verbose = None,
) -> None:
    """Merge articles on one story into one neutral brief."""
    settings, options = settle(locals())
    _keep_apart(inputs, output)
    if estimate:
        _print_estimate(inputs, options)
        return
    from summarize.pipeline import make_brief

    notes = Notes(settings)
    with show_progress(settings) as watch:
        brief = make_brief(inputs, options, watch, notes.tell)
    _describe(brief, settings)
    notes.warn([*_skipped(brief.left_out), *brief.warnings])
    write([_render(brief, settings, output)], output)


@app.command("extract")
def print_extractions(  # noqa: PLR0913, PLR0917 - typer wants one parameter an option
    inputs: flags.Inputs,
    output: flags.Output = None,
    engine: flags.Engine = None,
    model: flags.Model = None,
    base_url: flags.BaseURL = None,
    mode: flags.Mode = None,
    concurrency: flags.Concurrency = None,
    max_tokens: flags.MaxTokens = None,
    timeout_s: flags.TimeoutS = None,
    retries: flags.Retries = None,
    fallback: flags.Fallback = None,
    cache: flags.Cache = None,
    loaded_words: flags.LoadedWords = None,
    allow_hosts: flags.AllowHosts = None,
    estimate: flags.Estimate = False,
    created: flags.Created = None,
    quiet: flags.Quiet = None,
    verbose: flags.Verbose = None,
) -> None:
    """Print what each article says, one JSON object a line."""
    settings, options = settle(locals())
    _keep_apart(inputs, output)
    if estimate:
        _print_estimate(inputs, options)
        return
    from summarize.pipeline import extract_all, open_engine, read_articles
    from summarize.render.json import render_line

    notes = Notes(settings)
    with show_progress(settings) as watch, open_engine(options, notes.tell) as (reader, _):
        read = read_articles(inputs, options)
        extractions = list(extract_all(read.articles, reader, watch))
    notes.warn([*_skipped(read.left_out), *map(str, read.failures)])
    for article, one in zip(read.articles, extractions, strict=True):
        found = dict.fromkeys((*article.warnings, *one.warnings))
        notes.warn(f"{article.source}: {text}" for text in found)
    write([render_line(one) for one in extractions], output)


@app.command("verify")
def verify_file(  # noqa: PLR0913, PLR0917 - typer wants one parameter an option
    brief: Annotated[str, typer.Argument(metavar="BRIEF", help="A brief's JSON, or -.")],
    sources: Annotated[
        str | None, typer.Option(metavar="DIR", help="The articles as they are now.")
    ] = None,
    format: flags.ReportFormat = "text",  # noqa: A002 - the option is called so
    loaded_words: flags.LoadedWords = None,
    waive: flags.Waive = None,
    allow_hosts: flags.AllowHosts = None,
    quiet: flags.Quiet = None,
) -> None:
    """Check a finished brief, edited or not, against its sources."""
    from summarize.verify import RENDERERS, LintOptions, check_file

    given = {
        "loaded_words": loaded_words,
        "waive": waive,
        "allow_hosts": allow_hosts,
        "quiet": quiet,
    }
    settings = read_settings(given, os.environ)
    notes, lint = Notes(settings), LintOptions(settings.loaded_words, settings.waive)
    stdin = sys.stdin.buffer if sys.stdin else None
    report = check_file(brief, sources, stdin, lint, settings.allow_hosts)
    notes.warn(report.notes)
    write([RENDERERS[format](report)], None)
    raise typer.Exit(0 if report.passed else CHECK_FAILED)


@app.command("diff")
def compare_files(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The older brief's JSON, or -.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer one's, or -.")],
    output: flags.Output = None,
    format: flags.DiffFormat = "terminal",  # noqa: A002 - the option is called so
    quiet: flags.Quiet = None,
) -> None:
    """Compare two briefs of a story, claim by claim."""
    from summarize.diff import compare_briefs, render_diff

    notes = Notes(read_settings({"quiet": quiet}, os.environ))
    briefs = [_load(name, notes) for name in _once_from_stdin(old, new)]
    write([render_diff(compare_briefs(*briefs), format, *screen(output))], output)


@app.command("doctor")
def examine_engine(
    engine: flags.Engine = None,
    model: flags.Model = None,
    base_url: flags.BaseURL = None,
    mode: flags.Mode = None,
    fallback: flags.Fallback = None,
) -> None:
    """Say which engine would run, why, and what is missing for it."""
    from summarize.doctor import examine

    _, options = settle(locals())
    found = examine(options)
    write([found.in_words()], None)
    raise typer.Exit(0 if found.is_fit else EngineUnavailable.exit_code)


@app.command("schema")
def print_schema(
    name: Annotated[SchemaName, typer.Argument(help="Which model.")], output: flags.Output = None
) -> None:
    """Print the JSON Schema of a model."""
    from summarize.resources import read_schema

    write([read_schema(name)], output)


def settle(given: Mapping[str, object]) -> tuple[Settings, BriefOptions]:
    """Return the settings, and what the pipeline is asked for, out of a command's parameters."""
    settings = read_settings({name: given.get(name) for name in SETTING_NAMES}, os.environ)
    created = given.get("created")
    moment = parse_created(str(created)) if created else None
    return settings, choose_options(settings, moment, os.environ)


def _once_from_stdin(*names: str) -> Sequence[str]:
    """Return the names of files to be read. Raises UsageError for a second `-`."""
    if names.count("-") > 1:
        raise UsageError("-: standard input can be read once; give a file for the other brief")
    return names


def _load(name: str, notes: "Notes") -> "Brief":
    """Return the brief in a file; items in it that do not fit are warned of."""
    from summarize.verify import load_brief

    loaded = load_brief(name, sys.stdin.buffer if sys.stdin else None)
    notes.warn(f"{name}: {failure}; see summarize verify" for failure in loaded.failures)
    return loaded.brief


def _keep_apart(inputs: Sequence[str], output: Path | None) -> None:
    """Refuse to write over what is to be read: an article, or the last run's brief in its folder.

    Raises UsageError.
    """
    from summarize.read.sources import expand_inputs

    # os.path, since pathlib raises for a loop of links and for a folder without permission.
    if output is None or not os.path.isfile(output):
        return
    written = os.path.realpath(output)
    for source in expand_inputs(inputs).sources:
        if source.path is not None and os.path.realpath(source.path) == written:
            raise UsageError(f"{output}: is one of the files to be read; write to another file")


def _print_estimate(inputs: Sequence[str], options: BriefOptions) -> None:
    from summarize.pipeline import estimate_cost

    write([estimate_cost(inputs, options).in_words() + "\n"], None)


def _describe(brief: "Brief", settings: Settings) -> None:
    """Say how each article was read, where the user asked for it."""
    if not settings.verbose:
        return
    engines = {run.article_id: f"{run.engine}: {run.why}" for run in brief.engines}
    for article in brief.articles:
        words, removed = len(article.text.split()), len(article.removed)
        say(
            "read",
            f"{article.source}: {words} words, {removed} pieces removed, by "
            f"{engines.get(article.id, 'no engine')}",
        )


def _skipped(left_out: Iterable["LeftOut"]) -> Iterator[str]:
    return (f"{one.article}: left out: {one.reason}" for one in left_out)


def _render(brief: "Brief", settings: Settings, output: Path | None) -> str:
    from summarize.render import load_renderer
    from summarize.render.json import withhold_sources

    shown = withhold_sources(brief) if settings.without_sources else brief
    return load_renderer(settings.format, *screen(output))(shown)
