"""Who knew it first: repetition is not corroboration.

A statement's origin is the side that its speaker speaks for, so that a general and his president
are one. What outlets say in their own voice has its origin where their citations lead, else in
the outlet; it adds nothing where the same finding has a speaker, since that is whom they follow.
Outlets of one publisher, and outlets with one wording, are one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarize.merge.ids import Nameless, give_ids
from summarize.merge.independence import tell_apart
from summarize.merge.newsrooms import Newsroom, Traced, trace_newsrooms
from summarize.merge.story import Story
from summarize.merge.voices import voice_of
from summarize.model import Claim, Finding, Origin, OriginKind


@dataclass(frozen=True)
class Root:
    """One independent origin of a finding; `key` is equal for what is one across findings."""

    key: str
    name: str
    kind: OriginKind
    family: str | None = None


@dataclass(frozen=True)
class Trace:
    """The origins of claims that say the same, and why there are no more and no fewer."""

    roots: tuple[Root, ...]
    why: str

    @property
    def names(self) -> list[str]:
        """The origins by name, sorted."""
        return [root.name for root in self.roots]


def origins_of(claims: Sequence[Claim], story: Story) -> list[str]:
    """Return the independent origins of claims that say the same, by name, sorted."""
    return trace_origins(claims, story).names


def trace_origins(claims: Sequence[Claim], story: Story) -> Trace:
    """Return the independent origins of claims that say the same, in the order of their names."""
    voices = [voice for claim in claims if (voice := voice_of(claim, story)) is not None]
    if voices:
        independent = tell_apart(voices)
        roots = tuple(Root(one.key, one.name, one.kind) for one in independent.voices)
        doubted = list(dict.fromkeys(one.name for one in independent.doubted))
        return Trace(roots, _say_spoken(roots, doubted, _count(claims)))
    traced = trace_newsrooms(claims, story)
    return Trace(tuple(map(_root, traced.newsrooms)), _say_told(traced, _count(claims)))


def _count(claims: Sequence[Claim]) -> int:
    return len({claim.article_id for claim in claims})


def _root(newsroom: Newsroom) -> Root:
    kind: OriginKind = "agency" if newsroom.is_agency else "outlet"
    return Root(newsroom.key, newsroom.name, kind, newsroom.family)


def _say_spoken(roots: Sequence[Root], doubted: Sequence[str], articles: int) -> str:
    names = ", ".join(root.name for root in roots)
    more = f" and {len(doubted) - 1} more" if len(doubted) > 1 else ""
    doubt = f"; {doubted[0]}{more} may be no other" if doubted else ""
    if len(roots) > 1:
        return f"{len(roots)} independent origins: {names}{doubt}"
    return _say_one(names, articles) + doubt


def _say_one(name: str, articles: int) -> str:
    if articles > 1:
        return f"one origin, {name}, however often repeated: {articles} articles"
    return f"one origin, {name}, carried by 1 article"


def _say_told(traced: Traced, articles: int) -> str:
    """Say in plain words how many newsrooms know it."""
    names = ", ".join(one.name for one in traced.newsrooms)
    if traced.circle:
        cited = zip(traced.circle, (*traced.circle[1:], traced.circle[0]), strict=True)
        return "circular: " + ", ".join(f"{one} cites {other}" for one, other in cited)
    if len(traced.newsrooms) > 1:
        is_own = not any(one.is_agency for one in traced.newsrooms)
        who = "reporters with words of their own" if is_own else "independent origins"
        return f"{len(traced.newsrooms)} {who}: {names}"
    (newsroom,) = traced.newsrooms
    said = f"the agency {newsroom.name}" if newsroom.is_agency else newsroom.name
    if articles > 1 and traced.is_one_text:
        return f"{articles} articles reprint one text of {said}"
    if len(newsroom.outlets) > 1:
        return f"one publisher, {newsroom.family}: {', '.join(newsroom.outlets)}"
    if articles > 1 and traced.is_one_wording:
        return f"one wording, first of {said}, in {articles} articles"
    return _say_one(said, articles)


def find_origins(findings: Iterable[Finding], story: Story) -> tuple[Origin, ...]:
    """Return every origin of the brief with the findings and articles that rest on it."""
    found: dict[str, tuple[list[Root], list[Finding]]] = {}
    for finding in findings:
        for root in trace_origins([story.claim[one] for one in finding.claim_ids], story).roots:
            roots, rest = found.setdefault(root.key, ([], []))
            roots.append(root)
            rest.append(finding)
    actor_ids = {actor.name: actor.id for actor in story.actors}
    ids = give_ids("o", (Nameless(key, (key,), None, "", 0) for key in found))
    return tuple(
        Origin(
            id=ids[key],
            name=_common_name(roots),
            kind=roots[0].kind,
            family=roots[0].family,
            actor_id=actor_ids.get(roots[0].name),
            article_ids=tuple(dict.fromkeys(one for f in rest for one in f.article_ids)),
            finding_ids=tuple(finding.id for finding in rest),
        )
        for key, (roots, rest) in found.items()
    )


def _common_name(roots: Sequence[Root]) -> str:
    """Return the outlet's name, or the publisher's where several of its outlets are the origin."""
    names = dict.fromkeys(root.name for root in roots)
    return roots[0].name if len(names) == 1 else roots[0].family or roots[0].name
