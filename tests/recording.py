"""Recorded exchanges: how they are kept, matched, made readable and guarded.

A cassette keeps method, path, body and an allow-list of headers, of requests and of responses: what
is not named here cannot leak into it. Bodies are kept as YAML, not as a string of JSON, so that a
reviewer can read them.
"""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from vcr import VCR
from vcr.cassette import Cassette
from vcr.errors import CannotOverwriteExistingCassetteException
from vcr.request import Request

FOLDER = Path(__file__).parents[1] / "cassettes"
KEPT_HEADERS = frozenset({"content-type", "retry-after"})
_JSON_IN_TEXT = frozenset({"content", "arguments"})
_OPENED = " (JSON)"
RECORDED_HOST = "http://endpoint.example"
"""Stands for the address of the recording: a port of that day means nothing."""


class ReadableYaml:
    """Keeps a JSON body as the structure that it is, and long text in lines."""

    def serialize(self, cassette: Mapping[str, Any]) -> str:
        """Return a cassette as YAML."""
        for one in cassette["interactions"]:
            one["request"]["body"] = _parse(one["request"]["body"])
            one["response"]["body"] = {"json": _parse(one["response"]["body"]["string"])}
        return yaml.dump(cassette, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)

    def deserialize(self, text: str) -> dict[str, Any]:
        """Return what `serialize` wrote in the form that vcr wants."""
        cassette: dict[str, Any] = yaml.safe_load(text)
        for one in cassette["interactions"]:
            one["request"]["body"] = _dump(one["request"]["body"])
            one["response"]["body"] = {"string": _dump(one["response"]["body"]["json"])}
        return cassette


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as lines."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def _parse(body: str | bytes | None) -> Any:
    text = body.decode() if isinstance(body, bytes) else body
    try:
        return _open(json.loads(text)) if text else None
    except ValueError:
        return text


def _dump(body: Any) -> str:
    return "" if body is None else body if isinstance(body, str) else json.dumps(_close(body))


def _open(value: Any) -> Any:
    """Turn the JSON that a model wrote into text into what it says, under a name that tells."""
    if isinstance(value, list):
        return [_open(one) for one in value]
    if not isinstance(value, dict):
        return value
    opened = {name: _open(one) for name, one in value.items()}
    for name in _JSON_IN_TEXT & opened.keys():
        if isinstance(opened[name], str) and opened[name].startswith("{"):
            try:
                opened[f"{name}{_OPENED}"] = json.loads(opened[name])
            except ValueError:
                continue
            del opened[name]
    return opened


def _close(value: Any) -> Any:
    """Turn what `_open` opened into text again."""
    if isinstance(value, list):
        return [_close(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name.removesuffix(_OPENED): json.dumps(one, ensure_ascii=False)
        if name.endswith(_OPENED)
        else _close(one)
        for name, one in value.items()
    }


def _keep_request(request: Request) -> Request:
    parts = urlsplit(request.uri)
    headers = {name: value for name, value in request.headers.items() if _is_kept(name)}
    return Request(request.method, f"{RECORDED_HOST}{parts.path}", request.body, headers)


def _keep_response(response: dict[str, Any]) -> dict[str, Any]:
    headers = {name: value for name, value in response["headers"].items() if _is_kept(name)}
    return response | {"headers": headers}


def _is_kept(name: str) -> bool:
    return name.lower() in KEPT_HEADERS


def _same_body(one: Request, other: Request) -> None:
    assert _parse(one.body) == _parse(other.body)


def _recorder(mode: str) -> VCR:
    recorder = VCR(
        record_mode=mode,
        serializer="readable",
        match_on=("method", "path", "same_body"),
        before_record_request=_keep_request,
        before_record_response=_keep_response,
        decode_compressed_response=True,
    )
    recorder.register_serializer("readable", ReadableYaml())
    recorder.register_matcher("same_body", _same_body)
    return recorder


@contextmanager
def play(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cassette]:
    """Replay a cassette without a network; a miss and an exchange that is left over both fail.

    The client wraps a miss as a lost connection, and the fall-back would hide it: what was missed
    is noted where it is raised, and raised again at the end.
    """
    if not path.exists():
        pytest.fail(f"{path.relative_to(FOLDER.parent)} is not there; record it: make cassettes")
    missed: list[CannotOverwriteExistingCassetteException] = []
    raised = CannotOverwriteExistingCassetteException.__init__

    def note(error: CannotOverwriteExistingCassetteException, *args: Any, **kwargs: Any) -> None:
        raised(error, *args, **kwargs)
        missed.append(error)

    monkeypatch.setattr(CannotOverwriteExistingCassetteException, "__init__", note)
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
    with _recorder("none").use_cassette(str(path)) as cassette:
        yield cassette
    if missed:
        raise missed[0]
    left = len(cassette) - cassette.play_count
    assert left == 0, f"{left} of {len(cassette)} recorded exchanges were not asked for"


def find_miss(error: BaseException) -> BaseException | None:
    """Return the cassette's own error behind `error`, if that is what it comes from."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, CannotOverwriteExistingCassetteException):
        cause = cause.__cause__
    return cause


@contextmanager
def record(path: Path) -> Iterator[Cassette]:
    """Record a cassette anew over real HTTP."""
    path.unlink(missing_ok=True)
    with _recorder("all").use_cassette(str(path)) as cassette:
        yield cassette


def _refuse(*_args: object, **_options: object) -> None:
    raise AssertionError("a replayed test asked for the network")
