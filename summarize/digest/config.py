"""`digest.toml`: which sources are read, what is told of them, when, and where it goes."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    model_validator,
)

from summarize.digest.apart import keep_apart
from summarize.digest.deliver.config import TargetConfig
from summarize.digest.mistakes import say_mistake
from summarize.digest.paths import AddressText, PathText
from summarize.digest.schedule.options import Schedule
from summarize.errors import UsageError
from summarize.read.fetch import FetchOptions

CONFIG_NAME = "digest.toml"
SourceKind = Literal["feed", "page", "folder", "mailbox"]
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


def _as_tuple(given: object) -> object:
    """Take a list of TOML for the tuple that a frozen value holds."""
    return tuple(given) if isinstance(given, list) else given


def _check_language(code: str) -> str:
    if not re.fullmatch("[a-z]{2,3}", code):
        raise ValueError('is no code of a language; write "en"')
    return code


_Text = Annotated[str, Field(min_length=1)]


class Table(BaseModel):
    """A table of the file: strict, frozen, and without a key that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class SourceTable(Table):
    """One `[[source]]`: a feed, a page, a folder or a mailbox, and what is known of it.

    `outlet` and `language` go before what the articles say of themselves; `family` is the publisher
    of the outlet, so that two outlets of one house are one origin. `limit` is the most articles
    that one run takes of it, the newest first.
    """

    feed: AddressText | None = None
    page: AddressText | None = None
    folder: PathText | None = None
    mailbox: PathText | None = None
    outlet: _Text | None = None
    family: _Text | None = None
    language: Annotated[str, AfterValidator(_check_language)] | None = None
    limit: Annotated[int, Field(ge=1, le=100_000)] | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        given = [kind for kind in SOURCE_KINDS if getattr(self, kind) is not None]
        if len(given) != 1:
            raise ValueError(
                f"a source is one of {', '.join(SOURCE_KINDS)}; this one gives "
                f"{' and '.join(given) or 'none of them'}"
            )
        if self.family and not self.outlet:
            raise ValueError("family says whose the outlet is; give outlet, too")
        return self

    @property
    def kind(self) -> SourceKind:
        """What it is."""
        return next(kind for kind in SOURCE_KINDS if getattr(self, kind) is not None)

    @property
    def location(self) -> str:
        """Its address, or its path as it stands in the file; its name in the store, too."""
        return str(getattr(self, self.kind))

    @property
    def most(self) -> int:
        """The most articles that one run takes of it."""
        return self.limit or (_FEED_LIMIT if self.kind == "feed" else _FILE_LIMIT)


_FEED_LIMIT = 50
"""A feed of an outlet holds 10 to 50 entries; what lies behind them is an archive."""
_FILE_LIMIT = 100_000


class StoriesTable(Table):
    """`[stories]`: which stories are told.

    A story goes on for `window_days` after its newest article. It is told where at least
    `least_outlets` outlets report it and `least_origins` independent origins stand behind it; of
    those the `most` that have most outlets, then the newest.
    """

    window_days: Annotated[int, Field(ge=1, le=365)] = 7
    least_outlets: Annotated[int, Field(ge=1, le=100)] = 2
    least_origins: Annotated[int, Field(ge=1, le=100)] = 1
    most: Annotated[int, Field(ge=1, le=1000)] = 20


class StoreTable(Table):
    """`[store]`: a file beside this one, or the URL of a PostgreSQL database.

    What is older than `keep_days` is forgotten, but for the keys of its entries, so that an old
    entry is not read again as a new one.
    """

    address: PathText = "digest.sqlite"
    keep_days: Annotated[int, Field(ge=1, le=36_500)] = 90

    @model_validator(mode="after")
    def _has_no_other_scheme(self) -> Self:
        scheme, mark, _ = self.address.partition("://")
        if mark and scheme.partition("+")[0] not in {"sqlite", "postgresql", "postgres"}:
            raise ValueError(f"{scheme}:// is no store; give a file or postgresql://…")
        return self


