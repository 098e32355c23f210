"""The names of a sentence to the letter: people, organisations and places.

Measured is `summarize.language.names`, from which the actors of an Extraction are drawn: an actor's
evidence is the sentences that name it, and this set asks where in them.
"""

from collections.abc import Iterator

from benchmarks.comparison import OURS, Measure, Row, Scorer, System, compare
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.names import PEERS, NamedSpan, NameReader
from summarize.language.document import parse_document
from summarize.language.names import find_names

MEASURES = (Measure("span F1", ("span", "F1")), Measure("exact F1", ("exact", "F1")))


class Sentence(Row):
    """A sentence with its names, which the scorer reads itself."""

    text: str


SCORER = Scorer[Sentence]("score_ner.py", MEASURES, ["--json"])


def run(job: Job) -> Iterator[Result]:
    """Measure our reader beside the installed peers."""
    readers = {OURS: read_ours, **load_installed(PEERS)}
    systems = {name: _predict_with(reader) for name, reader in readers.items()}
    return compare(job, SCORER, Sentence, systems)


def _predict_with(reader: NameReader) -> System[Sentence]:
    return lambda row: {"entities": [span._asdict() for span in reader(row.text)]}


def read_ours(text: str) -> list[NamedSpan]:
    """Return where our names stand; "French" points to a state and is not its name."""
    return [
        NamedSpan(mention.start, mention.end, entity.kind)
        for entity in find_names(parse_document(text)).entities
        for mention in entity.mentions
        if mention.form != "demonym"
    ]
