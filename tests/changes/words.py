"""Changes of meaning by one word: opposites, directions, order, scope, conditions."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial

from summarize.language.document import Token
from summarize.language.modality import opposites
from summarize.language.morphology import can_be
from tests.changes.edits import (
    Operator,
    cut,
    inflect,
    is_negative,
    put,
    replace_all,
    swap_words,
    tag_at,
    tokens_of,
    word_at,
)
from tests.changes.tables import (
    COMPARATIVES,
    DEGREES,
    FIXED_GOALS,
    MOTION,
    NO_COUNT,
    NOUNS,
    QUANTIFIERS,
    SMALL_MODIFIERS,
    SUPERLATIVES,
    TAKES_SIDES,
)

_KINDS = {"VERB": ("VB", "VBD", "VBN", "VBZ", "VBP", "VBG"), "ADJ": ("JJ",), "ADV": ("RB",)}
_UNSURE = frozenset(
    "take come land like leave pass hold follow clear present own know continue defend strike old "
    "new few more most much many still true high low public private large add complete full "
    "correct capture open start begin remain stay go quit on off up down higher "
    "lower before after about defeat beat draw far once well next former live same".split()
)
"""Words of many senses, in some of which the table's opposite is none."""


@cache
def _opposites() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for pair in opposites._PAIRS:
        for one, other in (sorted(pair), sorted(pair, reverse=True)):
            table.setdefault(one, []).append(other)
    return {word: tuple(sorted(others)) for word, others in table.items()}


def oppose(sentence: str, upos: str) -> Iterator[str]:
    """Put the opposite of each verb, adjective or adverb, in the same form."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        if token.tag not in _KINDS[upos] or token.lemma in _UNSURE or token.low != token.text:
            continue
        new = _opposite(token, upos)
        is_part = token.tag == "VBN" and word_at(tokens, i + 1) in ("off", "out", "up", "down")
        if new and i > 0 and not is_part:
            yield put(sentence, token.start, token.end, new)


def _opposite(token: Token, upos: str) -> str | None:
    for word in _opposites().get(token.lemma, ()):
        if not can_be(word, upos) or word in _UNSURE:
            continue
        form = inflect(word, token.tag) if upos == "VERB" else word
        if form and form != token.low:
            return form
    return None


def swap_before_after(sentence: str) -> Iterator[str]:
    """Put "after" for "before" and back; "after all" and "look after" are no order of events."""
    for match in re.finditer(r"\b(?P<word>[Bb]efore|[Aa]fter)\b(?= \w)", sentence):
        is_idiom = re.match(r" (?:all\b|long\b)", sentence[match.end() :]) or re.search(
            r"\b(?:look\w*|nam\w+|day|one|year|time|go\w*|tak\w+|took|soon|inquir\w+) $",
            sentence[: match.start()],
        )
        if not is_idiom:
            new = "after" if match["word"].lower() == "before" else "before"
            yield put(sentence, *match.span(), new)


def turn_direction(sentence: str) -> Iterator[str]:
    """Put "to" for "from" behind a verb of motion and back, "for" for "against" likewise."""
    tokens = tokens_of(sentence)
    has_both = {"from", "to"} <= {token.low for token in tokens}
    for i, token in enumerate(tokens):
        verbs = [t.lemma for t in tokens[max(0, i - 3) : i] if t.tag[0] in "VN"]
        is_way = token.low in ("from", "to") and not has_both and MOTION & set(verbs)
        is_side = token.low in ("for", "against") and TAKES_SIDES & set(verbs[-1:])
        if (is_way and _is_goal(tokens, i + 1)) or (is_side and tag_at(tokens, i + 1) != "CD"):
            yield put(sentence, token.start, token.end, _TURNED[token.low])


_TURNED = {"from": "to", "to": "from", "for": "against", "against": "for"}


def _is_goal(tokens: tuple[Token, ...], i: int) -> bool:
    is_phrase = tag_at(tokens, i) in ("DT", "NNP", "PRP$") and word_at(tokens, i) not in ("a", "an")
    return is_phrase and word_at(tokens, i + 1) not in FIXED_GOALS


def swap_with_without(sentence: str) -> Iterator[str]:
    """Put "with" for "without" before a noun, and "without" for "with" behind one; sides too."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        is_noun = tag_at(tokens, i + 1) in ("DT", "NN", "NNS", "JJ")
        if token.low == "without" and is_noun and word_at(tokens, i + 1) != "any":
            yield put(sentence, token.start, token.end, "with")
    sides = {"inside": "outside", "outside": "inside", "above": "below", "below": "above"}
    yield from swap_words(sentence, sides, lambda ts, i: tag_at(ts, i + 1) in ("DT", "NNP", "PRP$"))


