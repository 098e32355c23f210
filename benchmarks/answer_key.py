"""The answer key of one story: what a brief of it must hold, as seeds/expected.json writes it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _compile(pattern: object) -> object:
    return re.compile(pattern, re.I | re.M) if isinstance(pattern, str) else pattern


Pattern = Annotated[re.Pattern[str], BeforeValidator(_compile)]
"""A regular expression of a key: without regard to case, ^ and $ at the ends of lines."""


class _KeyPart(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ArticleKey(_KeyPart):
    """What cleaning must find in one file, take out of it and leave in it."""

    title: str | None = None
    published: str | None = None
    original_source: Pattern | None = None
    drop: tuple[Pattern, ...] = ()
    keep: tuple[Pattern, ...] = ()


class FigureKey(_KeyPart):
    """A figure that must be found. `quote` is literal text around it, `by` is who gives it."""

    article: str = Field(alias="a")
    low: float
    high: float
    quote: str
    what: Pattern | None = None
    unit: Pattern | None = None
    bound: Pattern | None = None
    by: Pattern | None = None
    group: str | None = None
    optional: bool = False

    @property
    def quote_pattern(self) -> re.Pattern[str]:
        """The quote with any white space between its words."""
        return re.compile(r"\s+".join(map(re.escape, self.quote.split())), re.I)


class ActorKey(_KeyPart):
    """An actor that must be found. `kind` matches the whole kind; `articles` name the actor."""

    name: Pattern
    kind: Pattern
    role: Pattern | None = None
    articles: tuple[str, ...] = ()
    optional: bool = False


class SpeakerKey(_KeyPart):
    """Words that must be a claim's evidence, and whose claim it must be."""

    article: str = Field(alias="a")
    quote: Pattern
    by: Pattern


class DisputeKey(_KeyPart):
    """A dispute that must be found; `need` of its `sides` (all, where null) stand in one point."""

    name: str
    sides: tuple[Pattern, ...]
    need: int | None = None
    hard: bool = False


class FactKey(_KeyPart):
    """A fact that one sentence of the summary must carry: all of its patterns."""

    name: str
    patterns: tuple[Pattern, ...] = Field(alias="all")


class AnswerKey(_KeyPart):
    """What a brief of `inputs` must hold. `articles` go by the number that begins a file's name.

    `not_figures` are numbers in the raw files that count nothing: no measure reads them, because
    `figures_precision` holds every figure against that is not in `figures`.
    """

    name: str
    inputs: str
    about: str
    articles: Mapping[str, ArticleKey]
    figures: tuple[FigureKey, ...]
    not_figures: tuple[Pattern, ...]
    actors: tuple[ActorKey, ...]
    not_actors: tuple[Pattern, ...]
    speakers: tuple[SpeakerKey, ...]
    contested: tuple[DisputeKey, ...]
    key_facts: tuple[FactKey, ...]
    loaded: tuple[Pattern, ...]


def read_key(path: Path) -> AnswerKey:
    """Read an answer key. Raises OSError and pydantic's ValidationError, a ValueError."""
    return AnswerKey.model_validate(json.loads(path.read_text(encoding="utf-8")))
