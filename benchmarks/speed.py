"""Speed, growth and memory of the offline engine, and the time of a whole `summarize brief`.

Texts are the articles of polnear; each reading has a process of its own, so that no round profits
from what another one remembered. The brief is one of the repository's seeds, or of another folder
of .txt articles, and its process is timed beside one that runs LexRank: imports count for both.
Stories of many articles are grown out of the same folder.
"""

import math
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from benchmarks.comparison import Row
from benchmarks.growing import grow_story, measure_story
from benchmarks.job import Job, Result
from benchmarks.peers.names import PEERS as NAME_PEERS
from benchmarks.processes import ROOT, measure_reading, time_alternating

TEXTS = "polnear"
SEEDS = ROOT / "seeds"
ROUNDS = 3
BRIEF_ROUNDS = 5
SIZES = (2_000, 20_000, 200_000)
"""Words of the articles over which the growth is fitted."""
STORY_SIZES = (10, 100, 1_000)
"""Articles of the stories over which theirs is."""
_LARGE = 20_000
_SPACY, _LEXRANK = "spaCy sm", "sumy LexRank"
_DETERMINERS = ("the", "this", "that", "each", "every", "another")
_THE = re.compile(r"\bthe\b")


class Text(Row):
    """An article of any length."""

    text: str


def run(job: Job) -> Iterator[Result]:
    """Measure what the data allow; what they do not is named on stderr."""
    texts = _read_texts(job)
    if texts:
        yield from measure_throughput(job, texts)
        yield from measure_growth(job, texts)
        yield from measure_memory(job, texts)
    yield from measure_brief(job, SEEDS)
    yield from measure_stories(job, SEEDS)


def _read_texts(job: Job) -> list[str]:
    source = Job(TEXTS, job.split, job.data, job.output)
    if not source.gold.is_file():
        print(f"speed, growth and memory: no data at {source.gold}", file=sys.stderr)
        return []
    return [row.text for row in source.read_rows(Text)]


def measure_throughput(job: Job, texts: Sequence[str]) -> Iterator[Result]:
    """Articles a second of CPU time: the best of some rounds, ours and spaCy's in turn."""
    installed = [peer.name for peer in NAME_PEERS if peer.name == _SPACY and peer.version]
    systems = ["ours", *installed]
    rounds = [[measure_reading(name, texts).cpu_s for name in systems] for _ in range(ROUNDS)]
    ours, *others = [len(texts) / min(column) for column in zip(*rounds, strict=True)]
    beside = {name: round(rate, 2) for name, rate in zip(installed, others, strict=True)}
    yield _result(job, "articles a second a core", ours, beside)
    for name, rate in zip(installed, others, strict=True):
        yield _result(job, f"times as fast as {name}", ours / rate)


def measure_growth(job: Job, texts: Sequence[str]) -> Iterator[Result]:
    """By which power of its length the cost of an article grows: 1 is in proportion."""
    articles = [join_articles(texts, words) for words in SIZES]
    costs = [measure_reading("ours", [article]).cpu_s for article in articles]
    exponent = _result(job, "growth exponent", fit_exponent(SIZES, costs))
    yield replace(exponent, details={"cost": _list_costs(SIZES, costs, "words")})


def measure_memory(job: Job, texts: Sequence[str]) -> Iterator[Result]:
    """Memory at the most, of a process that reads one long article, or many one by one."""
    large = measure_reading("ours", [join_articles(texts, _LARGE)])
    yield _result(job, f"peak MB, {_LARGE:,} words", large.peak_mb)
    yield _result(job, "peak MB, all articles", measure_reading("ours", texts).peak_mb)


def measure_brief(job: Job, folder: Path) -> Iterator[Result]:
    """The wall time of `summarize brief` of a folder's articles, and over that of LexRank."""
    files = sorted(map(str, folder.glob("*.txt")))
    ours = [sys.executable, "-m", "summarize", "brief", "--engine", "offline", *files]
    peer = [sys.executable, "-m", "benchmarks.peers.summarizers", str(folder)]
    own, other = time_alternating([ours, peer], BRIEF_ROUNDS)
    yield _result(job, "brief, s", own, {_LEXRANK: round(other, 2)})
    yield _result(job, f"brief, time over {_LEXRANK}", own / other)


def measure_stories(job: Job, folder: Path) -> Iterator[Result]:
    """By which power of its articles the cost of one story grows, of the merge and of the brief."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
    spent = [measure_story(list(grow_story(texts, size))) for size in STORY_SIZES]
    costs = {
        "merge": [one.merging_s for one in spent],
        "brief": [one.reading_s + one.merging_s for one in spent],
    }
    for stage, seconds in costs.items():
        exponent = _result(job, f"{stage} growth exponent", fit_exponent(STORY_SIZES, seconds))
        yield replace(exponent, details={"cost": _list_costs(STORY_SIZES, seconds, "articles")})
    yield _result(job, f"peak MB, {STORY_SIZES[-1]:,} articles of one story", spent[-1].peak_mb)


def _list_costs(sizes: Sequence[int], costs: Sequence[float], of_what: str) -> str:
    pairs = zip(sizes, costs, strict=True)
    return ", ".join(f"{size:,} {of_what} {cost:.2f} s" for size, cost in pairs)


def _result(job: Job, measure: str, ours: float, peers: dict[str, float] | None = None) -> Result:
    return Result(job.benchmark, job.split, measure, round(ours, 2), peers or {})


def join_articles(texts: Sequence[str], words: int) -> str:
    """Return an article of `words` words, of different articles one after another.

    Where they do not suffice, they come again with another determiner for each "the", so that
    hardly a sentence is one that was read before.
    """
    if not any(text.split() for text in texts):
        raise ValueError("no words to join")
    every = (_vary(text, time) for time in count() for text in texts)
    paragraphs = (part for text in every for part in text.split("\n\n"))
    taken: list[str] = []
    left = words
    while left > 0:
        cut = next(paragraphs).split()[:left]
        taken.append(" ".join(cut))
        left -= len(cut)
    return "\n\n".join(taken)


def _vary(text: str, time: int) -> str:
    return _THE.sub(_DETERMINERS[time % len(_DETERMINERS)], text) if time else text


def fit_exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """Return the slope of the least-squares line through the logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    shared = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return shared / sum((x - mean_x) ** 2 for x in xs)