def change_quantifier(sentence: str) -> Iterator[str]:
    """Put "all" for "some" and "most", "few" for "many", "no" for "several"."""
    if not is_negative(sentence):
        yield from swap_words(sentence, QUANTIFIERS, _is_quantifier)
        yield from replace_all(
            sentence,
            {"one of": "all of", "half of": "all of"},
            r"\b{} (?=(?:the|them)\b)(?!the two\b)",
        )


def _is_quantifier(tokens: tuple[Token, ...], i: int) -> bool:
    low, behind = tokens[i].low, word_at(tokens, i + 1)
    is_partial = behind == "of" and low in ("some", "many", "most", "few")
    is_counting = tag_at(tokens, i + 1) == "NNS" or is_partial
    return is_counting and word_at(tokens, i - 1) not in _GRADING


_GRADING = frozenset("the at a how as so too very these those his her its their".split())


def widen_one(sentence: str) -> Iterator[str]:
    """Make one of two both: "one of the two" becomes "both"."""
    yield from replace_all(
        sentence, {"one of the two": "both", "one of both": "both"}, r"(?i)\b{}(?= [a-z])"
    )


def drop_only(sentence: str) -> Iterator[str]:
    """Leave "only" out where it shuts other times, places, people out; "only 12" counts."""
    for match in re.finditer(
        r"\b[Oo]nly (?=(?:for|to|in|on|at|by|with|from|if|when|after|before|those|during) )",
        sentence,
    ):
        if not re.search(
            r"(?i)\b(?:not|if|the|an|his|her|its|their|can|could|may) $", sentence[: match.start()]
        ):
            yield cut(sentence, *match.span())


_CONDITION = (
    r"(?:[Uu]nless|[Pp]rovid(?:ed|ing)(?: that)?|[Aa]s long as|[Oo]n condition that|[Ii]f) "
)
_ASKS = re.compile(
    r"\b(?:as|even|only|what|ask\w*|see|know|knew|wonder\w*|sure|clear|say|said|check|tell|and|or"
    r"|doubt|is|are|was|were|be|been)$"
)


def drop_condition(sentence: str) -> Iterator[str]:
    """Leave a condition out, at the end or at the beginning; "asked if" is none."""
    tail = re.search(rf",? {_CONDITION}[^,;:.?“”\"]+(?=\.$)", sentence)
    if tail and not _ASKS.search(sentence[: tail.start()]):
        yield sentence[: tail.start()] + sentence[tail.end() :]
    head = re.match(rf"{_CONDITION}[^,;:“”\"]+, (?=\w)", sentence)
    if head:
        yield cut(sentence, *head.span())


def drop_modifier(sentence: str) -> Iterator[str]:
    """Leave out what takes the noun back: "former", "attempted", "alleged"."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        is_verb = token.tag[0] == "V" and tag_at(tokens, i - 1)[:2] in _VERB_FOLLOWS
        leads_noun = tag_at(tokens, i + 1) in ("NN", "NNS", "NNP", "JJ") and not is_verb
        if (
            token.low in SMALL_MODIFIERS
            and leads_noun
            and word_at(tokens, i - 1) in _PHRASE_FOLLOWS
        ):
            yield cut(sentence, token.start, token.end)


_VERB_FOLLOWS = ("NN", "PR", "WP", "VB", "WD")
_PHRASE_FOLLOWS = frozenset(("", ",", *"of the a an by and on with its his her their".split()))


def add_count(sentence: str) -> Iterator[str]:
    """Put a number before a bare plural behind a verb or a preposition."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        is_plural = token.tag == "NNS" and token.text.islower() and token.low.endswith("s")
        if is_plural and token.low not in NO_COUNT and _is_bare(tokens, i):
            yield put(sentence, token.start, token.end, f"seven {token.text}")


