"""Sentences of news prose, as spans.

A paragraph (text between blank lines) never shares a sentence with the next. Inside it a sentence
ends at a stop, a question or exclamation mark, with whatever closes after it, unless the stop
belongs to an abbreviation, an initial, a number or a quotation that its speaker follows ("Why?"
Smith asked). Headings and bullets, which have no stop, are sentences of their own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarize.language import abbreviations

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_END = re.compile(r"(?:\.{3}|…|[.!?])+[\"”’'»)\]]*(?:\[(?:\d{1,3}|[a-z]|citation needed)\])*")
_BULLET = re.compile(r"\n\s*(?=(?:[•▪‣◦●*–—-]|\d{1,2}[.)])\s)")
_OPENING = "\"“‘'«([—–-•"
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+$")
_LISTED = re.compile(r"\s*\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$")
_SAYS = (
    r"(?:said|says|asked|asks|added|adds|wrote|writes|told|tells|replied|shouted|cried|wondered|"
    r"exclaimed|tweeted|posted|demanded|warned|insisted|declared|joked|quipped|continued)"
)
_SPEAKER_FOLLOWS = re.compile(
    rf"\s+(?:(?:[A-Z][\w.'’-]*|of|the|de|von|van|al|bin)\s+){{1,5}}{_SAYS}\b|\s+{_SAYS}\s+[A-Z]"
)
_STARTERS = frozenset(
    "the a an this that these those it its he his she her they their we our i my you your there "
    "here in on at by for from with after before when while where if as but and or so yet "
    "however meanwhile although though since because during under over until both all some many "
    "most several one two three each every no not what who how why last next earlier later "
    "according despite".split()
)
"""Words that seldom follow "U.S." or "Inc." inside one sentence but often open the next."""


class Sentence(NamedTuple):
    """`text[start:end]`, trimmed; `paragraph` counts from 0."""

    text: str
    start: int
    end: int
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Cut `text` into sentences in order; white space belongs to none of them."""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        for start, end in _split_paragraph(text, *paragraph.span()):
            trimmed = text[start:end].strip()
            if trimmed:
                begin = start + text[start:end].index(trimmed)
                sentences.append(Sentence(trimmed, begin, begin + len(trimmed), number))
    return sentences


def _split_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    breaks = {m.start() for m in _BULLET.finditer(text, start, end)}
    breaks |= {m.end() for m in _END.finditer(text, start, end) if _is_end(text, m, start, end)}
    last = start
    for position in sorted(breaks):
        yield last, position
        last = position
    yield last, end


def _is_end(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    after = text[mark.end() : end]
    following = after.lstrip()
    if not following:
        return False
    if not after[0].isspace():
        return _is_missing_space(text, mark, following)
    first = following.lstrip(_OPENING + " ")[:1]
    if not (first.isupper() or first.isdigit() or first == "$" or _is_caseless(first)):
        return False
    if mark.group()[0] in "!?" and mark.group()[-1] in "\"”’'»":
        return not _SPEAKER_FOLLOWS.match(after)
    if mark.group()[0] == "." and mark.group().strip("\"”’'»)]") == ".":
        return _stop_ends(text, mark.start(), start, following)
    return True


def _is_missing_space(text: str, mark: re.Match[str], following: str) -> bool:
    """Say whether two sentences run together ("ended.The"), as in text taken from a page."""
    before = text[mark.start() - 3 : mark.start()]
    word = re.match(r"[\"“]?(?:[A-Z][a-z]+(?![\w.]*[./@])|A(?=\s[a-z]))", following)
    return bool(word) and before.isalpha() and before.islower() and mark.group()[0] in ".!?"


def _is_caseless(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()


def _stop_ends(text: str, stop: int, start: int, following: str) -> bool:
    if _LISTED.fullmatch(text[start:stop]):
        return False
    match = _LAST_WORD.search(text, max(start, stop - 30), stop)
    if match is None:
        return True
    word = match.group()
    low = word.lower()
    if len(word) == 1 and word.isalpha():
        return not word.isupper() or _starts_sentence(following)
    if low in abbreviations.TITLES and word[0].isupper():
        return False
    if low in abbreviations.INSIDE:
        return False
    if low in abbreviations.BEFORE_NUMBER and following[0].isdigit():
        return False
    if low in abbreviations.EITHER or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return low in _WORDS_TOO or _starts_sentence(following)
    return True


_WORDS_TOO = frozenset("in co la ill miss mass wash ore min ind del".split())
"""Abbreviations that are also whole words, which end sentences far more often."""


def _starts_sentence(following: str) -> bool:
    if following[0] in '"“‘':
        return True
    word = re.match(r"[^\W\d_]+", following)
    return word is not None and word[0][0].isupper() and word[0].lower() in _STARTERS
