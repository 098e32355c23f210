"""Which newsrooms know what outlets say in their own voice: not each one that prints it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.language.publishers import Publisher, outlet_key
from summarize.merge.roots import Ends, Node
from summarize.merge.story import Story
from summarize.merge.voices import outlet_named
from summarize.merge.wordings import group_wordings
from summarize.model import Claim


@dataclass(frozen=True)
class Newsroom:
    """Outlets that count as one; `family` is their publisher where that is known."""

    key: str
    name: str
    outlets: tuple[str, ...]
    is_agency: bool
    family: str | None


@dataclass(frozen=True)
class Traced:
    """The newsrooms behind claims, and how the claims' articles come to have it from them."""

    newsrooms: tuple[Newsroom, ...]
    circle: tuple[str, ...] = ()
    is_one_text: bool = False
    is_one_wording: bool = False


def trace_newsrooms(claims: Sequence[Claim], story: Story) -> Traced:
    """Return the independent newsrooms behind claims that name no speaker.

    Where one names an outlet that is not of the story ("AFP reported"), the others may follow it.
    """
    own = _followed(claims, story)
    starts = [story.chains.node_of(claim.article_id) for claim in claims]
    ends = story.chains.follow(starts, own)
    if ends.circle:
        names = tuple(dict.fromkeys(node.name for node in _in_turn(ends, own)))
        return Traced((_newsroom([ends.nodes[0]], story),), circle=names)
    outside = {node.key for nodes in own.values() for node in nodes if node.article_id is None}
    nodes = [node for node in ends.nodes if node.key in outside] or ends.nodes
    worded = _first_worded(claims, nodes, story)
    groups: dict[str, list[Node]] = {}
    for node in worded:
        groups.setdefault(_key(node, story), []).append(node)
    newsrooms = [_newsroom(nodes, story) for nodes in groups.values()]
    texts = {story.chains.reprints_of(claim.article_id) for claim in claims}
    return Traced(
        newsrooms=tuple(sorted(newsrooms, key=lambda one: (one.name, one.key))),
        is_one_text=len(texts) == 1 and len({claim.article_id for claim in claims}) > 1,
        is_one_wording=len(worded) < len(nodes),
    )


def _followed(claims: Sequence[Claim], story: Story) -> Mapping[str, Sequence[Node]]:
    """Return whom each article follows in this matter, by its own words."""
    own: dict[str, list[Node]] = {}
    for claim in claims:
        mine = story.chains.node_of(claim.article_id)
        named = outlet_named(claim, story)
        found = story.chains.cited_by(claim)
        if named and not story.outlets.are_one(named, story.article[claim.article_id]):
            cited = next((one.id for one in story.outlets.articles_of(named)), None)
            found.append(story.chains.named(named, cited))
        followed = {node.key: node for node in found if node.key != mine.key}
        own.setdefault(mine.key, []).extend(followed.values())
    return own


def _first_worded(claims: Sequence[Claim], ends: Sequence[Node], story: Story) -> list[Node]:
    """Return the ends of the chains, those left out that only copy the sentence of another one."""
    quotes: dict[str, str] = {}
    for claim in claims:
        quotes.setdefault(claim.article_id, claim.evidence[0].quote)
    telling = [node for node in ends if node.article_id in quotes]
    telling.sort(key=lambda node: story.number_of(node.article_id or ""))
    first = group_wordings([quotes[node.article_id or ""] for node in telling])
    copies = {node.key for place, node in enumerate(telling) if first[place] != place}
    return [node for node in ends if node.key not in copies]


def _in_turn(ends: Ends, own: Mapping[str, Sequence[Node]]) -> list[Node]:
    """Return the nodes of a circle, each before the one that it follows, as far as they are one."""
    node, turn = ends.circle[0], list[Node]()
    while node not in turn:
        turn.append(node)
        node = next(iter(own.get(node.key, ())), node)
    return turn[turn.index(node) :] if node in turn and len(turn) > 1 else list(ends.circle)


def _key(node: Node, story: Story) -> str:
    family = _family(node, story)
    return f"family:{family.name}" if family else f"outlet:{outlet_key(node.name)}"


def _family(node: Node, story: Story) -> Publisher | None:
    if node.article_id:
        return story.outlets.publisher_of(story.article[node.article_id])
    return story.outlets.publisher(node.name)


def _newsroom(nodes: Sequence[Node], story: Story) -> Newsroom:
    family = _family(nodes[0], story)
    outlets = tuple(sorted({node.name.removeprefix("www.") for node in nodes}))
    is_agency = family is not None and family.is_agency
    is_house = family is not None and (len(outlets) > 1 or is_agency)
    return Newsroom(
        key=_key(nodes[0], story),
        name=family.name if family and is_house else outlets[0],
        outlets=outlets,
        is_agency=is_agency,
        family=family.name if family else None,
    )
