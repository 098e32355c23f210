"""The digest as plain text, for a screen and for the text part of a mail."""

from dataclasses import replace

from summarize.digest.model import Digest
from summarize.digest.pages.outline import StoryOutline, outline_digest
from summarize.render.outline import Section
from summarize.render.terminal import Sheet, write_head, write_section, write_summary

MAIL_WIDTH = 78
"""Columns. RFC 5322, 2.1.1: lines of a mail should be no longer than 78 characters."""


def render_digest_text(digest: Digest, width: int = MAIL_WIDTH, colour: bool = False) -> str:
    """Lay out the digest `width` columns wide; long lists are cut, and say so."""
    return _lay_out(Sheet(width, colour), digest)


def render_mail_text(digest: Digest, is_short: bool = False) -> str:
    """Lay out the digest for a mail; a short one ends each story with its summary."""
    return _lay_out(Sheet(MAIL_WIDTH, rest="the page beside this text has more"), digest, is_short)


def _lay_out(sheet: Sheet, digest: Digest, is_short: bool = False) -> str:
    outline = outline_digest(digest, is_short)
    write_head(sheet, outline.head)
    if outline.head.summary:
        sheet.skip()
        write_summary(sheet, outline.head)
    for section in (*outline.head.sections, *outline.contents):
        write_section(sheet, section)
    for story in outline.stories:
        sheet.rule()
        _write_story(sheet, story)
    if outline.tail and outline.stories:
        sheet.rule()
    for section in outline.tail:
        write_section(sheet, section)
    return sheet.text()


def _write_story(sheet: Sheet, story: StoryOutline) -> None:
    write_head(sheet, replace(story.brief, title=f"{story.number}. {story.brief.title}"))
    write_section(sheet, story.news)
    write_section(sheet, Section("SUMMARY", ""))
    write_summary(sheet, story.brief)
    for section in story.brief.sections:
        write_section(sheet, section)
