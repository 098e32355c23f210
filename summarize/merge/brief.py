"""Extractions of one story, merged into one brief; the order in which they come changes nothing."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from summarize.merge.balance import weigh_balance
from summarize.merge.contested import find_contested
from summarize.merge.figures import group_figures
from summarize.merge.findings import find_findings
from summarize.merge.material import Material
from summarize.merge.origins import find_origins
from summarize.merge.story import Gate, Story, gather_story
from summarize.merge.summary import write_summary
from summarize.merge.timeline import find_timeline
from summarize.merge.title import choose_title
from summarize.merge.unknowns import find_unknowns
from summarize.model import Article, Brief, EngineRun, Extraction, LeftOut, SummarySentence, Usage

_NOTHING_TO_TELL = "no statement of the sources can stand in a summary; see the findings"


def merge_extractions(  # noqa: PLR0913 - each but the first two is a keyword
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    *,
    words: int,
    created: dt.datetime,
    gate: Gate,
    left_out: Sequence[LeftOut] = (),
) -> Brief:
    """Return the brief of one story; `words` is the length aimed at of its summary.

    `gate` says whether a claim's evidence carries a sentence; one that it refuses is not used.
    """
    story = gather_story(articles, extractions, gate)
    groups = group_figures(story)
    contested = find_contested(story, groups)
    findings = find_findings(story, contested)
    unknowns = find_unknowns(story, findings)
    material = Material(story, findings, groups, contested, unknowns)
    summary = write_summary(material, words)
    brief = Brief(
        id="",
        title=choose_title(story, findings, summary),
        created=created,
        newest=max((a.published for a in story.articles if a.published), default=None),
        articles=story.articles,
        left_out=tuple(left_out),
        actors=story.actors,
        claims=story.claims,
        figures=story.figures,
        findings=findings,
        figure_groups=groups,
        contested=contested,
        timeline=find_timeline(story, findings),
        unknowns=unknowns,
        origins=find_origins(findings, story),
        summary=summary,
        balance=weigh_balance(story, findings, summary),
        engines=_engine_runs(story),
        usage=sum((one.usage for one in story.extractions), Usage()),
        warnings=_warnings(story, summary),
    )
    return brief.model_copy(update={"id": content_id(brief)})


def _engine_runs(story: Story) -> tuple[EngineRun, ...]:
    return tuple(
        EngineRun(article_id=one.article_id, engine=one.engine, why=one.why)
        for one in story.extractions
    )


def _warnings(story: Story, summary: Sequence[SummarySentence]) -> tuple[str, ...]:
    from_articles = [f"{a.source}: {warning}" for a in story.articles for warning in a.warnings]
    from_engines = [
        f"{story.article[one.article_id].source}: {warning}"
        for one in story.extractions
        for warning in one.warnings
    ]
    empty = [] if summary else [_NOTHING_TO_TELL]
    return tuple(dict.fromkeys([*from_articles, *from_engines, *empty]))


def content_id(brief: Brief) -> str:
    """Return a hash of what the brief says; where its sources lay does not matter."""
    texts = [article.text_sha256 for article in brief.articles]
    apart = {"id", "created", "articles", "left_out", "usage", "warnings"}
    content = "".join(sorted(texts)) + brief.model_dump_json(exclude=apart)
    return hashlib.sha256(content.encode()).hexdigest()[:12]
