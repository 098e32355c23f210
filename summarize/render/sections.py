"""What a reader is shown of a brief, and in which order: the sections and their entries."""

import re
from collections import Counter
from collections.abc import Callable

from summarize.language.calendar import say_date
from summarize.model import (
    Article,
    Brief,
    ContestedPoint,
    Figure,
    Finding,
    FindingStatus,
    Position,
    SummarySentence,
    Unknown,
)
from summarize.render.citing import list_citations
from summarize.render.holdings import show_holdings
from summarize.render.index import Index
from summarize.render.leanings import list_lint, list_loaded
from summarize.render.outline import Item, Outline, Section
from summarize.render.wording import (
    has_same_words,
    say_count,
    say_numbered,
    say_value,
)

_ABBREVIATED = re.compile(r"\b(?:\w\.)+\w\.$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.$")
"""A stop that is part of the word before it."""


def outline_brief(brief: Brief) -> Outline:
    """Lay out a brief: title, dateline, summary and every section that holds anything."""
    index = Index.of(brief)
    sections = (list_section(index) for list_section in _SECTIONS)
    return Outline(
        title=brief.title,
        dateline=_say_dateline(brief),
        summary=tuple(_cite_sentence(sentence, index) for sentence in brief.summary),
        sections=tuple(one for one in sections if one.items or one.rows),
    )


def _say_dateline(brief: Brief) -> str:
    newest = brief.newest
    engines = Counter(run.engine for run in brief.engines)
    readers = ", ".join(
        name if len(engines) == 1 else f"{name} ({number})"
        for name, number in sorted(engines.items())
    )
    parts = [
        f"as of {say_date(newest.isoformat())} (newest dated article)" if newest else "undated",
        say_count(len(brief.articles), "article"),
        say_count(len(brief.origins), "origin"),
        f"read {readers}" if readers else "",
    ]
    return " · ".join(part for part in parts if part)


def _cite_sentence(sentence: SummarySentence, index: Index) -> str:
    """Put the citation before the full stop, or behind a quotation that closes after it."""
    text, citation = sentence.text.rstrip(), index.cite(sentence.finding_ids)
    if text.endswith((".", "?", "!")) and not _ABBREVIATED.search(text):
        return f"{text[:-1]} {citation}{text[-1]}"
    return f"{text} {citation}"


def _list_sources(index: Index) -> Section:
    by_id = {finding.id: finding for finding in index.brief.findings}
    items = tuple(
        Item(
            text=f"{by_id[id_].status}: {by_id[id_].why}",
            label=f"[{number}]",
            quotes=index.quotes(index.evidence(by_id[id_])),
            anchor=f"source-{number}",
        )
        for id_, number in index.citations.items()
        if id_ in by_id
    )
    note = "the sources' own words behind each number of the summary"
    return Section("SOURCES", note, items, is_whole=True)


def _list_contested(index: Index) -> Section:
    points = index.brief.contested
    items = [_show_point(n, point, index) for n, point in enumerate(points, start=1)]
    shown = {id_ for point in points for side in point.positions for id_ in side.claim_ids}
    items += [
        _show_finding(finding, finding.why, index)
        for finding in index.brief.findings
        if finding.status == "contested" and shown.isdisjoint(finding.claim_ids)
    ]
    return Section("CONTESTED", "the brief takes no side", tuple(items), is_whole=True)


def _show_point(number: int, point: ContestedPoint, index: Index) -> Item:
    rows = tuple(show_holdings(point, index))
    return Item(
        text=point.question,
        label=str(number),
        note=f"{point.kind}, between {point.between}{_say_weights(point, index)}",
        parts=rows or tuple(_show_position(position, index) for position in point.positions),
    )


def _say_weights(point: ContestedPoint, index: Index) -> str:
    """Say how many independent origins two sides have, and where they are unevenly held."""
    weight = next((one for one in index.brief.balance.disputes if one.point_id == point.id), None)
    if weight is None:
        return ""
    origins = [str(side.origins) for side in weight.sides]
    told = f"; origins {' against '.join(origins)}" if len(set(origins)) == 2 else ""
    return f"{told}; {weight.note}" if weight.is_uneven else told


def _show_position(position: Position, index: Index) -> Item:
    holders = ", ".join(index.name(id_) for id_ in position.holder_ids)
    quotes = index.quotes(position.evidence)
    repeats = has_same_words(position.statement, (quote.text for quote in quotes))
    parts = [holders or _say_outlets(position, index), "" if repeats else position.statement]
    return Item(
        text=": ".join(part for part in parts if part),
        label=position.stance,
        note=index.where(position.article_ids),
        quotes=quotes,
    )


def _say_outlets(position: Position, index: Index) -> str:
    carriers = (one for one in index.brief.articles if one.id in position.article_ids)
    return ", ".join(dict.fromkeys(one.known_as for one in carriers))


def _list_findings(status: FindingStatus, heading: str, note: str) -> Callable[[Index], Section]:
    def list_section(index: Index) -> Section:
        found = [finding for finding in index.brief.findings if finding.status == status]
        found.sort(key=lambda finding: _importance(finding, index), reverse=True)
        items = tuple(_show_finding(one, _say_ground(one, index), index) for one in found)
        return Section(heading, note, items)

    return list_section


def _say_ground(finding: Finding, index: Index) -> str:
    """Say who knew it, or what replaced it."""
    return finding.why if finding.status == "superseded" else _say_origins(finding, index)


