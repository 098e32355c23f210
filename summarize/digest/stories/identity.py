"""Ids of stories: from the first article of each, so that they do not hang on the run."""

from collections.abc import Iterable
from hashlib import blake2b

from summarize.digest.stories.items import Item

_BYTES = 4


class Names:
    """The ids that are taken, and the new ones that are given."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Begin with the ids of the known stories."""
        self._taken = set(taken)

    def give(self, first: Item) -> str:
        """Return the id of a new story, from the words and the day of its first article.

        Where another story goes by it, the next one is taken.
        """
        words = first.signature.digest + first.day.isoformat().encode()
        number = 0
        while (name := _name(words, number)) in self._taken:
            number += 1
        self._taken.add(name)
        return name


def _name(words: bytes, number: int) -> str:
    return "s" + blake2b(words + number.to_bytes(4, "big"), digest_size=_BYTES).hexdigest()
