"""A page copied by hand into a text file: which of its lines `read` keeps."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import cast

from benchmarks.comparison import OURS, Fault, Measure, Prediction, Row, Scorer, compare
from benchmarks.job import Job, Result
from benchmarks.texts import read_file
from summarize.model import Article

MEASURES = (
    Measure("line F1", ("line_f1",)),
    Measure("comment lines kept, %", ("kept_by_class", "comment"), 100),
)
_SHOWN = 12
_NEITHER = ("headline", "supp")
"""Lines that the scorer counts neither way."""


class PastedPage(Row):
    """The lines of a page, of which those from `paste[0]` to `paste[1]` were copied."""

    lines: tuple[str, ...]
    labels: tuple[int, ...]
    classes: tuple[str, ...]
    paste: tuple[int, int]

    @property
    def copied(self) -> Sequence[str]:
        """The lines that we are given."""
        return self.lines[slice(*self.paste)]


def find_fault(page: PastedPage, said: Prediction) -> Fault | None:
    """Show the lines that were wrongly kept or taken out."""
    kept = cast("list[int]", said["keep"])
    copied = slice(*page.paste)
    wrong = [
        f"   {'kept   ' if keep else 'removed'} ({kind}) {line[:120]}"
        for line, label, kind, keep in zip(
            page.copied, page.labels[copied], page.classes[copied], kept, strict=True
        )
        if keep != label and kind not in _NEITHER
    ]
    return Fault(len(wrong) / len(kept), "\n".join(wrong[:_SHOWN])) if wrong else None


SCORER = Scorer("score_plaintext.py", MEASURES, ("--paste",), find_fault)


def run(job: Job) -> Iterator[Result]:
    """Measure which lines we keep; the peers read HTML, and have none to read here."""
    return compare(job, SCORER, PastedPage, {OURS: read_ours})


def read_ours(page: PastedPage) -> Prediction:
    """Return 1 for each copied line that stays in the article, else 0."""
    article = read_file("page.txt", "\n".join(page.copied).encode())
    return {"keep": keep_lines(page.copied, article) if article else [0] * len(page.copied)}


def keep_lines(lines: Sequence[str], article: Article) -> list[int]:
    """Say of each line whether the article keeps it.

    Lines and paragraphs are aligned in their order by their letters and digits; a paragraph whose
    dateline was cut off is taken with it.
    """
    given = [_letters(line) for line in lines]
    paragraphs = [_letters(paragraph) for paragraph in article.text.split("\n\n")]
    datelines = [_letters(one.text) for one in article.removed if one.reason == "dateline"]
    whole = [
        next((cut + text for cut in datelines if cut + text in given), text) for text in paragraphs
    ]
    kept = [0] * len(lines)
    for block in SequenceMatcher(None, given, whole, autojunk=False).get_matching_blocks():
        kept[block.a : block.a + block.size] = [1] * block.size
    return kept


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
