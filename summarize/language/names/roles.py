"""What an article says a person is: "Russian Foreign Ministry spokeswoman", "chief of staff".

A role stands before the name ("Chilean novelist Hana Prieto"), before it with a comma ("the
party's leader, Jane Roe,"), or after it ("Jane Roe, a former tank commander,"). It is the article's
own words, cut from the text without the article that opens them.
"""

from collections.abc import Sequence
from itertools import pairwise

from summarize.language.document import Token
from summarize.language.names import titles
from summarize.language.names.candidates import Candidate

_PREMODIFIERS = ("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "CD")
_LINKS = frozenset("of for at in to on and &".split())
_RELATIVES = frozenset(
    "wife husband son daughter brother sister mother father uncle aunt cousin nephew niece "
    "grandmother grandfather grandson granddaughter fiance fiancé fiancee fiancée".split()
)
_KIN = _RELATIVES | frozenset("friend partner victim suspect rival".split())
_ANYBODY = frozenset("man woman boy girl baby person guy lady toddler infant teenager".split())
"""No role is built on them: "a great person" says what is thought, not what he does."""
_ARTICLES = frozenset("the a an".split())
_PRESENT = frozenset("now currently also".split())
_PAST = frozenset("once then formerly".split())
_VERBS = ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "PRP", "WRB", "VBG")
_LONGEST = 14
"""Words in the longest role; what is longer is a clause."""


def role_of(candidate: Candidate, words: Sequence[Token], text: str) -> str | None:
    """Return the role that the words around one mention of a person give, None where none does."""
    span = _body_before(candidate, words) or _before(candidate, words)
    span = span or _before_comma(candidate, words)
    if span is None or span[1] - span[0] == 1:
        span = _after(candidate, words) or span
    if span is None:
        return None
    start, end = span
    return " ".join(text[words[start].start : words[end - 1].end].split())


def _before(candidate: Candidate, words: Sequence[Token]) -> tuple[int, int] | None:
    end = candidate.at
    start = candidate.at - len(candidate.title)
    while start > 0 and _is_premodifier(words[start - 1]):
        start -= 1
    while end > start and titles.is_courtesy(words[end - 1].text):
        end -= 1
    while start < end and words[start].tag in ("POS", "CD"):
        start += 1
    ranks = end
    while ranks > start and _is_rank(words[ranks - 1]):
        ranks -= 1
    if ranks > start and words[ranks - 1].text.islower() and _is_person(words[ranks - 1]):
        end = ranks
    head = words[end - 1] if end > start else None
    is_role = head is not None and (_is_person(head) or _has_title(words[start:end]))
    return (start, end) if is_role and not _is_bare_kin(words[start:end]) else None


def _body_before(candidate: Candidate, words: Sequence[Token]) -> tuple[int, int] | None:
    """Read an office with its body: "Chairman of the Joint Chiefs of Staff Jane Roe"."""
    end = candidate.at
    i = end - 1
    if candidate.title or i < 0 or not words[i].text[0].isupper():
        return None
    while i > 0 and (words[i].text[0].isupper() or words[i].low in ("of", "for", "the", "and")):
        if words[i].low in ("of", "for") and _is_person(words[i - 1]):
            start = i - 1
            while start > 0 and _is_premodifier(words[start - 1]):
                start -= 1
            return (start + 1 if words[start].tag in ("POS", "CD") else start), end
        i -= 1
    return None


def _is_rank(word: Token) -> bool:
    return word.text[0].isupper() and word.low.rstrip(".") in titles.RANKS


def _has_title(words: Sequence[Token]) -> bool:
    """Say whether a title ends the phrase: Chief of Staff, Attorney General."""
    texts = [word.text for word in words]
    return any(titles.title_length(texts, i) == len(texts) - i for i in range(len(texts)))


def _is_premodifier(word: Token) -> bool:
    if word.low in ("'s", "’s", "-") or word.low in ("former", "ex"):
        return True
    return word.tag in _PREMODIFIERS and (word.text[0].isalpha()) and word.low not in _KIN_OWNERS


_KIN_OWNERS = frozenset(
    "his her their its my our such other more most last next under over like near against with "
    "when after before as than no any every each another both some".split()
)


