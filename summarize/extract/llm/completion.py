"""An answer in the one form in which the rest reads it, whatever a server made of OpenAI's.

Servers leave fields out, add others, send text in parts and arguments as objects. What cannot be
understood is refused here, so that nothing behind this has to expect it.
"""

import json
from typing import Annotated, Any, Self

from openai.types.chat import ChatCompletion
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from summarize.model import Usage


def _as_text(value: object) -> object:
    """Join a text that comes in parts, and write out arguments that come as an object."""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        parts = [one.get("text") for one in value if isinstance(one, dict)]
        return "".join(part for part in parts if isinstance(part, str))
    return value


Text = Annotated[str | None, BeforeValidator(_as_text)]


class _Lenient(BaseModel):
    """Takes what it knows and lets the rest go."""

    model_config = ConfigDict(extra="ignore")


class _Function(_Lenient):
    arguments: Text = None


class _Call(_Lenient):
    function: _Function


class _Message(_Lenient):
    content: Text = None
    refusal: Text = None
    tool_calls: list[_Call] | None = None


class _Choice(_Lenient):
    message: _Message
    finish_reason: str | None = None


class _Counted(_Lenient):
    prompt_tokens: int
    completion_tokens: int


class _Received(_Lenient):
    choices: list[_Choice]
    usage: Any = None


class Completion(BaseModel):
    """What a model answered: text, or the arguments of the tool that it was to call.

    `ending` is the server's word for how it ended; the counts are None where nobody counted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    content: str | None
    arguments: str | None
    refusal: str | None
    ending: str
    prompt_tokens: int | None
    completion_tokens: int | None

    @classmethod
    def read(cls, received: object) -> Self:
        """Read what a server sent. Raises ValueError that says what is wrong with it."""
        try:
            answer = _Received.model_validate(received)
        except ValidationError as error:
            problem = error.errors()[0]
            place = ".".join(map(str, problem["loc"]))
            raise ValueError(f"an answer of another form ({place}: {problem['msg']})") from error
        if not answer.choices:
            raise ValueError("an answer without a choice")
        choice = answer.choices[0]
        calls = choice.message.tool_calls or []
        counted = _counted(answer.usage)
        return cls(
            content=choice.message.content,
            arguments=calls[0].function.arguments if calls else None,
            refusal=choice.message.refusal,
            ending=choice.finish_reason or "stop",
            prompt_tokens=counted.prompt_tokens if counted else None,
            completion_tokens=counted.completion_tokens if counted else None,
        )

    @property
    def usage(self) -> Usage | None:
        """What the server counted, None where it counted nothing that can be believed."""
        if self.prompt_tokens is None or self.completion_tokens is None:
            return None
        return Usage(
            calls=1,
            prompt_tokens=self.prompt_tokens,
            completion_tokens=self.completion_tokens,
        )

    @property
    def is_whole(self) -> bool:
        """Whether what was answered is a whole piece of JSON."""
        try:
            json.loads(self.arguments or self.content or "")
        except (ValueError, RecursionError):
            return False
        return True

    def as_openai(self, tool: str) -> ChatCompletion:
        """Return the form that instructor reads; `tool` is the name of the tool, if any."""
        message: dict[str, Any] = {"role": "assistant", "content": self.content}
        if self.arguments is not None:
            call = {"name": tool, "arguments": self.arguments}
            message["tool_calls"] = [{"id": "call", "type": "function", "function": call}]
        choice = {"index": 0, "message": message, "finish_reason": self.ending}
        answer: dict[str, Any] = {"id": "answer", "object": "chat.completion", "choices": [choice]}
        return ChatCompletion.construct(**answer, created=0, model="")


def _counted(usage: Any) -> _Counted | None:
    """Return the counts of a server if they can be meant: a prompt has a token at least."""
    try:
        counted = _Counted.model_validate(usage)
    except ValidationError:
        return None
    return counted if counted.prompt_tokens > 0 and counted.completion_tokens >= 0 else None
