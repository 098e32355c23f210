"""Who says what: the content of each report of speech, where it stands, and its source.

Measured is `summarize.language.quotations`, from which the claims of an Extraction are drawn: a
claim's evidence is the sentences that carry it, and these sets ask for the content to the letter.
"""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.comparison import OURS, Measure, Prediction, Row, Scorer, System, compare
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.quotations import PEERS, QuotationReader
from summarize.language.quotations import Attribution
from summarize.language.told import read_told

MEASURES: Mapping[str, Sequence[Measure]] = {
    "polnear": (
        Measure("content F1", ("content", "F1")),
        Measure("content precision", ("content", "P")),
        Measure("content+source F1", ("content+source", "F1")),
        Measure("quoted F1", ("quoted", "F1")),
    ),
    "gum_attr": (Measure("content F1", ("content", "F1")),),
}


class Text(Row):
    """An article, its title included; the scorer reads its attributions itself."""

    text: str


def run(job: Job) -> Iterator[Result]:
    """Measure our reader beside the installed peers."""
    scorer = Scorer[Text]("score_polnear.py", MEASURES[job.benchmark], ["--json"])
    readers = {OURS: read_ours, **load_installed(PEERS)}
    systems = {name: _predict_with(reader) for name, reader in readers.items()}
    return compare(job, scorer, Text, systems)


def _predict_with(reader: QuotationReader) -> System[Text]:
    return lambda row: {"attributions": reader(row.text)}


def read_ours(text: str) -> list[Prediction]:
    """Return our attributions of an article in the scorer's fields."""
    return [_fields(found, text) for found in read_told(text).attributions]


def _fields(found: Attribution, text: str) -> Prediction:
    """The source is whoever is meant; how the text puts it stands beside it."""
    source = found.speaker.name if found.speaker else found.speaker_text
    fields = {"content": [list(span) for span in found.content], "source": source}
    if found.source is None:
        return fields
    start, end = found.source
    return {**fields, "source_surface": text[start:end]}
