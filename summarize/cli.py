"""The command line: settle the settings, call the library, print.

Nothing heavy is imported before a command runs. SummarizeError is caught in `main` alone.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from summarize.errors import SummarizeError, UsageError
from summarize.resources import SchemaName
from summarize.settings import (
    BriefOptions,
    EngineName,
    FormatName,
    Settings,
    choose_options,
    parse_created,
    read_settings,
)

if TYPE_CHECKING:
    from summarize.model import Brief, LeftOut
    from summarize.pipeline import Watch

CHECK_FAILED = 1
"""The exit code for a brief that `verify` finds fault with."""

PIPED_WIDTH = 80
WIDEST_SCREEN = 100  # longer lines are hard to read

app = typer.Typer(
    name="summarize",
    help="Several outlets, one story, one brief that leads back to its sources' own words.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help takes two thirds of the time
    pretty_exceptions_enable=False,
    add_completion=False,
)

Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.")
]


def _unless_dash(path: Path | None) -> Path | None:
    """Take "-" for standard output, as for inputs it is standard input."""
    return None if path == Path("-") else path


Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", callback=_unless_dash, help="Write here, all or nothing."
    ),
]
Format = Annotated[FormatName | None, typer.Option("--format", "-f", help="Default: terminal.")]
Words = Annotated[int | None, typer.Option(help="Length of the summary, 60 to 600; default 200.")]
Engine = Annotated[EngineName | None, typer.Option(help="Who reads the articles; default auto.")]
Created = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Stamp of the brief, ISO 8601; else SOURCE_DATE_EPOCH, now."),
]
WithoutSources = Annotated[
    bool | None,
    typer.Option(help="Leave the articles' texts out of the JSON; hashes and quotes stay."),
]
ReportFormat = Annotated[
    Literal["text", "jsonl"], typer.Option("--format", "-f", help="jsonl for an editor's tools.")
]
Quiet = Annotated[bool | None, typer.Option(help="No warnings, no progress on stderr.")]
Verbose = Annotated[bool | None, typer.Option(help="Say on stderr how each article was read.")]


@app.command("brief")
def print_brief(  # noqa: PLR0913, PLR0917 - typer wants one parameter an option
    inputs: Inputs,
    output: Output = None,
    format_: Format = None,
    words: Words = None,
    engine: Engine = None,
    created: Created = None,
    without_sources: WithoutSources = None,
    quiet: Quiet = None,
    verbose: Verbose = None,
) -> None:
    """Merge articles on one story into one neutral brief."""
    from summarize.pipeline import make_brief

    settings = _settle(
        format=format_,
        words=words,
        engine=engine,
        without_sources=without_sources,
        quiet=quiet,
        verbose=verbose,
    )
    _keep_apart(inputs, output)
    with _progress(settings) as watch:
        brief = make_brief(inputs, _options(settings, created), watch)
    _describe(brief, settings)
    _warn([*_skipped(brief.left_out), *brief.warnings], settings)
    _write([_render(brief, settings, output)], output)


@app.command("extract")
def print_extractions(  # noqa: PLR0913, PLR0917 - typer wants one parameter an option
    inputs: Inputs,
    output: Output = None,
    engine: Engine = None,
    created: Created = None,
    quiet: Quiet = None,
    verbose: Verbose = None,
) -> None:
    """Print what each article says, one JSON object a line."""
    from summarize.extract.engine import choose_engine
    from summarize.pipeline import extract_all, read_articles
    from summarize.render.json import render_line

    settings = _settle(engine=engine, quiet=quiet, verbose=verbose)
    _keep_apart(inputs, output)
    with _progress(settings) as watch:
        reader = choose_engine(settings.engine)
        read = read_articles(inputs, _options(settings, created))
        extractions = list(extract_all(read.articles, reader, watch))
    _warn(_skipped(read.left_out), settings)
    _warn((str(failure) for failure in read.failures), settings)
    for article, one in zip(read.articles, extractions, strict=True):
        found = dict.fromkeys((*article.warnings, *one.warnings))
        _warn((f"{article.source}: {text}" for text in found), settings)
    _write([render_line(one) for one in extractions], output)


@app.command("verify")
def verify_file(
    brief: Annotated[str, typer.Argument(metavar="BRIEF", help="A brief's JSON, or -.")],
    sources: Annotated[
        str | None, typer.Option(metavar="DIR", help="The articles as they are now.")
    ] = None,
    format_: ReportFormat = "text",
    quiet: Quiet = None,
) -> None:
    """Check a finished brief, edited or not, against its sources."""
    from summarize.verify import RENDERERS, check_file

    settings = _settle(quiet=quiet)
    report = check_file(brief, sources, sys.stdin.buffer if sys.stdin else None)
    _warn(report.notes, settings)
    _write([RENDERERS[format_](report)], None)
    raise typer.Exit(0 if report.passed else CHECK_FAILED)


@app.command("schema")
def print_schema(
    name: Annotated[SchemaName, typer.Argument(help="Which model.")], output: Output = None
) -> None:
    """Print the JSON Schema of a model."""
    from summarize.resources import read_schema

    _write([read_schema(name)], output)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"summarize {version('summarize')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="And exit.")
    ] = False,
) -> None:
    """Several outlets, one story, one brief that leads back to its sources' own words."""


