"""Who is behind a statement: the actor to name, and of what sort the source is."""

import re
from dataclasses import dataclass

from summarize.extract.reading import Reading
from summarize.language.document import parse_statement
from summarize.language.morphology import lemma_of
from summarize.language.quotations import Attribution
from summarize.language.quotations.owners import owner_of
from summarize.language.quotations.voices import has_voice, is_document
from summarize.model import ActorKind, Sourcing

_UNNAMED = re.compile(
    r"(?i)\b(?:sources?|insiders?|people|persons?|some|others|many|critics|observers|"
    r"reports|rumou?rs|someone|anonymous|unnamed|media)\b"
)
_MEDIA = re.compile(
    r"(?i)\b(?:news ?paper|news agency|agency|broadcaster|news|times|post|journal|television|tv|"
    r"radio|herald|tribune|guardian|telegraph|press|reuters|bloomberg|bbc|cnn|nbc|abc|cbs|fox|npr|"
    r"afp|ap|tass|kcna|xinhua|magazine|gazette|daily)\b"
)
_LEADING = re.compile(r"(?i)^(?:the|a|an|some|several|many|these|those|both)\s+(?!of\b)")
_TAIL = re.compile(r"(?:\s*[,;:(–—].*|\s+(?:who|which|that|whose|speaking|citing|in|on|at)\s.*)$")
_MOST_WORDS = 8


_PRONOUN = re.compile(
    r"(?i)(?:he|she|it|they|we|i|you|who|which|this|that|these|those|one|others?)$"
)
_POINTING = re.compile(r"(?i)(?:this|that|these|those|such|one of (?:them|these|those))\s")
_POSSESSIVE = re.compile(r"(?i)^(?:its|their|his|her|our)\s+(?=\w)")


@dataclass(frozen=True)
class Speaker:
    """Whoever makes a statement. `actor` is None where the source is no actor.

    `words` are the article's words for a source that no name stands for, `alias` those of them
    that stand in the text where `actor` says more. `is_known` is false for a pronoun that could
    mean several.
    """

    actor: str | None
    kind: ActorKind | None
    words: str | None
    sourcing: Sourcing
    alias: str | None = None
    is_known: bool = True


OUTLET = Speaker(None, None, None, "outlet")
"""The outlet speaks for itself."""

_UNKNOWN = Speaker(None, None, None, "anonymous", is_known=False)


def find_speaker(reading: Reading, attribution: Attribution) -> Speaker | None:
    """Return who speaks in `attribution`: a named actor, a nameless group or a document.

    None where the words name nothing that can speak ("This move means that …").
    """
    entity = attribution.speaker
    if entity is not None:
        return name_speaker(entity.name, entity.kind)
    words = _source_words(reading, attribution)
    if words is None:
        return Speaker(None, None, None, "anonymous")
    is_pointing = _PRONOUN.match(words) or _POINTING.match(words)
    return _UNKNOWN if is_pointing else _nameless(reading, attribution, words)


def name_speaker(name: str, kind: ActorKind) -> Speaker:
    """Return an actor as a speaker, of the sort that its name and kind make it."""
    if kind == "group":
        return Speaker(name, kind, None, "anonymous" if _UNNAMED.search(name) else "role")
    is_medium = kind == "organisation" and _MEDIA.search(name)
    return Speaker(name, kind, None, "other outlet" if is_medium else "named")


def name_source(words: str) -> Speaker:
    """Return a source that is no actor: a document, or somebody who is not named."""
    is_unnamed = _UNNAMED.search(words) is not None
    is_paper = is_document(_head_noun(group_name(words))) and not is_unnamed
    return Speaker(None, None, words, "document" if is_paper else "anonymous")


def _nameless(reading: Reading, attribution: Attribution, words: str) -> Speaker | None:
    name = group_name(words)
    noun = _head_noun(name)
    if is_document(noun):
        return name_source(words)
    if not has_voice(noun) or len(name.split()) > _MOST_WORDS:
        return None
    sourcing: Sourcing = "anonymous" if _UNNAMED.search(words) else "role"
    owned = _POSSESSIVE.sub("", name)
    if owned == name:
        return Speaker(name, "group", words, sourcing)
    owner = attribution.source and owner_of(reading.document, reading.names, attribution.source)
    return Speaker(f"{owner}'s {owned}", "group", None, sourcing, owned) if owner else _UNKNOWN


def _head_noun(name: str) -> str:
    """Return the lemma of the noun that a phrase is built on ("heads of state": head)."""
    nouns: list[str] = []
    for token in parse_statement(name).tokens:
        if token.tag in ("IN", "TO", ",", "CC") and nouns:
            break
        if token.tag.startswith("NN"):
            nouns.append(lemma_of(token.low, "NNS"))
    return nouns[-1] if nouns else ""


def group_name(words: str) -> str:
    """Return `words` without a leading determiner and without what follows the noun phrase."""
    name = _LEADING.sub("", _TAIL.sub("", " ".join(words.split())))
    return name.strip(' ,.;:—–-"“”')


def _source_words(reading: Reading, attribution: Attribution) -> str | None:
    if attribution.speaker_text:
        return " ".join(attribution.speaker_text.split())
    if attribution.source is None:
        return None
    start, end = attribution.source
    words = " ".join(reading.document.text[start:end].split())
    return words or None
