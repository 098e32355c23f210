"""The digest as a web page that stands alone: a list of its stories, then each in full."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from summarize.digest.model import Digest
from summarize.digest.pages.outline import DigestOutline, StoryOutline, outline_digest
from summarize.render.frame import frame_page
from summarize.render.html import HtmlWriter, write_head
from summarize.render.markup import make


def render_digest_html(digest: Digest, is_short: bool = False, has_briefs: bool = False) -> str:
    """Write the whole digest; a short one ends each story with its summary.

    `has_briefs` where the brief of each story lies beside the page, as <story id>.html.
    """
    outline = outline_digest(digest, is_short)
    main = make("main", *_write_main(outline, has_briefs))
    return frame_page(outline.head.title, write_head(outline.head), main)


def _write_main(outline: DigestOutline, has_briefs: bool) -> Iterator[ET.Element]:
    writer = HtmlWriter()
    if outline.head.summary:
        yield writer.write_summary(outline.head)
    for section in outline.head.sections:
        yield writer.write_section(section, class_="alarm")
    if outline.contents:
        yield _list_stories(outline)
    for story in outline.stories:
        yield _write_story(story, has_briefs)
    yield from writer.write_sections(outline.tail)


def _list_stories(outline: DigestOutline) -> ET.Element:
    items = (
        make(
            "li",
            make("a", one.brief.title, href=f"#story-{one.number}"),
            " ",
            make("span", "— ", one.change, class_="note"),
        )
        for one in outline.stories
    )
    return make("nav", make("h2", "Stories"), make("ol", *items), aria_label="Stories")


def _write_story(story: StoryOutline, has_briefs: bool) -> ET.Element:
    name = f"story-{story.number}"
    writer = HtmlWriter.of(story.brief.sections, prefix=f"{name}-", level=3)
    whole = make("p", make("a", "The whole brief", href=f"{story.story_id}.html"))
    return make(
        "article",
        make("h2", f"{story.number}. {story.brief.title}", dir="auto"),
        make("p", story.brief.dateline, class_="dateline"),
        writer.write_section(story.news, class_="changes"),
        make("h3", "Summary"),
        writer.write_summary(story.brief),
        *writer.write_sections(story.brief.sections),
        whole if has_briefs else None,
        id=name,
    )
