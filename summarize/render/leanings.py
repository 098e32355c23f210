"""What leans: the loaded words of the sources, and where the brief's own voice may."""

from collections.abc import Sequence

from summarize.model import LoadedInSource
from summarize.render.index import Index
from summarize.render.outline import Item, Section


def list_loaded(index: Index) -> Section:
    """List the loaded words of the sources, an article a line."""
    by_article: dict[str, list[LoadedInSource]] = {}
    for word in index.brief.loaded:
        by_article.setdefault(word.article_id, []).append(word)
    items = tuple(
        Item(_say_words(by_article[article.id]), str(number), article.outlet or "")
        for number, article in enumerate(index.brief.articles, start=1)
        if article.id in by_article
    )
    return Section("LOADED", "in the sources, not in this brief's own voice", items)


def _say_words(words: Sequence[LoadedInSource]) -> str:
    """Say the outlet's own words, then those that it quotes: "“brutal” (2); quoted: “heroic”"."""
    own = ", ".join(_say_word(word) for word in words if word.voice == "outlet")
    quoted = ", ".join(_say_word(word) for word in words if word.voice == "speaker")
    return "; ".join(part for part in (own, f"quoted: {quoted}" if quoted else "") if part)


def _say_word(word: LoadedInSource) -> str:
    number = len(word.evidence)
    return f"“{word.word}”" if number == 1 else f"“{word.word}” ({number})"


def list_lint(index: Index) -> Section:
    """List what the lint marked, each with how grave it is or, where it was waived, with why.

    A waiver that covers nothing is shown as well.
    """
    marks, waivers = index.brief.lint, index.brief.waivers
    used = {(mark.rule, mark.waived) for mark in marks}
    items = [
        Item(
            text=f"{mark.path}: {mark.problem}: “{mark.text}”",
            label="waived" if mark.waived else mark.severity,
            note=mark.waived or "",
        )
        for mark in marks
    ]
    items += [
        Item(f"{waiver.rule}: {waiver.text or 'all'}: covers nothing", "waiver", waiver.reason)
        for waiver in waivers
        if (waiver.rule, waiver.reason) not in used
    ]
    return Section("LINT", "where the brief's own voice may lean", tuple(items))
