"""Shipped files: found beside the package, and equal to what the models say."""

import json
from pathlib import Path

import pytest

from summarize.resources import (
    SCHEMA_NAMES,
    SchemaName,
    export_schema,
    find_folder,
    read_schema,
    write_schemas,
)


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_a_shipped_schema_has_not_drifted_from_its_model(name: SchemaName) -> None:
    assert read_schema(name) == export_schema(name), "run `make schemas`"


def test_the_folder_of_schemas_holds_nothing_else() -> None:
    names = sorted(entry.name for entry in find_folder("schemas").iterdir())
    assert names == sorted(f"{name}.schema.json" for name in SCHEMA_NAMES)


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_a_schema_closes_every_object_to_unknown_fields(name: SchemaName) -> None:
    schema = json.loads(read_schema(name))
    for definition in (schema, *schema.get("$defs", {}).values()):
        assert definition["additionalProperties"] is False


def test_writing_the_schemas_gives_what_is_shipped(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    for name in SCHEMA_NAMES:
        assert (tmp_path / f"{name}.schema.json").read_text(encoding="utf-8") == read_schema(name)
