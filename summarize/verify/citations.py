"""Who cites whom: each citation by its own words, each circle by its citations."""

from collections.abc import Sequence
from itertools import pairwise

from summarize.language.names.aliases import is_named
from summarize.merge.circles import FOLLOWING
from summarize.merge.copies import QUOTED_WORDS, shingles_of, words_of
from summarize.model import Citation, Evidence
from summarize.verify.ledger import Ledger

Shared = dict[tuple[str, ...], set[tuple[str, str]]]
"""Words in a row that are quoted, with the articles and the speakers that they are given to."""


def check_citations(ledger: Ledger) -> None:
    """Check that each citation's words name the source, or are those of the other article."""
    shared = _shared_quotations(ledger.brief.citations)
    for place, citation in enumerate(ledger.brief.citations):
        path = f"citations[{place}]"
        if ledger.to_judge(path):
            problem = _problem(citation, shared, ledger)
            if problem:
                ledger.fail(path, "citation.source", problem, citation.name)
    for place, circle in enumerate(ledger.brief.circles):
        path = f"circles[{place}]"
        if ledger.to_judge(path):
            _check_circle(path, circle.article_ids, ledger)


def _problem(citation: Citation, shared: Shared, ledger: Ledger) -> str | None:
    """Return what is wrong with a citation, None where nothing is."""
    words = [piece.quote for piece in citation.evidence]
    match citation.how:
        case "credit line" | "dateline":
            article = ledger.article.get(citation.article_id)
            is_there = article is None or article.original_source == citation.name
            return None if is_there else "is not what the article credits"
        case "according to" | "told":
            is_there = bool(words) and all(is_named(citation.name, quote) for quote in words)
            return None if is_there else "name not in evidence"
        case "shared text":
            is_there = len(words) == 2 and words_of(words[0]) == words_of(words[1])
            return None if is_there else "the words here and there are not the same"
    return None if _is_shared(citation, shared) else "nobody else has this quotation"


def _shared_quotations(citations: Sequence[Citation]) -> Shared:
    shared: Shared = {}
    for citation in citations:
        for piece in citation.evidence if citation.how == "shared quotation" else ():
            for key in _keys(piece):
                shared.setdefault(key, set()).add((citation.article_id, citation.name))
    return shared


def _is_shared(citation: Citation, shared: Shared) -> bool:
    """Say whether each quotation of a citation stands in another article under the same name."""
    return bool(citation.evidence) and all(
        any(
            article_id != citation.article_id and name == citation.name
            for key in _keys(piece)
            for article_id, name in shared[key]
        )
        for piece in citation.evidence
    )


def _keys(piece: Evidence) -> set[tuple[str, ...]]:
    return set(shingles_of(words_of(piece.quote), QUOTED_WORDS))


def _check_circle(path: str, article_ids: Sequence[str], ledger: Ledger) -> None:
    cited = {
        (one.article_id, one.cited_article_id)
        for one in ledger.brief.citations
        if one.how in FOLLOWING
    }
    missing = [pair for pair in pairwise((*article_ids, article_ids[0])) if pair not in cited]
    if missing:
        numbers = [ledger.number_of(one) for one in missing[0]]
        problem = f"article {numbers[0]} does not cite article {numbers[1]}"
        ledger.fail(path, "citation.circle", problem, ", ".join(article_ids))
