"""Outlets that give different times for one thing that happens once: when a treaty was agreed.

Only what is concluded is looked at, since attacks, talks and speeches happen again and again. An
undated article is taken to be as new as the story: "last December" is then the one before.
"""

import calendar
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.language.dates import DateMention, find_dates
from summarize.language.document import Document, Token, parse_statement
from summarize.language.names.allegiance import states_in
from summarize.language.sentences import Sentence, split_sentences
from summarize.merge.positions import make_position
from summarize.merge.story import Story
from summarize.model import Article, ContestedPoint, Evidence, Position

_AGREEMENT = frozenset("treaty pact agreement accord deal arrangement partnership truce".split())
_CONCLUDE = frozenset("sign reach conclude agree strike ink seal make clinch".split())
_PART_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""First and last month; generous, so that "early" and "spring" are no dispute."""

_REACH = 12
"""Words within which what is concluded and the verb that concludes it stand."""


@dataclass(frozen=True)
class _Conclusion:
    """A sentence that says when something was concluded, in which words, and between whom."""

    article: Article
    sentence: Sentence
    statement: str
    noun: str
    verb: str
    parties: frozenset[str]
    first: dt.date
    last: dt.date


def find_timings(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point where outlets date one agreement differently; one in a story at most.

    Each time that excludes the others is a position, with all outlets that give it; what leaves
    open which of them is meant ("2024") is none.
    """
    newest = max((one.published for one in story.articles if one.published), default=None)
    told = (one for article in story.articles for one in _conclusions(article, newest, story))
    found = _without_repeats(told)
    for first in _one_each(found):
        times = _times([one for one in found if _is_same(first, one, story)])
        articles = {one.article.id for same in times for one in same}
        if len(times) > 1 and len(articles) > 1:
            yield _point(times, story)
            return


def _one_each(found: Sequence[_Conclusion]) -> list[_Conclusion]:
    """Return one conclusion for each set of parties, in order."""
    return list({one.parties: one for one in reversed(found)}.values())[::-1]


def _times(found: Sequence[_Conclusion]) -> list[list[_Conclusion]]:
    """Group conclusions by times that exclude each other, the earliest first.

    The shortest periods come first, so that a vague one never stands between two exact ones. What
    one article says of two times is no dispute of outlets.
    """
    times: list[list[_Conclusion]] = []
    for one in sorted(found, key=lambda each: each.last - each.first):
        meets = [same for same in times if not _is_apart(same[0], one)]
        if not meets:
            times.append([one])
        elif len(meets) == 1:
            meets[0].append(one)
    counts = Counter(id_ for same in times for id_ in {one.article.id for one in same})
    plain = ([one for one in same if counts[one.article.id] == 1] for same in times)
    return sorted(filter(None, plain), key=lambda same: same[0].first)


def _is_apart(one: _Conclusion, other: _Conclusion) -> bool:
    return one.last < other.first or other.last < one.first


def _without_repeats(told: Iterable[_Conclusion]) -> list[_Conclusion]:
    """Drop what two articles before have told of the same parties and time: it adds no dispute."""
    kept: list[_Conclusion] = []
    tellers: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for one in told:
        by = tellers[one.parties, one.first, one.last]
        if one.article.id not in by and len(by) < 2:
            by.add(one.article.id)
            kept.append(one)
    return kept


def _is_same(one: _Conclusion, other: _Conclusion, story: Story) -> bool:
    """Say whether two sentences can speak of one agreement: no two states are at odds."""
    states = {actor.name for actor in story.actors if actor.kind == "state"}
    left, right = one.parties - other.parties, other.parties - one.parties
    return bool(one.parties & other.parties) and not (left & states and right & states)


