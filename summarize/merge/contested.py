"""What the sources do not agree on: who says what, each side in its own words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarize.language.quantities.reach import can_both_hold
from summarize.merge.blamed import find_blamed
from summarize.merge.character import find_characterisations
from summarize.merge.contradictions import find_contradictions
from summarize.merge.credited import find_credited
from summarize.merge.dated_apart import find_dated_apart
from summarize.merge.denials import find_denials
from summarize.merge.extents import ask_how_many
from summarize.merge.holdings import Matrix
from summarize.merge.ids import Nameless, find_earliest_evidence, give_ids
from summarize.merge.positions import make_position
from summarize.merge.story import Story, join_evidence
from summarize.merge.timings import find_timings
from summarize.model import Between, ContestedPoint, Evidence, Figure, FigureGroup, Position


def find_contested(story: Story, groups: Iterable[FigureGroup]) -> tuple[ContestedPoint, ...]:
    """Return the contested points of the story: denials, figures, characters, times, credits."""
    points = [
        *find_denials(story),
        *find_contradictions(story),
        *_figures(story, groups),
        *find_characterisations(story),
        *_timings(story),
        *find_credited(story),
        *find_blamed(story),
    ]
    points += _told_in_articles(story, points)
    matrix = Matrix(story)
    return tuple(matrix.fill(point) for point in name_points(points, story))


def name_points(points: Sequence[ContestedPoint], story: Story) -> tuple[ContestedPoint, ...]:
    """Return the points under ids made of their kind and the earliest words of either side.

    One sentence can give two figures, so that a point of kind figure has the id of its group in it.
    """
    unnamed = (_in_want(str(place), point, story) for place, point in enumerate(points))
    ids = give_ids("d", unnamed)
    return tuple(
        point.model_copy(update={"id": ids[str(place)]}) for place, point in enumerate(points)
    )


def _in_want(old: str, point: ContestedPoint, story: Story) -> Nameless:
    first = find_earliest_evidence(_evidence_of(point), story.article)
    published = story.article[first.article_id].published
    matter = point.id if point.kind == "figure" else first.quote
    return Nameless(old, (point.kind, matter), published, first.article_id, first.start)


def _timings(story: Story) -> Iterator[ContestedPoint]:
    """Yield the times of what is agreed once, and of other events that no such point has."""
    agreed = list(find_timings(story))
    told = {piece for point in agreed for piece in _evidence_of(point)}
    yield from agreed
    for point in find_dated_apart(story):
        if told.isdisjoint(_evidence_of(point)):
            yield point


def _told_in_articles(story: Story, points: Sequence[ContestedPoint]) -> Iterator[ContestedPoint]:
    """Yield the points that an article shows itself and nothing was made of: no kind is lost."""
    known = {(point.kind, piece) for point in points for piece in _evidence_of(point)}
    for point in story.contested:
        cited = {(point.kind, piece) for piece in _evidence_of(point)}
        if point.kind != "denial" and known.isdisjoint(cited):
            known |= cited
            yield point


def _evidence_of(point: ContestedPoint) -> Iterator[Evidence]:
    return (piece for position in point.positions for piece in position.evidence)


def _figures(story: Story, groups: Iterable[FigureGroup]) -> Iterator[ContestedPoint]:
    """Yield a point for each measure of which two sources give values that exclude each other."""
    telling: dict[str, list[str]] = defaultdict(list)
    for claim in story.claims:
        for figure_id in claim.figure_ids:
            telling[figure_id].append(claim.id)
    for group in groups:
        if group.status != "differs":
            continue
        figures = [story.figure[one] for one in group.figure_ids if one not in group.superseded_ids]
        positions = [_figure_position(same, telling) for same in _by_value(figures)]
        if len(positions) < 2:
            continue
        yield ContestedPoint(
            id=group.id,
            question=ask_how_many(group, (one.evidence[0].quote for one in figures)),
            kind="figure",
            between=_between(figures),
            positions=tuple(positions),
        )


def _by_value(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Group figures whose values are the same, in order of value."""
    groups: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda one: (one.low, one.high, one.bound)):
        if groups and _is_same_value(groups[-1][0], figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _is_same_value(one: Figure, other: Figure) -> bool:
    is_close = (one.low, one.high) == (other.low, other.high)
    return is_close and can_both_hold(one, other)


def _figure_position(figures: Sequence[Figure], telling: Mapping[str, Sequence[str]]) -> Position:
    """Return the position of all who give one value; `telling` are the claims with each figure."""
    evidence = join_evidence(piece for figure in figures for piece in figure.evidence)
    claims = [claim for figure in figures for claim in telling.get(figure.id, ())]
    holders = [figure.speaker_id for figure in figures if figure.speaker_id]
    return make_position(_common_phrase(figures), "asserts", holders, claims, evidence)


def _common_phrase(figures: Sequence[Figure]) -> str:
    """Return the wording of a value that most of its figures have, the shortest of equals."""
    counted = Counter(figure.phrase for figure in figures)
    return min(counted, key=lambda phrase: (-counted[phrase], len(phrase), phrase))


def _between(figures: Sequence[Figure]) -> Between:
    """Say who disagrees: actors, unless a number has none or all have the same."""
    speakers = {figure.speaker_id for figure in figures}
    return "actors" if None not in speakers and len(speakers) > 1 else "outlets"
