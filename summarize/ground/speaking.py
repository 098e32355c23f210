"""Who says it: the speaker of a statement held against whom its evidence names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter

from summarize.language.document import Document
from summarize.language.meaning.cells import Passage, read_passage
from summarize.language.meaning.spelling import fold_spelling
from summarize.language.names import Entity, Names, find_names
from summarize.language.names.aliases import is_acronym_of
from summarize.language.names.allegiance import fold_state
from summarize.language.names.gazetteer import is_east_asian_surname
from summarize.language.names.titles import is_title
from summarize.language.normal import normal_form, normalise
from summarize.language.quotations import Attribution, find_attributions
from summarize.language.quotations.owners import owner_of
from summarize.language.quotations.quotes import find_quotations
from summarize.language.speech_verbs import is_denial
from summarize.language.told import read_told
from summarize.model import Article

_MOST = 0.6
"""Part of a statement's cells that stands in what somebody says, from which it is his."""
_MARGIN = 0.1
"""What a speech may hold less than the fullest one: what stands further in is said by another."""
_HEAD_ENDS = re.compile(r"\s(?:who|which|that|whose|of|in|at|from|on|with|for|near|to)\s")
_APPOSITIONS = re.compile(r"[,;:(–—]")
_OWNED = re.compile(r"(?i)(?:its|their|his|her)\s")
_NOT_NAMING = frozenset(
    "the a an some several many these those both mr mrs ms its his her their our".split()
)


@dataclass(frozen=True)
class Voice:
    """Who is meant to say a statement: `speaker`, or nobody but the teller."""

    speaker: str | None
    article: Article | None


@dataclass(frozen=True)
class Speech:
    """What somebody says in a piece of evidence; `names` are the words that the source goes by."""

    words: str
    names: tuple[str, ...]
    verb: str
    cue: str
    is_turned: bool

    @cached_property
    def content(self) -> Passage:
        """What is said."""
        return read_passage(self.words)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.content.keys)

    def share_of(self, keys: Sequence[str]) -> float:
        """Return the part of these cells that stands in the content."""
        return (Counter(keys) & self._counts).total() / max(1, len(keys))


def speeches_of(evidence: Passage, article: Article | None) -> Sequence[Speech]:
    """Return all that somebody says in the evidence, read in its article where there is one."""
    text = evidence.document.text
    if article is not None:
        found = _speeches_of_article(article.text, text)
        if found:
            return found
    return _speeches_in(text)


def hear(evidence: Passage, said: Passage, article: Article | None) -> list[Speech]:
    """Return the speeches of the evidence that hold what is said, most of it or more."""
    found = [(speech.share_of(said.keys), speech) for speech in speeches_of(evidence, article)]
    fullest = max((share for share, _ in found), default=0.0)
    return [speech for share, speech in found if share >= max(_MOST, fullest - _MARGIN)]


@lru_cache(maxsize=64)
def quotations_of(text: str) -> tuple[Passage, ...]:
    """Return what stands in quotation marks in an article, each quotation whole."""
    document = read_told(text).document
    items = find_quotations(document).items
    return tuple(
        read_passage(" ".join(text[span.start : span.end] for span in item.spans)) for item in items
    )


def is_source(speaker: str, speech: Speech) -> bool:
    """Say whether `speaker` is who speaks in `speech`."""
    return any(_same_source(speaker, name) for name in speech.names)


@lru_cache(maxsize=4_096)
def _speeches_in(text: str) -> tuple[Speech, ...]:
    document = read_passage(text).document
    names = find_names(document)
    return tuple(
        _speech(document, names, attribution) for attribution in find_attributions(document, names)
    )


def _speeches_of_article(text: str, evidence: str) -> tuple[Speech, ...]:
    return tuple(speech for _, speech in parts_spoken(text, evidence))


@lru_cache(maxsize=4_096)
def parts_spoken(text: str, evidence: str) -> tuple[tuple[str, Speech], ...]:
    """Return what is said in the part of an article that `evidence`, normalised, was taken from.

    Each speech comes with its words inside the evidence, from the first to the last.
    """
    read = _read_article(text)
    start = read.text.find(evidence)
    if start < 0:
        return ()
    end = start + len(evidence)
    return tuple(
        (read.text[max(first, start) : min(last, end)], speech)
        for first, last, speech in read.between(start, end)
    )


