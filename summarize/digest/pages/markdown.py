"""The digest as Markdown: CommonMark, with GitHub's tables."""

from collections.abc import Iterator

from summarize.digest.model import Digest
from summarize.digest.pages.outline import StoryOutline, outline_digest
from summarize.render.markdown import join_blocks, write_head, write_section, write_summary


def render_digest_markdown(digest: Digest) -> str:
    """Write the whole digest; every word of a source shows as it stands."""
    return join_blocks(_write(digest))


def _write(digest: Digest) -> Iterator[str]:
    outline = outline_digest(digest)
    yield from write_head(outline.head)
    yield write_summary(outline.head)
    for section in (*outline.head.sections, *outline.contents):
        yield from write_section(section)
    for story in outline.stories:
        yield from _write_story(story)
    for section in outline.tail:
        yield from write_section(section)


def _write_story(story: StoryOutline) -> Iterator[str]:
    yield from write_head(story.brief, level=2)
    yield from write_section(story.news, level=3)
    yield "### Summary"
    yield write_summary(story.brief)
    for section in story.brief.sections:
        yield from write_section(section, level=3)
