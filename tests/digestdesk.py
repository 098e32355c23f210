"""A desk with a digest: its folder of articles, its digest.toml, its commands."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from summarize.digest.config import load_config
from summarize.digest.desk import Desk
from summarize.digest.model import Digest
from summarize.digest.run import Hooks, RunReport, Step
from summarize.digest.store.opening import open_store
from summarize.digest.store.store import Store
from summarize.settings import read_settings

MORNING = dt.datetime(2025, 5, 2, 6, tzinfo=dt.UTC)

FOLDER = '[[source]]\nfolder = "articles"\n'
TO_FOLDER = '[[deliver]]\nkind = "folder"\nfolder = "out"\n'


@dataclass
class DigestDesk:
    """Runs the digest of `folder`; each run is an hour after the last one, unless told when."""

    folder: Path
    config: str = FOLDER + TO_FOLDER
    environ: Mapping[str, str] = field(default_factory=dict)
    now: dt.datetime = MORNING

    def __post_init__(self) -> None:
        (self.folder / "articles").mkdir(parents=True, exist_ok=True)
        self.configure(self.config)

    def configure(self, text: str) -> None:
        (self.folder / "digest.toml").write_text(text, encoding="utf-8")

    def write(self, story: Mapping[str, str], day: str = "2025-05-01") -> None:
        """Put each article of a story, told by outlet, into a file."""
        for outlet, text in story.items():
            record = {"outlet": f"The {outlet.title()}", "published": day, "text": text}
            file = self.folder / "articles" / f"{outlet}.json"
            file.write_text(json.dumps(record), encoding="utf-8")

    def open(self) -> Desk:
        config = load_config(self.folder / "digest.toml")
        settings = read_settings({}, {}, {"engine": "offline", **config.settings}, config.path)
        return Desk(config, settings, self.environ)

    def run(
        self,
        now: dt.datetime | None = None,
        should_stop: Callable[[], bool] = lambda: False,
        watch: Callable[[Step], None] = lambda _: None,
    ) -> RunReport:
        self.now = now or self.now + dt.timedelta(hours=1)
        return self.open().run(self.now, Hooks(watch, should_stop), lambda _: None)

    def store(self) -> Store:
        return open_store(self.folder / "digest.sqlite")

    def digest(self, digest_id: str | None) -> Digest:
        assert digest_id is not None
        with self.store() as store:
            found = store.digest(digest_id)
        assert found is not None
        return found

    @property
    def delivered(self) -> list[str]:
        """The digests in the folder that they are delivered to."""
        out = self.folder / "out"
        return sorted(one.name for one in out.iterdir() if one.is_dir()) if out.exists() else []
