"""Sentences made from the structured data: figures that differ, and both sides of a denial."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from summarize.merge.extents import tell_extent
from summarize.merge.forms import (
    ARTICLE,
    CONTRADICTING,
    DENIED,
    DIFFERING,
    JUDGED,
    NEXT_VALUE,
    SIDE,
    TIMED,
    VALUE,
    Form,
)
from summarize.merge.labels import inside
from summarize.merge.material import Material, claims_of
from summarize.merge.printable import is_whole
from summarize.merge.story import Story
from summarize.merge.wording import join_names, name_holders, state_together, word_claim
from summarize.model import Claim, ContestedPoint, Position, SummarySentence

_MOST_DENIALS, _MOST_FIGURES = 2, 2
_FEW_WORDS = 8
"""Words of a time or a judgement that is told with others in one sentence."""

_MOST_TOLD = 30
"""Claims of the asserting side of which the one is chosen that tells it."""

_MOST_NAMES = 3
"""More than so many holders make a sentence a list; it then names one of them."""


def tell_figures(material: Material) -> Iterator[SummarySentence]:
    """Yield a sentence for each of the first measures on which the sources differ."""
    points = [point for point in material.contested if point.kind == "figure"]
    for point in points[:_MOST_FIGURES]:
        rests_on = material.resting_on(claims_of(point))
        if rests_on:
            told = [_value(position, material.story) for position in point.positions]
            text = _tell_values(point, NEXT_VALUE.join(told))
            yield SummarySentence(text=text, finding_ids=rests_on)


def _tell_values(point: ContestedPoint, values: str) -> str:
    question = point.question.rstrip("?")
    matter = question[:1].lower() + question[1:]
    return tell_extent(point, values) or DIFFERING.fill(matter=matter, values=values)


def _value(position: Position, story: Story) -> str:
    """Return a value with who gives it: actors, else the sources named, else the outlets."""
    sources = [story.claim[one].source for one in position.claim_ids]
    holders = (
        name_holders(position, story)
        or list(dict.fromkeys(source for source in sources if source))
        or _name_outlets(position, story)
    )
    return VALUE.fill(value=inside(position.statement), holders=join_names(holders))


def _name_outlets(position: Position, story: Story) -> list[str]:
    """Return the outlets of a position in the order of their articles, each once."""
    ordered = sorted(position.article_ids, key=story.number_of)
    named = (
        story.article[one].outlet or ARTICLE.fill(number=story.number_of(one)) for one in ordered
    )
    return list(dict.fromkeys(named))


def tell_times_and_judgements(material: Material) -> Iterator[SummarySentence]:
    """Yield a sentence for the first event that is dated, and the first thing judged, differently.

    Every side is given with who holds it, in its own few words.
    """
    for kind, form in (("timing", TIMED), ("characterisation", JUDGED)):
        points = (point for point in material.contested if point.kind == kind)
        told = (_tell_sides(point, form, material) for point in points)
        yield from islice(filter(None, told), 1)


def _tell_sides(point: ContestedPoint, form: Form, material: Material) -> SummarySentence | None:
    matter = _matter_of(point.question)
    are_short = all(len(one.statement.split()) <= _FEW_WORDS for one in point.positions)
    if matter is None or not are_short or not all(one.claim_ids for one in point.positions):
        return None
    values = NEXT_VALUE.join(_value(position, material.story) for position in point.positions)
    return SummarySentence(
        text=form.fill(matter=matter, values=values),
        finding_ids=material.resting_on(claims_of(point)),
    )


def _matter_of(question: str) -> str | None:
    """Return what is dated or judged, out of the question that the merge asks about it."""
    dated = re.fullmatch(r"When (was|were) (.+) (\w+)\?", question)
    judged = re.fullmatch(r"How (?:is|are) (.+) judged\?", question)
    return f"{dated[2]} {dated[1]} {dated[3]}" if dated else judged[1] if judged else None


def tell_denials(material: Material) -> Iterator[SummarySentence]:
    """Yield a sentence with both sides for each of the first matters that somebody denies."""
    points = [point for point in material.contested if point.kind == "denial"]
    for point in points[:_MOST_DENIALS]:
        rests_on = material.resting_on(claims_of(point))
        text = _both_sides(point, material.story)
        if rests_on and text:
            yield SummarySentence(text=text, finding_ids=rests_on)


def _both_sides(point: ContestedPoint, story: Story) -> str | None:
    """Return one sentence, or None where a side has no sentence that can be printed."""
    asserting, denying = point.positions[0], point.positions[1]
    against = [story.claim[one] for one in denying.claim_ids]
    if all(claim.kind != "denial" for claim in against):
        return _side_by_side([story.claim[asserting.claim_ids[0]], *against], story)
    deniers = name_holders(denying, story)
    told = [
        _assertion(claim, text, asserting, story)
        for claim in (story.claim[one] for one in asserting.claim_ids[:_MOST_TOLD])
        if (text := word_claim(claim, story, is_disputed=True)) and is_whole(text)
    ]
    if not told or not deniers:
        return None
    _, best = max(told, key=lambda one: (one[0], -len(one[1]), one[1]))
    return DENIED.fill(assertion=best.rstrip("."), deniers=join_names(deniers))


def _side_by_side(claims: Sequence[Claim], story: Story) -> str | None:
    """Return what two articles say that cannot both be right, each with its number."""
    told = []
    for claim in claims[:2]:
        text = word_claim(claim, story, is_disputed=True)
        if text is None or not is_whole(text):
            return None
        number = story.number_of(claim.article_id)
        told.append(SIDE.fill(told=text.rstrip("."), number=number))
    return CONTRADICTING.fill(sides="; ".join(told))


def _assertion(claim: Claim, text: str, asserting: Position, story: Story) -> tuple[int, str]:
    """Return how many say what `claim` says, and the sentence in which they do."""
    names = name_holders(_who_say(claim, asserting, story), story)
    is_plain = not claim.text.startswith("“") and text.endswith(claim.text[1:])
    is_shared = 1 < len(names) <= _MOST_NAMES and is_plain and text != claim.text
    return (len(names), state_together(names, claim.text)) if is_shared else (1, text)


def _who_say(claim: Claim, asserting: Position, story: Story) -> Position:
    """Return the part of a position that says what `claim` says, not only something near it."""
    members = [story.claim[one] for one in asserting.claim_ids]
    same = [one for one in members if one == claim or story.index.say_no_more(claim, one)]
    holders = tuple(dict.fromkeys(one.speaker_id for one in same if one.speaker_id))
    return asserting.model_copy(
        update={"holder_ids": holders, "claim_ids": tuple(one.id for one in same)}
    )