def _is_bare(tokens: tuple[Token, ...], i: int) -> bool:
    is_led = tag_at(tokens, i - 1) in ("VBD", "VBZ", "IN")
    is_closed = tag_at(tokens, i + 1) in (".", ",", "IN")
    return is_led and is_closed and word_at(tokens, i - 1) not in ("than", "that", "like")


def swap_last_next(sentence: str) -> Iterator[str]:
    """Put "next" for "last" and back, before a time."""
    yield from replace_all(
        sentence, {"last": "next", "next": "last"},
        r"(?i)(?<!the )\b{}(?= (?:week|month|year|spring|summer|autumn|winter|Monday|Tuesday"
        r"|Wednesday|Thursday|Friday|Saturday|Sunday)\b)",
    )  # fmt: skip


def change_comparative(sentence: str) -> Iterator[str]:
    """Put "less" for "more", "lower" for "higher", "earlier" for "later"."""
    yield from swap_words(sentence, COMPARATIVES, _is_comparative)
    table = {"more": "less", "less": "more"}
    yield from swap_words(
        sentence, table, lambda ts, i: _is_comparative(ts, i) and tag_at(ts, i + 1) in ("JJ", "RB")
    )


def _is_comparative(tokens: tuple[Token, ...], i: int) -> bool:
    before, behind = word_at(tokens, i - 1), word_at(tokens, i + 1)
    return before not in ("no", "any", "or", "and", "once", "the", "had", "not") and behind not in (
        "or",
        "and",
    )


def change_superlative(sentence: str) -> Iterator[str]:
    """Put "smallest" for "largest", "least" for "most" before an adjective."""
    yield from swap_words(sentence, SUPERLATIVES, lambda ts, i: word_at(ts, i - 1) != "at")
    yield from replace_all(
        sentence,
        {"most": "least", "least": "most"},
        r"\b(?:the|its|their) {}(?= [a-z]+(?:ive|ous|ent|ant|ful|ed|al|able|ar|ic)\b)",
    )


def change_degree(sentence: str) -> Iterator[str]:
    """Put "fully" for "partly" and back, "entirely" for "mostly"."""
    yield from swap_words(sentence, DEGREES)
    for match in re.finditer(
        r"\b(?:almost|nearly) (?=(?:all|every|everyone|everything|the whole)\b)", sentence
    ):
        yield cut(sentence, *match.span())


def change_noun(sentence: str) -> Iterator[str]:
    """Put "decrease" for the noun "increase", "defeat" for "victory"; plurals too."""
    plurals = {
        f"{a}s": f"{b}s"
        for a, b in NOUNS.items()
        if a[-1] != "y" and a[-1] != "s" and b[-1] not in "ys"
    }
    yield from swap_words(sentence, {**NOUNS, **plurals}, lambda ts, i: ts[i].tag in ("NN", "NNS"))


CHANGES: dict[str, Operator] = {
    "verb_opposed": partial(oppose, upos="VERB"),
    "adjective_opposed": partial(oppose, upos="ADJ"),
    "adverb_opposed": partial(oppose, upos="ADV"),
    "noun_opposed": change_noun,
    "before_after": swap_before_after,
    "direction": turn_direction,
    "with_without": swap_with_without,
    "quantifier": change_quantifier,
    "one_of_two_both": widen_one,
    "only_dropped": drop_only,
    "condition_dropped": drop_condition,
    "modifier_dropped": drop_modifier,
    "count_added": add_count,
    "last_next": swap_last_next,
    "comparative": change_comparative,
    "superlative": change_superlative,
    "degree": change_degree,
}