def _conclusions(article: Article, newest: dt.date | None, story: Story) -> Iterator[_Conclusion]:
    if not article.is_english:
        return
    for sentence in split_sentences(article.text):
        if not any(noun in sentence.text.lower() for noun in _AGREEMENT):
            continue
        document = parse_statement(sentence.text)
        dated = _dated(document, article.published or newest)
        found = _concluded(document)
        if len(dated) != 1 or found is None:
            continue
        noun, verb = found
        first, last = _period(dated[0])
        parties = _parties(sentence.text, story)
        if len(parties) > 1:
            yield _Conclusion(
                article=article,
                sentence=sentence,
                statement=sentence.text[dated[0].start : dated[0].end],
                noun=noun.low,
                verb=verb.low,
                parties=parties,
                first=first,
                last=last,
            )


def words_of_time(piece: Evidence, story: Story) -> str | None:
    """Return the words of a piece of evidence that say when, if it has exactly one time."""
    newest = max((one.published for one in story.articles if one.published), default=None)
    written = story.article[piece.article_id].published or newest
    dated = _dated(parse_statement(piece.quote), written)
    return piece.quote[dated[0].start : dated[0].end] if len(dated) == 1 else None


def _dated(document: Document, written: dt.date | None) -> list[DateMention]:
    return [one for one in find_dates(document, written) if one.date]


def _concluded(document: Document) -> tuple[Token, Token] | None:
    """Return what is concluded and the verb in the past that says so, the nearest pair."""
    tokens = document.tokens
    pairs = [
        (abs(place - other), noun, verb)
        for place, noun in enumerate(tokens)
        if noun.lemma.lower() in _AGREEMENT and noun.tag.startswith("NN")
        for other, verb in enumerate(tokens)
        if verb.lemma in _CONCLUDE and verb.tag in ("VBD", "VBN") and abs(place - other) <= _REACH
    ]
    return min(pairs, key=lambda pair: pair[0])[1:] if pairs else None


def _parties(text: str, story: Story) -> frozenset[str]:
    """Return who is named, states by their names whatever form they are named in."""
    people = {
        actor.name
        for actor in story.actors
        if actor.kind == "person" and any(form in text for form in (actor.name, *actor.aliases))
    }
    return states_in(text) | people


def _period(mention: DateMention) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a mention may mean."""
    year, *finer = (int(part) for part in (mention.date or "").split("-"))
    first_month, last_month = (finer[0], finer[0]) if finer else (1, 12)
    if not finer and mention.part:
        first_month, last_month = _PART_OF_YEAR[mention.part]
    first_day = last_day = finer[1] if len(finer) > 1 else 0
    if not last_day:
        first_day, last_day = 1, calendar.monthrange(year, last_month)[1]
    return dt.date(year, first_month, first_day), dt.date(year, last_month, last_day)


def _point(times: Sequence[Sequence[_Conclusion]], story: Story) -> ContestedPoint:
    first, claims = times[0][0], _claims_by_place(story)
    return ContestedPoint(
        id=first.article.id,
        question=f"When was the {first.noun} {first.verb}?",
        kind="timing",
        between="outlets",
        positions=tuple(_position(same, story, claims) for same in times),
    )


def _claims_by_place(story: Story) -> dict[tuple[str, int, int], list[str]]:
    """Return the ids of the claims that rest on each piece of evidence, by article and span."""
    found: dict[tuple[str, int, int], list[str]] = {}
    for claim in story.claims:
        for piece in claim.evidence:
            found.setdefault((piece.article_id, piece.start, piece.end), []).append(claim.id)
    return found


def _position(
    same: Sequence[_Conclusion], story: Story, claims: dict[tuple[str, int, int], list[str]]
) -> Position:
    ordered = sorted(same, key=lambda one: (story.number_of(one.article.id), one.sentence.start))
    evidence = tuple(_evidence_of(one) for one in ordered)
    places = ((piece.article_id, piece.start, piece.end) for piece in evidence)
    resting = [id_ for place in places for id_ in claims.get(place, ())]
    statements = list(dict.fromkeys(one.statement for one in ordered))
    return make_position(statements[0], "asserts", (), resting, evidence)


def _evidence_of(told: _Conclusion) -> Evidence:
    return Evidence(
        article_id=told.article.id,
        start=told.sentence.start,
        end=told.sentence.end,
        quote=told.sentence.text,
    )
