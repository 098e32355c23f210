"""The day on which a count held: "by Tuesday", "as of 5 May", or the day on which it was told.

That is another day than that of the matter: of a blaze on Monday there are tolls of every day.
"""

import re
from collections.abc import Sequence

from summarize.language.dates.find import DateMention
from summarize.language.document import Document, Token
from summarize.language.verb_forms import FINITE
from summarize.model import PartialDate

_UNTIL = re.compile(
    r"(?i)\b(?:by|as\sof|as\sat|until|up\sto|up\still|till)\s(?:late\s|early\s|the\send\sof\s)?\Z"
)
_LONGEST_LEAD = 24
_TELLING = frozenset(
    "say tell add report announce state confirm estimate put write post tweet".split()
)
_BESIDE = 4
"""Words between a verb of telling and its day: "told reporters late on Tuesday"."""


def date_of_count(
    document: Document, index: int, dates: Sequence[DateMention]
) -> PartialDate | None:
    """Return the day up to which the sentence at `index` counts, else that on which it tells."""
    sentence = document.sentences[index]
    own = [one for one in dates if sentence.start <= one.start < sentence.end and one.date]
    until = [one.date for one in own if counts_until(document, one)]
    told = [one.date for one in own if _is_told(document, index, one)]
    return next(iter((*until, *told)), None)


def counts_until(document: Document, mention: DateMention) -> bool:
    """Say whether a date ends what is counted: "by Tuesday", "as of Tuesday"."""
    start = max(0, mention.start - _LONGEST_LEAD)
    return _UNTIL.search(document.text[start : mention.start]) is not None


def _is_told(document: Document, index: int, mention: DateMention) -> bool:
    """Say whether a date is that of a verb of telling: "said on Tuesday", "On Tuesday he said"."""
    tokens = document.sentence_tokens(index)
    before = [token for token in tokens if token.end <= mention.start]
    after = [token for token in tokens if token.start >= mention.end]
    verb = next((one for one in reversed(before[-_BESIDE - 1 :]) if one.tag in FINITE), None)
    if verb is not None:
        between = [token.low for token in before if token.start > verb.start]
        return verb.lemma in _TELLING and "that" not in between
    following = _first_verb(after)
    opens = len(before) <= 1
    return opens and following is not None and following.lemma in _TELLING


def _first_verb(tokens: Sequence[Token]) -> Token | None:
    return next((token for token in tokens if token.tag in FINITE), None)
