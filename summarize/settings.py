"""What a run is told: flags, environment and file, read once at the edge into frozen values.

Precedence: flag > SUMMARIZE_<NAME> > $XDG_CONFIG_HOME/summarize/config.toml > default. Time enters
here too, so that nothing behind the edge asks a clock.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarize.errors import UsageError

EngineName = Literal["auto", "offline", "llm"]
FormatName = Literal["terminal", "md", "json"]

DEFAULT_WORDS = 200
FEWEST_WORDS, MOST_WORDS = 60, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """What the pipeline is asked for.

    `words` is the length wanted of the summary, 60 to 600. `created` is aware and only stamps the
    brief; `today` is the day after which no article's date is believed. Raises UsageError.
    """

    created: dt.datetime
    today: dt.date
    engine: EngineName = "auto"
    words: int = DEFAULT_WORDS

    def __post_init__(self) -> None:
        if not FEWEST_WORDS <= self.words <= MOST_WORDS:
            raise UsageError(f"words must be from {FEWEST_WORDS} to {MOST_WORDS}, not {self.words}")
        if self.created.tzinfo is None:
            raise UsageError(f"created needs a time zone: {self.created.isoformat()}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user can fix once, in the file or the environment, and override by a flag."""

    engine: EngineName = "auto"
    words: int = DEFAULT_WORDS
    format: FormatName = "terminal"
    without_sources: bool = False
    quiet: bool = False
    verbose: bool = False


SETTING_NAMES = tuple(field.name for field in dataclasses.fields(Settings))


@dataclass(frozen=True, slots=True)
class _Given:
    """A setting's value as it came, and the name of the place that gave it."""

    value: object
    place: str


def read_settings(flags: Mapping[str, object], environ: Mapping[str, str]) -> Settings:
    """Settle every setting; a flag that is None was not given.

    Raises UsageError that names the flag, the variable, or the file and its key.
    """
    # Imported here: `--help` does without pydantic, which takes longer than all the rest.
    from pydantic import TypeAdapter, ValidationError

    given = _from_file(config_path(environ)) | _from_environment(environ) | _from_flags(flags)
    values = {name: one.value for name, one in given.items()}
    try:
        settings = TypeAdapter(Settings).validate_python(values)
    except ValidationError as error:
        problem = error.errors()[0]
        wrong = given[str(problem["loc"][0])]
        raise UsageError(f"{wrong.place}: {problem['msg']}, not {wrong.value!r}") from error
    if not FEWEST_WORDS <= settings.words <= MOST_WORDS:
        wrong = given["words"]
        limits = f"from {FEWEST_WORDS} to {MOST_WORDS}"
        raise UsageError(f"{wrong.place}: must be {limits}, not {wrong.value!r}")
    return settings


def config_path(environ: Mapping[str, str]) -> Path:
    """The settings file; XDG says that a relative $XDG_CONFIG_HOME does not count.

    A user without a home, as a container's nameless one, has no file: the system's root holds none.
    """
    configured = Path(environ.get("XDG_CONFIG_HOME", ""))
    if not configured.is_absolute():
        try:
            configured = Path.home() / ".config"
        except RuntimeError:
            configured = Path("/.config")
    return configured / "summarize" / "config.toml"


def choose_options(
    engine: EngineName, words: int, created: dt.datetime | None, environ: Mapping[str, str]
) -> BriefOptions:
    """Settle the time of the run and what the pipeline is asked for.

    An article may be as new as the real day even where `created` is set back, as
    SOURCE_DATE_EPOCH does: that stamp says nothing about the articles.
    """
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    stamp = created or _source_date_epoch(environ) or now
    return BriefOptions(
        created=stamp,
        today=max(stamp.date(), now.date()),
        engine=engine,
        words=words,
    )


def parse_created(text: str) -> dt.datetime:
    """Read `--created`: ISO 8601; UTC where it names no zone. Raises UsageError."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"--created: not an ISO 8601 date or time: {text!r}; write 2025-04-26T12:00:00Z"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _source_date_epoch(environ: Mapping[str, str]) -> dt.datetime | None:
    """Read the time that https://reproducible-builds.org/specs/source-date-epoch/ defines."""
    text = environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        return dt.datetime.fromtimestamp(int(text), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH: not a number of seconds: {text!r}") from error


def _from_flags(flags: Mapping[str, object]) -> dict[str, _Given]:
    return {
        name: _Given(value, "--" + name.replace("_", "-"))
        for name, value in flags.items()
        if value is not None
    }


def _from_environment(environ: Mapping[str, str]) -> dict[str, _Given]:
    variables = {name: f"SUMMARIZE_{name.upper()}" for name in SETTING_NAMES}
    return {
        name: _Given(environ[variable], variable)
        for name, variable in variables.items()
        if environ.get(variable)
    }


def _from_file(path: Path) -> dict[str, _Given]:
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as TOML: {error}") from error
    for key in table:
        if key not in SETTING_NAMES:
            raise UsageError(f"{path}: unknown key {key!r}; known: {', '.join(SETTING_NAMES)}")
    return {key: _Given(value, f"{path}: {key}") for key, value in table.items()}
