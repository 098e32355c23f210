"""The guide to digests names what the file may say, and its example is one."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from summarize.digest.config import (
    Config,
    FetchTable,
    SourceTable,
    StoreTable,
    StoriesTable,
    parse_config,
)
from summarize.digest.deliver.config import FolderTarget, MailTarget, WebhookTarget
from summarize.digest.model import Outcome
from summarize.digest.schedule.options import Schedule

GUIDE = (Path(__file__).parents[1] / "docs" / "digest.md").read_text(encoding="utf-8")
TABLES: tuple[type[BaseModel], ...] = (
    Config, SourceTable, StoriesTable, StoreTable, FetchTable, Schedule,
    FolderTarget, MailTarget, WebhookTarget,
)  # fmt: skip


def _example() -> dict[str, object]:
    (block,) = re.findall(r"```toml\n(.*?)```", GUIDE, flags=re.DOTALL)
    return tomllib.loads(block)


def test_the_example_of_the_guide_is_a_configuration() -> None:
    config = parse_config(_example(), Path("digest.toml"))
    assert [one.kind for one in config.source] == ["feed", "page", "folder", "mailbox"]


@pytest.mark.parametrize("name", ["stories", "store", "fetch"])
def test_the_example_gives_the_defaults(name: str) -> None:
    example = parse_config(_example(), Path("digest.toml"))
    plain = parse_config({"source": [{"folder": "articles"}]}, Path("digest.toml"))
    assert getattr(example, name) == getattr(plain, name)


def _keys() -> Iterator[tuple[str, str]]:
    for table in TABLES:
        for key in table.model_fields:
            yield table.__name__, key


@pytest.mark.parametrize(("table", "key"), list(_keys()))
def test_each_key_is_in_the_guide(table: str, key: str) -> None:
    assert re.search(rf"\b{key}\b", GUIDE), f"{key} of {table} is not explained"


def test_each_outcome_is_in_the_guide() -> None:
    for outcome in get_args(Outcome):
        assert f"| {outcome} |" in GUIDE
