"""Articles that do not belong to the story: they are left out by name, with the reason.

The story is the largest group of articles that speak of the same matter. An article outside of it
is left out only where the story's anchors speak against it and no article of the story is near it:
a lone dissenter, a short item, a background piece share the names.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarize.language.frequency import is_rare
from summarize.merge.anchors import Profile, Terms, Verdict
from summarize.model import Article, LeftOut

_AGAINST = -7.0
"""Weight below which the words of an article speak against it: a thousand times likelier elsewhere.

This and the three below were set on every other row of three public sets of stories, each with an
article of another row among them, so that fewer than one in a hundred is left out wrongly.
"""

_NEAR = 4.0
"""Weight from which an article is near another one, and so near the story that this belongs to."""

_FAR = -2.0
"""Weight below which two articles hardly tell one story."""

_FEWEST_ANCHORS = 7
"""Fewer say too little of a story to leave an article out for."""

_MOST_SHARED = 0.2
"""An article that has more of the anchors than a fifth belongs to the story."""

_MOST_COMPARED = 12
"""Groups with which an article is compared, and articles of the story; the rest tells no more."""

_LEAST_CORE = 3
"""The story holds a third of the articles at least; in a folder of all sorts there is none."""

_SHOWN = 6

NO_STORY = "the articles have too little in common to say which story they tell; all were merged"


@dataclass(frozen=True)
class Sifted:
    """The articles of the story, those left out, and what the reader should know of it."""

    kept: tuple[Article, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


def sift_articles(articles: Iterable[Article]) -> Sifted:
    """Part the articles of the story from others.

    Their order does not matter: of two stories of equal size the one whose first article comes
    first by the name of its source is kept. Articles that are not English are kept unread.
    """
    ordered = _order(articles)
    terms = {article.id: Terms.of(article) for article in ordered if article.is_english}
    groups = _group(terms)
    core = max(groups, key=len, default=[])
    if len(core) < 2 or len(core) * _LEAST_CORE < len(terms):
        return Sifted(ordered, warnings=() if _have_much_in_common(terms) else (NO_STORY,))
    verdicts = _judge_others(_refine(core, terms), groups, terms)
    return Sifted(
        kept=tuple(article for article in ordered if article.id not in verdicts),
        left_out=tuple(
            LeftOut(article=article.source, reason=_say(verdicts[article.id]))
            for article in ordered
            if article.id in verdicts
        ),
    )


def _order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return each article once, in the order of the names of their sources."""
    unique: dict[str, Article] = {}
    for article in sorted(articles, key=lambda one: (one.source, one.id)):
        unique.setdefault(article.id, article)
    return tuple(unique.values())


def _have_much_in_common(terms: Mapping[str, Terms]) -> bool:
    """Say whether the first article is not far from another one, or is the only one."""
    few = list(terms.values())[: _MOST_COMPARED + 1]
    return len(few) < 2 or any(Profile([one]).judge(few[0]).weight > _FAR for one in few[1:])


def _group(terms: Mapping[str, Terms]) -> list[list[str]]:
    """Put each article into the group that its words speak for most, or into one of its own."""
    groups: list[list[str]] = []
    profiles: list[Profile] = []
    by_stem: dict[str, list[int]] = defaultdict(list)
    for article_id, one in terms.items():
        rare = [stem for stem in one.forms if is_rare(stem)]
        met = Counter(place for stem in rare for place in by_stem[stem])
        nearest = sorted(met, key=lambda place: (-met[place], place))[:_MOST_COMPARED]
        weights = [(profiles[place].judge(one).weight, -place) for place in nearest]
        best, place = max(weights, default=(float("-inf"), 0))
        if best > 0:
            home = -place
        else:
            home = len(groups)
            groups.append([])
            profiles.append(Profile())
        groups[home].append(article_id)
        profiles[home].add(one)
        for stem in rare:
            if home not in by_stem[stem][-1:]:
                by_stem[stem].append(home)
    return groups


def _refine(core: Sequence[str], terms: Mapping[str, Terms]) -> list[str]:
    """Take out of a small story, worst first, what the rest of it speaks against."""
    members = list(core)
    while 2 < len(members) <= _MOST_COMPARED:
        weighed = []
        for article_id in members:
            rest = [terms[one] for one in members if one != article_id]
            weighed.append((_weigh(terms[article_id], rest)[0], article_id))
        weight, worst = min(weighed)
        if weight >= _AGAINST:
            break
        members.remove(worst)
    return members


def _weigh(article: Terms, story: Sequence[Terms]) -> tuple[float, Verdict]:
    """Return what speaks for an article: the anchors of a story, and each of its articles alone.

    One that is near a single article of the story is near the story.
    """
    verdict = Profile(story).judge(article)
    alone = [Profile([other]).judge(article).weight for other in story[:_MOST_COMPARED]]
    if max(alone) > _NEAR:
        return max(alone), verdict
    return verdict.weight + sum(alone) / len(alone), verdict


def _judge_others(
    core: Sequence[str], groups: Iterable[Sequence[str]], terms: Mapping[str, Terms]
) -> dict[str, Verdict]:
    """Return what speaks against each article that is not of the story.

    Articles that speak of one matter go together: one that belongs to the story keeps the others.
    """
    story = [terms[one] for one in core]
    members = set(core)
    verdicts: dict[str, Verdict] = {}
    for group in groups:
        others = [one for one in group if one not in members]
        found = {one: _judge(terms[one], story) for one in others}
        against = {one: verdict for one, verdict in found.items() if verdict is not None}
        if len(against) == len(others):
            verdicts |= against
    return verdicts


def _judge(article: Terms, story: Sequence[Terms]) -> Verdict | None:
    """Return what speaks against an article, or None where that is too little."""
    weight, verdict = _weigh(article, story)
    is_little = len(verdict.anchors) < _FEWEST_ANCHORS
    is_shared = len(verdict.shared) > _MOST_SHARED * len(verdict.anchors)
    return None if weight >= _AGAINST or is_little or is_shared else verdict


def _say(verdict: Verdict) -> str:
    """Give the reason: how many anchors are shared, and what the story's anchors are."""
    named = ", ".join(verdict.anchors[:_SHOWN])
    more = ", …" if len(verdict.anchors) > _SHOWN else ""
    return (
        f"not of this story: shares {len(verdict.shared)} of {len(verdict.anchors)} anchors "
        f"({named}{more})"
    )
