"""One deed with which the sources credit different doers: "rebels were behind the blast"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.names.aliases import is_named
from summarize.language.synonyms import concept_of
from summarize.merge.positions import join_positions, own_position
from summarize.merge.sides import share_a_side, side_of
from summarize.merge.story import Story
from summarize.model import Actor, Between, Claim, ContestedPoint, Position

_DEEDS = frozenset(
    "blast explosion attack assault bombing strike killing murder shooting raid fire poisoning "
    "assassination kidnapping abduction sabotage massacre ambush shelling hack hacking cyberattack "
    "leak theft robbery crash shootdown downing incursion invasion arson".split()
)
"""Nouns of what somebody did once, and of which it is asked who did it."""

_PATTERNS = (
    r"\b(?:blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing))\s(?P<doer>.{2,80}?)\s(?:for|of)\s(?P<deed>.+)",
    r"^(?P<doer>.{2,80}?)\s(?:is|are|was|were|stood|had\sbeen)\sbehind\s(?P<deed>.+)",
    r"^(?P<doer>.{2,80}?)\s(?:is|are|was|were|had\sbeen)\sresponsible\sfor\s(?P<deed>.+)",
    r"^(?P<doer>.{2,80}?)\s(?:ha[sd]\s|have\s)?(?P<owns>claim(?:s|ed)\sresponsibility)\sfor\s(?P<deed>.+)",
    r"^(?P<doer>.{2,80}?)\s(?:has\s|have\s|had\s)?carried\sout\s(?P<deed>.+)",
    r"(?P<deed>.+?)\s(?:was|were|had\sbeen)\scarried\sout\sby\s(?P<doer>.{2,80})",
    r"\bblamed\s(?P<deed>.+?)\son\s(?P<doer>.{2,80})",
)
_ACCOUNTS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_HINT = re.compile(r"(?i)\bblam|\baccus|\bbehind\b|\bresponsib|\bcarried\sout\b")
"""Most claims have none of these and are passed over."""

_NEAR = 4
"""Nouns of the deed's phrase among which the deed itself stands first."""


@dataclass(frozen=True)
class _Account:
    """Who did it, by one claim: an actor, or words where the doer is none."""

    claim: Claim
    deed: str
    noun: str
    names: frozenset[str]
    doer: Actor | None
    words: frozenset[str]
    owns: bool


def find_blamed(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point for each deed of which two sources name different doers, three if they are."""
    by_deed: dict[str, list[_Account]] = defaultdict(list)
    for claim in story.claims:
        account = _account(claim, story)
        if account is not None:
            by_deed[account.deed].append(account)
    for _, accounts in sorted(by_deed.items()):
        first = accounts[0]
        same = [one for one in accounts if _may_be_one(first, one)]
        sides = _by_doer(same)
        if len(sides) > 1 and len({_holder(one, story) for one in same}) > 1:
            yield _point(sides)


def _account(claim: Claim, story: Story) -> _Account | None:
    if claim.kind in ("denial", "opinion") or not _HINT.search(claim.text):
        return None
    matches = (pattern.search(claim.text) for pattern in _ACCOUNTS)
    match = next((match for match in matches if match), None)
    if match is None:
        return None
    document = parse_statement(claim.text)
    if read_modality(document, 0, len(claim.text)).is_negated:
        return None
    tokens = document.tokens_between(*match.span("deed"))
    nouns = [token for token in tokens if token.tag.startswith("NN")][:_NEAR]
    deed = next((token for token in nouns if token.lemma in _DEEDS), None)
    if deed is None:
        return None
    doer = document.tokens_between(*match.span("doer"))
    return _Account(
        claim=claim,
        deed=concept_of(deed.lemma),
        noun=deed.low,
        names=frozenset(token.text for token in tokens if token.tag.startswith("NNP")),
        doer=_actor_in(match["doer"], claim, story),
        words=frozenset(token.lemma.lower() for token in doer if token.tag.startswith("NN")),
        owns=bool(match.groupdict().get("owns")),
    )


def _actor_in(words: str, claim: Claim, story: Story) -> Actor | None:
    actors = [story.actor[one] for one in claim.actor_ids]
    named = [
        actor
        for actor in actors
        if any(is_named(form, words) for form in (actor.name, *actor.aliases))
    ]
    return max(named, key=lambda actor: (len(actor.name), actor.name), default=None)


def _may_be_one(one: _Account, other: _Account) -> bool:
    """Say whether two accounts can be of one deed: names that both give to it are shared."""
    return not one.names or not other.names or bool(one.names & other.names)


def _by_doer(accounts: Sequence[_Account]) -> list[list[_Account]]:
    sides: list[list[_Account]] = []
    for account in accounts:
        if not account.words and account.doer is None:
            continue
        home = next((side for side in sides if _same_doer(side[0], account)), None)
        if home is None:
            sides.append([account])
        else:
            home.append(account)
    return sides


def _same_doer(one: _Account, other: _Account) -> bool:
    if one.words & other.words:
        return True
    return bool(one.doer and other.doer and share_a_side(one.doer, other.doer))


def _holder(account: _Account, story: Story) -> str:
    """Return whose account it is: the speaker's side, whoever owns to the deed, or the outlet."""
    if account.claim.speaker_id:
        return side_of(story.actor[account.claim.speaker_id])
    if account.owns and account.doer:
        return side_of(account.doer)
    return account.claim.article_id


def _point(sides: Sequence[Sequence[_Account]]) -> ContestedPoint:
    accounts = [account for side in sides for account in side]
    is_spoken = all(one.claim.speaker_id or (one.owns and one.doer) for one in accounts)
    between: Between = "actors" if is_spoken else "outlets"
    return ContestedPoint(
        id=accounts[0].claim.id,
        question=f"Who was behind the {accounts[0].noun}?",
        kind="attribution",
        between=between,
        positions=tuple(join_positions([_position(one) for one in side], ()) for side in sides),
    )


def _position(account: _Account) -> Position:
    position = own_position(account.claim, "asserts")
    if account.owns and account.doer and not account.claim.speaker_id:
        return position.model_copy(update={"holder_ids": (account.doer.id,)})
    return position