@dataclass(frozen=True)
class _ReadArticle:
    """An article's normal form, and each speech with its span there, in order."""

    text: str
    spoken: tuple[tuple[int, int, Speech], ...]

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, Speech]]:
        """Yield the speeches that have a part in `start:end`."""
        begun = bisect_left(self.spoken, end, key=itemgetter(0))
        near = bisect_left(self.spoken, start - self._longest, key=itemgetter(0))
        return (one for one in self.spoken[near:begun] if one[1] > start)

    @cached_property
    def _longest(self) -> int:
        return max((last - first for first, last, _ in self.spoken), default=0)


@lru_cache(maxsize=64)
def _read_article(text: str) -> _ReadArticle:
    normal = normalise(text)
    document, names, attributions = read_told(text)
    spoken = []
    for attribution in attributions:
        ends = attribution.content[0].start, attribution.content[-1].end
        first, last = (bisect_left(normal.starts, place) for place in ends)
        spoken.append((first, last, _speech(document, names, attribution)))
    return _ReadArticle(normal.text, tuple(sorted(spoken, key=itemgetter(0))))


def _speech(document: Document, names: Names, attribution: Attribution) -> Speech:
    content = " ".join(document.text[start:end] for start, end in attribution.content)
    cue = document.text[slice(*attribution.cue)] if attribution.cue else ""
    return Speech(
        words=content,
        names=tuple(_names_of(document, names, attribution)),
        verb=attribution.verb,
        cue=cue,
        is_turned=attribution.is_negated or is_denial(attribution.verb),
    )


def _names_of(document: Document, names: Names, attribution: Attribution) -> Iterator[str]:
    """Yield what the source of a speech can be called."""
    if attribution.source:
        words = " ".join(document.text[slice(*attribution.source)].split())
        yield words
        owned = _OWNED.match(words)
        owner = owned and owner_of(document, names, attribution.source)
        if owned and owner:
            yield f"{owner}'s {words[owned.end() :]}"
    if attribution.speaker_text:
        yield attribution.speaker_text
    entity: Entity | None = attribution.speaker
    if entity is not None:
        yield entity.name
        yield from entity.aliases


def _same_source(speaker: str, source: str) -> bool:
    """Say whether two phrases name one source: "Sen. Cruz" and "Ted Cruz, the senator"."""
    ours, theirs = _plain(speaker), _plain(source)
    if ours == theirs:
        return True
    return any(_same_head(one, other) for one in heads_of(speaker) for other in heads_of(source))


@lru_cache(maxsize=16_384)
def _plain(phrase: str) -> str:
    return " ".join(re.findall(r"[\w&-]+", normal_form(phrase).lower()))


@lru_cache(maxsize=16_384)
def heads_of(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a phrase's own names: before its first mark, and in apposition.

    "A lawyer for the paper, David Schulz" is a lawyer and David Schulz.
    """
    found: list[tuple[str, ...]] = []
    for i, part in enumerate(_APPOSITIONS.split(normal_form(phrase))):
        words = _words(_HEAD_ENDS.split(part, maxsplit=1)[0].strip())
        if words and (i == 0 or all(word[0].isupper() for word in words)):
            found.append(tuple(words))
    return tuple(found)


def _words(part: str) -> list[str]:
    words = [word.removesuffix("'s") for word in re.findall(r"[\w&'.-]+", part)]
    words = [word.strip(".'") for word in words]
    kept = [word for word in words if word and word.lower() not in _NOT_NAMING]
    named = [word for word in kept if not is_title(word)]
    return named or kept


def _same_head(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether the words of two heads name one: the shorter in the longer, the last the same."""
    if len(one) == len(other) == 1 and fold_state(one[0]) == fold_state(other[0]):
        return True
    ours, theirs = [fold_spelling(word) for word in one], [fold_spelling(word) for word in other]
    if " ".join(one) and (
        is_acronym_of(" ".join(one), " ".join(other))
        or is_acronym_of(" ".join(other), " ".join(one))
    ):
        return True
    if not set(ours) <= set(theirs):
        return False
    is_east_asian = len(one) == 1 and ours[0] == theirs[0] and is_east_asian_surname(one[0])
    return ours[-1] == theirs[-1] or is_east_asian
