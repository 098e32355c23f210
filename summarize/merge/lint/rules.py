"""The rules for a sentence in the brief's own voice: what each looks for, and how grave it is.

An "error" is sure: the sentence has what it may not have. A "warning" is a sign that an editor
should look at, such as words that the sources themselves put so.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from summarize.language.document import parse_statement
from summarize.language.neutrality.accusations import find_accusations
from summarize.language.neutrality.editorial import is_editorial
from summarize.language.neutrality.judging import find_judging
from summarize.language.neutrality.plural_sources import find_plural_sources, has_singular
from summarize.language.neutrality.scare_quotes import find_scare_quotes
from summarize.language.quotations.quotes import find_quotations
from summarize.language.speech_verbs import judges
from summarize.merge.forms import NEXT_VALUE, VALUE
from summarize.merge.lint.voices import Voice
from summarize.merge.neutrality import own_loaded_words
from summarize.model import LintRule, Severity


class Found(NamedTuple):
    """What a rule found at `start:end` of a text."""

    start: int
    end: int
    severity: Severity
    problem: str


_SINGLE = ("‘", "'")
_OF_SOURCES = "Sources "
_ARTICLE = re.compile(r"\((article \d+)\)")

Names = frozenset[str]
"""The words of the names of all actors: "Savage" the minister is not savage."""

Finder = Callable[[Voice, Names], Iterator[Found]]


def _find_loaded(voice: Voice, names: Names) -> Iterator[Found]:
    for word in own_loaded_words(voice.document):
        if word.text not in names:
            yield Found(word.start, word.end, "error", "loaded word outside quotation marks")


def _find_comment(voice: Voice, _: Names) -> Iterator[Found]:
    if is_editorial(voice.text):
        yield Found(0, len(voice.text), "error", "comments and tells no fact")


def _find_judging(voice: Voice, _: Names) -> Iterator[Found]:
    """Find verbs that judge: those of nobody's evidence, and those that report with a source's."""
    tokens = voice.document.tokens
    used = [one for one in tokens if one.tag.startswith("VB") and judges(one.lemma)]
    if not used:
        return
    quotations = find_quotations(voice.document)
    theirs = {one.lemma for quote in voice.quotes for one in parse_statement(quote).tokens}
    reporting = {verb.start for verb in find_judging(voice.document)}
    for token in used:
        if quotations.number_at(token.start) is not None:
            continue
        if token.lemma not in theirs:
            yield Found(token.start, token.end, "error", "verb of speech that judges")
        elif token.start in reporting:
            problem = "verb of speech that judges, as in the source"
            yield Found(token.start, token.end, "warning", problem)


def _find_own_voice(voice: Voice, _: Names) -> Iterator[Found]:
    """Find a disputed matter that nobody is said to say; of a title that is read off its words."""
    if voice.is_contested and not voice.names_source:
        severity: Severity = "warning" if voice.path == "title" else "error"
        yield Found(0, len(voice.text), severity, "disputed matter in the brief's own voice")


def _find_accusation(voice: Voice, _: Names) -> Iterator[Found]:
    for start, end in find_accusations(voice.document):
        yield Found(start, end, "warning", "accusation without a source")


def _find_scare_quotes(voice: Voice, _: Names) -> Iterator[Found]:
    if voice.tells_sides:
        return  # whose words they are stands beside them
    for start, end in find_scare_quotes(voice.document):
        if voice.path == "title" and voice.text[start] in _SINGLE:
            continue  # headlines quote speakers whom they do not name
        yield Found(start, end, "warning", "quotation marks around words of nobody")


def _find_plural(voice: Voice, _: Names) -> Iterator[Found]:
    """Find "sources say" where the evidence has one, and "Sources differ" where only one speaks."""
    if voice.tells_sides and voice.text.startswith(_OF_SOURCES):
        values = (VALUE.take_apart(one.rstrip(".")) for one in voice.text.split(NEXT_VALUE))
        holders = [one["holders"] for one in values if one] or _ARTICLE.findall(voice.text)
        if len(set(holders)) == 1:
            yield Found(0, len("Sources"), "error", "more sources than the evidence has")
        return
    nouns = list(find_plural_sources(voice.document))
    evidence = parse_statement(" ".join(voice.quotes)) if nouns and voice.claims else None
    for noun in nouns:
        if evidence is not None and has_singular(evidence, noun.lemma):
            yield Found(noun.start, noun.end, "error", "more sources than the evidence has")


RULES: Mapping[LintRule, Finder] = {
    "loaded-word": _find_loaded,
    "comment": _find_comment,
    "judging-verb": _find_judging,
    "own-voice": _find_own_voice,
    "accusation": _find_accusation,
    "scare-quotes": _find_scare_quotes,
    "plural-sources": _find_plural,
}
"""Each rule for one sentence; "one-sided" looks at all of them (`sides.py`)."""
