"""A statement that reports speech, compared part by part: who, with which verb, when, and what."""

from collections import Counter
from collections.abc import Iterator

from summarize.ground.frames import Frame
from summarize.ground.introductions import is_introduced
from summarize.ground.speaking import Voice, speeches_of
from summarize.ground.verbatim import compare_wording
from summarize.language.meaning.cells import Passage, read_passage
from summarize.language.meaning.operators import is_time_word
from summarize.language.meaning.reasons import Problem
from summarize.model import Article

_ALL = 0.85
"""Part of a statement's cells that the content of a speech holds when it is all of it."""


def compare_report(
    said: Passage, frame: Frame, evidence: Passage, article: Article | None
) -> Iterator[Problem]:
    """Yield what keeps the source of `frame` from having said in `evidence` what it reports."""
    if article is not None and frame.source == article.known_as:
        content = read_passage(frame.content.document.text.strip('"'))
        yield from compare_wording(content, evidence, Voice(None, article))
        return
    yield from compare_wording(frame.content, evidence, Voice(frame.source, article), frame.verb)
    yield from _check_outer_report(said, frame, evidence, article)
    yield from _check_manner(said, frame, evidence)
    names = {name for speech in speeches_of(evidence, article) for name in speech.names}
    if not is_introduced(frame.source, names, evidence, article):
        yield Problem("speaker not in evidence", frame.source)


def _check_outer_report(
    said: Passage, frame: Frame, evidence: Passage, article: Article | None
) -> Iterator[Problem]:
    """Yield a problem where somebody else says that the source says it: "Roe said Doe thinks"."""
    opening = Counter(said.keys) - Counter(frame.content.keys)
    for speech in speeches_of(evidence, article):
        is_outer = opening <= Counter(speech.content.keys)
        if is_outer and speech.share_of(said.keys) >= _ALL and speech.cue:
            yield Problem("attribution lost", f"{next(iter(speech.names), '')} {speech.cue}")
            return


def _check_manner(said: Passage, frame: Frame, evidence: Passage) -> Iterator[Problem]:
    """Yield words on how and when it was said that the evidence lacks: "privately", "on Monday"."""
    inside = Counter(frame.content.keys) + Counter(read_passage(frame.source).keys)
    rest = Counter(said.keys) - inside
    for cell in said.cells:
        if not rest[cell.key] or cell.key in evidence.keys:
            continue
        if cell.tag.startswith("RB"):
            yield Problem("words not in evidence", cell.text)
        elif is_time_word(cell):
            yield Problem("date not in evidence", cell.text)
