"""Parts of speech, by Brill's rules and the lexicon that TextBlob ships.

Tags are the Penn Treebank's. TextBlob's own `tag` leaves out the contextual rules that it ships, so
they are applied here; the corrections below are for what they then still miss in news prose.
Brill, E. (1992), A simple rule-based part of speech tagger.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from summarize.language.contextual import ContextualRules
from summarize.language.lexicon import contextual_rules, guess_unknown, listed_tag
from summarize.language.morphology import can_be
from summarize.language.verb_forms import BE, FINITE, HAVE

_NUMBER = re.compile(r"[$€£]?\d[\d.,:/]*(?:[a-z]{1,2}|%)?")
_TAKES_PARTICIPLE = BE | HAVE | frozenset("get got gets getting".split())
_ADVERBS = ("RB", "RBR")
_ONE_READING = {
    "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "has": "VBZ", "does": "VBZ",
    "did": "VBD", "says": "VBZ",
}  # fmt: skip
"""Forms whose tag never depends on their neighbours."""


def tag_words(words: Sequence[str]) -> list[str]:
    """Return one Penn Treebank tag a word, for the words of one sentence in order."""
    straight = [word.replace("’", "'") for word in words]
    guesses = [_first_guess(word, index == 0) for index, word in enumerate(straight)]
    tags = _contextual_rules().apply(straight, guesses)
    lows = [word.lower() for word in words]
    _mend_closed_forms(words, lows, tags)
    if "that" in lows:
        _mend_pointing_that(lows, tags)
    if "according" in lows:
        _mend_sources(lows, tags)
    if "JJ" in tags or "MD" in tags:
        _mend_names(words, tags)
    if "VBN" in tags:
        _mend_participles(lows, tags)
    _mend_plain_verbs(words, tags)
    _mend_missing_verb(words, tags, _length_without_verb(lows, tags))
    return tags


@cache
def _contextual_rules() -> ContextualRules:
    return ContextualRules(contextual_rules())


@lru_cache(maxsize=50_000)
def _first_guess(word: str, is_first: bool) -> str:
    known = listed_tag(word) or (is_first and listed_tag(word.lower()))
    if known:
        return known
    if _NUMBER.fullmatch(word):
        return "CD"
    if not any(char.isalnum() for char in word):
        return ":"
    if word[:1].isupper():
        return "NNP"
    if "-" in word:
        return "JJ"
    return guess_unknown(word)


def _mend_closed_forms(words: Sequence[str], lows: Sequence[str], tags: list[str]) -> None:
    """Give forms of one reading that reading: "was" is a past tense, "that" is never a verb."""
    for i, low in enumerate(lows):
        if low in _ONE_READING and words[i] != words[i].upper():
            tags[i] = _ONE_READING[low]
        elif low == "that" and tags[i] in ("VB", "NN", "RB"):
            tags[i] = "IN"


def _mend_pointing_that(lows: Sequence[str], tags: list[str]) -> None:
    """Read "rejected that claim" as pointing: a clause would need a verb of its own."""
    for i in range(1, len(tags) - 1):
        if lows[i] != "that" or tags[i] != "IN" or tags[i + 1] != "NN":
            continue
        after = tags[i + 2] if i + 2 < len(tags) else "."
        goes_on = after == "CC" and tags[min(i + 3, len(tags) - 1)] in FINITE
        is_bare = not any(tag in FINITE or tag == "VBN" for tag in tags[i + 2 :])
        if tags[i - 1].startswith("V") and (goes_on or is_bare):
            tags[i] = "DT"


def _mend_sources(lows: Sequence[str], tags: list[str]) -> None:
    """Read "according to police" as a noun: this "to" never opens an infinitive."""
    for i in range(2, len(tags)):
        if tags[i] in ("VB", "VBP") and lows[i - 2] == "according" and lows[i - 1] == "to":
            is_plural = lows[i].endswith("s") or lows[i] in ("police", "people")
            tags[i] = "NNS" if is_plural else "NN"


def _mend_names(words: Sequence[str], tags: list[str]) -> None:
    """Keep names: "Moscow reports losses" has no adjective, "Ann and Will Smith" no auxiliary."""
    for i, tag in enumerate(tags[:-1]):
        following = tags[i + 1]
        if tag == "JJ" and following.startswith("V") and words[i][:1].isupper():
            tags[i] = "NNP" if _first_guess(words[i], i == 0) == "NNP" else tag
        elif tag == "MD" and following == "NNP" and i > 0:
            is_raised = words[i].istitle() and words[i + 1].istitle()
            tags[i] = "NNP" if is_raised else tag


_OPENS_OBJECT = frozenset("DT CD PRP PRP$ NNP NNS JJ JJR RBR".split())


def _mend_participles(lows: Sequence[str], tags: list[str]) -> None:
    """Make "the blast killed two" a past tense: no auxiliary before it, no "by" behind it."""
    for i, tag in enumerate(tags):
        if tag != "VBN" or not lows[i].endswith("ed"):
            continue
        back = i - 1
        while back >= 0 and tags[back] in _ADVERBS:
            back -= 1
        subject = back >= 0 and tags[back] in ("NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP")
        after = tags[i + 1] if i + 1 < len(tags) else "."
        next_word = lows[i + 1] if i + 1 < len(lows) else ""
        has_object = after in _OPENS_OBJECT or next_word == "that"
        if subject and has_object and next_word != "by" and not _has_auxiliary(lows, back):
            tags[i] = "VBD"


def _has_auxiliary(lows: Sequence[str], index: int) -> bool:
    return lows[index] in _TAKES_PARTICIPLE


def _mend_plain_verbs(words: Sequence[str], tags: list[str]) -> None:
    """Read "the mayor plans to cut" and "critics attack the record" as verbs."""
    for i in range(1, len(tags) - 1):
        before, tag, after = tags[i - 1], tags[i], tags[i + 1]
        if tag == "NNS" and before in ("NN", "NNP", "PRP") and after == "TO":
            is_followed = tags[min(i + 2, len(tags) - 1)] == "VB"
            tags[i] = "VBZ" if is_followed and can_be(words[i], "VERB") else tag
        elif tag in ("NN", "VBG") and before == "NNS" and after in ("DT", "PRP$"):
            is_plain = can_be(words[i], "VERB") and not words[i].endswith("ing")
            tags[i] = "VBP" if is_plain else tag


_PAST_LIKE_NOUN = frozenset(
    "beat burst cast cost cut fell felt found hit hurt left led lost met put quit read rose saw "
    "set shot shut sought spent split spread stood struck swept thought won".split()
)
"""Past forms that the lexicon knows better as nouns, participles or plain forms."""
_SAID = frozenset("said says reported announced".split())
_AFTER_VERB = frozenset("DT IN RP CD $ PRP PRP$ TO RB NNP NNS".split())


def _length_without_verb(lows: Sequence[str], tags: Sequence[str]) -> int:
    """Return how many words from the start lack a verb that their sentence must have.

    All of them, or those before the comma of "The river rose by a metre, the ministry said".
    """
    finite = [place for place, tag in enumerate(tags) if tag in FINITE]
    if not finite:
        return len(tags)
    is_report = len(finite) == 1 and lows[finite[0]] in _SAID and "," in lows[: finite[0]]
    return lows.index(",") + 1 if is_report else 0


def _mend_missing_verb(words: Sequence[str], tags: list[str], length: int) -> None:
    """Find the verb of "The dam burst on Monday" in words that have none yet."""
    for i in range(1, length - 1):
        follows_noun = tags[i - 1].startswith(("NN", "PRP")) and tags[i - 1] != "PRP$"
        if words[i] in _PAST_LIKE_NOUN and follows_noun and tags[i + 1] in _AFTER_VERB:
            tags[i] = "VBD"
            return
