"""Which engine reads: the one asked for, or the best one that can run here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from summarize.errors import EngineUnavailable
from summarize.extract.audit import AuditedEngine
from summarize.extract.fallback import FallbackEngine, Notify
from summarize.extract.offline import OfflineEngine
from summarize.extract.port import Engine
from summarize.model import Article, Draft
from summarize.settings import BriefOptions, EngineName

if TYPE_CHECKING:
    from summarize.extract.llm.engine import LLMEngine

NO_ENDPOINT = "no LLM is configured: neither OPENAI_API_KEY nor a base URL is set"


def choose_engine(options: BriefOptions) -> tuple[EngineName, str]:
    """Return the engine that would read, and why.

    Raises EngineUnavailable where the LLM is asked for and no endpoint is configured.
    """
    if options.engine == "offline":
        return "offline", "asked for"
    if options.llm is None:
        if options.engine == "llm":
            raise EngineUnavailable(
                f"--engine llm: {NO_ENDPOINT}; set one, or use --engine offline"
            )
        return "offline", NO_ENDPOINT
    if options.engine == "llm":
        return "llm", "asked for"
    return "llm", "a key is set" if options.llm.api_key else "a base URL is set"


class Opened(NamedTuple):
    """The engine that reads, and a model that can word sentences where there is one."""

    engine: Engine
    writer: "LLMEngine | None" = None


@contextmanager
def open_engine(
    options: BriefOptions, sift: Callable[[Draft, Article], Draft], notify: Notify
) -> Iterator[Opened]:
    """Open the engine that is to read, for as long as the block lasts.

    `sift` tells the LLM engine which items of a draft stand; `notify` is told at once where it
    gives way to the offline engine.
    """
    name, why = choose_engine(options)
    offline = OfflineEngine(why)
    if name == "offline" or options.llm is None:
        yield Opened(offline)
        return
    # Imported here: openai and instructor take longer than all the rest together.
    from summarize.extract.llm.engine import open_llm

    with open_llm(options.llm, sift, why) as llm:
        engine: Engine = AuditedEngine(llm, offline)
        if options.llm.fallback:
            engine = FallbackEngine(engine, offline, notify)
        yield Opened(engine, llm)
