"""The matrix of a contested point: who says what, each holder in a row with evidence of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarize.language.modality.qualifying import is_limited
from summarize.language.names.aliases import is_named
from summarize.merge.silence import Parties
from summarize.merge.story import Story, join_evidence
from summarize.merge.timings import words_of_time
from summarize.model import Claim, ContestedPoint, Evidence, Figure, Holding, Position, Stance


@dataclass(frozen=True)
class _Saying:
    """One thing that one holder says: an actor, or a source or outlet by its name."""

    holder_id: str | None
    source: str | None
    stance: Stance
    statement: str
    evidence: tuple[Evidence, ...]
    claim_ids: tuple[str, ...] = ()

    @property
    def row(self) -> tuple[str, str, Stance]:
        return self.holder_id or "", self.source or "", self.stance


class Matrix:
    """Who says what on the contested points of one story."""

    def __init__(self, story: Story) -> None:
        """Read the story once for all of its points."""
        self._story = story
        self._parties = Parties(story)

    def fill(self, point: ContestedPoint) -> ContestedPoint:
        """Return `point` with a row for each holder and the articles that carry no side."""
        held = [row for one in point.positions for row in _rows(list(self._sayings(one, point)))]
        carried = {article_id for row in held for article_id in row.article_ids}
        silent = (one.id for one in self._story.articles if one.id not in carried)
        rows = (*held, *self._parties.silent_on(point, held))
        return point.model_copy(update={"holdings": rows, "silent_article_ids": tuple(silent)})

    def _sayings(self, position: Position, point: ContestedPoint) -> Iterator[_Saying]:
        if point.kind == "figure":
            found = list(self._given(position))
        elif point.kind == "timing":
            found = list(self._timed(position))
        elif point.kind == "characterisation":
            found = list(self._told(position))
        else:
            found = list(self._claimed(position, is_denial=point.kind == "denial"))
            if point.kind == "attribution":
                found = self._owned(found, position)
        yield from found
        heard = {saying.holder_id for saying in found}
        for holder in (one for one in position.holder_ids if one not in heard):
            yield self._merely_held(holder, position)
        if not found and not position.holder_ids:
            yield from self._told(position)

    def _claimed(self, position: Position, *, is_denial: bool) -> Iterator[_Saying]:
        """Yield each claim of a side as its speaker's; one that limits itself qualifies."""
        claims = [self._story.claim[one] for one in position.claim_ids]
        for claim in _own_claims(position, claims) if is_denial else claims:
            stance = "qualifies" if is_denial and is_limited(claim.text) else position.stance
            source = None if claim.speaker_id else self._source_of(claim)
            yield _Saying(claim.speaker_id, source, stance, claim.text, claim.evidence, (claim.id,))

    def _owned(self, sayings: Sequence[_Saying], position: Position) -> list[_Saying]:
        """Return what an outlet tells of a holder who owns to the deed as that holder's own."""
        spoken = {saying.holder_id for saying in sayings}
        owners = [one for one in position.holder_ids if one not in spoken]
        owned = []
        for saying in sayings:
            own = (one for one in owners if not saying.holder_id and self._names(saying, one))
            owner = next(own, None)
            owned.append(replace(saying, holder_id=owner, source=None) if owner else saying)
        return owned

    def _names(self, saying: _Saying, holder: str) -> bool:
        actor = self._story.actor[holder]
        return any(form in saying.statement for form in (actor.name, *actor.aliases))

    def _given(self, position: Position) -> Iterator[_Saying]:
        """Yield each figure of a side in its own words, as its speaker's or source's or outlet's.

        The side is stated in the words of one of them; the others have its value.
        """
        found = [
            (piece, one) for piece in position.evidence for one in self._figures.get(piece, ())
        ]
        values = {_value(one) for _, one in found if is_named(one.phrase, position.statement)}
        for piece, figure in found:
            if _value(figure) in values:
                claims = self._claims_with.get(figure.id, ())
                named = next((claim.source for claim in claims if claim.source), None)
                yield _Saying(
                    figure.speaker_id,
                    None if figure.speaker_id else named or self._outlet(piece),
                    position.stance,
                    figure.phrase,
                    (piece,),
                    tuple(claim.id for claim in claims),
                )

    def _timed(self, position: Position) -> Iterator[_Saying]:
        """Yield the time that each outlet gives, in its own words."""
        for saying in self._told(position):
            words = words_of_time(saying.evidence[0], self._story)
            yield replace(saying, statement=words or saying.statement)

    def _told(self, position: Position) -> Iterator[_Saying]:
        """Yield a side piece by piece: as its only holder's, or each as its outlet's."""
        holder = position.holder_ids[0] if len(position.holder_ids) == 1 else None
        resting: dict[Evidence, list[str]] = {}
        for claim_id in position.claim_ids:
            for piece in self._story.claim[claim_id].evidence:
                resting.setdefault(piece, []).append(claim_id)
        if holder or not position.holder_ids:
            for piece in position.evidence:
                yield _Saying(
                    holder,
                    None if holder else self._outlet(piece),
                    position.stance,
                    position.statement,
                    (piece,),
                    tuple(resting.get(piece, ())),
                )

    def _merely_held(self, holder: str, position: Position) -> _Saying:
        """Return a side as that of a holder none of whose own claims it rests on."""
        actor = self._story.actor[holder]
        forms = (actor.name, *actor.aliases)
        naming = (p for p in position.evidence if any(is_named(form, p.quote) for form in forms))
        evidence = tuple(naming) or position.evidence
        return _Saying(holder, None, position.stance, position.statement, evidence)

    def _source_of(self, claim: Claim) -> str:
        return claim.source or self._outlet(claim.evidence[0])

    def _outlet(self, piece: Evidence) -> str:
        return self._story.article[piece.article_id].known_as

    @cached_property
    def _figures(self) -> Mapping[Evidence, list[Figure]]:
        found: dict[Evidence, list[Figure]] = {}
        for figure in self._story.figures:
            for piece in figure.evidence:
                found.setdefault(piece, []).append(figure)
        return found

    @cached_property
    def _claims_with(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self._story.claims:
            for figure_id in claim.figure_ids:
                found.setdefault(figure_id, []).append(claim)
        return found


def _value(figure: Figure) -> tuple[float, float, str]:
    return figure.low, figure.high, figure.unit


def _own_claims(position: Position, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a side that its holders make in its stance.

    Out of one sentence come claims of both sides; a denial is no assertion, and who denies may say
    other things beside it.
    """
    is_denying = position.stance == "denies" and any(one.kind == "denial" for one in claims)
    fitting = [one for one in claims if (one.kind == "denial") == is_denying]
    return [
        one
        for one in fitting
        if not position.holder_ids or one.speaker_id in {None, *position.holder_ids}
    ]


def _rows(sayings: Sequence[_Saying]) -> Iterator[Holding]:
    """Yield one row for what one holder says in one stance, in the order of the sayings."""
    by_row: dict[tuple[str, str, Stance], list[_Saying]] = {}
    for saying in sayings:
        by_row.setdefault(saying.row, []).append(saying)
    for same in by_row.values():
        shortest = min(same, key=lambda one: (len(one.statement), one.statement))
        evidence = join_evidence(piece for one in same for piece in one.evidence)
        yield Holding(
            holder_id=shortest.holder_id,
            source=shortest.source,
            stance=shortest.stance,
            statement=shortest.statement,
            article_ids=tuple(dict.fromkeys(piece.article_id for piece in evidence)),
            claim_ids=tuple(dict.fromkeys(one for each in same for one in each.claim_ids)),
            evidence=evidence,
        )
