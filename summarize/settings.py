"""What a run is told: flags, environment and file, read once at the edge into frozen values.

Precedence: flag > SUMMARIZE_<NAME> > $XDG_CONFIG_HOME/summarize/config.toml > default. Time enters
here too, so that nothing behind the edge asks a clock.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict
from urllib.parse import urlsplit

from summarize.errors import UsageError

EngineName = Literal["auto", "offline", "llm"]
FormatName = Literal["terminal", "md", "json", "html"]
ModeName = Literal["auto", "json_schema", "tools", "json"]
WordingName = Literal["template", "llm"]

DEFAULT_WORDS = 200
FEWEST_WORDS, MOST_WORDS = 60, 600
OPENAI_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-4o-mini"
"""Asked of OpenAI itself where no model is named; another endpoint is asked what it serves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMOptions:
    """Which OpenAI-compatible endpoint is asked, and how far it may go.

    `model` is None where the endpoint is to say which one it serves. `max_tokens` bounds the whole
    run, prompts and answers, retries included. `timeout_s` bounds one answer, its `retries` after
    an outage included. `cache` is a file, or None where nothing is remembered. The key is shown by
    no `repr`.
    """

    base_url: str = OPENAI_URL
    api_key: str = dataclasses.field(default="", repr=False)
    model: str | None = None
    mode: ModeName = "auto"
    concurrency: int = 8
    max_tokens: int | None = None
    timeout_s: float = 300.0
    retries: int = 2
    fallback: bool = True
    cache: Path | None = None

    @property
    def host(self) -> str:
        """The address without its path, to be shown."""
        return urlsplit(self.base_url).netloc


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """What the pipeline is asked for.

    `words` is the length wanted of the summary, 60 to 600. `created` is aware and only stamps the
    brief; `today` is the day after which no article's date is believed. `llm` is None where no
    endpoint is configured. `loaded_words` is a file, or None for the list that is shipped; `waive`
    are waivers of the lint as the user writes them. `families` is a table of publishers that goes
    before the one shipped; `allow_hosts` may be fetched from though they lie in a private network.
    Raises UsageError.
    """

    created: dt.datetime
    today: dt.date
    engine: EngineName = "auto"
    words: int = DEFAULT_WORDS
    llm: LLMOptions | None = None
    wording: WordingName = "template"
    loaded_words: Path | None = None
    waive: tuple[str, ...] = ()
    families: Path | None = None
    allow_hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not FEWEST_WORDS <= self.words <= MOST_WORDS:
            raise UsageError(f"words must be from {FEWEST_WORDS} to {MOST_WORDS}, not {self.words}")
        if self.created.tzinfo is None:
            raise UsageError(f"created needs a time zone: {self.created.isoformat()}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user can fix once, in the file or the environment, and override by a flag."""

    engine: EngineName = "auto"
    model: str = ""
    base_url: str = ""
    mode: ModeName = "auto"
    concurrency: int = 8
    max_tokens: int | None = None
    timeout_s: float = 300.0
    retries: int = 2
    fallback: bool = True
    cache: bool = True
    wording: WordingName = "template"
    words: int = DEFAULT_WORDS
    loaded_words: Path | None = None
    waive: tuple[str, ...] = ()
    families: Path | None = None
    allow_hosts: tuple[str, ...] = ()
    format: FormatName = "terminal"
    without_sources: bool = False
    quiet: bool = False
    verbose: bool = False


class SettingValues(TypedDict, total=False):
    """The settings as the library takes them; what is not given comes from environment or file."""

    engine: EngineName
    model: str
    base_url: str
    mode: ModeName
    concurrency: int
    max_tokens: int
    timeout_s: float
    retries: int
    fallback: bool
    cache: bool
    wording: WordingName
    words: int
    loaded_words: str | Path
    waive: Sequence[str]
    families: str | Path
    allow_hosts: Sequence[str]


SETTING_NAMES = tuple(field.name for field in dataclasses.fields(Settings))
_LISTS = ("waive", "allow_hosts")
_FLAGS = {"timeout_s": "--timeout", "allow_hosts": "--allow-host"}
"""The flags that are not called as their setting is."""

_LIMITS: Mapping[str, tuple[int, int]] = {
    "words": (FEWEST_WORDS, MOST_WORDS),
    "concurrency": (1, 256),
    "max_tokens": (1, 1_000_000_000),
    "timeout_s": (1, 3_600),
    "retries": (0, 10),
}
"""The least and the most that a number may be."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A setting's value as it came, and the name of the place that gave it."""

    value: object
    place: str


def read_settings(
    flags: Mapping[str, object],
    environ: Mapping[str, str],
    table: Mapping[str, object] | None = None,
    table_path: Path = Path(),
) -> Settings:
    """Settle every setting; a flag that is None was not given.

    `table` is read from a file at `table_path`, which goes before the user's own: digest.toml's.
    Raises UsageError that names the flag, the variable, or the file and its key.
    """
    # Imported here: `--help` does without pydantic, which takes longer than all the rest.
    from pydantic import TypeAdapter, ValidationError

    given = (
        _from_file(config_path(environ))
        | _from_table(dict(table or {}), table_path)
        | _from_environment(environ)
        | _from_flags(flags)
    )
    values = {name: _listed(name, one.value) for name, one in given.items()}
    try:
        settings = TypeAdapter(Settings).validate_python(values)
    except ValidationError as error:
        problem = error.errors()[0]
        wrong = given[str(problem["loc"][0])]
        raise UsageError(f"{wrong.place}: {problem['msg']}, not {wrong.value!r}") from error
    for name, (least, most) in _LIMITS.items():
        value = getattr(settings, name)
        if value is not None and not least <= value <= most:
            wrong = given[name]
            raise UsageError(f"{wrong.place}: must be from {least} to {most}, not {wrong.value!r}")
    return settings


def _listed(name: str, value: object) -> object:
    """Return a list's value: a variable holds one item a line."""
    if name not in _LISTS:
        return value
    lines = value.splitlines() if isinstance(value, str) else value
    return tuple(lines) if isinstance(lines, Sequence) else lines


def config_path(environ: Mapping[str, str]) -> Path:
    """The settings file; XDG says that a relative $XDG_CONFIG_HOME does not count.

    A user without a home, as a container's nameless one, has no file: the system's root holds none.
    """
    return _xdg_folder(environ, "XDG_CONFIG_HOME", ".config") / "summarize" / "config.toml"


def _xdg_folder(environ: Mapping[str, str], variable: str, default: str) -> Path:
    configured = Path(environ.get(variable, ""))
    if configured.is_absolute():
        return configured
    try:
        return Path.home() / default
    except RuntimeError:
        return Path("/") / default


def choose_options(
    settings: Settings, created: dt.datetime | None, environ: Mapping[str, str]
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
        engine=settings.engine,
        words=settings.words,
        llm=choose_llm(settings, environ),
        wording=settings.wording,
        loaded_words=settings.loaded_words,
        waive=settings.waive,
        families=settings.families,
        allow_hosts=settings.allow_hosts,
    )


def choose_llm(settings: Settings, environ: Mapping[str, str]) -> LLMOptions | None:
    """Return the endpoint that is configured, or None where there is neither a key nor an address.

    The key comes from OPENAI_API_KEY alone, so that it stands in no file of ours and in no list of
    processes. Raises UsageError for an address that is none.
    """
    key = environ.get("OPENAI_API_KEY", "").strip()
    base_url = settings.base_url or environ.get("OPENAI_BASE_URL", "")
    if not key and not base_url:
        return None
    return LLMOptions(
        base_url=_checked_url(base_url or OPENAI_URL),
        api_key=key,
        model=settings.model or (None if base_url else DEFAULT_MODEL),
        mode=settings.mode,
        concurrency=settings.concurrency,
        max_tokens=settings.max_tokens,
        timeout_s=settings.timeout_s,
        retries=settings.retries,
        fallback=settings.fallback,
        cache=cache_path(environ) if settings.cache else None,
    )


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"base URL: not an address: {url!r}; write https://HOST/v1")
    if parts.username or parts.password:
        raise UsageError("base URL: holds a name or a password; put the key into OPENAI_API_KEY")
    return url.rstrip("/")


def cache_path(environ: Mapping[str, str]) -> Path:
    """The file in which answers are kept, under $XDG_CACHE_HOME or ~/.cache."""
    return _xdg_folder(environ, "XDG_CACHE_HOME", ".cache") / "summarize" / "answers.sqlite"


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
        name: _Given(value, _FLAGS.get(name) or "--" + name.replace("_", "-"))
        for name, value in flags.items()
        if value is not None and value != []
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
    return _from_table(table, path)


def _from_table(table: dict[str, object], path: Path) -> dict[str, _Given]:
    for key in table:
        if key not in SETTING_NAMES:
            raise UsageError(f"{path}: unknown key {key!r}; known: {', '.join(SETTING_NAMES)}")
    for key in ("loaded_words", "families"):
        if isinstance(given := table.get(key), str):
            table[key] = str(path.parent / Path(given).expanduser())
    return {key: _Given(value, f"{path}: {key}") for key, value in table.items()}
