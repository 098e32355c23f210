"""The summary of several articles on one story, beside the one that an editor wrote.

`spread` is how many of a story's articles give the summary three words that no other article has.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel

from benchmarks.comparison import OURS, Fault, Measure, Prediction, Row, Scorer, System, compare
from benchmarks.job import BenchmarkError, Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.summarizers import PEERS, Summarizer
from benchmarks.texts import NOW, write_files
from summarize.errors import NothingReadable
from summarize.pipeline import make_brief
from summarize.settings import BriefOptions

LENGTHS: Mapping[str, int] = {"multinews": 222, "neus": 66, "allsides_roundups": 112}
"""Words of a summary: the mean length of the editors', by data set."""
MEASURES = (Measure("rouge-2 F1", ("rouge2",)), Measure("spread", ("spread",)))
_WORD = re.compile(r"\w+")


class Told(BaseModel):
    """One article of a story."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None


class Story(Row):
    """The articles and the editor's summary, or a roundup of which the first paragraph is one."""

    articles: tuple[Told, ...]
    summary: str | None = None
    roundup: tuple[str, ...] = ()

    @property
    def wanted(self) -> str:
        """What the editor wrote."""
        return self.summary or next(iter(self.roundup), "")


def find_fault(story: Story, said: Prediction) -> Fault | None:
    """Set our summary beside the editor's; its share is that of the pairs of words not shared."""
    given = str(said["summary"])
    ours, wanted = _word_pairs(given), _word_pairs(story.wanted)
    both = ours.total() + wanted.total()
    share = 1 - 2 * (ours & wanted).total() / both if both else 0.0
    return Fault(share, f"   wanted {story.wanted}\n   ours   {given}") if share else None


def _word_pairs(text: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(_WORD.findall(text.lower())))


SCORER = Scorer("score_mds.py", MEASURES, (), find_fault)


def run(job: Job) -> Iterator[Result]:
    """Measure the summaries of our briefs beside the peers', all of one length.

    Raises BenchmarkError where the scorer's package is missing.
    """
    if find_spec("rouge_score") is None:
        raise BenchmarkError(
            f"{job.benchmark}: the scorer needs rouge-score: pip install -e '.[benchmarks]'"
        )
    words = LENGTHS[job.benchmark]
    peers = {
        name: _predict_with(summarizer, words) for name, summarizer in load_installed(PEERS).items()
    }
    return compare(job, SCORER, Story, {OURS: partial(read_ours, words=words), **peers})


def _predict_with(summarizer: Summarizer, words: int) -> System[Story]:
    return lambda story: {"summary": summarizer([one.text for one in story.articles], words)}


def read_ours(story: Story, words: int) -> Prediction:
    """Return the summary of the story's brief, as `summarize brief FOLDER` makes it.

    Articles that reading refuses are left out; where it refuses all, the summary is empty.
    """
    options = BriefOptions(created=NOW, today=NOW.date(), engine="offline", words=words)
    with TemporaryDirectory() as folder:
        files = {
            f"{one.id}.json": one.model_dump_json(exclude={"id"}, exclude_none=True).encode()
            for one in story.articles
        }
        write_files(Path(folder), files)
        try:
            brief = make_brief([folder], options)
        except NothingReadable:
            return {"summary": ""}
    return {"summary": " ".join(sentence.text for sentence in brief.summary)}
