"""The client of an OpenAI-compatible endpoint, and what its errors mean for a run.

The only module that knows openai. A server may be wrong, slow or hostile: how large an answer may
be, how long it may take, and what of it may be shown, is settled here.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx2
import openai
from openai.types.chat import ChatCompletion

from summarize.errors import EngineOutage, EngineRefused, EngineUnavailable, ReplyUnusable
from summarize.extract.llm.manner import is_too_long
from summarize.settings import LLMOptions

_MOST_BYTES = 8_000_000
"""An answer of 4,000 tokens has some 20,000 bytes; a server that sends this much is broken."""

_CONNECT_S = 10.0
_FIRST_WAIT_S, _LONGEST_WAIT_S = 0.5, 60.0
_SECRET = re.compile(r"\b(?:sk|pk|key)-[\w*-]{6,}|(?i:bearer)\s+\S+")
_LONGEST_SHOWN = 200


class NotTaken(ReplyUnusable):
    """The server does not take a request of this form; the message is what it says."""


class TooLong(ReplyUnusable):
    """The request does not fit into the model's context."""


class _TooLarge(openai.OpenAIError):
    """The answer is larger than any answer; openai lets an error of its own kind pass."""


class Client:
    """Sends requests to one address, a limited number of them at once."""

    def __init__(self, options: LLMOptions) -> None:
        self.options = options
        self._slots = asyncio.Semaphore(options.concurrency)
        timeout = httpx2.Timeout(None, connect=_CONNECT_S)  # the rest is bounded around each call
        self._openai = openai.AsyncOpenAI(
            api_key=options.api_key or "none",  # servers at home want none, the client wants one
            base_url=options.base_url,
            timeout=timeout,
            max_retries=options.retries,
            http_client=openai.DefaultAsyncHttpxClient(
                timeout=timeout, event_hooks={"response": [_bound]}
            ),
        )

    async def complete(
        self, request: Mapping[str, Any], *, retries: int | None = None
    ) -> ChatCompletion:
        """Send a finished request, after an outage again. Raises EngineUnavailable.

        The client of openai waits as long as Retry-After says, and gives up where that is more than
        a minute.
        """
        times = self.options.retries if retries is None else retries
        client = self._openai.with_options(max_retries=times)
        try:
            async with self._slots, asyncio.timeout(self.options.timeout_s):
                completion = await client.chat.completions.create(**request)
        except (openai.OpenAIError, json.JSONDecodeError, TimeoutError) as error:
            raise self._translate(error) from error
        if not isinstance(completion, ChatCompletion):  # the client hands a page over as a string
            raise EngineRefused(
                f"{self.options.base_url} answers with a page instead of a completion; the address "
                f"of an OpenAI-compatible endpoint mostly ends in /v1"
            )
        return completion

    async def list_models(self) -> list[str]:
        """Return the models that the endpoint says it serves. Raises EngineUnavailable."""
        try:
            async with asyncio.timeout(self.options.timeout_s):
                return sorted([str(model.id) async for model in self._openai.models.list()])
        except (openai.OpenAIError, json.JSONDecodeError, TimeoutError) as error:
            raise self._translate(error) from error
        except (AttributeError, TypeError) as error:  # a page, or JSON of another form
            raise EngineRefused(f"{self.options.base_url} gives no list of models") from error

    async def close(self) -> None:
        """Close the connections."""
        await self._openai.close()

    def shorten(self, text: str) -> str:
        """Return words of a server fit to be shown: without a key, and not too many."""
        words = " ".join(self.redact(text).split())
        return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"

    def redact(self, text: str) -> str:
        """Return `text` without the key, or anything that looks like one."""
        if self.options.api_key:
            text = text.replace(self.options.api_key, "…")
        return _SECRET.sub("…", text)

    def _translate(self, error: Exception) -> EngineUnavailable:
        """Return what an error of the client means for the run."""
        where = self.options.base_url
        said = self.shorten(_words_of(error))
        match error:
            case _TooLarge():
                return ReplyUnusable(f"{where}: {said}")
            case TimeoutError():
                return EngineOutage(f"{where}: no answer within {self.options.timeout_s:g} s")
            case openai.APIConnectionError():
                return EngineOutage(f"{where}: no connection: {said}")
            case openai.APIStatusError():
                return self._translate_status(error, said)
            case json.JSONDecodeError():
                return EngineOutage(f"{where}: the answer is broken JSON")
            case _:
                return EngineOutage(f"{where}: {said}")

    def _translate_status(self, error: openai.APIStatusError, said: str) -> EngineUnavailable:
        where, status = self.options.base_url, error.status_code
        match error:
            case openai.AuthenticationError() | openai.PermissionDeniedError():
                return EngineRefused(f"{where} refuses the key in OPENAI_API_KEY: {said}")
            case openai.NotFoundError():
                return EngineRefused(
                    f"{where} has no such model, or no such path: {said}; `summarize doctor` lists "
                    f"its models"
                )
            case openai.RateLimitError() if error.code == "insufficient_quota":
                return EngineRefused(f"{where}: the account has no quota left: {said}")
            case openai.RateLimitError() | openai.InternalServerError():
                return EngineOutage(f"{where}: {status}: {said}")
            case _ if is_too_long(said) or status == 413:
                return TooLong(said)
            case openai.BadRequestError() | openai.UnprocessableEntityError():
                return NotTaken(said)
            case _:
                return EngineRefused(f"{where}: {status}: {said}")


def is_server_error(error: EngineUnavailable) -> bool:
    """Say whether the server itself failed, which some do where they do not know a mode."""
    return isinstance(error.__cause__, openai.InternalServerError)


def wait_before_retry(error: EngineUnavailable) -> float | None:
    """Return the seconds to wait before asking again, or None where asking again is of no use."""
    cause = error.__cause__
    if isinstance(cause, TimeoutError):
        return None
    if not isinstance(cause, openai.APIStatusError):
        return _FIRST_WAIT_S
    told = cause.response.headers.get("retry-after", "")
    wait_s = float(told) if told.isdecimal() else _FIRST_WAIT_S
    return wait_s if wait_s <= _LONGEST_WAIT_S else None


def _words_of(error: Exception) -> str:
    """Return what the server said, or what the system said of a connection."""
    if isinstance(error, openai.APIConnectionError):
        cause: BaseException = error
        while cause.__cause__ is not None:
            cause = cause.__cause__
        return str(cause) or type(cause).__name__
    body = error.body if isinstance(error, openai.APIError) else None
    said = body.get("message") if isinstance(body, dict) else None
    return str(said or error)


async def _bound(response: httpx2.Response) -> None:
    """Let no answer be read that is larger than any answer."""
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > _MOST_BYTES:
        raise _TooLarge(f"an answer of {length} bytes")
    response.stream = _Bounded(response.stream)


class _Bounded(httpx2.AsyncByteStream):
    """The body of an answer, up to a number of bytes."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._stream:
            size += len(chunk)
            if size > _MOST_BYTES:
                raise _TooLarge(f"an answer of more than {_MOST_BYTES} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
