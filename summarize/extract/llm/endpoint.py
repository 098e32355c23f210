"""One endpoint in one run: how it wants to be asked, and whether it is worth asking again."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple

from summarize.errors import EngineOutage, EngineRefused, EngineUnavailable
from summarize.extract.llm.budget import Budget
from summarize.extract.llm.client import Client, NotTaken, is_server_error
from summarize.extract.llm.exchange import Answer, Exchange, Line, Request, Shape
from summarize.extract.llm.manner import Manner
from summarize.extract.llm.memory import Memory
from summarize.settings import LLMOptions

_MOST_OUTAGES = 3
"""After so many articles in a row the endpoint counts as down for the rest of the run."""

_MOST_NAMED = 8


class Endpoint:
    """Asks one model at one address. Lives in one event loop."""

    def __init__(self, options: LLMOptions) -> None:
        self.options = options
        self.client = Client(options)
        self.memory = Memory(options.cache)
        self.model = options.model
        self._slots = asyncio.Semaphore(options.concurrency)
        self._line = Line(self.client, self.memory, Budget(options.max_tokens))
        self._alone = asyncio.Lock()
        self._manner = Manner.first(options.mode)
        self._is_proven = False
        self._closed: EngineUnavailable | None = None
        self._outages = 0

    async def ask(self, request: Request[Shape]) -> Answer[Shape]:
        """Send `request` and read its answer.

        The first one goes alone, until it is known how the endpoint wants to be asked and that the
        key is right. Raises EngineUnavailable, and at once where an earlier request showed that no
        other can do better; what was answered before is remembered even then.
        """
        try:
            async with self._slots:
                answer = await self._ask(request)
        except EngineRefused as error:
            self._closed = error
            raise
        except EngineOutage as error:
            self._outages += 1
            if self._outages >= _MOST_OUTAGES:
                self._closed = error
            raise
        self._outages = 0
        await asyncio.sleep(0)  # whoever waits for the slot asks before this answer is worked on
        return answer

    async def _ask(self, request: Request[Shape]) -> Answer[Shape]:
        if not self._is_proven:
            async with self._alone:
                if self._closed is None and not self._is_proven:
                    return await self._ask_first(request)
        return await self._ask_as(self._known_manner, request)

    @property
    def _known_manner(self) -> Manner:
        """How the endpoint wanted to be asked, in this run or in an earlier one."""
        return self._manner if self._is_proven else self._recalled() or self._manner

    async def _ask_first(self, request: Request[Shape]) -> Answer[Shape]:
        """Find out how the endpoint wants to be asked, with a request that needs an answer anyway.

        A refusal, an error of the server or an answer of another form may each mean that a mode is
        not known there. The first that gives a sound answer stays; else the first that gave any.
        Where there is an outage before anything worked, the endpoint counts as down.
        """
        await self._choose_model()
        if self._closed is not None:
            return await self._ask_as(self._known_manner, request)
        attempts: _Attempts[Shape] = _Attempts()
        recalled = self._recalled()
        if recalled is not None:
            await self._try(recalled, request, attempts)
            attempts.is_settled |= attempts.answer is not None
        manner: Manner | None = self._manner
        while manner is not None and not attempts.is_settled:
            refusal = await self._try(manner, request, attempts) if manner != recalled else ""
            manner = manner.after(refusal, is_fixed=self.options.mode != "auto")
        if attempts.manner is not None and attempts.answer is not None:
            self._settle(attempts.manner)
            return attempts.answer
        self._closed = attempts.error or EngineOutage(f"{self.options.base_url}: no answer")
        raise self._closed

    async def _try(
        self, manner: Manner, request: Request[Shape], attempts: "_Attempts[Shape]"
    ) -> str:
        """Ask in one manner and note what came of it; return the server's words if it refused."""
        try:
            answer = await self._ask_as(manner, request, is_first=True)
        except NotTaken as error:
            attempts.error = EngineRefused(
                f"{self.options.base_url} takes no request of this form: {error}"
            )
            return str(error)
        except EngineOutage as error:
            attempts.error = error
            attempts.is_settled = not is_server_error(error)
            return ""
        attempts.is_settled = answer.ending != "unreadable"
        if attempts.is_settled or attempts.manner is None:
            attempts.manner, attempts.answer = manner, answer
        return ""

    async def _ask_as(
        self, manner: Manner, request: Request[Shape], *, is_first: bool = False
    ) -> Answer[Shape]:
        exchange = Exchange(self._line, self.model or "", manner, request)
        return await exchange.run(is_first=is_first, closed=self._closed)

    async def inspect(self) -> "Inspection":
        """Return what the endpoint serves and what is known of it. Raises EngineUnavailable."""
        served = await self.client.list_models()
        problem = None
        if self.model is None and len(served) == 1:
            self.model = served[0]
        elif self.model is None:
            problem = f"a model: say with --model which one to use; {self._serves(served)}"
        elif self.model not in served:
            problem = f"the model {self.model!r}: {self._serves(served)}"
        manner = self._recalled()
        mode = manner.mode if manner else None if self.options.mode == "auto" else self.options.mode
        return Inspection(tuple(served), self.model or "none is named", mode, problem)

    async def _choose_model(self) -> None:
        """Take the only model that the endpoint serves, where none was named.

        Where it cannot be asked, the last one it served may have answered before.
        """
        if self.model is not None:
            return
        kept = f"{self.options.base_url} serves"
        try:
            found = await self.inspect()
        except EngineOutage as error:
            self._closed, self.model = error, self.memory.manner(kept)
            return
        if found.problem:
            raise EngineRefused(f"{self.options.base_url}: missing is {found.problem}")
        self.memory.keep_manner(kept, found.model)

    def _serves(self, served: Sequence[str]) -> str:
        more = f" and {len(served) - _MOST_NAMED} more" if len(served) > _MOST_NAMED else ""
        return f"the endpoint serves {', '.join(served[:_MOST_NAMED]) or 'none'}{more}"

    def _recalled(self) -> Manner | None:
        if self.options.mode != "auto":
            return None
        kept = self.memory.manner(self._name)
        return Manner.load(kept) if kept else None

    def _settle(self, manner: Manner) -> None:
        self._manner, self._is_proven = manner, True
        if self.options.mode == "auto":
            self.memory.keep_manner(self._name, manner.dump())

    @property
    def _name(self) -> str:
        return f"{self.options.base_url} {self.model}"


class Inspection(NamedTuple):
    """What an endpoint says of itself: its models, the one to be asked, and what is wrong."""

    served: tuple[str, ...]
    model: str
    mode: str | None
    problem: str | None


def inspect_endpoint(options: LLMOptions) -> Inspection:
    """Ask an endpoint for its models, and wait for it. Raises EngineUnavailable."""

    async def ask() -> Inspection:
        endpoint = Endpoint(options)
        try:
            return await endpoint.inspect()
        finally:
            await endpoint.client.close()

    return asyncio.run(ask())


@dataclass
class _Attempts(Generic[Shape]):
    """What came of asking in one manner after the other."""

    manner: Manner | None = None
    answer: Answer[Shape] | None = None
    error: EngineUnavailable | None = None
    is_settled: bool = False
