"""Figures read again in their evidence, and what is put together from them."""

from collections.abc import Sequence

from summarize.ground.figures import find_differences, read_again, words_absent
from summarize.language.quantities import Quantity
from summarize.model import Evidence, Figure, FigureGroup
from summarize.verify.ledger import Ledger

_NEAR = 250
"""Characters around its sentence in which an article may say what a number counts."""


def check_figures(ledger: Ledger) -> None:
    """Check each figure's wording, values and matter against the sentence that it stands in."""
    for place, figure in enumerate(ledger.brief.figures):
        path = f"figures[{place}]"
        if not ledger.to_judge(path):
            continue
        read = read_again(figure, [piece.quote for piece in figure.evidence])
        if read is None:
            problem = "number not in evidence"
            ledger.fail(path, "figure.phrase", problem, figure.phrase)
        elif wrong := [" ".join(pair) for pair in find_differences(figure, read)]:
            problem = f"not what “{figure.phrase}” says ({', '.join(wrong)})"
            ledger.fail(path, "figure.value", problem, figure.evidence[0].quote)
        elif figure.what != read.what and (words := _absent(figure.what, figure.evidence, ledger)):
            problem = f"words not in evidence ({', '.join(words)})"
            ledger.fail(path, "figure.what", problem, figure.what)


def _absent(what: str, evidence: Sequence[Evidence], ledger: Ledger) -> list[str]:
    """Return the words of `what` that stand neither in the evidence nor near it."""
    near = []
    for piece in evidence:
        article = ledger.text_of(piece.article_id)
        text = article.text if article else ""
        start = text.find(piece.quote)
        near.append(text[max(0, start - _NEAR) : start + len(piece.quote) + _NEAR])
    return words_absent(what, [*near, *(piece.quote for piece in evidence)])


def check_groups(ledger: Ledger) -> None:
    """Check that each group spans the values of its figures, as their evidence gives them."""
    figures = {figure.id: figure for figure in ledger.brief.figures}
    for place, group in enumerate(ledger.brief.figure_groups):
        path = f"figure_groups[{place}]"
        members = [figures[one] for one in group.figure_ids if one in figures]
        read = [
            (figure, read_again(figure, [piece.quote for piece in figure.evidence]))
            for figure in members
        ]
        if not all(again for _, again in read) or not ledger.to_judge(path):
            continue
        problem = _group_problem(group, [again for _, again in read if again])
        if problem:
            ledger.fail(path, "group.value", problem, group.what)
        elif group.what not in {again.what for _, again in read if again}:
            _check_matter(path, group, members, ledger)


def _group_problem(group: FigureGroup, read: Sequence[Quantity]) -> str | None:
    low, high = min(one.low for one in read), max(one.high for one in read)
    if (group.low, group.high) != (low, high):
        return f"low and high are not those of its figures ({low:g}, {high:g})"
    if not set(group.superseded_ids) < set(group.figure_ids):
        return "superseded figures are not some of its own"
    if any(one.unit != group.unit for one in read):
        return f"unit is not that of its figures ({read[0].unit})"
    return None


def _check_matter(path: str, group: FigureGroup, members: Sequence[Figure], ledger: Ledger) -> None:
    evidence = [piece for figure in members for piece in figure.evidence]
    if words := _absent(group.what, evidence, ledger):
        problem = f"words not in evidence ({', '.join(words)})"
        ledger.fail(path, "group.value", problem, group.what)
