"""Which engine would run, why, and what is missing for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.errors import EngineUnavailable
from summarize.extract.engine import choose_engine
from summarize.settings import BriefOptions, LLMOptions

_MOST_NAMED = 20


@dataclass(frozen=True)
class Diagnosis:
    """What was found, a line each, and whether the engine that is to run can run."""

    lines: tuple[str, ...]
    is_fit: bool

    def in_words(self) -> str:
        """Return the page to print."""
        return "".join(f"{line}\n" for line in self.lines)


def examine(options: BriefOptions) -> Diagnosis:
    """Ask the endpoint for its models, if one is configured; no token is spent, no key shown."""
    try:
        name, why = choose_engine(options)
    except EngineUnavailable as error:
        return Diagnosis((f"missing   {error}",), is_fit=False)
    lines = [f"engine    {name}: {why}"]
    if name == "offline" or options.llm is None:
        return Diagnosis((*lines, "network   none is used"), is_fit=True)
    problem = None
    try:
        lines += _describe_endpoint(options.llm)
    except EngineUnavailable as error:
        problem = str(error)
        lines.append(f"missing   {problem}")
        falls_back = (
            "every article would be read offline" if options.llm.fallback else "exit code 4"
        )
        lines.append(f"so        {falls_back}")
    return Diagnosis(tuple(lines), is_fit=problem is None)


def _describe_endpoint(options: LLMOptions) -> Iterator[str]:
    """Yield what is set and what the endpoint says. Raises EngineUnavailable where that fails."""
    # Imported here: openai and instructor take longer than all the rest together.
    from summarize.extract.llm.endpoint import inspect_endpoint

    yield f"endpoint  {options.base_url}"
    yield f"key       {'set in OPENAI_API_KEY' if options.api_key else 'none is set'}"
    yield f"cache     {options.cache or 'none: answers are not remembered'}"
    found = inspect_endpoint(options)
    named = ", ".join(found.served[:_MOST_NAMED])
    more = f" and {len(found.served) - _MOST_NAMED} more" if len(found.served) > _MOST_NAMED else ""
    yield f"serves    {named or 'nothing'}{more}"
    yield f"model     {found.model}"
    yield f"mode      {found.mode or 'to be found out by the first article'}"
    if found.problem:
        raise EngineUnavailable(found.problem)
