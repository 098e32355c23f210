"""The one place that knows where the shipped folders `schemas/` and `prompts/` live.

`python -m summarize.resources` writes the schemas anew from the models.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SchemaName = Literal["article", "draft", "extraction", "brief", "diff"]
SCHEMA_NAMES: tuple[SchemaName, ...] = get_args(SchemaName)
FolderName = Literal["schemas", "prompts"]


def find_folder(name: FolderName) -> "Traversable":
    """Find a folder inside the installed package or, in a checkout, beside it."""
    # Imported here: the command line starts without it, and has few milliseconds to spare.
    from importlib.resources import files

    installed = files("summarize").joinpath(name)
    return installed if installed.is_dir() else Path(__file__).parents[1] / name


def read_schema(name: SchemaName) -> str:
    """Read the JSON Schema as it was shipped."""
    return find_folder("schemas").joinpath(_file_name(name)).read_text(encoding="utf-8")


def read_prompt(name: str) -> str:
    """Read the template `prompts/NAME.txt`, version line and all."""
    return find_folder("prompts").joinpath(f"{name}.txt").read_text(encoding="utf-8")


def export_schema(name: SchemaName) -> str:
    """Make the JSON Schema of a model, which the shipped file must equal."""
    # Imported here: `summarize schema` only reads a file and does without pydantic.
    import json

    from pydantic import BaseModel

    from summarize import model

    models: dict[SchemaName, type[BaseModel]] = {
        "article": model.Article,
        "draft": model.Draft,
        "extraction": model.Extraction,
        "brief": model.Brief,
        "diff": model.Diff,
    }
    schema = models[name].model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema into `folder`, which must exist."""
    for name in SCHEMA_NAMES:
        (folder / _file_name(name)).write_text(export_schema(name), encoding="utf-8")


def _file_name(name: SchemaName) -> str:
    return f"{name}.schema.json"


if __name__ == "__main__":
    write_schemas(Path(__file__).parents[1] / "schemas")
