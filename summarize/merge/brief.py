"""Extractions of one story, merged into one brief; the order in which they come changes nothing."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from summarize.language.neutrality.words import word_list_id
from summarize.language.publishers import Publishers
from summarize.merge.balance import weigh_balance
from summarize.merge.circles import find_circles
from summarize.merge.contested import find_contested
from summarize.merge.figures import group_figures
from summarize.merge.findings import find_findings
from summarize.merge.lint import lint_brief
from summarize.merge.loaded import find_loaded_words
from summarize.merge.material import Material
from summarize.merge.origins import find_origins
from summarize.merge.rewording import Wording, Writer, word_anew
from summarize.merge.story import Gate, Story, gather_story
from summarize.merge.strangers import sift_articles
from summarize.merge.summary import introduce_all, write_summary
from summarize.merge.timeline import find_timeline
from summarize.merge.title import choose_title
from summarize.merge.unknowns import find_unknowns
from summarize.model import Article, Brief, EngineRun, Extraction, LeftOut, SummarySentence, Waiver

_NOTHING_TO_TELL = "no statement of the sources can stand in a summary; see the findings"


def merge_extractions(  # noqa: PLR0913 - each but the first two is a keyword
    articles: Iterable[Article],
    extractions: Iterable[Extraction],
    *,
    words: int,
    created: dt.datetime,
    gate: Gate,
    writer: Writer | None = None,
    left_out: Sequence[LeftOut] = (),
    waivers: Sequence[Waiver] = (),
    publishers: Publishers | None = None,
) -> Brief:
    """Return the brief of one story; `words` is the length aimed at of its summary.

    `gate` says whether a claim's evidence carries a sentence; one that it refuses is not used.
    `writer` may word sentences anew; what it writes goes through the gate as well. `waivers` let
    marks of the lint stand; they change no sentence.
    `publishers` is the table of whose outlet is whose; None takes the one that is shipped.
    """
    read = list(extractions)
    sifted = sift_articles(articles)
    story = gather_story(sifted.kept, read, gate, publishers)
    groups = group_figures(story)
    contested = find_contested(story, groups)
    findings = find_findings(story, contested, groups)
    unknowns = find_unknowns(story, findings)
    material = Material(story, findings, groups, contested, unknowns)
    wording = _word(material, words, writer)
    summary = introduce_all(wording.sentences, story)
    brief = Brief(
        id="",
        title=wording.title,
        created=created,
        newest=max((a.published for a in story.articles if a.published), default=None),
        articles=story.articles,
        left_out=(*left_out, *sifted.left_out),
        actors=story.actors,
        claims=story.claims,
        figures=story.figures,
        findings=findings,
        figure_groups=groups,
        contested=contested,
        timeline=find_timeline(story, findings),
        unknowns=unknowns,
        origins=find_origins(findings, story),
        citations=story.citations,
        circles=find_circles(story.articles, story.citations),
        families=story.families,
        summary=summary,
        balance=weigh_balance(story, findings, summary, contested),
        engines=_engine_runs(story),
        loaded=find_loaded_words(story.articles),
        waivers=tuple(waivers),
        word_list=word_list_id(),
        usage=sum((one.usage for one in _once(read)), wording.usage),
        warnings=(*sifted.warnings, *_warnings(story, summary), *wording.warnings),
    )
    brief = brief.model_copy(update={"lint": lint_brief(brief, brief.waivers)})
    return brief.model_copy(update={"id": content_id(brief)})


def _word(material: Material, words: int, writer: Writer | None) -> Wording:
    """Return title and summary, of templates or, where they can stand, in a writer's words."""
    sentences = write_summary(material, words)
    title = choose_title(material, sentences)
    if writer is None or not sentences:
        return Wording(title, sentences)
    return word_anew(title, sentences, material, writer)


def _once(extractions: Iterable[Extraction]) -> Iterable[Extraction]:
    """Return the extraction of each article once; what reading one left out cost was spent too."""
    return {one.article_id: one for one in extractions}.values()


def _engine_runs(story: Story) -> tuple[EngineRun, ...]:
    return tuple(
        EngineRun(article_id=one.article_id, engine=one.engine, why=one.why)
        for one in story.extractions
    )


def _warnings(story: Story, summary: Sequence[SummarySentence]) -> tuple[str, ...]:
    from_articles = [f"{a.source}: {warning}" for a in story.articles for warning in a.warnings]
    empty = [] if summary else [_NOTHING_TO_TELL]
    return tuple(dict.fromkeys([*from_articles, *_engine_warnings(story), *empty]))


def _engine_warnings(story: Story) -> Iterator[str]:
    """Yield what the engines warn of, each once: an outage is one matter, not one an article."""
    sources: dict[str, list[str]] = {}
    for one in story.extractions:
        for warning in one.warnings:
            sources.setdefault(warning, []).append(story.article[one.article_id].source)
    for warning, named in sources.items():
        more = f" and {len(named) - 1} more" if len(named) > 1 else ""
        yield f"{named[0]}{more}: {warning}"


def content_id(brief: Brief) -> str:
    """Return a hash of what the brief says; where its sources lay does not matter."""
    texts = [article.text_sha256 for article in brief.articles]
    apart = {"id", "created", "articles", "left_out", "usage", "warnings"}
    content = "".join(sorted(texts)) + brief.model_dump_json(exclude=apart)
    return hashlib.sha256(content.encode()).hexdigest()[:12]
