r"""Tokens of an article: ours beside langextract's, in one run.

    python -m benchmarks.llm_tokens seeds/*.txt --answers tests/data/replies
    python -m benchmarks.llm_tokens seeds/*.txt --base-url http://127.0.0.1:8000/v1 --model NAME

Both are asked for the same of the same text: actors with kind, role and aliases; claims with kind,
speaker, verb and channel; figures with what they count, values, unit and giver; disputes with their
sides. langextract, where it is installed, gets one worked example of each and keeps its defaults
otherwise.

With `--answers` both are given the same items, each in the form that it asks for, by a server on
this machine; a token is then four bytes of what is sent, schemas included, and of what is answered.
With `--base-url` an endpoint answers, and what it counts is added up on the way: a weak model's
answers differ in length from run to run, and cost one of the two a second question.
"""

import argparse
import json
import re
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from benchmarks.job import Result
from summarize import extract, read

_WAIT_S = 900
_BYTES_A_TOKEN = 4
_CITED = frozenset({"sentences", "sentence"})
_MOST_SHARED = 0.7
_TASK = """\
Extract actors, claims, figures and disputes in order of appearance, for editors who check every
item. Use exact text for extractions. Actors are people, organisations, states, places, and groups
that speak. For each claim give its kind (event, statement, quotation, denial, forecast, opinion),
its speaker, the verb of speech and the channel it came through. For each figure give what it counts
or measures, its low and high value, its unit and who gives it. A dispute is a matter on which the
text shows two sides; give a neutral question and each side's statement, stance and holders."""
_EXAMPLE = (
    "Finance Minister Lena Okafor said on Tuesday that inflation had fallen to 3.2 percent. "
    "“We lost 40 boats,” the fishermen’s union told Radio Elin. "
    "The opposition denied that inflation had fallen."
)


class Meter(Protocol):
    """Answers requests and adds up what they cost."""

    calls: int
    tokens: int
    schema_tokens: int
    """Those of `tokens` that are a schema, where that is known."""

    def answer(self, path: str, body: bytes | None, /) -> tuple[int, bytes]:
        """Return a status and an answer."""
        ...


class Proxy:
    """Passes requests on to an endpoint and adds up the tokens that it counts."""

    def __init__(self, target: str) -> None:
        self.target = target.removesuffix("/v1")
        self.calls = self.tokens = self.schema_tokens = 0

    def answer(self, path: str, body: bytes | None) -> tuple[int, bytes]:
        """Return the endpoint's status and answer."""
        headers = {"Content-Type": "application/json"}
        request = Request(self.target + path, data=body, headers=headers)  # noqa: S310 - the user's
        try:
            with urlopen(request, timeout=_WAIT_S) as answer:  # noqa: S310 - the user's own address
                status, data = answer.status, answer.read()
        except HTTPError as error:
            return error.code, error.read()
        if body is not None:
            self.calls += 1
            self.tokens += json.loads(data).get("usage", {}).get("total_tokens", 0)
        return status, data


