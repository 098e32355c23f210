"""A statement taken apart into who says it, with which verb, and what is said."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarize.language.meaning.cells import Passage, read_passage
from summarize.language.meaning.deletion import names_source
from summarize.language.meaning.limits import limit_of
from summarize.language.meaning.operators import is_time_word
from summarize.language.names import find_names
from summarize.language.quotations import Attribution, find_attributions
from summarize.language.speech_verbs import SPEECH_VERBS
from summarize.language.verb_forms import BE, FINITE, HAVE

_WORDS_OF = re.compile(r"In the words of (?P<source>[^:]+): (?P<content>.+)", re.DOTALL)
_ACCORDING = re.compile(r"According to (?P<source>[^,]+), (?P<content>.+)", re.DOTALL)
_AFTER_VERB = re.compile(r"\s*(?:(?:that\b|[:,])\s*|(?=[\"“]))", re.IGNORECASE)
_PLAIN_PAST = frozenset("put read".split())
"""Verbs of speech whose past looks like no past."""
_FEWEST_CELLS = 2


class Frame(NamedTuple):
    """What is said, by whom, and the lemma or phrase that reports it."""

    source: str
    verb: str
    content: Passage


def take_apart(said: Passage) -> Frame | None:
    """Return the frame of a statement that reports speech as a whole, or None."""
    text = said.document.text
    for pattern, verb in ((_WORDS_OF, "in the words of"), (_ACCORDING, "according to")):
        match = pattern.fullmatch(text)
        if match:
            return Frame(match["source"], verb, read_passage(_capital(match["content"])))
    return _in_front(said) or _behind(said)


def _in_front(said: Passage) -> Frame | None:
    """Read "Ms Field said that …" and "The paper reported: “…”"."""
    text = said.document.text
    place = _reporting_verb(said)
    if place is None:
        return None
    verb = said.cells[place]
    after = _AFTER_VERB.match(text, verb.end)
    takes_clause = not {"clause", "figure"}.isdisjoint(SPEECH_VERBS[verb.lemma].frames)
    follows = said.cells[place + 1].key if place + 1 < len(said.cells) else ""
    if after is None and (not takes_clause or follows == "to"):
        return None
    content = read_passage(_capital(text[after.end() if after else verb.end :]))
    source = text[: said.cells[_auxiliaries(said, place)].start].strip(" ,")
    if "," in source and _is_interjection(text, verb.end):
        return None
    return Frame(source, verb.lemma, content) if len(content.cells) >= _FEWEST_CELLS else None


def _is_interjection(text: str, end: int) -> bool:
    """Say whether a comma follows the verb and whoever was told: "…, Field told the paper, …"."""
    return re.match(r"(?:\s[\w.']+){0,5},", text[end:]) is not None


def _reporting_verb(said: Passage) -> int | None:
    """Return the index of the first verb, if it reports and nothing turns or limits it."""
    for i, cell in enumerate(said.cells):
        if cell.is_quoted or cell.key in ("not", "never", "if"):
            return None
        if cell.text.lower() in HAVE | BE or cell.tag.startswith("RB"):
            continue
        is_perfect = cell.tag == "VBN" and i > 0 and said.cells[i - 1].text.lower() in HAVE
        if cell.tag == "VBN" and not is_perfect:
            continue
        if cell.tag in FINITE or is_perfect or cell.key in _PLAIN_PAST:
            reports = i > 0 and cell.lemma in SPEECH_VERBS and limit_of(cell.key) != "negation"
            return i if reports else None
    return None


def _auxiliaries(said: Passage, place: int) -> int:
    """Return the index at which the verb's own auxiliaries and adverbs begin."""
    while place > 1 and (
        said.cells[place - 1].text.lower() in HAVE or said.cells[place - 1].tag.startswith("RB")
    ):
        place -= 1
    return place


def _behind(said: Passage) -> Frame | None:
    """Read "…, Ms Field said." and "…, according to the paper."."""
    document = said.document
    if not names_source(said.cells):
        return None
    for attribution in find_attributions(document, find_names(document)):
        is_plain = attribution.source and attribution.cue and not _is_limited(attribution, said)
        if is_plain and _is_all(attribution, said):
            content = " ".join(document.text[start:end] for start, end in attribution.content)
            source = document.text[slice(*(attribution.source or (0, 0)))]
            return Frame(source, attribution.verb, read_passage(_capital(content)))
    return None


def _is_limited(attribution: Attribution, said: Passage) -> bool:
    """Say whether the cue is turned, or holds more than its verb: "will say", "may have said"."""
    start, end = attribution.cue or (0, 0)
    cue = [cell for cell in said.cells if start <= cell.start < end]
    return attribution.is_negated or any(limit_of(cell.key) for cell in cue)


def _is_all(attribution: Attribution, said: Passage) -> bool:
    """Say whether a statement holds nothing but a content, its source and its cue."""
    spans = [*attribution.content, attribution.source, attribution.cue]
    return all(
        any(span and span[0] <= cell.start < span[1] for span in spans) or is_time_word(cell)
        for cell in said.cells
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def parts_of(source: str) -> Iterator[str]:
    """Yield the names of a list: "A, B and C"."""
    for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", source):
        if part.strip():
            yield part.strip()
