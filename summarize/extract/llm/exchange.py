"""One request and its answer, in one manner of asking.

The only module that knows instructor, which puts a model's schema into a request and reads the
answer with it. Between it and the client stands `_send`: it asks for strict decoding, remembers,
counts, and looks at how the answer ended before anybody reads it.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

import instructor
from instructor.core.exceptions import (
    IncompleteOutputException,
    InstructorRetryException,
    ResponseParsingError,
)
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from summarize.errors import EngineOutage, EngineUnavailable, ReplyUnusable
from summarize.extract.llm.budget import Budget, Tally
from summarize.extract.llm.client import Client, TooLong
from summarize.extract.llm.completion import Completion
from summarize.extract.llm.manner import Manner, Mode
from summarize.extract.llm.memory import Memory, request_key
from summarize.extract.llm.prompts import Message
from summarize.model import Usage

Shape = TypeVar("Shape", bound=BaseModel)
Ending = Literal["whole", "cut", "too long", "unreadable"]

_MODES: Mapping[Mode, instructor.Mode] = {
    "json_schema": instructor.Mode.JSON_SCHEMA,
    "tools": instructor.Mode.TOOLS,
    "json": instructor.Mode.MD_JSON,
}

# instructor logs what it raises as well, with the server's own words in it
logging.getLogger("instructor").addHandler(logging.NullHandler())
logging.getLogger("instructor").propagate = False


@dataclass(frozen=True)
class Request(Generic[Shape]):
    """What is asked: the conversation, the form of the answer and how long it may be, in tokens.

    What it costs is added to `tally`, whatever becomes of the answer.
    """

    messages: Sequence[Message]
    shape: type[Shape]
    most_tokens: int
    temperature: float = 0.0
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True)
class Answer(Generic[Shape]):
    """What came back. `value` is there where `ending` is "whole"; `problem` says what else was.

    `key` is what the memory knows it by.
    """

    value: Shape | None
    ending: Ending
    problem: str = ""
    key: str = ""


@dataclass(frozen=True)
class Line:
    """What exchanges with one endpoint share."""

    client: Client
    memory: Memory
    budget: Budget


class Exchange(Generic[Shape]):
    """Asks `request` of `model` once; `is_first` says that nothing has worked there yet."""

    def __init__(self, line: Line, model: str, manner: Manner, request: Request[Shape]) -> None:
        self._line = line
        self._model = model
        self._manner = manner
        self._request = request
        self._is_first = False
        self._closed: EngineUnavailable | None = None
        self._key = ""

    async def run(
        self, *, is_first: bool = False, closed: EngineUnavailable | None = None
    ) -> Answer[Shape]:
        """Return the answer, whatever its end. Raises EngineUnavailable where there is none.

        With `closed`, the reason why nobody is to be asked, only the memory answers.
        """
        self._is_first, self._closed = is_first, closed
        # instructor's types speak of a synchronous client here
        create: Any = instructor.patch(create=self._create, mode=_MODES[self._manner.mode])
        try:
            value = await create(
                response_model=self._request.shape,
                max_retries=0,
                strict=False,
                model=self._model,
                messages=[message.as_dict() for message in self._request.messages],
                **self._parameters(),
            )
        except IncompleteOutputException:
            return Answer(None, "cut", key=self._key)
        except InstructorRetryException as error:
            return self._answer_without_value(error.__cause__)
        return Answer(value, "whole", key=self._key)

    def _answer_without_value(self, error: BaseException | None) -> Answer[Shape]:
        """Turn what instructor wrapped into an answer that says what is wrong, or raise it."""
        match error:
            case TooLong():
                return Answer(None, "too long")
            case ValidationError():
                said = "; ".join(problem["msg"] for problem in error.errors()[:2])
            case ResponseParsingError() | ValueError():
                said = str(error)
            case None:
                raise EngineOutage("no answer")
            case _:
                raise error
        problem = self._line.client.shorten(said)
        return Answer(None, "unreadable", problem, self._key)

    def _parameters(self) -> dict[str, Any]:
        limit: dict[str, Any] = {self._manner.limit_name: self._request.most_tokens}
        if not self._manner.takes_temperature:
            return limit
        return limit | {"temperature": self._request.temperature}

    async def _create(self, **request: Any) -> ChatCompletion:
        """Answer a request that instructor prepared, out of the memory or by the endpoint."""
        if self._manner.is_strict:
            _ask_for_strict_decoding(request)
        self._key = request_key(self._line.client.options.base_url, request)
        kept = self._line.memory.answer(self._key)
        if kept is not None:
            self._request.tally.add(Usage(cached=1))
            completion = Completion.model_validate_json(kept)
        elif self._closed is not None:
            raise type(self._closed)(str(self._closed))
        else:
            completion = await self._send(request)
        tools = request.get("tools", [])
        return completion.as_openai(tools[0]["function"]["name"] if tools else "")

    async def _send(self, request: dict[str, Any]) -> Completion:
        """Send a request as far as the budget goes, book what it cost, and remember the answer."""
        prompt, budget = json.dumps(request, ensure_ascii=False), self._line.budget
        reserved, most = budget.reserve(prompt, self._request.most_tokens)
        try:
            received = await self._line.client.complete(
                request | {self._manner.limit_name: most}, is_first=self._is_first
            )
        except BaseException:
            budget.release(reserved)
            raise
        self._request.tally.add(budget.settle(reserved, prompt, received.usage))
        completion = self._checked(received, most)
        if completion.ending != "length" or most == self._request.most_tokens:
            self._line.memory.keep_answer(self._key, completion.model_dump_json())
        return completion

    def _checked(self, completion: Completion, most: int) -> Completion:
        """Look at how an answer of at most `most` tokens ended before anybody reads it."""
        if completion.refusal or completion.ending == "content_filter":
            said = completion.refusal or "its content filter stopped it"
            raise ReplyUnusable(f"the model refused: {self._line.client.shorten(said)}")
        is_full = (completion.completion_tokens or 0) >= most
        if is_full and not completion.is_whole:
            # llama.cpp says "tool_calls" of a call that was cut
            return completion.model_copy(update={"ending": "length"})
        return completion


def _ask_for_strict_decoding(request: dict[str, Any]) -> None:
    """Set `strict`, which instructor 1.17 sends in none of its modes."""
    schema = request.get("response_format", {}).get("json_schema")
    if schema is not None:
        schema["strict"] = True
    for tool in request.get("tools", ()):
        tool["function"]["strict"] = True
