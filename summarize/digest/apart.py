"""That a digest does not read what it delivers."""

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.digest.config import Config


def keep_apart(config: "Config") -> None:
    """Raise UsageError where digests are to go among the articles: they would be read as such."""
    delivered = {Path(one.folder).resolve() for one in config.targets if one.kind == "folder"}
    for number, one in enumerate(config.source, start=1):
        if one.kind in {"folder", "mailbox"} and _resolve(config.folder, one.location) in delivered:
            raise UsageError(
                f"{config.path}: source {number}, {one.kind}: digests are delivered to "
                f"{one.location}; give them a folder of their own"
            )


def _resolve(folder: Path, location: str) -> Path:
    return (folder / Path(location).expanduser()).resolve()