class CarefulReader:
    """Answers with items that were written by hand, each where its own words are asked about."""

    def __init__(self, reply: Path) -> None:
        self.items: dict[str, list[dict[str, Any]]] = json.loads(reply.read_text(encoding="utf-8"))
        self.calls = self.tokens = self.schema_tokens = 0

    def answer(self, _path: str, body: bytes | None) -> tuple[int, bytes]:
        """Return the items of the text in the request, in the form that it asks for."""
        asked = json.loads(body or b"{}")
        prompt = str(asked.get("messages", [{"content": ""}])[-1]["content"])
        is_ours = "response_format" in asked and "claims" in str(asked["response_format"])
        items = self.items if is_ours else self._as_extractions(prompt.rpartition("Q: ")[2])
        text = json.dumps(items, ensure_ascii=False)
        cost = (len(body or b"") // _BYTES_A_TOKEN, len(text.encode()) // _BYTES_A_TOKEN)
        self.calls += 1
        self.tokens += sum(cost)
        form = json.dumps(asked.get("response_format", {}))
        self.schema_tokens += len(form) // _BYTES_A_TOKEN
        message = {"role": "assistant", "content": text}
        usage = {"prompt_tokens": cost[0], "completion_tokens": cost[1], "total_tokens": sum(cost)}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        answer = {"id": "1", "object": "chat.completion", "created": 1, "model": "reader"}
        return 200, json.dumps({**answer, "choices": [choice], "usage": usage}).encode()

    def _as_extractions(self, chunk: str) -> dict[str, Any]:
        """Return the items of a chunk as langextract wants them: its words, and its attributes."""
        found: list[dict[str, Any]] = []
        for kind, name, items in (
            ("actor", "name", self.items["actors"]),
            ("claim", "text", self.items["claims"]),
            ("figure", "phrase", self.items["figures"]),
            ("dispute", "question", self.items["contested"]),
        ):
            for item in items:
                words = str(item[name])
                if _shares_words(words, chunk):
                    rest = {key: value for key, value in item.items() if key not in _CITED | {name}}
                    found.append({kind: words, f"{kind}_attributes": rest})
        return {"extractions": found}


def _shares_words(words: str, chunk: str) -> bool:
    """Say whether an item is of a chunk: most of its longer words stand there."""
    longer = re.findall(r"\w{4,}", words) or [words]
    return sum(word in chunk for word in longer) > _MOST_SHARED * len(longer)


@contextmanager
def open_meter(meter: Meter) -> Iterator[str]:
    """Run a meter on this machine and yield its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

        def _answer(self, body: bytes | None) -> None:
            status, data = meter.answer(self.path, body)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


def spend_ours(path: Path, base_url: str, model: str) -> None:
    """Read the article as `summarize extract` does, without what was answered before."""
    extract(path, engine="llm", base_url=base_url, model=model, cache=False, timeout_s=_WAIT_S)


def spend_langextract(text: str, base_url: str, model: str) -> None:
    """Let langextract extract the same from the cleaned text.

    Without schema constraints, since servers at home refuse the form in which it sends them.
    """
    langextract = import_module("langextract")
    data, factory = langextract.data, import_module("langextract.factory")
    given = {"api_key": "none", "base_url": base_url}
    config = factory.ModelConfig(model_id=model, provider="openai", provider_kwargs=given)
    langextract.extract(
        text_or_documents=text,
        prompt_description=_TASK,
        examples=[data.ExampleData(text=_EXAMPLE, extractions=list(_worked_example(data)))],
        config=config,
        use_schema_constraints=False,
        show_progress=False,
    )


def _worked_example(data: Any) -> Iterator[Any]:
    """Yield what our schema holds of the example, in langextract's form."""
    okafor, union = "Lena Okafor", "the fishermen’s union"
    said: dict[str, object] = {"kind": "statement", "speaker": okafor, "verb": "say", "via": None}
    quoted: dict[str, object] = {"kind": "quotation", "speaker": union, "verb": "tell"}
    quoted["via"] = "Radio Elin"
    items: Sequence[tuple[str, str, dict[str, object]]] = (
        ("actor", okafor, {"kind": "person", "role": "Finance Minister", "aliases": []}),
        ("claim", "inflation had fallen to 3.2 percent", said),
        ("figure", "3.2 percent", _figure("inflation", 3.2, "percent", okafor)),
        ("claim", "We lost 40 boats", quoted),
        ("figure", "40 boats", _figure("boats", 40, "1", union)),
        ("actor", union, {"kind": "group", "role": None, "aliases": []}),
        (
            "dispute",
            "The opposition denied that inflation had fallen",
            {
                "question": "Had inflation fallen?",
                "kind": "denial",
                "asserts": "inflation had fallen to 3.2 percent",
                "asserted_by": okafor,
                "denies": "The opposition denied that inflation had fallen",
                "denied_by": "The opposition",
            },
        ),
    )
    for kind, text, attributes in items:
        yield data.Extraction(extraction_class=kind, extraction_text=text, attributes=attributes)


def _figure(what: str, value: float, unit: str, speaker: str) -> dict[str, object]:
    return {"what": what, "low": value, "high": value, "unit": unit, "speaker": speaker}


def main() -> int:
    """Measure each file and print one JSON line for it."""
    parser = argparse.ArgumentParser("python -m benchmarks.llm_tokens", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--answers", type=Path, metavar="DIR", help="answers by the files' names")
    parser.add_argument("--base-url", help="an endpoint that answers instead")
    parser.add_argument("--model", default="reader")
    args = parser.parse_args()
    if (args.answers is None) == (args.base_url is None):
        parser.error("give --answers or --base-url")
    for path in args.files:
        meters = [_make_meter(args, path) for _ in range(2)]
        print(_measure(path, args.model, *meters).to_json(), flush=True)
    return 0


def _make_meter(args: argparse.Namespace, path: Path) -> Meter:
    if args.base_url is not None:
        return Proxy(args.base_url)
    return CarefulReader(args.answers / f"{path.stem}.json")


def _measure(path: Path, model: str, ours: Meter, theirs: Meter) -> Result:
    with open_meter(ours) as address:
        spend_ours(path, address, model)
    peers, details = {}, {"ours_calls": str(ours.calls)}
    if find_spec("langextract"):
        with open_meter(theirs) as address:
            spend_langextract(read(path)[0].text, address, model)
        peers["langextract"] = float(theirs.tokens)
        details["langextract_calls"] = str(theirs.calls)
        details["ratio"] = f"{ours.tokens / theirs.tokens:.2f}"
        if ours.schema_tokens:
            bare = (ours.tokens - ours.schema_tokens) / (theirs.tokens - theirs.schema_tokens)
            details["ratio_without_schema"] = f"{bare:.2f}"
    return Result("llm_tokens", path.stem, "tokens", float(ours.tokens), peers, details)


if __name__ == "__main__":
    sys.exit(main())
