"""Sentences that take a side, and the words that make them: our finder of loaded words.

An Extraction keeps a source's words as they are and a Brief none that is loaded outside of quotes,
so the finder itself is asked: `summarize.language.neutrality`. Coloured words, which lean only
where several come together or in a comment, count for the sentence and are not named themselves.
"""

import os
from collections.abc import Iterator

from benchmarks.comparison import OURS, Fault, Measure, Prediction, Row, Scorer, compare
from benchmarks.job import Job, Result
from summarize.language.document import parse_document
from summarize.language.neutrality.loaded import find_loaded
from summarize.language.neutrality.slant import is_slanted
from summarize.language.neutrality.words import read_words, using_words
from summarize.settings import read_settings

MEASURES = (
    Measure("macro F1, %", ("macro_f1",), 100),
    Measure("word F1, %", ("word_f1",), 100),
)


class Judged(Row):
    """A sentence, whether experts call it biased, and the words that they marked."""

    text: str
    biased: int
    biased_words: tuple[str, ...]


def find_fault(row: Judged, said: Prediction) -> Fault | None:
    """Show a sentence that we judge otherwise than the experts did."""
    if said["biased"] == row.biased:
        return None
    verdict = f"   wanted {row.biased} {list(row.biased_words)}, ours {said['words']}"
    return Fault(1.0, f"{row.text}\n{verdict}")


SCORER = Scorer("score_neutrality.py", MEASURES, (), find_fault)


def run(job: Job) -> Iterator[Result]:
    """Measure our finder; no package is known that finds loaded words without a large model.

    The list is the user's where the settings name one (SUMMARIZE_LOADED_WORDS).
    """
    path = read_settings({}, os.environ).loaded_words
    with using_words(read_words(path) if path else None):
        return iter(list(compare(job, SCORER, Judged, {OURS: read_ours})))


def read_ours(row: Judged) -> Prediction:
    """Return whether the sentence leans, and its loaded words."""
    document = parse_document(row.text)
    return {
        "biased": int(is_slanted(document)),
        "words": [word.text for word in find_loaded(document)],
    }
