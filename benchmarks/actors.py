"""The actors of an article, each once, with their kind: those of its Extraction.

Groups that speak without a name ("the fishermen") are no actors here: the set holds named ones.
"""

from collections.abc import Iterator

from benchmarks.comparison import OURS, Measure, Prediction, Row, Scorer, System, compare
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.names import PEERS, NameReader
from benchmarks.texts import extract_text

MEASURES = (
    Measure("actor F1", ("actor", "F1")),
    Measure("actor+type F1", ("actor+type", "F1")),
    Measure("salient recall", ("salient recall",)),
)


class Text(Row):
    """An article, its title included; the scorer reads its actors itself."""

    text: str


SCORER = Scorer[Text]("score_ner.py", MEASURES, ["--json"])


def run(job: Job) -> Iterator[Result]:
    """Measure our actors beside the names that the installed peers find."""
    peers = {name: _predict_with(reader) for name, reader in load_installed(PEERS).items()}
    return compare(job, SCORER, Text, {OURS: read_ours, **peers})


def read_ours(row: Text) -> Prediction:
    """Return our actors of an article in the scorer's fields."""
    return {
        "actors": [
            {"name": actor.name, "type": actor.kind, "aliases": list(actor.aliases)}
            for actor in extract_text(row.text).actors
            if actor.kind != "group"
        ]
    }


def _predict_with(reader: NameReader) -> System[Text]:
    """Let each name stand for an actor, once by its wording: the peers tell no more."""

    def read(row: Text) -> Prediction:
        types: dict[str, str] = {}
        for start, end, kind in reader(row.text):
            types.setdefault(" ".join(row.text[start:end].split()), kind)
        return {"actors": [{"name": name, "type": kind} for name, kind in types.items()]}

    return read
