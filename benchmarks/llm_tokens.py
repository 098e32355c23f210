r"""Tokens of an article: ours beside langextract's, on one endpoint and model, in one run.

    python -m benchmarks.llm_tokens seeds/04_northgate-chronicle.txt \
        --base-url http://127.0.0.1:8000/v1 --model NAME

Both are asked for the same of the same text: actors with kind, role and aliases; claims with kind,
speaker, verb and channel; figures with what they count, values, unit and giver; disputes with their
sides. langextract, where it is installed, gets one worked example of each and keeps its defaults
otherwise. A proxy in front of the endpoint adds up what the endpoint counts.
"""

import argparse
import json
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from benchmarks.job import Result
from summarize import extract, read

_WAIT_S = 900
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


class Meter:
    """Passes requests on to an endpoint and adds up the tokens that it counts."""

    def __init__(self, target: str) -> None:
        self.target = target.removesuffix("/v1")
        self.calls = self.tokens = 0

    def pass_on(self, path: str, body: bytes | None) -> tuple[int, bytes]:
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


@contextmanager
def open_meter(target: str) -> Iterator[tuple[Meter, str]]:
    """Run a meter on this machine; yield it with its address."""
    meter = Meter(target)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

        def _answer(self, body: bytes | None) -> None:
            status, data = meter.pass_on(self.path, body)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield meter, f"http://127.0.0.1:{server.server_port}/v1"
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
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--model", required=True)
    args = parser.parse_args()
    for path in args.files:
        with open_meter(args.base_url) as (ours, address):
            spend_ours(path, address, args.model)
        peers, details = {}, {"ours_calls": str(ours.calls)}
        if find_spec("langextract"):
            with open_meter(args.base_url) as (theirs, address):
                spend_langextract(read(path)[0].text, address, args.model)
            peers["langextract"] = float(theirs.tokens)
            details["langextract_calls"] = str(theirs.calls)
            details["ratio"] = f"{ours.tokens / theirs.tokens:.2f}"
        result = Result("llm_tokens", path.stem, "tokens", float(ours.tokens), peers, details)
        print(result.to_json(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
