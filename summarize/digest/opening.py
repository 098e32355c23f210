"""Everything that a run needs, opened from its configuration and closed behind it."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from summarize.digest.config import Config
from summarize.digest.dispatch import Dispatch
from summarize.digest.gather import Gatherer
from summarize.digest.run import DigestRun, Hooks, RunReport, Workshop
from summarize.digest.stamp import Stamp
from summarize.digest.store.opening import open_store
from summarize.digest.store.store import Store
from summarize.settings import BriefOptions

if TYPE_CHECKING:
    from summarize.digest.telling import StoryTeller

Notify = Callable[[str], None]


def run_digest(
    config: Config,
    options: BriefOptions,
    environ: Mapping[str, str],
    hooks: Hooks,
    notify: Notify,
) -> RunReport:
    """Run the digest of `config` once; its time is when `options` say that it is made.

    `environ` holds the secrets of its targets.

    Raises DigestBusy where another run holds the store, StoreUnavailable, and what a run raises.
    """
    with open_store(config.store_address) as store, store.claim():
        now = options.created
        shop = Workshop(
            config=config,
            store=store,
            gatherer=Gatherer(config, store, now),
            open_teller=lambda stamp: _open_teller(config, options, store, stamp, notify),
            dispatch=Dispatch(config, store, environ),
        )
        report = DigestRun(shop, now, hooks).run()
        store.prune(now - dt.timedelta(days=config.store.keep_days))
        return report


@contextmanager
def _open_teller(
    config: Config, options: BriefOptions, store: Store, stamp: Stamp, notify: Notify
) -> Iterator["StoryTeller"]:
    """Open the engine, which a run without news does not need."""
    from summarize.digest.telling import Reader, StoryTeller
    from summarize.extract.engine import choose_engine
    from summarize.language.publishers import load_publishers
    from summarize.pipeline import Teller, open_engine

    publishers = load_publishers(options.families).preferring(config.families)
    wanted, _ = choose_engine(options)
    with open_engine(options, notify) as (engine, model):
        reader = Reader(engine, model, _name_reader(wanted, options), wanted)
        yield StoryTeller(store, reader, Teller(options, publishers), stamp)


def _name_reader(wanted: str, options: BriefOptions) -> str:
    """Return a name that changes with whatever makes the engine read or tell otherwise."""
    asked = (options.llm.base_url, options.llm.model, options.llm.mode) if options.llm else ()
    told = (options.words, options.wording, options.waive, options.loaded_words, options.families)
    content = repr((version("summarize"), wanted, asked, told))
    return f"{wanted} {hashlib.sha256(content.encode()).hexdigest()[:16]}"
