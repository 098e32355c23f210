"""The options of the command line, by name: what is said of each, and what it may be."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarize.settings import EngineName, FormatName, ModeName, WordingName

Inputs = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="Files, folders, web pages, feeds, or -.")
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
    typer.Option(metavar="TIME", help="Time stamp, ISO 8601; else SOURCE_DATE_EPOCH, now."),
]
WithoutSources = Annotated[
    bool | None,
    typer.Option(help="Leave the articles' texts out of the JSON; hashes and quotes stay."),
]
LoadedWords = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="List of loaded words, or lines of + and - words for ours."),
]
Waive = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE[:TEXT]=REASON", help="Let a mark of the lint stand; repeatable."),
]
AllowHosts = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="HOST[:PORT]", help="Fetch from a private network too."),
]
ReportFormat = Annotated[
    Literal["text", "jsonl"], typer.Option("--format", "-f", help="jsonl for an editor's tools.")
]
DiffFormat = Annotated[
    Literal["terminal", "json", "jsonl"],
    typer.Option("--format", "-f", help="json for all of it, jsonl for one change a line."),
]
Quiet = Annotated[bool | None, typer.Option(help="No warnings, no progress on stderr.")]
Verbose = Annotated[bool | None, typer.Option(help="Say on stderr how each article was read.")]


Model = Annotated[str | None, typer.Option(metavar="NAME", help="Which model of the LLM.")]
BaseURL = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", help="OpenAI-compatible endpoint; OPENAI_BASE_URL."),
]
Mode = Annotated[ModeName | None, typer.Option(help="How the LLM is held to the schema.")]
Concurrency = Annotated[int | None, typer.Option(help="Articles asked for at once; default 8.")]
MaxTokens = Annotated[
    int | None, typer.Option(help="Most tokens of the run, prompts, answers and retries.")
]
TimeoutS = Annotated[
    float | None, typer.Option("--timeout", metavar="SECONDS", help="For one answer; default 300.")
]
Retries = Annotated[int | None, typer.Option(help="After an outage of the LLM; default 2.")]
Fallback = Annotated[
    bool | None, typer.Option(help="Read offline what the LLM cannot; else exit code 4.")
]
Cache = Annotated[bool | None, typer.Option(help="Remember the LLM's answers, and use them.")]
Wording = Annotated[
    WordingName | None, typer.Option(help="Who words the summary; the gate checks each sentence.")
]
Families = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Whose outlet is whose; goes before our table.")
]
Estimate = Annotated[
    bool, typer.Option("--estimate", help="Say what the LLM would cost, and do nothing.")
]
