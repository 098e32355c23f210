"""The outlets of a story: which name, host or short name means which of its articles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from urllib.parse import urlsplit

from summarize.language.publishers import Publisher, Publishers, outlet_key
from summarize.model import Article, Family

_HEADS = re.compile(
    r"(?:^|\s)(?:herald|times|post|journal|tribune|gazette|chronicle|courier|telegraph|mirror"
    r"|guardian|observer|examiner)$|\s(?:daily|weekly|news|newspaper|television|tv|radio|magazine"
    r"|broadcasting|newswire|wire|(?:news|press) agency|(?<!university )press)$",
    re.IGNORECASE,
)
"""Words that the name of an outlet ends in, where no table knows it."""


class Outlets:
    """Articles by the outlets that published them; numbers count from 1 as the reader sees them."""

    def __init__(self, articles: Sequence[Article], publishers: Publishers) -> None:
        self._articles = articles
        self._publishers = publishers

    def label(self, article: Article) -> str:
        """Return what an article's outlet is called: its name, its host, else "article 2"."""
        return article.outlet or _host(article) or f"article {self._numbers[article.id]}"

    def publisher(self, name: str) -> Publisher | None:
        """Return who publishes the outlet of this name or host, if anybody knows."""
        return self._publishers.find(name)

    def publisher_of(self, article: Article) -> Publisher | None:
        """Return who publishes an article's outlet, by its name or its host."""
        named = self.publisher(article.outlet) if article.outlet else None
        host = _host(article)
        return named or (self.publisher(host) if host else None)

    def articles_of(self, name: str) -> Sequence[Article]:
        """Return the story's articles of the outlet that `name` means, in order.

        "The Herald" is the Tolna Herald where no other outlet of the story is one.
        """
        key = outlet_key(name)
        if key in self._by_key:
            return self._by_key[key]
        longer = {known for known in self._by_last_word.get(key, ()) if known != key}
        return self._by_key[longer.pop()] if len(longer) == 1 else ()

    def is_outlet(self, name: str) -> bool:
        """Say whether `name` is known as an outlet, or is made like the name of one."""
        return self.is_known(name) or bool(_HEADS.search(name.strip()))

    def is_known(self, name: str) -> bool:
        """Say whether an outlet of the story or of the table has this name."""
        return bool(self.articles_of(name)) or self.publisher(name) is not None

    def are_one(self, name: str, article: Article) -> bool:
        """Say whether `name` means the outlet of `article` itself, or its publisher."""
        if any(one.id == article.id for one in self.articles_of(name)):
            return True
        mine, other = self.publisher_of(article), self.publisher(name)
        return mine is not None and mine == other

    def families(self, names: Iterable[str]) -> tuple[Family, ...]:
        """Return whose the outlets of the story are, and those among `names`, where it is known."""
        asked = {one.outlet for one in self._articles} | {_host(one) for one in self._articles}
        found = {name: self.publisher(name) for name in {*asked, *names} - {None} if name}
        return tuple(
            Family(outlet=name, publisher=publisher.name, is_agency=publisher.is_agency)
            for name, publisher in sorted(found.items())
            if publisher is not None
        )

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {article.id: number for number, article in enumerate(self._articles, 1)}

    @cached_property
    def _by_key(self) -> dict[str, list[Article]]:
        by_key: dict[str, list[Article]] = defaultdict(list)
        for article in self._articles:
            names = {outlet_key(one) for one in (article.outlet, _host(article)) if one}
            for key in sorted(names):
                by_key[key].append(article)
        return dict(by_key)

    @cached_property
    def _by_last_word(self) -> dict[str, list[str]]:
        by_word: dict[str, list[str]] = defaultdict(list)
        for key in self._by_key:
            by_word[key.rsplit(maxsplit=1)[-1]].append(key)
        return dict(by_word)


def _host(article: Article) -> str | None:
    host = urlsplit(article.url).hostname if article.url else None
    return (host or "").removeprefix("www.") or None
