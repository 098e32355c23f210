"""A small OpenAI-compatible endpoint on this machine, which answers as a test's script says.

with FakeEndpoint() as endpoint:  # tells the truth about any article
with FakeEndpoint(fail(401, "wrong key")) as endpoint:  # to everybody
with FakeEndpoint([fail(500, "down"), tell_truth]) as endpoint:  # first this, then that
with FakeEndpoint(lambda asked: ...) as endpoint:
"""

import itertools
import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self

Mode = Literal["json_schema", "tools", "json"]
Content = Mapping[str, object]

_NUMBERED = re.compile(r"^(\d+)\| (.*)$", re.M)


@dataclass(frozen=True)
class Asked:
    """A request as it came; `at` is when, in seconds of a clock that only runs forward."""

    method: str
    path: str
    headers: Message
    body: Any
    at: float = field(default_factory=time.monotonic)

    @property
    def prompt(self) -> str:
        """All messages of the user, in whatever form they came."""
        contents = (one["content"] for one in self.body["messages"] if one["role"] == "user")
        return "\n".join(map(_text_of, contents))

    @property
    def sentences(self) -> dict[int, str]:
        """The article's sentences, by number."""
        return {int(number): text for number, text in _NUMBERED.findall(self.prompt)}

    @property
    def mode(self) -> Mode:
        """The way in which the answer is wanted."""
        if "response_format" in self.body:
            return "json_schema"
        return "tools" if "tools" in self.body else "json"

    @property
    def most_tokens(self) -> int:
        """The length to which the answer is limited."""
        limits = (self.body.get(name) for name in ("max_tokens", "max_completion_tokens"))
        return int(next(filter(None, limits)))


def _text_of(content: object) -> str:
    """Return the text of a message, which instructor gives as a string or in parts."""
    if isinstance(content, list):
        return "\n".join(part["text"] for part in content)
    return str(content)


