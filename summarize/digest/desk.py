"""A digest as its user holds it: one configuration, and what can be asked of it."""

import datetime as dt
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from summarize.digest.config import Config
from summarize.errors import UsageError
from summarize.settings import Settings, choose_options

if TYPE_CHECKING:
    from summarize.digest.run import Hooks, RunReport
    from summarize.digest.schedule.health import Health
    from summarize.digest.schedule.options import Schedule
    from summarize.digest.store.records import DigestHead, RunRecord
    from summarize.digest.store.store import Store

TimerKind = Literal["systemd", "crontab"]

_RUNS = 50
"""So many runs back a failure is looked for."""

LATEST = "latest"
"""The name of the newest digest."""


@dataclass(frozen=True)
class Desk:
    """Runs a digest and looks things up in its store, which is opened for each question."""

    config: Config
    settings: Settings
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def run(
        self, created: dt.datetime | None, hooks: "Hooks", notify: Callable[[str], None]
    ) -> "RunReport":
        """Run once; `created` is the time of the run, or None for now.

        `notify` is told at once where a model gives way to the offline engine. Raises
        DigestBusy where another run holds the store, StoreUnavailable, UsageError.
        """
        from summarize.digest.opening import run_digest

        options = choose_options(self.settings, created, self.environ)
        return run_digest(self.config, options, self.environ, hooks, notify)

    @cached_property
    def schedule(self) -> "Schedule":
        """When it runs. Raises UsageError where the file does not say."""
        if self.config.schedule is None:
            raise UsageError(
                f"{self.config.path}: has no [schedule]; write cron or every, as the comments say"
            )
        return self.config.schedule

    def open_store(self) -> "Store":
        """Open the store, to be used in a `with`. Raises StoreUnavailable."""
        from summarize.digest.store.opening import open_store

        return open_store(self.config.store_address)

    def list_runs(self, limit: int = _RUNS) -> "tuple[RunRecord, ...]":
        """Return the last runs, the newest first."""
        with self.open_store() as store:
            return store.list_runs(limit)

    def list_digests(self, limit: int) -> "tuple[DigestHead, ...]":
        """Return the last digests, the newest first."""
        with self.open_store() as store:
            return store.list_digests(limit)

    def show(self, name: str, width: int, colour: bool) -> str:
        """Render a digest, or a story as it was told last, in the format of the settings.

        Raises UsageError where there is neither.
        """
        from summarize.digest.pages import load_digest_renderer
        from summarize.render import load_renderer

        with self.open_store() as store:
            newest = store.last_digest() if name == LATEST else None
            digest = store.digest(newest.id if newest else name)
            told = store.told_brief(name) if digest is None else None
        if digest is not None:
            return load_digest_renderer(self.settings.format, width, colour)(digest)
        if told is not None:
            return load_renderer(self.settings.format, width, colour)(told[1])
        raise UsageError(f"{name}: no digest or story is called so; see `summarize digest list`")

    def write_timer(self, kind: TimerKind) -> str:
        """Return the units or the line by which the system runs the digest."""
        from summarize.digest.schedule.crontab import render_crontab
        from summarize.digest.schedule.installing import Command, find_program
        from summarize.digest.schedule.systemd import render_systemd

        render = {"systemd": render_systemd, "crontab": render_crontab}[kind]
        path = str(self.config.path.absolute())
        command = Command((*find_program(), "digest", "run", "--config", path))
        return render(self.schedule, command)

    def judge_health(self, now: dt.datetime) -> "Health":
        """Say whether digests come as they should."""
        from summarize.digest.schedule.health import Loose, judge_health

        with self.open_store() as store:
            runs = store.list_runs(_RUNS)
            loose = Loose(
                silent_sources=store.silent_sources(),
                waiting=store.pending_deliveries(),
                given_up=store.count_given_up(),
            )
        return judge_health(runs, self.config.schedule, now, loose)
