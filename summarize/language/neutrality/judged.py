"""What a judgement judges, and in which words: "barely trained" of "troops".

Shallow, by place in the sentence: what an adjective stands before, what a quality belongs to ("the
inadequacy of the crews"), who shows it ("the crews showed courage"), else the nearest many. Only
plurals and collectives are read, since news argues about what troops, a crew or voters are like.
"""

from collections.abc import Sequence

from summarize.language.document import Document, Token

_NEAR, _SUBJECT = 8, 14
"""Words within which a judgement and what it judges stand; a subject may stand further off."""

_LONGEST = 8
"""Words of a judgement."""

_MANY = ("NNS", "NNPS")
_COLLECTIVE = frozenset(
    "crew army military navy team staff police garrison squad brigade battalion regiment unit "
    "force leadership jury workforce personnel cast".split()
)
_SHOWING = frozenset("show demonstrate display exhibit prove reveal have lack".split())
_MODIFYING = ("RB", "JJ", "JJR", "JJS", "VBN")
_JOINING = frozenset(("and", ",", "or"))


def judging_words(document: Document, offset: int) -> tuple[int, int]:
    """Return the span of the judgement at `offset` with what goes with it: adverbs, a list."""
    tokens = document.sentence_tokens(document.sentence_at(offset))
    place = _place(tokens, offset)
    first = last = place
    while first > 0 and place - first < _LONGEST and _goes_with(tokens[first - 1]):
        first -= 1
    if not tokens[place].tag.startswith("NN"):
        while last + 1 < len(tokens) and last - place < _LONGEST and _goes_with(tokens[last + 1]):
            last += 1
    while first < place and _is_trimmed(tokens[first]):
        first += 1
    while last > place and (_is_trimmed(tokens[last]) or tokens[last].tag == "RB"):
        last -= 1
    return tokens[first].start, tokens[last].end


def is_many(token: Token) -> bool:
    """Say whether a noun means many: "troops", "the crew"."""
    return token.tag in _MANY or (token.tag == "NN" and token.lemma in _COLLECTIVE)


def _goes_with(token: Token) -> bool:
    return token.tag in _MODIFYING or token.low in _JOINING


def _is_trimmed(token: Token) -> bool:
    return token.low in _JOINING


def judged_nouns(document: Document, offset: int) -> list[str]:
    """Return the lemmas of what the word at `offset` judges, those that are named together."""
    tokens = document.sentence_tokens(document.sentence_at(offset))
    place = _place(tokens, offset)
    if tokens[place].tag.startswith("NN"):
        found = _whose(tokens, place) or _who_shows(tokens, place)
    else:
        found = _subject_of(tokens, place) or _what_follows(tokens, place)
    return [token.lemma for token in found or _nearest(tokens, place)]


def _place(tokens: Sequence[Token], offset: int) -> int:
    return next(place for place, token in enumerate(tokens) if token.start == offset)


def _what_follows(tokens: Sequence[Token], place: int) -> list[Token]:
    """Return the plural that an adjective stands before: "trained North Korean troops"."""
    for token in tokens[place + 1 : place + _NEAR]:
        if is_many(token):
            return [token]
        if not (_goes_with(token) or token.tag.startswith(("NN", "VBG"))):
            break
    return []


def _whose(tokens: Sequence[Token], place: int) -> list[Token]:
    """Return the plural behind "of": "the inadequacy of the North Korean soldiers"."""
    behind = tokens[place + 1 : place + _NEAR]
    if not behind or behind[0].low != "of":
        return []
    return [token for token in behind if is_many(token)][:1]


def _who_shows(tokens: Sequence[Token], place: int) -> list[Token]:
    """Return the subjects of who shows a quality: "soldiers and officers displayed courage"."""
    before = range(place - 1, max(-1, place - _NEAR), -1)
    verb = next((i for i in before if tokens[i].tag.startswith("V")), None)
    if verb is None or tokens[verb].lemma not in _SHOWING:
        return []
    subject = tokens[max(0, verb - _SUBJECT) : verb]
    several = [token for token in subject if token.tag in _MANY]
    return several or [token for token in subject if is_many(token)][:1]


def _subject_of(tokens: Sequence[Token], place: int) -> list[Token]:
    """Return the subject of "be" where the judgement is its complement: "the crew were skilled"."""
    verb = place - 1
    while verb > 0 and _goes_with(tokens[verb]):
        verb -= 1
    is_before_noun = any(t.tag.startswith(("NN", "JJ")) for t in tokens[place + 1 : place + 2])
    if verb < 0 or tokens[verb].lemma != "be" or is_before_noun:
        return []
    subject = tokens[max(0, verb - _SUBJECT) : verb]
    return [token for token in subject if is_many(token)][:1]


def _nearest(tokens: Sequence[Token], place: int) -> list[Token]:
    near = [
        (abs(number - place), number)
        for number, token in enumerate(tokens)
        if 0 < abs(number - place) <= _NEAR and is_many(token)
    ]
    return [tokens[min(near)[1]]] if near else []
