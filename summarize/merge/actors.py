"""One actor for each person, organisation, state or place, whatever each article calls it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from summarize.language.names.aliases import same_actor
from summarize.merge.ids import Nameless, give_ids
from summarize.model import Actor


class _Group:
    """The actors of several articles that are one; names are compared once each."""

    def __init__(self) -> None:
        self.members: list[Actor] = []
        self._named: dict[tuple[str, ...], Actor] = {}
        self._articles: set[str] = set()

    def add(self, actor: Actor) -> None:
        self.members.append(actor)
        self._named.setdefault((actor.kind, actor.name, *actor.aliases), actor)
        self._articles.update(piece.article_id for piece in actor.evidence)

    def fits(self, actor: Actor) -> bool:
        """Say whether `actor` is this one; what one article tells apart stays apart."""
        if any(piece.article_id in self._articles for piece in actor.evidence):
            return False
        return any(same_actor(member, actor) for member in self._named.values())


def fold_actors(actors: Sequence[Actor]) -> tuple[tuple[Actor, ...], Mapping[str, str]]:
    """Return the actors of all articles, each once, and the new id of each old one.

    The fullest names come first, so that "Okafor" finds "Maria Okafor"; a name that fits two
    actors ("Okafor", where two of that name act) goes to neither. They come in the order in which
    the sources name them; a new id is made of name and kind.
    """
    groups: list[_Group] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for actor in sorted(actors, key=_fullness):
        fitting = [index for index in _candidates(by_word, actor) if groups[index].fits(actor)]
        place = fitting[0] if len(fitting) == 1 else len(groups)
        if place == len(groups):
            groups.append(_Group())
        groups[place].add(actor)
        for word in _words(actor):
            if place not in by_word[word]:
                by_word[word].append(place)
    order = {actor.id: number for number, actor in enumerate(actors)}
    members = [sorted(group.members, key=lambda actor: order[actor.id]) for group in groups]
    members.sort(key=lambda group: order[group[0].id])
    folded = [_fold(group) for group in members]
    given = give_ids("a", map(_in_want, folded))
    named = tuple(actor.model_copy(update={"id": given[actor.id]}) for actor in folded)
    new_ids = {old.id: new.id for new, group in zip(named, members, strict=True) for old in group}
    return named, new_ids


def _in_want(actor: Actor) -> Nameless:
    first = min(actor.evidence, key=lambda piece: (piece.article_id, piece.start))
    return Nameless(actor.id, (actor.name, actor.kind), None, first.article_id, first.start)


def _fullness(actor: Actor) -> tuple[int, int, str, str]:
    return -len(actor.name.split()), -len(actor.name), actor.name, actor.id


def _words(actor: Actor) -> set[str]:
    """Return what a name can be found by: its words, in whatever order an article has them."""
    return {word for form in (actor.name, *actor.aliases) for word in form.casefold().split()}


def _candidates(by_word: Mapping[str, Sequence[int]], actor: Actor) -> list[int]:
    return sorted({index for word in _words(actor) for index in by_word.get(word, ())})


def _fold(group: Sequence[Actor]) -> Actor:
    """Return the actor whom `group` names, under the id that its first member has."""
    names = Counter(actor.name for actor in group)
    name = min(names, key=lambda one: (-len(one.split()), -names[one], -len(one), one))
    forms = {form for actor in group for form in (actor.name, *actor.aliases)}
    return Actor(
        id=group[0].id,
        name=name,
        kind=Counter(actor.kind for actor in group).most_common(1)[0][0],
        role=_commonest_role([actor.role for actor in group if actor.role]),
        aliases=tuple(sorted(forms - {name})),
        engine=group[0].engine,
        evidence=tuple(dict.fromkeys(piece for actor in group for piece in actor.evidence)),
    )


def _commonest_role(roles: Sequence[str]) -> str | None:
    """Return the role that most articles give; of equals the one with most to say."""
    counted = Counter(role.casefold() for role in roles)
    return max(roles, key=lambda role: (counted[role.casefold()], len(role), role), default=None)
