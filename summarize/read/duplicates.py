"""Sources with the same body are one article."""

from collections.abc import Iterable

from summarize.model import Article


def merge_copies(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return one article for each body, in the order of their sources' names.

    Of several copies the one that states the most stands for all; the others' names are its
    `copies`, and a warning says so.
    """
    by_body: dict[str, list[Article]] = {}
    for article in articles:
        by_body.setdefault(article.text_sha256, []).append(article)
    merged = [_merge(copies) for copies in by_body.values()]
    return tuple(sorted(merged, key=lambda article: (article.source, article.id)))


def _merge(copies: list[Article]) -> Article:
    first, *others = sorted(copies, key=lambda article: (-_facts(article), article.source))
    if not others:
        return first
    names = tuple(sorted(article.source for article in others))
    warning = f"the same body is in {', '.join(names)}; it counts once"
    return first.model_copy(update={"copies": names, "warnings": (*first.warnings, warning)})


def _facts(article: Article) -> int:
    """How many of title, outlet, authors, date, address and credit are known."""
    known = (article.title, article.outlet, article.authors, article.published, article.url)
    return sum(bool(fact) for fact in (*known, article.original_source))