@dataclass(frozen=True)
class Reply:
    """An answer, and how it goes over the wire.

    `pieces` makes the body while it is sent, `pause_s` after each piece; else `body` is it.
    `ending` tells of a connection that is closed in mid-body, or of an answer that never begins.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay_s: float = 0.0
    pieces: Callable[[], Iterable[bytes]] | None = None
    pause_s: float = 0.0
    ending: Literal["whole", "dropped", "never"] = "whole"


Answerer = Callable[[Asked], Reply]
Script = Reply | Answerer | Iterable[Reply | Answerer]


def give(answer: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """Return an answer of JSON; bytes and strings are sent as they are."""
    body = answer.encode() if isinstance(answer, str) else answer
    if not isinstance(body, bytes):
        body = json.dumps(answer).encode()
    return Reply(status, {"Content-Type": "application/json", **(headers or {})}, body)


def fail(status: int, message: str, code: str | None = None, **headers: str) -> Reply:
    """Return an error as OpenAI words it; `Retry_After="1"` is a header."""
    error = {"message": message, "type": "error", "param": None, "code": code}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return give({"error": error}, status, named)


def completion(choices: object, usage: object = None) -> dict[str, object]:
    """Return the outer form of an answer."""
    answer = {"id": "c1", "object": "chat.completion", "created": 1, "model": "m"}
    return {**answer, "choices": choices, "usage": usage}


def say(
    asked: Asked, content: Content | str, *, ending: str = "stop", usage: object = "counted"
) -> Reply:
    """Return a completion with `content`, in the mode that was asked for.

    A token of `usage` has four bytes, in the prompt as in the answer.
    """
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    if usage == "counted":
        usage = count(json.dumps(asked.body, ensure_ascii=False), text)
    message: dict[str, object] = {"role": "assistant", "content": text}
    if asked.mode == "tools":
        name = asked.body["tools"][0]["function"]["name"]
        call = {"id": "t1", "type": "function", "function": {"name": name, "arguments": text}}
        message |= {"content": None, "tool_calls": [call]}
    elif asked.mode == "json":
        message["content"] = f"Here it is:\n```json\n{text}\n```\n"
    choice = {"index": 0, "message": message, "finish_reason": ending}
    return give(completion([choice], usage))


def count(prompt: str, answer: str) -> dict[str, int]:
    """Return what a server would charge."""
    asked, answered = len(prompt.encode()) // 4, len(answer.encode()) // 4
    return {
        "prompt_tokens": asked,
        "completion_tokens": answered,
        "total_tokens": asked + answered,
    }


def claim(text: str, *sentences: int, **changes: object) -> dict[str, object]:
    """Return one claim of the outlet itself."""
    plain = {"text": text, "kind": "event", "speaker": None, "verb": None, "via": None}
    return {**plain, "sentences": list(sentences), **changes}


def items(*claims: Mapping[str, object], **lists: Sequence[object]) -> dict[str, object]:
    """Return the lists that are asked for; all but the claims are empty unless given."""
    return {"actors": [], "claims": claims, "figures": [], "contested": [], **lists}


def true_claims(asked: Asked) -> list[dict[str, object]]:
    """Return what holds of any article: its sentences."""
    return [claim(text, number) for number, text in asked.sentences.items()]


def tell_truth(asked: Asked) -> Reply:
    """Answer with claims that are true of whatever article is in the prompt."""
    return say(asked, items(*true_claims(asked)))


class FakeEndpoint:
    """A server that runs inside a `with`; after the end of a script it tells the truth.

    Models are listed without asking the script. A fault in a script is raised at the end.
    """

    def __init__(self, script: Script = tell_truth, models: Sequence[str] = ("m",)) -> None:
        self.requests: list[Asked] = []
        self.bytes_sent = 0
        self.most_at_once = 0
        self.models = models
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self.follow(script)
        self._at_once = 0
        self._server = _Server(self)

    @property
    def base_url(self) -> str:
        """The address, as a user would give it."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def prompts(self) -> list[Asked]:
        """The requests for a completion, without those for the list of models."""
        return [one for one in self.requests if one.method == "POST"]

    def __enter__(self) -> Self:
        serve = {"target": self._server.serve_forever, "kwargs": {"poll_interval": 0.01}}
        threading.Thread(**serve, daemon=True).start()  # type: ignore[arg-type]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()  # waits for its threads
        if kind is None and self._server.faults:
            raise self._server.faults[0]

    def follow(self, script: Script) -> None:
        """Answer from now on as this script says."""
        steps: Iterable[Reply | Answerer]
        if isinstance(script, Reply):
            steps = itertools.repeat(script)
        else:
            steps = itertools.repeat(script) if callable(script) else script
        self._steps = iter(steps)

    def note(self, asked: Asked) -> Reply:
        """Take a request down and return what the script has for it."""
        with self._lock:
            self.requests.append(asked)
            if asked.method == "GET":
                return give({"object": "list", "data": [{"id": name} for name in self.models]})
            step = next(self._steps, tell_truth)
        return step if isinstance(step, Reply) else step(asked)

    def begin(self) -> None:
        """Count a request that waits for its answer."""
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)

    def end(self) -> None:
        """Count one that is about to get it."""
        with self._lock:
            self._at_once -= 1

    def sent(self, size: int) -> None:
        """Count bytes of answers that the system took."""
        with self._lock:
            self.bytes_sent += size


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that server_close waits for them
    request_queue_size = 128  # with the five of socketserver, clients at once wait a second

    def __init__(self, endpoint: FakeEndpoint) -> None:
        self.endpoint = endpoint
        self.faults: list[BaseException] = []
        self._open: list[Any] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.append(request)
        super().process_request(request, client_address)

    def hang_up(self) -> None:
        """End the threads that wait for a client's next request, or for it to read."""
        for one in self._open:
            try:
                one.shutdown(2)
            except OSError:
                continue  # was closed before

    def handle_error(self, request: object, client_address: object) -> None:
        fault = sys.exception()
        if fault is not None and not isinstance(fault, ConnectionError):
            self.faults.append(fault)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        body = self.rfile.read(size)
        if len(body) < size:  # the client left while it was sending, which is no fault of a script
            self.close_connection = True
            return
        self._answer(json.loads(body))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass

    def _answer(self, body: object) -> None:
        endpoint = self.server.endpoint
        endpoint.begin()
        try:
            reply = endpoint.note(Asked(self.command, self.path, self.headers, body))
            endpoint.closing.wait(None if reply.ending == "never" else reply.delay_s)
        finally:
            endpoint.end()
        self.close_connection = self.close_connection or reply.ending != "whole"
        if reply.ending != "never":
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.pieces is not None:
            self.send_header("Transfer-Encoding", "chunked")
            chunks = self._chunks(reply.pieces(), reply.pause_s)
        else:
            length = reply.headers.get("Content-Length", str(len(reply.body)))
            self.send_header("Content-Length", length)
            is_whole = reply.ending == "whole"
            chunks = iter([reply.body if is_whole else reply.body[: len(reply.body) // 2]])
        self.end_headers()
        for chunk in chunks:
            self.wfile.write(chunk)
            self.server.endpoint.sent(len(chunk))

    def _chunks(self, pieces: Iterable[bytes], pause_s: float) -> Iterator[bytes]:
        for piece in pieces:
            yield b"%x\r\n%s\r\n" % (len(piece), piece)
            if self.server.endpoint.closing.wait(pause_s):
                self.close_connection = True
                return
        yield b"0\r\n\r\n"


if __name__ == "__main__":  # tells the truth after so many seconds each, until it is ended
    with FakeEndpoint(lambda asked: replace(tell_truth(asked), delay_s=float(sys.argv[1]))) as slow:
        sys.stdout.write(f"{slow.base_url}\n")
        sys.stdout.flush()
        threading.Event().wait()