def main() -> None:
    """Run the command line; the exit codes are those of `errors.py`, and 130 after Ctrl-C."""
    try:
        app()
    except SummarizeError as error:
        _say("error", str(error))
        sys.exit(error.exit_code)


def _settle(**flags: object) -> Settings:
    return read_settings(flags, os.environ)


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


def _options(settings: Settings, created: str | None) -> BriefOptions:
    moment = parse_created(created) if created else None
    return choose_options(settings.engine, settings.words, moment, os.environ)


@contextmanager
def _progress(settings: Settings) -> Iterator["Watch | None"]:
    """Show how many articles are done, on a terminal only."""
    if settings.quiet or not _is_screen(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _describe(brief: "Brief", settings: Settings) -> None:
    """Say how each article was read, where the user asked for it."""
    if not settings.verbose:
        return
    engines = {run.article_id: f"{run.engine}: {run.why}" for run in brief.engines}
    for article in brief.articles:
        words, removed = len(article.text.split()), len(article.removed)
        _say(
            "read",
            f"{article.source}: {words} words, {removed} pieces removed, by "
            f"{engines.get(article.id, 'no engine')}",
        )


def _skipped(left_out: Iterable["LeftOut"]) -> Iterator[str]:
    return (f"{one.article}: left out: {one.reason}" for one in left_out)


def _warn(warnings: Iterable[str], settings: Settings) -> None:
    if not settings.quiet:
        for warning in warnings:
            _say("warning", warning)


def _say(kind: str, message: str) -> None:
    """Put a message on stderr; what comes from a source may not steer the terminal."""
    from summarize.render.escape import strip_controls

    lines = (strip_controls(line) for line in message.splitlines())
    typer.echo(f"summarize: {kind}: " + "\n  ".join(lines), err=True)


def _render(brief: "Brief", settings: Settings, output: Path | None) -> str:
    from summarize.render import load_renderer
    from summarize.render.json import withhold_sources

    shown = withhold_sources(brief) if settings.without_sources else brief
    return load_renderer(settings.format, *_screen(output))(shown)


def _screen(output: Path | None) -> tuple[int, bool]:
    """Width in columns and whether to colour; https://no-color.org decides before the terminal."""
    if output or not _is_screen(sys.stdout):
        return PIPED_WIDTH, False
    is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return min(shutil.get_terminal_size().columns, WIDEST_SCREEN), not is_plain


def _is_screen(stream: TextIO | None) -> bool:
    """Whether a person reads there; Python has None for a stream that was closed before it ran."""
    return stream is not None and stream.isatty()


def _write(chunks: Iterable[str], output: Path | None) -> None:
    """Write UTF-8 to stdout or, all or nothing, to a file. Raises UsageError that names it."""
    data = "".join(chunks).encode()
    if output is None and sys.stdout is None:
        raise UsageError("standard output: is closed; try --output")
    try:
        if output is None:
            typer.echo(data, nl=False)
        elif output.exists() and not output.is_file():
            output.write_bytes(data)  # a device or a pipe has nothing that could be half written
        else:
            _replace(Path(os.path.realpath(output)), data)
    except BrokenPipeError:
        raise  # typer ends quietly when the reader has gone
    except OSError as error:
        name, way_out = (output, "give another file") if output else ("standard output", "try -o")
        raise UsageError(f"{name}: cannot be written: {error.strerror}; {way_out}") from error


def _replace(path: Path, data: bytes) -> None:
    """Put the whole file in place in one step; a failure leaves what was there."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
