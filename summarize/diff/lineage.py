"""Which articles and actors of two briefs are the same, whatever ids they have there.

Both ways round the answer is the same: what one brief takes for one, the other does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from summarize.language.names.aliases import same_actor
from summarize.model import Actor, Article
from summarize.read.sources import STDIN

_SHINGLE = 3
_SAME_TEXT = 0.2
"""Share of the shorter text's three-word runs that a file of the same name must have, or it is
another article. Of two reports in a public news cluster half share under 3 %, one in twelve more
than this, reprints among them; a correction leaves nearly all.
"""

_Keys = Callable[[Article], Iterable[Hashable]]


def match_articles(old: Sequence[Article], new: Sequence[Article]) -> dict[str, str]:
    """Return the id in `new` of each article of `old` that is still there, corrected or not.

    An article is known by its text, else its address, its file, or its outlet and title. A key that
    two articles of a brief share says nothing.
    """
    there = {article.id for article in new}
    found = {article.id: article.id for article in old if article.id in there}
    for keys_of in (_addresses, _files, _headings):
        taken = set(found.values())
        ours = _by_key((one for one in old if one.id not in found), keys_of)
        theirs = _by_key((one for one in new if one.id not in taken), keys_of)
        for key in ours:
            one, other = ours[key], theirs.get(key)
            if other and one.id not in found and other.id not in taken and _is_version(one, other):
                found[one.id] = other.id
                taken.add(other.id)
    return found


def _addresses(article: Article) -> Iterator[str]:
    if article.url:
        yield article.url


def _files(article: Article) -> Iterator[str]:
    return (path for path in (article.path, *article.copies) if path and path != STDIN)


def _headings(article: Article) -> Iterator[tuple[str, str]]:
    if article.outlet and article.title:
        yield article.outlet, article.title


def _by_key(articles: Iterable[Article], keys_of: _Keys) -> dict[Hashable, Article]:
    """Return articles by each key that only one of them has, keys in order."""
    found: dict[Hashable, list[Article]] = defaultdict(list)
    for article in articles:
        for key in dict.fromkeys(keys_of(article)):
            found[key].append(article)
    return {key: found[key][0] for key in sorted(found, key=repr) if len(found[key]) == 1}


def _is_version(one: Article, other: Article) -> bool:
    """Say whether two articles can be versions of one; without texts, what they are known by does.

    An address stays with its article; a file's name may be given again.
    """
    if (one.url and one.url == other.url) or not one.text or not other.text:
        return True
    ours, theirs = _shingles(one.text), _shingles(other.text)
    return len(ours & theirs) >= _SAME_TEXT * max(1, min(len(ours), len(theirs)))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}


def match_actors(old: Sequence[Actor], new: Sequence[Actor]) -> dict[str, str]:
    """Return the id in `old` of each actor of `new` that is there too.

    Of the same name and kind, else the one whom a name fits, if it fits no other on either side.
    """
    called = {(actor.id, actor.name, actor.kind) for actor in old}
    found = {one.id: one.id for one in new if (one.id, one.name, one.kind) in called}
    taken = set(found.values())
    by_name = {(one.name, one.kind): one.id for one in old if one.id not in taken}
    for actor in new:
        if actor.id not in found and (actor.name, actor.kind) in by_name:
            found[actor.id] = by_name.pop((actor.name, actor.kind))
    taken = set(found.values())
    fitting = _fitting(
        [actor for actor in old if actor.id not in taken],
        [actor for actor in new if actor.id not in found],
    )
    uses = Counter(one for ids in fitting.values() for one in ids)
    for actor_id, ids in fitting.items():
        if len(ids) == 1 and uses[ids[0]] == 1:
            found[actor_id] = ids[0]
    return found


def _fitting(old: Sequence[Actor], new: Sequence[Actor]) -> Mapping[str, Sequence[str]]:
    """Return the ids of the actors of `old` that each of `new` may be."""
    by_word: dict[str, list[Actor]] = defaultdict(list)
    for actor in old:
        for word in _words(actor):
            by_word[word].append(actor)
    fitting: dict[str, list[str]] = {}
    for actor in new:
        near = {one.id: one for word in _words(actor) for one in by_word.get(word, ())}
        fitting[actor.id] = [id_ for id_, one in near.items() if same_actor(one, actor)]
    return fitting


def _words(actor: Actor) -> set[str]:
    return {word for form in (actor.name, *actor.aliases) for word in form.casefold().split()}
