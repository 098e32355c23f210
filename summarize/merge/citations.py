"""Who cites whom: credit lines, datelines, "according to", "told the BBC", words of others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarize.language.publishers import Publishers, outlet_key
from summarize.merge.copies import find_reprints
from summarize.merge.outlets import Outlets
from summarize.merge.shared_words import find_shared_quotations
from summarize.model import Actor, Article, Citation, CitationKind, Claim, Evidence

_NAME = r"(?:[Tt]he )?(?P<name>[A-Z][\w&’'.-]*(?: (?:of |of the |and |& )?[A-Z0-9][\w&’'.-]*){0,4})"
_OUTLET_NOUN = r"(?: (?:news agency|newspaper|magazine|website|agency))?"

_FORMS: Mapping[CitationKind, tuple[re.Pattern[str], ...]] = {
    "told": (
        re.compile(
            r"\b(?:told|tells|telling|(?:spoke|speaking) (?:to|with)|interviews? (?:with|to|for)"
            rf"|(?:comments|remarks|statement|message|email) to) {_NAME}"
        ),
    ),
    "according to": (
        re.compile(
            r"\b(?:[Aa]ccording to|(?:first )?reported (?:by|in|on)|quoted (?:by|in)"
            r"|cited by|citing|quoting|quotes|cites|(?:report|story|article|investigation)s?"
            r" (?:by|in|from|on))"
            r"(?: an? (?:report|story|article|investigation) (?:by|in|from|on))?"
            rf" {_NAME}"
        ),
        re.compile(
            rf"{_NAME}{_OUTLET_NOUN}(?: (?:has|had|have|also|first|earlier|later))*"
            r" (?:reported|reports|report|said|says|wrote|writes|revealed|published)\b"
        ),
    ),
}
"""How a text names the outlet that it follows, or the one that somebody spoke to."""


def find_citations(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    actors: Sequence[Actor],
    publishers: Publishers,
) -> tuple[Citation, ...]:
    """Return every citation of a story, article by article; no outlet cites itself."""
    outlets = Outlets(articles, publishers)
    found = [
        citation
        for article in articles
        for citation in (*_credited(article, outlets), *_named(article, outlets))
    ]
    found += _reprinted(articles, outlets)
    found += find_shared_quotations(articles, claims, actors)
    place = {article.id: number for number, article in enumerate(articles)}
    return tuple(sorted(found, key=lambda one: place[one.article_id]))


def _credited(article: Article, outlets: Outlets) -> Iterator[Citation]:
    """Yield whom the article credits as a whole; the line itself was taken out of the text."""
    name = article.original_source
    if name is None or outlets.are_one(name, article) or name == outlets.label(article):
        return
    datelines = [one.text for one in article.removed if one.reason == "dateline"]
    is_dateline = any("(" in line or "/" in line for line in datelines)
    how: CitationKind = "dateline" if is_dateline else "credit line"
    yield _cite(article, name, outlets, how)


def _named(article: Article, outlets: Outlets) -> Iterator[Citation]:
    """Yield the outlets that the text itself names as where its words come from."""
    found: dict[tuple[CitationKind, str], tuple[str, list[Evidence]]] = {}
    for how, patterns in _FORMS.items():
        for pattern in patterns:
            for match in pattern.finditer(article.text):
                name = name_outlet(match["name"], outlets)
                if name is None or outlets.are_one(name, article):
                    continue
                end = match.end() if match.end("name") != match.end() else _end(match, name)
                piece = cut_evidence(article, match.start(), end)
                found.setdefault((how, outlet_key(name)), (name, []))[1].append(piece)
    for (how, _), (name, pieces) in found.items():
        ordered = sorted(pieces, key=lambda piece: piece.start)
        yield _cite(article, name, outlets, how, tuple(ordered))


def name_outlet(words: str, outlets: Outlets) -> str | None:
    """Return the outlet that `words` begin with, or None where they name none.

    A name that goes on ("Herald Monday", "BBC Radio 4") is cut only to one that is known.
    """
    whole = words.rstrip(".,’'")
    if outlets.is_outlet(whole):
        return whole
    parts = whole.split(" ")
    for size in range(len(parts) - 1, 0, -1):
        shorter = " ".join(parts[:size]).rstrip(".,’'")
        if outlets.is_known(shorter):
            return shorter
    return None


def _end(match: re.Match[str], name: str) -> int:
    return match.start("name") + len(name)


def cut_evidence(article: Article, start: int, end: int) -> Evidence:
    """Return characters of an article as evidence."""
    quote = article.text[start:end]
    return Evidence(article_id=article.id, start=start, end=end, quote=quote)


def _cite(
    article: Article,
    name: str,
    outlets: Outlets,
    how: CitationKind,
    evidence: tuple[Evidence, ...] = (),
) -> Citation:
    cited = next((one.id for one in outlets.articles_of(name) if one.id != article.id), None)
    return Citation(
        article_id=article.id, name=name, cited_article_id=cited, how=how, evidence=evidence
    )


def _reprinted(articles: Sequence[Article], outlets: Outlets) -> Iterator[Citation]:
    """Yield the articles that reprint another: the oldest that has the words, else the first.

    Which of two undated articles had them first is not known, and does not change how many knew.
    """
    read = [article for article in articles if article.is_english]
    read.sort(key=lambda one: (one.published is None, one.published, one.source, one.id))
    for copy in find_reprints([article.text for article in read]):
        article, source = read[copy.text], read[copy.source]
        yield Citation(
            article_id=article.id,
            name=outlets.label(source),
            cited_article_id=source.id,
            how="shared text",
            evidence=(cut_evidence(article, *copy.run), cut_evidence(source, *copy.source_run)),
        )


def group_by_article(citations: Sequence[Citation]) -> Mapping[str, Sequence[Citation]]:
    """Return the citations of each article by its id."""
    by_article: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        by_article[citation.article_id].append(citation)
    return by_article
