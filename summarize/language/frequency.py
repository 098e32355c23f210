"""How common a word is: what two texts share tells nothing where every text has it.

Counts are those that textblob ships, of books out of copyright and of word lists of today; what
news of any matter says is in `data/news_words.txt`. Words are known by a rough stem, since only
their presence is asked.
"""

import re
from collections import Counter
from functools import cache
from importlib.resources import files

from summarize.language.shipped import read_lines

_LEAST = 4e-4
"""Share of a text's words that is assumed of one that no list has: names come back in news."""

_IN_NEWS = 4e-3
"""Share that is assumed of a word of everyday news: two or three in an article of 600 words."""

_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly")
_SHORTEST_STEM, _LONGEST_STEM = 4, 8


def stem_of(word: str) -> str:
    """Return a key that is mostly equal for the forms of one word: "voted", "votes", "vote"."""
    low = re.sub(r"['’]s?$|['’]s$", "", word.lower()).replace("-", "")
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_STEM:
            low = low.removesuffix(ending)
            break
    return low[:_LONGEST_STEM].removesuffix("e")


@cache
def frequency_of(stem: str) -> float:
    """Return the share, 0 to 1, that words of this stem have of a text about something else."""
    counts, total = _counts()
    in_news = _IN_NEWS if stem in _news_stems() else 0.0
    return max(_LEAST, in_news, counts[stem] / total)


def is_rare(stem: str) -> bool:
    """Say whether a word is as rare as a name: no list knows it as common."""
    return frequency_of(stem) <= _LEAST


@cache
def _counts() -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    for line in read_lines("textblob", "en", "en-spelling.txt", comment=";;;"):
        word, _, count = line.partition(" ")
        counts[stem_of(word)] += int(count)
    return counts, counts.total()


@cache
def _news_stems() -> frozenset[str]:
    text = (files("summarize.language") / "data" / "news_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(stem_of(word) for line in lines for word in line.split())
