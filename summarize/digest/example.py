"""The first digest.toml: one that works as it stands, with what else it may say as comments."""

from pathlib import Path
from string import Template

from summarize.errors import UsageError

_EXAMPLE = Path(__file__).with_name("example.toml")
_FOLDERS = ("seeds", "articles")
"""Where articles may lie already; the last is named where there is neither."""


def write_example(path: Path) -> str:
    """Write a commented digest.toml and return the folder that it reads.

    Raises UsageError where the file is there or cannot be written: nobody's own is overwritten.
    """
    folder = next((name for name in _FOLDERS if (path.parent / name).is_dir()), _FOLDERS[-1])
    text = Template(_EXAMPLE.read_text(encoding="utf-8")).substitute(folder=folder)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"{path}: is there already; edit it, or give another name") from error
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written: {error.strerror}; check the folder"
        ) from error
    return folder
