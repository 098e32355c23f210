"""The client of an OpenAI-compatible endpoint, and what its errors mean for a run.

No other module talks to a server, which may be wrong, slow or hostile: how large an answer may be,
how long it may take, and what of it may be shown, is settled here.
"""

import asyncio
import json
import re
import time
import zlib
from collections.abc import AsyncIterator, Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import openai

from summarize.errors import EngineOutage, EngineRefused, EngineUnavailable, ReplyUnusable
from summarize.extract.llm.completion import Completion
from summarize.extract.llm.manner import is_too_long
from summarize.settings import LLMOptions

_MOST_BYTES = 8_000_000
"""An answer of 4,000 tokens has some 20,000 bytes; a server that sends this much is broken."""

_CONNECT_S = 10.0
_FIRST_WAIT_S, _LONGEST_PAUSE_S = 0.5, 8.0
_LONGEST_TOLD_S = 60.0
"""A server that wants us to wait longer than this is as good as down."""

_SECRET = re.compile(r"\b(?:sk|pk|key)-[\w*-]{6,}|(?i:bearer)\s+\S+")
_LONGEST_SHOWN = 200


class NotTaken(ReplyUnusable):
    """The server does not take a request of this form; the message is what it says."""


class TooLong(ReplyUnusable):
    """The request does not fit into the model's context."""


class _TooLarge(openai.OpenAIError):
    """An answer that is not read to its end; openai lets an error of its own kind pass."""


class Client:
    """Sends requests to one address."""

    def __init__(self, options: LLMOptions) -> None:
        self.options = options
        timeout = httpx2.Timeout(None, connect=_CONNECT_S)  # the rest is bounded around each call
        self._openai = openai.AsyncOpenAI(
            api_key=options.api_key or "none",  # servers at home want none, the client wants one
            base_url=options.base_url,
            timeout=timeout,
            max_retries=0,  # openai would ask again an account that has no quota left
            default_headers={"accept-encoding": "identity"},
            http_client=openai.DefaultAsyncHttpxClient(
                timeout=timeout, event_hooks={"response": [_bound]}
            ),
        )

    async def complete(self, request: Mapping[str, Any], *, is_first: bool = False) -> Completion:
        """Send a finished request, and again after an outage. Raises EngineUnavailable.

        `is_first` says that nothing has worked yet: an error of the server may then mean that it
        does not know this form of request, and is not worth waiting for.
        """
        for wait_s in _waits(self.options.retries):
            try:
                return await self._send(request)
            except EngineOutage as error:
                told_s = _wait_told(error)
                is_lost = told_s is None or (is_first and is_server_error(error))
                if wait_s is None or told_s is None or is_lost:
                    raise
                await asyncio.sleep(told_s or wait_s)
        raise AssertionError("the last wait is None")

    async def _send(self, request: Mapping[str, Any]) -> Completion:
        try:
            async with asyncio.timeout(self.options.timeout_s):
                received = await self._openai.chat.completions.create(**request)
        except (openai.OpenAIError, ValueError, RecursionError, TimeoutError) as error:
            raise self._translate(error) from error
        if isinstance(received, str):  # the client hands over what is no JSON
            raise EngineRefused(
                f"{self.options.base_url} answers with a page instead of a completion; the address "
                f"of an OpenAI-compatible endpoint mostly ends in /v1"
            )
        try:
            text = received.model_dump_json(warnings=False)
            return Completion.read(json.loads(self.redact(text)))
        except (ValueError, TypeError, AttributeError) as error:
            raise ReplyUnusable(f"{self.options.base_url}: {self.shorten(str(error))}") from error

    async def list_models(self) -> list[str]:
        """Return the models that the endpoint says it serves. Raises EngineUnavailable."""
        try:
            async with asyncio.timeout(self.options.timeout_s):
                return sorted([str(model.id) async for model in self._openai.models.list()])
        except (openai.OpenAIError, ValueError, RecursionError, TimeoutError) as error:
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
            case _TooLarge() | RecursionError():
                return ReplyUnusable(f"{where}: {said}")
            case TimeoutError():
                return EngineOutage(f"{where}: no answer within {self.options.timeout_s:g} s")
            case openai.APIConnectionError():
                return EngineOutage(f"{where}: no connection: {said}")
            case openai.APIStatusError():
                return self._translate_status(error, said)
            case ValueError():
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
            case _ if is_too_long(f"{error.code} {said}") or status == 413:
                return TooLong(said)
            case openai.BadRequestError() | openai.UnprocessableEntityError():
                return NotTaken(said)
            case _:
                return EngineRefused(f"{where}: {status}: {said}")


def is_server_error(error: EngineUnavailable) -> bool:
    """Say whether the server itself failed, which some do where they do not know a mode."""
    cause = error.__cause__
    return isinstance(cause, openai.APIStatusError) and cause.status_code in (500, 501)


def _waits(retries: int) -> Iterator[float | None]:
    """Yield the seconds to wait after each attempt; None after the last one."""
    yield from (min(_LONGEST_PAUSE_S, _FIRST_WAIT_S * 2**number) for number in range(retries))
    yield None


def _wait_told(error: EngineOutage) -> float | None:
    """Return how long the server wants us to wait, 0 where it says nothing.

    None where asking again is of no use: after a time-out, and where the wait would be too long.
    """
    cause = error.__cause__
    if isinstance(cause, TimeoutError):
        return None
    if not isinstance(cause, openai.APIStatusError):
        return 0.0
    told = cause.response.headers.get("retry-after", "")
    try:
        wait_s = float(told) if told else 0.0
    except ValueError:
        wait_s = _seconds_until(told)
    return wait_s if wait_s <= _LONGEST_TOLD_S else None


def _seconds_until(date: str) -> float:
    """Return the seconds until a date of HTTP, 0 where it is none."""
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return 0.0
    return max(0.0, moment.timestamp() - time.time())


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
    """Let no answer be read that is larger than any answer, packed or unpacked."""
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > _MOST_BYTES:
        raise _TooLarge(f"an answer of {length} bytes")
    packing = response.headers.get("content-encoding", "identity")
    response.stream = _Bounded(response.stream)
    if packing != "identity":
        response.stream = httpx2.ByteStream(await _unpack(response.stream, packing))
        del response.headers["content-encoding"]


async def _unpack(stream: "_Bounded", packing: str) -> bytes:
    """Unpack what a server packed although it was asked not to."""
    if packing not in ("gzip", "deflate"):
        raise _TooLarge(f"an answer packed as {packing}, which was not asked for")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        packed = b"".join([chunk async for chunk in stream])
    finally:
        await stream.aclose()  # or the connection would stay taken
    try:
        unpacked = unpacker.decompress(packed, _MOST_BYTES)
    except zlib.error as error:
        raise _TooLarge(f"an answer that cannot be unpacked: {error}") from error
    if unpacker.unconsumed_tail:
        raise _TooLarge(f"an answer of more than {_MOST_BYTES} bytes")
    return unpacked


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
