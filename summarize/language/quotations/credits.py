"""Sentences that say who made the statement before them: "The announcement was made by …"."""

import re

_SAID = r"stated|announced|reported|confirmed|disclosed|revealed|declared"
_STATEMENT = (
    r"statements?|announcements?|remarks?|comments?|claims?|declarations?|disclosures?"
    r"|revelations?|figures?|numbers?|details|information|news"
)
_CREDIT = re.compile(
    rf"(?:(?:This|That|These|Those|The)\s(?:{_STATEMENT})\s(?:was|were|is|are|has\sbeen|have\sbeen)\s"
    rf"(?:\w+ly\s)?(?:made|given|issued|provided|released|shared|published|{_SAID})\sby\s"
    rf"|(?:This|That|It)\s(?:was|has\sbeen)\s(?:\w+ly\s)?(?:{_SAID})\sby\s"
    rf"|(?:This|That|(?:The|This)\s(?:{_STATEMENT}))\s(?:is|was|comes|came)\saccording\sto\s)"
)


def credits_last(sentence: str) -> bool:
    """Say whether a sentence does no more than name whoever made the statement before it."""
    return _CREDIT.match(sentence) is not None
