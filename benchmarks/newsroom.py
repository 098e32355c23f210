"""A newsroom's week made by rule: many stories, some told by hundreds, most by one or two.

An article has words of everyday English as often as they are used, words of its field, and the
names and rare words of its story. Everything hangs on the number of the story and the article, so
that the same size is always the same week.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from summarize.language.shipped import read_lines

DAYS = 7
_FIELDS = 30
_FIELD_WORDS, _STORY_WORDS, _OWN_NAMES = 120, 25, 10
_SHORTEST, _LONGEST = 60, 400
"""Words of an article."""
_OF_FIELD, _OF_STORY = 0.16, 0.3
"""Parts of an article's words that are of its field, and of its story or its field."""
_SINGLES = 0.3
"""Part of the stories that are told once."""
_MOST_TOLD = 40
"""Part of the week that the largest stories take: one in so many articles."""
_ONSETS = "b br c d dr f g gl h k kr l m n p pr r s st t tr v w z".split()
_VOWELS = "a e i o u ai ou ei".split()
_CODAS = "l n r s t nd rk st ll m ck sh v z".split()


@dataclass(frozen=True)
class Told:
    """An article of the week: the story it tells, its day from 0, its title and text."""

    story: int
    day: int
    title: str
    text: str


def make_week(size: int) -> Iterator[Told]:
    """Yield `size` articles, story after story; a larger week has more and larger stories."""
    told = 0
    for story in range(size):
        if told == size:
            return
        dice = Random(f"story {story}")  # noqa: S311 - a rule, no secret
        wanted = 1 if dice.random() < _SINGLES else int(1 / (0.01 + dice.random()) ** 1.2) + 1
        count = min(wanted, size - told, max(1, size // _MOST_TOLD))
        yield from tell_story(story, count)
        told += count


def tell_story(story: int, count: int) -> Iterator[Told]:
    """Yield so many articles of the story with this number."""
    dice = Random(f"words of {story}")  # noqa: S311 - a rule, no secret
    own = [_make_name(dice) for _ in range(_OWN_NAMES)]
    own += [_draw_rare(dice) for _ in range(_STORY_WORDS - _OWN_NAMES)]
    field = _field_words(story % _FIELDS)
    first = dice.randrange(DAYS)
    for number in range(count):
        author = Random(f"article {number} of {story}")  # noqa: S311 - a rule, no secret
        words = [_draw(author, own, field) for _ in range(author.randint(_SHORTEST, _LONGEST))]
        yield Told(
            story=story,
            day=min(DAYS - 1, first + int(author.expovariate(1))),
            title=" ".join(author.sample(own, 5)),
            text="\n\n".join(" ".join(words[at : at + 60]) for at in range(0, len(words), 60)),
        )


def _draw(dice: Random, own: Sequence[str], field: Sequence[str]) -> str:
    chance = dice.random()
    if chance < _OF_FIELD:
        return field[int(len(field) * dice.random() ** 2)]
    if chance < _OF_STORY:
        return own[int(len(own) * dice.random() ** 2)]
    words, ends = _words_in_use()
    return words[bisect(ends, dice.random() * ends[-1])]


def _make_name(dice: Random) -> str:
    parts = [dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(2)]
    return "".join(parts).capitalize()


def _draw_rare(dice: Random) -> str:
    words, _ = _words_in_use()
    return words[dice.randrange(2_000, len(words))]


@cache
def _field_words(field: int) -> Sequence[str]:
    dice = Random(f"field {field}")  # noqa: S311 - a rule, no secret
    words, _ = _words_in_use()
    return [words[dice.randrange(300, 6_000)] for _ in range(_FIELD_WORDS)]


@cache
def _words_in_use() -> tuple[Sequence[str], Sequence[int]]:
    """Return English words, the commonest first, with their counts added up."""
    lines = read_lines("textblob", "en", "en-spelling.txt", comment=";;;")
    counted = [(int(count), word) for word, _, count in (line.partition(" ") for line in lines)]
    counted.sort(key=lambda pair: (-pair[0], pair[1]))
    return [word for _, word in counted], list(accumulate(count for count, _ in counted))
