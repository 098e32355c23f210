"""A statement that the evidence has word for word: nothing is left to compare.

Most of what rules draft is of this kind, and is known by its letters alone; grounding
takes 1.6 times as long where all of it is aligned. What is not certain here is left to that.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarize.ground.speaking import Voice, is_source, parts_spoken
from summarize.language.meaning.limits import limit_of
from summarize.language.normal import normal_form
from summarize.language.quotations.quotes import find_quotations
from summarize.language.told import read_told

_MARKS = re.compile(r"[\s.,;:!?]*\Z|\A[\s,;:]+|[.,;:!?](?=\s)")
_WORD = re.compile(r"[\w'-]+")


def is_word_for_word(statement: str, evidence: Sequence[str], voice: Voice) -> bool:
    """Say whether the statement is a sentence of its evidence, or all that its speaker says there.

    False means only that this is not seen at once.
    """
    if len(evidence) != 1 or (voice.article is not None and not voice.article.is_english):
        return False
    said, whole = normal_form(statement), normal_form(evidence[0])
    if not _WORD.search(said):
        return False
    if voice.speaker is None:
        return said == whole
    return voice.article is not None and _says_so(voice.speaker, said, whole, voice.article.text)


def _says_so(speaker: str, said: str, whole: str, text: str) -> bool:
    """Say whether a piece of an article is a plain report of these words, or is they, by name."""
    spoken = parts_spoken(text, whole)
    if said == whole:
        named = (speech for _, speech in spoken if speech.cue and speech.cue in said)
        return any(is_source(speaker, speech) for speech in named)
    ours = _plain(said)
    part = next((part for part, _ in spoken if _plain(part) == ours), None)
    if part is None or any(speech.is_turned for _, speech in spoken):
        return False
    if any(part in piece and piece != part for piece, _ in spoken):
        return False  # "said she hopes that": what is said is that she hopes
    own = [speech for piece, speech in spoken if piece == part]
    if not all(is_source(speaker, speech) for speech in own):
        return False
    return _is_quoted_rightly(said, text) and not _has_condition(whole.replace(part, " "))


def _plain(text: str) -> str:
    """Return the letters of a text without its quotation marks, its stops and its first capital."""
    words = _MARKS.sub("", text.replace('"', "").strip())
    return words[:1].lower() + words[1:]


def _is_quoted_rightly(said: str, text: str) -> bool:
    """Say whether a statement quotes nothing, or is as a whole what the article quotes."""
    if '"' not in said:
        return True
    inner = said.strip('" ')
    is_whole = said[0] == said[-1] == '"' and '"' not in inner
    return is_whole and _plain(inner).casefold() in _quotations_in(text)


@lru_cache(maxsize=16)
def _quotations_in(text: str) -> str:
    """Return the plain letters of what an article quotes, in small ones, a quotation a line."""
    items = find_quotations(read_told(text).document).items
    wholes = (" ".join(text[span.start : span.end] for span in item.spans) for item in items)
    return "\n".join(_plain(normal_form(whole)).casefold() for whole in wholes)


def _has_condition(outside: str) -> bool:
    """Say whether what goes with the words may be an "if"."""
    return any(limit_of(word) == "condition" for word in _WORD.findall(outside.lower()))