def _importance(finding: Finding, index: Index) -> tuple[bool, int, float]:
    """What the summary tells comes first, then what several articles carry, then their leads."""
    claims = (index.claims[id_] for id_ in finding.claim_ids if id_ in index.claims)
    salience = max((claim.salience for claim in claims), default=0.0)
    return finding.id in index.citations, len(finding.article_ids), salience


def _show_finding(finding: Finding, note: str, index: Index) -> Item:
    where = index.where(finding.article_ids)
    told = where if note == where else f"{note} · {where}"
    return Item(finding.text, index.cite([finding.id]) or "-", told)


def _say_origins(finding: Finding, index: Index) -> str:
    names = [origin.name for origin in index.brief.origins if finding.id in origin.finding_ids]
    return "; ".join(names) or say_count(finding.origins, "origin")


def _list_figures(index: Index) -> Section:
    by_id = {figure.id: figure for figure in index.brief.figures}
    sources = {one: claim.source for claim in index.brief.claims for one in claim.figure_ids}
    gone = {one for group in index.brief.figure_groups for one in group.superseded_ids}
    named: list[tuple[str, Figure]] = []
    for group in index.brief.figure_groups:
        members = [by_id.pop(id_) for id_ in group.figure_ids if id_ in by_id]
        status = f" ({group.status})" if len(members) > 1 else ""
        named += zip([group.what + status, *[""] * len(members)], members, strict=False)
    named += [(figure.what, figure) for figure in by_id.values()]
    rows = tuple(
        (
            what,
            say_value(figure.low, figure.high, figure.unit, figure.bound)
            + (", superseded" if figure.id in gone else ""),
            *_say_giver(figure, sources.get(figure.id), index),
        )
        for what, figure in named
    )
    columns = ("what", "value", "who", "as of", "where")
    return Section("FIGURES", "every number with who gives it", columns=columns, rows=rows)


def _say_giver(figure: Figure, source: str | None, index: Index) -> tuple[str, str, str]:
    """Say who gives a figure, as of when, and in which article; no name where the outlet does."""
    speaker = index.name(figure.speaker_id) if figure.speaker_id else source
    as_of = say_date(figure.as_of) if figure.as_of else ""
    return speaker or "", as_of, index.where([figure.article_id])


def _list_timeline(index: Index) -> Section:
    items = tuple(
        Item(entry.text, say_date(entry.date), index.cite(entry.finding_ids))
        for entry in index.brief.timeline
    )
    return Section("TIMELINE", "", items)


def _list_unknowns(index: Index) -> Section:
    return Section(
        "NOT KNOWN",
        "as the sources themselves say",
        tuple(_show_unknown(one, index) for one in index.brief.unknowns),
    )


def _show_unknown(unknown: Unknown, index: Index) -> Item:
    quotes = index.quotes(unknown.evidence)
    label = f"{unknown.missing}?" if unknown.missing else "-"
    if has_same_words(unknown.text, (quote.text for quote in quotes)):
        where = index.where(one.article_id for one in unknown.evidence)
        return Item(unknown.text, label, where)
    return Item(unknown.text, label, quotes=quotes)


def _list_articles(index: Index) -> Section:
    items = tuple(
        Item(
            text=article.title or "(no title)",
            label=str(number),
            note=" · ".join(part for part in _describe_article(article) if part),
            anchor=f"article-{number}",
            url=article.url or "",
        )
        for number, article in enumerate(index.brief.articles, start=1)
    )
    return Section("ARTICLES", "", items, is_whole=True)


def _describe_article(article: Article) -> tuple[str, ...]:
    credited = article.original_source
    return (
        article.outlet or "",
        say_date(article.published.isoformat()) if article.published else "undated",
        f"credits {credited}" if credited else "",
        article.source,
    )


def _list_left_out(index: Index) -> Section:
    removed = (
        (number, Counter(piece.reason for piece in article.removed))
        for number, article in enumerate(index.brief.articles, start=1)
    )
    items = [
        Item(
            ", ".join(f"{reason} ({number})" for reason, number in sorted(reasons.items())),
            label=say_numbered("article", [article]),
        )
        for article, reasons in removed
        if reasons
    ]
    items += [Item(f"{one.article}: {one.reason}", "-") for one in index.brief.left_out]
    return Section("LEFT OUT", "taken out of an article, or a whole source", tuple(items))


def _list_shares(index: Index) -> Section:
    balance = index.brief.balance
    rows = tuple(
        (kind, share.name, f"{share.words:.0%}", f"{share.evidence:.0%}")
        for kind, shares in (("holder", balance.holders), ("outlet", balance.outlets))
        for share in shares
    )
    columns = ("", "name", "words", "evidence")
    return Section("BALANCE", "shares of the summary", columns=columns, rows=rows)


def _list_warnings(index: Index) -> Section:
    return Section("WARNINGS", "", tuple(Item(one, "-") for one in index.brief.warnings))


_SECTIONS: tuple[Callable[[Index], Section], ...] = (
    _list_contested,
    _list_findings("corroborated", "AGREED", "two or more independent origins, nobody denies it"),
    _list_findings("attributed", "ATTRIBUTED", "one origin, however often repeated"),
    _list_findings("superseded", "SUPERSEDED", "a later report replaces it"),
    _list_figures,
    _list_timeline,
    _list_unknowns,
    _list_sources,
    list_citations,
    _list_articles,
    _list_left_out,
    _list_shares,
    list_loaded,
    list_lint,
    _list_warnings,
)