def _is_person(word: Token) -> bool:
    is_anybody = titles.is_courtesy(word.text) or word.low in _ANYBODY
    return titles.is_person_noun(word.text) and not is_anybody


def _is_bare_kin(words: Sequence[Token]) -> bool:
    """Say whether the words tell a tie without saying to whom: "rival", "first wife"."""
    is_owned = any(
        owner.tag.startswith("NNP") and mark.tag == "POS" for owner, mark in pairwise(words)
    )
    is_single = len(words) == 1 and words[0].low in _KIN
    return is_single or (not is_owned and words[-1].low in _RELATIVES)


def _before_comma(candidate: Candidate, words: Sequence[Token]) -> tuple[int, int] | None:
    end = candidate.at - 1
    close = candidate.at + len(candidate.words)
    if candidate.title or end < 1 or words[end].text != ",":
        return None
    if close < len(words) and words[close].text not in (",", ".", ";", ")"):
        return None
    start = end
    while start > 0 and end - start < _LONGEST and _is_phrase_word(words[start - 1]):
        start -= 1
    return _cut_at_person(words, start, end)


def _is_phrase_word(word: Token) -> bool:
    if word.low in ("of", "for", "at", "in", "and") or word.low in _ARTICLES:
        return True
    return _is_premodifier(word) or word.text in ("'", "’")


def _cut_at_person(words: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Begin a role at the first phrase whose last word is a person: "[at home,] chief of staff"."""
    first = start
    for i in range(start, end + 1):
        if i < end and words[i].low not in _LINKS:
            continue
        while first < i and words[first].low in _ARTICLES:
            first += 1
        if i > first and _is_person(words[i - 1]):
            return None if _is_bare_kin(words[first:end]) else (first, end)
        first = i + 1
    return None


def _after(candidate: Candidate, words: Sequence[Token]) -> tuple[int, int] | None:
    i = candidate.at + len(candidate.words)
    if i + 1 < len(words) and words[i].text == "," and words[i + 1].text.isdigit():
        i += 2
    if i + 1 >= len(words):
        return None
    is_copula = words[i].low in ("is", "was") and words[i + 1].low in _ARTICLES
    if not (words[i].text in (",", "(") or is_copula):
        return None
    start = i + 1
    while start < len(words) and words[start].low in (*_ARTICLES, "who", "is", "was"):
        start += 1
    end = start
    while end < len(words) and end - start < _LONGEST and _continues_role(words[end]):
        if _turns_away(words[end : end + 3]):
            break
        end += 1
    while end > start and (words[end - 1].low in _LINKS or words[end - 1].tag == "IN"):
        end -= 1
    return _opening_person(words, start, end)


def _turns_away(words: Sequence[Token]) -> bool:
    """Say whether a role stops here: "and a teacher", "for 27 years", "at the time"."""
    lows = [word.low for word in words]
    if lows[0] not in _LINKS or len(words) < 2:
        return False
    if lows[0] == "and" and lows[1] in _ARTICLES:
        return True
    is_time = lows[-1] in ("time", "scene", "moment") and lows[0] in ("at", "on")
    return is_time or (words[1].tag == "CD" and lows[0] != "of")


def _continues_role(word: Token) -> bool:
    if word.text in ("'", "’") or word.low in ("'s", "’s"):
        return True
    if word.text in ',.;:()“”"—–' or word.tag in _VERBS or word.tag == ":":
        return word.text == "-"
    return word.low not in ("that", "who", "as", "but", "or", "while", "because", "from")


def _opening_person(words: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Accept a role whose first phrase, before any preposition, ends in a person."""
    stop = start
    while stop < end and words[stop].low not in _LINKS and words[stop].tag not in ("IN", "TO"):
        stop += 1
    while start < stop and words[start].low in (*_PRESENT, *_ARTICLES):
        start += 1
    if stop == start or words[start].low in _KIN_OWNERS | _PAST:
        return None
    if not _is_person(words[stop - 1]):
        return None
    if stop < end and words[stop].low == "and":
        end = stop
    return None if _is_bare_kin(words[start:stop]) else (start, end)