class FetchTable(Table):
    """`[fetch]`: how far a fetch may go; see `read.fetch.FetchOptions` for each."""

    timeout_s: Annotated[float, Field(gt=0, le=600)] = 30.0
    delay_s: Annotated[float, Field(ge=0, le=60)] = 1.0
    max_mb: Annotated[float, Field(gt=0, le=1000)] = 10.0
    allow_hosts: Annotated[tuple[_Text, ...], BeforeValidator(_as_tuple)] = ()
    obey_robots: bool = True

    @property
    def options(self) -> FetchOptions:
        """What fetching takes."""
        return FetchOptions(
            timeout_s=self.timeout_s,
            delay_s=self.delay_s,
            max_bytes=int(self.max_mb * 1_000_000),
            allow_hosts=self.allow_hosts,
            obey_robots=self.obey_robots,
        )


class Config(Table):
    """The whole file. Paths in it are relative to the folder that it lies in."""

    title: _Text = "Digest"
    source: Annotated[tuple[SourceTable, ...], BeforeValidator(_as_tuple), Field(min_length=1)]
    stories: StoriesTable = StoriesTable()
    store: StoreTable = StoreTable()
    fetch: FetchTable = FetchTable()
    deliver: Annotated[tuple[TargetConfig, ...], BeforeValidator(_as_tuple)] = ()
    schedule: Schedule | None = None
    settings: Annotated[dict[str, Any], AfterValidator(dict)] = {}
    _path: Path = PrivateAttr(Path(CONFIG_NAME))

    @model_validator(mode="after")
    def _names_each_source_once(self) -> Self:
        seen: set[tuple[str, str]] = set()
        for one in self.source:
            if (one.kind, one.location) in seen:
                raise ValueError(f"the {one.kind} {one.location} is given twice")
            seen.add((one.kind, one.location))
        return self

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def folder(self) -> Path:
        """Where relative paths begin."""
        return self._path.parent

    @property
    def store_address(self) -> str | Path:
        """The URL of the store, or its file."""
        address = self.store.address
        return address if "://" in address else self.folder / Path(address).expanduser()

    @property
    def targets(self) -> tuple[TargetConfig, ...]:
        """Where digests go, by absolute paths."""
        return tuple(self._place(one) for one in self.deliver)

    @property
    def own_places(self) -> tuple[Path, ...]:
        """What a digest reads and writes for itself: this file, the store, folders of targets."""
        folders = (Path(one.folder) for one in self.targets if one.kind == "folder")
        store = self.store_address
        if isinstance(store, str):
            return (self._path, *folders)
        beside = ("", ".lock", "-journal", "-shm", "-wal")
        return (self._path, *folders, *(store.with_name(store.name + one) for one in beside))

    def _place(self, target: TargetConfig) -> TargetConfig:
        paths = {
            name: str(self.folder.absolute() / Path(given).expanduser())
            for name in ("folder", "ca_file")
            if (given := getattr(target, name, None))
        }
        return target.model_copy(update=paths)

    def day_of(self, moment: dt.datetime) -> dt.date:
        """Return the day of a moment in the zone of the schedule; in UTC where there is none."""
        return moment.astimezone(self.schedule.zone if self.schedule else dt.UTC).date()

    @property
    def families(self) -> dict[str, str]:
        """The publisher of each outlet of which the file gives one."""
        return {one.outlet: one.family for one in self.source if one.outlet and one.family}


def load_config(path: Path) -> Config:
    """Read the file. Raises UsageError that names the key and says what it may be."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such file; write one with `summarize digest init`") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as TOML: {error}") from error
    return parse_config(table, path)


def parse_config(table: Mapping[str, object], path: Path) -> Config:
    """Return the configuration in `table`, which was read from `path`. Raises UsageError."""
    try:
        config = Config.model_validate(table)
    except ValidationError as error:
        raise UsageError(f"{path}: {say_mistake(error)}") from error
    config._path = path
    keep_apart(config)
    return config
