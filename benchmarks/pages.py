"""The body of an article out of its web page: what `read` keeps of it."""

import gzip
import re
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator

from benchmarks.comparison import OURS, Fault, Measure, Prediction, Row, Scorer, System, compare
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.pages import PEERS, PageReader
from benchmarks.texts import read_file

_WORD = re.compile(r"\w+")
_SHOWN = 40


class WebPage(Row):
    """A page and the body that people found in it."""

    html_gz_b64: str
    body: str

    @property
    def html(self) -> bytes:
        """The page as it was sent."""
        return gzip.decompress(b64decode(self.html_gz_b64))


def find_fault(page: WebPage, said: Prediction) -> Fault | None:
    """Say which words are missing and which are too many."""
    wanted, given = (Counter(_WORD.findall(text)) for text in (page.body, str(said["body"])))
    missed, extra = wanted - given, given - wanted
    wrong, both = missed.total() + extra.total(), wanted.total() + given.total()
    if not wrong:
        return None
    lines = (
        f"{kind} {' '.join([*words][:_SHOWN])}"
        for kind, words in (("   missed", missed), ("   extra ", extra))
    )
    return Fault(wrong / both, "\n".join((page.body[:160].replace("\n", " "), *lines)))


SCORER = Scorer("score_extraction.py", [Measure("shingle F1", ("f1",))], (), find_fault)


def run(job: Job) -> Iterator[Result]:
    """Measure what we keep of each page beside the installed peers."""
    readers = {OURS: read_ours, **load_installed(PEERS)}
    systems = {name: _predict_with(reader) for name, reader in readers.items()}
    return compare(job, SCORER, WebPage, systems)


def _predict_with(reader: PageReader) -> System[WebPage]:
    return lambda page: {"body": reader(page.html)}


def read_ours(html: bytes) -> str:
    """Return the body of a page, empty where we find no article."""
    article = read_file("page.html", html)
    return article.text if article else ""
