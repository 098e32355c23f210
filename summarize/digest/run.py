"""START HERE: one run of a digest, stage by stage.

deliver what waits -> read -> group -> brief -> compose -> deliver. A run has no plan of its own:
each stage asks the store what is to be done, so that after a kill the next run goes on where the
last one was. Only `deliver` has effects outside, and a digest is committed together with its
deliveries before the first of them is tried.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from summarize.digest.choosing import choose_stories, lacks_origins
from summarize.digest.compose import Findings, compose_digest
from summarize.digest.config import Config
from summarize.digest.deliver.queue import Handover
from summarize.digest.dispatch import Dispatch
from summarize.digest.gather import Gathered, Gatherer
from summarize.digest.model import Digest, Outcome, Stage, StoryUpdate
from summarize.digest.pausing import Stopped, read_clock
from summarize.digest.placing import place_articles
from summarize.digest.stamp import Stamp
from summarize.digest.store.records import StoryState
from summarize.digest.store.store import Store
from summarize.digest.wording import say_run
from summarize.errors import StoreUnavailable, SummarizeError

if TYPE_CHECKING:
    from summarize.digest.telling import StoryTeller


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: the stage, so many of so many, and what is at hand."""

    stage: Stage
    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Hooks:
    """How a run talks to whoever started it, and is asked to stop at the next safe point."""

    watch: Callable[[Step], None] = lambda _: None
    should_stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class RunReport:
    """How a run ended: its outcome in a word and in a line, and what it could not do."""

    outcome: Outcome
    note: str
    digest_id: str | None
    gathered: Gathered = field(default_factory=Gathered)
    handovers: tuple[Handover, ...] = ()

    @property
    def undelivered(self) -> tuple[Handover, ...]:
        """What did not arrive: it waits for the next run, or was given up."""
        return tuple(one for one in self.handovers if one.state != "delivered")


_STOPPED = "asked to stop; the next run goes on"


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a run works with; each is opened by whoever starts it."""

    config: Config
    store: Store
    gatherer: Gatherer
    open_teller: Callable[[Stamp], AbstractContextManager["StoryTeller"]]
    dispatch: Dispatch


class DigestRun:
    """One run. Make a new one for each: it counts what it does."""

    def __init__(self, shop: Workshop, now: dt.datetime, hooks: Hooks | None = None) -> None:
        """Take what the run works with, and its time, which is the digest's, too."""
        self._shop = shop
        self._now = now
        self._hooks = hooks or Hooks()
        self._run_id = 0

    def run(self) -> RunReport:
        """Run all stages and return what came of it; the store must be claimed.

        Raises SummarizeError where the run breaks off; the store then says that it failed.
        """
        store = self._shop.store
        self._run_id = store.begin_run(read_clock())
        try:
            report = self._go_through_stages()
        except Stopped:
            report = RunReport("interrupted", _STOPPED, None)
        except SummarizeError as error:
            with suppress(StoreUnavailable):
                store.finish_run(self._run_id, read_clock(), "failed", str(error))
            raise
        store.finish_run(self._run_id, read_clock(), report.outcome, report.note, report.digest_id)
        return report

    def _go_through_stages(self) -> RunReport:
        made_up_for = self._deliver()
        gathered = self._read()
        self._group()
        found = self._tell_stories()
        digest = self._compose(gathered, found) if found.told else None
        handovers = self._deliver() if digest else made_up_for
        outcome: Outcome = (
            "new" if digest else "could not fetch" if gathered.unsure else "nothing new"
        )
        digest_id = digest.id if digest else None
        note = say_run(digest_id or outcome, gathered, found, handovers)
        return RunReport(outcome, note, digest_id, gathered, handovers)

    def _enter(self, stage: Stage) -> None:
        """Note where the run is; between stages it can stop and lose nothing."""
        if self._hooks.should_stop():
            raise Stopped
        self._shop.store.note_stage(self._run_id, stage)

    def _watch(self, stage: Stage, done: int, total: int, name: str) -> None:
        self._hooks.watch(Step(stage, done, total, name))

    def _read(self) -> Gathered:
        self._enter("read")
        return self._shop.gatherer.gather(self._hooks.should_stop, partial(self._watch, "read"))

    def _group(self) -> None:
        self._enter("group")
        store = self._shop.store
        changes = place_articles(store, self._shop.config.stories.window_days)
        if changes is not None:
            store.record_grouping(changes.homes, changes.changes, self._run_id, self._now)

    def _tell_stories(self) -> Findings:
        """Brief the stories that have other articles than before; settle those not told."""
        self._enter("brief")
        store, rules = self._shop.store, self._shop.config.stories
        found = Findings()
        choice = choose_stories(store.changed_stories(), rules)
        found.held_back.extend(choice.held_back)
        if choice.told:
            self._brief(choice.told, found)
        store.settle_stories(found.settled)
        return found

    def _brief(self, states: Sequence[StoryState], found: Findings) -> None:
        with self._shop.open_teller(Stamp(self._run_id, self._now)) as teller:
            for done, state in enumerate(states):
                if self._hooks.should_stop():
                    raise Stopped
                update = teller.tell(state, partial(self._watch, "brief", done, len(states)))
                self._judge(state, update, found)
            found.usage = teller.usage

    def _judge(self, state: StoryState, update: StoryUpdate, found: Findings) -> None:
        """Take a story into the digest, where it has the origins and something new."""
        reason = lacks_origins(update, self._shop.config.stories)
        if reason:
            found.held_back.append((state, reason))
        elif update.diff is not None and not update.diff.changes:
            found.unchanged.append(state)
        else:
            found.told.append(update)
            found.fingerprints[state.id] = state.fingerprint

    def _compose(self, gathered: Gathered, found: Findings) -> Digest:
        """Make the digest, and keep it with its deliveries: all of it or nothing."""
        self._enter("compose")
        digest = compose_digest(self._shop.config, self._shop.store, gathered, found, self._now)
        targets = self._shop.dispatch.targets
        self._shop.store.add_digest(digest, found.fingerprints, targets, self._run_id)
        return digest

    def _deliver(self) -> tuple[Handover, ...]:
        """Hand over what waits; return what became of each."""
        self._enter("deliver")
        return self._shop.dispatch.deliver_waiting(self._hooks.should_stop)
