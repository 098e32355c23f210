"""The pages of a digest: short at the top, whole below, and text whatever a source writes."""

import calendar
import datetime as dt
import re
import uuid
import xml.etree.ElementTree as ET

import feedparser
import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from summarize.digest.model import Digest
from summarize.digest.pages import DIGEST_RENDERERS, load_digest_renderer
from summarize.digest.pages.contents import Listed, render_contents
from summarize.digest.pages.feed import MOST_ENTRIES, FeedEntry, FeedHead, render_feed
from summarize.digest.pages.html import render_digest_html
from summarize.digest.pages.json import render_digest_json, withhold_all_sources
from summarize.digest.pages.markdown import render_digest_markdown
from summarize.digest.pages.outline import CUT, outline_digest, say_change
from summarize.digest.pages.text import render_digest_text, render_mail_text
from summarize.render.escape import strip_controls
from summarize.settings import FormatName
from tests.digests import (
    DAM_UPDATE,
    DIGEST,
    FERRY_UPDATE,
    MORNING,
    UID,
    YESTERDAY,
    crowd,
    make_digest,
    make_entry,
    with_titles,
)
from tests.test_render import CONTROL, HOSTILE, attributes, read_page, spoil, walk

PAGES: tuple[FormatName, ...] = ("terminal", "md", "html")
ATOM = {"a": "http://www.w3.org/2005/Atom"}
HEAD = FeedHead("Harbour desk", UID, MORNING)


def words(page: str) -> str:
    """The page's words in a row, without what a format adds."""
    return " ".join(re.sub(r"<[^>]*>|[│\\*]", " ", page).split())


def spoil_digest(digest: Digest, text: str) -> Digest:
    """Put one text wherever a source, a feed or an engine could put its own."""
    stories = tuple(
        one.model_copy(
            update={
                "brief": spoil(one.brief, text),
                "diff": one.diff
                and one.diff.model_copy(
                    update={
                        "changes": tuple(
                            change.model_copy(
                                update={"text": text, "why": text, "outlets": (text,)}
                            )
                            for change in one.diff.changes
                        )
                    }
                ),
            }
        )
        for one in digest.stories
    )
    return digest.model_copy(
        update={
            "title": text,
            "stories": stories,
            "quiet": tuple(one.model_copy(update={"title": text}) for one in digest.quiet),
            "held_back": tuple(
                one.model_copy(update={"article": text, "reason": text}) for one in digest.held_back
            ),
            "unread": tuple(
                one.model_copy(update={"source": text, "problem": text}) for one in digest.unread
            ),
            "warnings": (text,),
        }
    )


@pytest.mark.parametrize("name", DIGEST_RENDERERS)
class TestEveryPage:
    def test_is_pure_and_ends_with_one_line_end(self, name: FormatName) -> None:
        page = load_digest_renderer(name)(DIGEST)
        assert page == load_digest_renderer(name)(DIGEST.model_copy(deep=True))
        assert page.endswith("\n")
        assert not page.endswith("\n\n")

    @pytest.mark.parametrize("text", HOSTILE)
    def test_lets_no_control_character_through(self, name: FormatName, text: str) -> None:
        assert not CONTROL.search(load_digest_renderer(name)(spoil_digest(DIGEST, text)))

    def test_takes_a_digest_without_stories(self, name: FormatName) -> None:
        assert "Harbour desk" in load_digest_renderer(name)(make_digest())


@pytest.mark.parametrize("name", PAGES)
class TestEveryPageToRead:
    def test_says_what_could_not_be_read_before_any_story(self, name: FormatName) -> None:
        page = words(load_digest_renderer(name)(DIGEST))
        assert page.index("no answer in 20 seconds") < page.index("Aurora")

    def test_lists_the_stories_with_their_changes_before_it_tells_them(
        self, name: FormatName
    ) -> None:
        page = words(load_digest_renderer(name)(DIGEST))
        top = page[: page.lower().index("what is new")]
        for story in DIGEST.stories:
            assert f"{story.brief.title} — {say_change(story)}" in top

    def test_tells_each_story_by_its_news_its_summary_and_its_sources(
        self, name: FormatName
    ) -> None:
        page = words(load_digest_renderer(name)(DIGEST))
        ferry = page[page.lower().index("what is new") :]
        for part in (
            "since the digest 2025-05-01",
            "new Harbour master Mara Lind denied",
            "revised passengers: 240, now 260",
            "Two hundred and forty passengers were taken off the Aurora after",
            "260",
            "Argus",
            "26 April 2025",
        ):
            assert part in ferry
            ferry = ferry[ferry.index(part) :]

    def test_says_of_a_story_that_it_is_told_for_the_first_time(self, name: FormatName) -> None:
        page = words(load_digest_renderer(name)(make_digest([DAM_UPDATE])))
        assert page.count("told for the first time") == 2  # in the list, and with the story
        assert "Had the dam been repaired?" in page

    def test_says_last_what_is_not_told_and_what_it_cost(self, name: FormatName) -> None:
        page = words(load_digest_renderer(name)(DIGEST))
        for part in (
            "The book fair of Orlik opens late — last told in the digest 2025-05-01",
            "over: later articles make a story of their own",
            "story s9rocks goes on in “The ferry Aurora",
            "1 article of “The dam was built",
            "went to “The book fair of Orlik opens late” (s3fair)",
            "A fire in Verania — one outlet, and two are wanted",
            "s1dam: one article has no date",
            "12 calls of a language model, 23,400 prompt tokens, 3,100 completion tokens",
        ):
            assert part in page
            page = page[page.index(part) :]

    def test_nothing_new_is_not_taken_for_nothing_read(self, name: FormatName) -> None:
        page = load_digest_renderer(name)
        assert "Every source could be read" in words(page(make_digest()))
        unread = words(page(make_digest(unread=DIGEST.unread)))
        assert "Every source could be read" not in unread
        assert "there may be news" in unread

    def test_holds_fifty_stories_and_a_huge_brief(self, name: FormatName) -> None:
        page = load_digest_renderer(name)(crowd(50))
        assert all(f"Story {n}" in page for n in range(50))
        huge = FERRY_UPDATE.brief.model_copy(
            update={"warnings": tuple(f"warning {n}" for n in range(5_000))}
        )
        story = FERRY_UPDATE.model_copy(update={"brief": huge})
        shown = load_digest_renderer(name)(make_digest([story]))
        assert "warning 7" in shown
        assert ("warning 4999" in shown) == (name != "terminal")


class TestOutline:
    def test_since_when_is_said_in_the_digest_s_own_zone(self) -> None:
        east = dt.timezone(dt.timedelta(hours=2))
        digest = make_digest(created=MORNING.astimezone(east), last=YESTERDAY.astimezone(east))
        assert outline_digest(digest).head.dateline == (
            "2 May 2025, 09:00 UTC+02:00 · since 1 May 2025, 09:00 UTC+02:00 · no story"
        )

    def test_the_first_digest_has_no_since(self) -> None:
        assert "the first digest" in outline_digest(make_digest(last=None)).head.dateline

    def test_a_story_with_new_articles_and_no_new_finding_says_so(self) -> None:
        assert FERRY_UPDATE.diff
        same = FERRY_UPDATE.diff.model_copy(update={"changes": ()})
        story = FERRY_UPDATE.model_copy(update={"diff": same})
        assert say_change(story) == "told as before, from 1 new article and 1 revised article"

    def test_a_short_one_ends_each_story_with_its_summary_and_says_that_it_is_cut(self) -> None:
        outline = outline_digest(DIGEST, is_short=True)
        assert outline.head.summary == (CUT,)
        assert not any(story.brief.sections for story in outline.stories)
        assert all(story.brief.summary for story in outline.stories)
        assert outline.stories[0].news.items
        assert not any(item.quotes or item.parts for item in outline.stories[0].news.items)


class TestText:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_keeps_within_the_lines_of_a_mail(self, text: str) -> None:
        lines = render_mail_text(spoil_digest(DIGEST, text)).splitlines()
        assert max(map(cell_len, lines)) <= 78

    def test_is_cut_where_the_page_beside_it_is_not(self) -> None:
        digest = make_digest(warnings=tuple(f"warning {n}" for n in range(20)))
        assert "and 12 more (the page beside this text has more)" in render_mail_text(digest)
        assert "and 12 more (--format json has all)" in render_digest_text(digest)


class TestMarkdown:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_of_a_source_is_text_alone(self, text: str) -> None:
        page = render_digest_markdown(spoil_digest(DIGEST, text))
        assert "<" not in page
        kinds = {token.type for token in walk(MarkdownIt().enable("table").parse(page))}
        assert kinds.isdisjoint(
            "link_open image html_block html_inline fence code_block code_inline".split()
        )

    def test_has_a_heading_for_each_story(self) -> None:
        page = render_digest_markdown(DIGEST)
        for story in DIGEST.stories:
            assert f"\n## {story.brief.title}\n" in page


class TestJson:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_reads_back_as_the_same_digest(self, text: str) -> None:
        digest = spoil_digest(DIGEST, text)
        assert Digest.model_validate_json(render_digest_json(digest)) == digest

    def test_without_sources_no_text_of_an_article_is_left(self) -> None:
        bare = withhold_all_sources(DIGEST)
        for story in bare.stories:
            assert not any(article.text for article in story.brief.articles)
        assert bare.stories[0].diff == DIGEST.stories[0].diff


class TestHtml:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_of_a_source_is_text_alone(self, text: str) -> None:
        page = read_page(render_digest_html(spoil_digest(DIGEST, text)))
        plain = read_page(render_digest_html(DIGEST))
        assert {one.tag for one in page.iter()} <= {one.tag for one in plain.iter()}
        assert attributes(page) <= attributes(plain)
        assert page.findtext("head/title").strip() == strip_controls(text)

    def test_every_link_leads_to_a_place_on_the_page(self) -> None:
        page = read_page(render_digest_html(DIGEST))
        names = page.xpath("//@id")
        assert len(names) == len(set(names))
        links = page.xpath("//a/@href")
        assert {one[1:] for one in links} <= set(names)
        assert {"#story-1", "#story-2", "#story-3"} <= set(links)
        assert {"#story-2-source-1", "#story-2-cite-1", "#story-2-article-1"} <= set(links)

    def test_leads_to_the_whole_briefs_where_they_lie_beside_it(self) -> None:
        page = read_page(render_digest_html(DIGEST, has_briefs=True))
        briefs = [f"{one.story_id}.html" for one in DIGEST.stories]
        assert [one for one in page.xpath("//a/@href") if not one.startswith("#")] == briefs

    def test_a_digest_that_read_everything_has_no_alarm(self) -> None:
        assert read_page(render_digest_html(DIGEST)).xpath("//*[@class='alarm']")
        assert not read_page(render_digest_html(make_digest())).xpath("//*[@class='alarm']")

    def test_the_list_of_digests_leads_to_each_and_to_the_feed(self) -> None:
        listed = [Listed.of(DIGEST, "k2"), Listed.of(make_digest(id="2025-05-01"), "k1")]
        page = read_page(render_contents(listed))
        assert page.xpath("//a/@href") == [
            "2025-05-02/index.html",
            "2025-05-01/index.html",
            "feed.xml",
        ]
        assert "3 stories, 1 source could not be read" in page.text_content()
        assert "no story" in page.text_content()


class TestFeed:
    def entries(self, digest: Digest = DIGEST) -> list[FeedEntry]:
        return [make_entry(one, digest, YESTERDAY) for one in digest.stories]

    def test_is_an_atom_feed_that_a_reader_takes(self) -> None:
        feed = feedparser.parse(render_feed(self.entries(), HEAD))
        assert not feed.bozo
        assert feed.version == "atom10"
        assert feed.feed.title == "Harbour desk"
        assert {one.title for one in feed.entries} == {one.brief.title for one in DIGEST.stories}
        for one in feed.entries:
            assert calendar.timegm(one.updated_parsed) == MORNING.timestamp()
            assert calendar.timegm(one.published_parsed) == YESTERDAY.timestamp()
            assert one.content[0].type == "text/html"

    @pytest.mark.parametrize("base_url", ["", "https://desk.example/news"])
    def test_keeps_the_rules_of_the_standard(self, base_url: str) -> None:
        head = FeedHead("Harbour desk", UID, MORNING, base_url)
        feed = ET.fromstring(render_feed(self.entries(), head))  # noqa: S314 - it is ours
        assert feed.tag == f"{{{ATOM['a']}}}feed"
        assert [len(feed.findall(f"a:{one}", ATOM)) for one in ("author", "id", "title")] == [1] * 3
        assert len(feed.findall("a:updated", ATOM)) == 1
        assert all(entry.find("a:author", ATOM) is None for entry in feed.findall("a:entry", ATOM))
        ids = [one.text or "" for one in feed.iterfind(".//a:id", ATOM)]
        assert len(ids) == len(set(ids)) == 4
        assert all(uuid.UUID(one).urn == one for one in ids)
        for entry in feed.findall("a:entry", ATOM):
            for tag in ("id", "title", "updated", "published", "summary", "content"):
                assert len(entry.findall(f"a:{tag}", ATOM)) == 1
            updated = dt.datetime.fromisoformat(entry.findtext("a:updated", "", ATOM))
            assert updated.utcoffset() is not None
            assert [one.get("rel") for one in entry.findall("a:link", ATOM)] == ["alternate"]
        links = {(one.get("rel"), one.get("href")) for one in feed.iterfind(".//a:link", ATOM)}
        base = f"{base_url}/" if base_url else ""
        assert ("alternate", f"{base}2025-05-02/s0ferry.html") in links
        assert (("self", f"{base}feed.xml") in links) == bool(base_url)

    def test_an_entry_is_the_same_one_when_its_brief_changes(self) -> None:
        old = FeedEntry("s0", "2025-05-01", YESTERDAY, YESTERDAY, DAM_UPDATE.brief)
        new = FeedEntry("s0", "2025-05-02", YESTERDAY, MORNING, FERRY_UPDATE.brief)
        both = feedparser.parse(render_feed([old, new], HEAD)).entries
        alone = feedparser.parse(render_feed([old], HEAD)).entries
        assert [one.title for one in both] == [FERRY_UPDATE.brief.title]
        assert both[0].id == alone[0].id
        assert both[0].updated != alone[0].updated

    def test_the_newest_stands_first_and_the_order_of_the_entries_changes_nothing(self) -> None:
        entries = [
            FeedEntry(f"s{n}", "d", YESTERDAY, MORNING + dt.timedelta(hours=n), DAM_UPDATE.brief)
            for n in range(3)
        ]
        feed = render_feed(entries, HEAD)
        assert feed == render_feed(entries[::-1], HEAD)
        updated = [one.updated for one in feedparser.parse(feed).entries]
        assert updated == sorted(updated, reverse=True)

    def test_a_long_feed_is_cut(self) -> None:
        entries = [
            FeedEntry(f"s{n}", "d", MORNING, MORNING, DAM_UPDATE.brief)
            for n in range(MOST_ENTRIES + 5)
        ]
        assert render_feed(entries, HEAD).count(b"<entry>") == MOST_ENTRIES

    def test_a_feed_without_entries_is_one(self) -> None:
        feed = feedparser.parse(render_feed([], HEAD))
        assert not feed.bozo
        assert calendar.timegm(feed.feed.updated_parsed) == MORNING.timestamp()

    @pytest.mark.parametrize("text", HOSTILE)
    def test_of_a_source_is_text_alone(self, text: str) -> None:
        digest = with_titles(spoil_digest(DIGEST, text), text)
        document = render_feed(self.entries(digest), FeedHead(text, text, MORNING))
        feed = ET.fromstring(document)  # noqa: S314 - it is ours
        assert {one.tag for one in feed.iter()} == {
            one.tag
            for one in ET.fromstring(render_feed(self.entries(), HEAD)).iter()  # noqa: S314
        }
        titles = [one.text for one in feed.iterfind("a:entry/a:title", ATOM)]
        assert titles == [strip_controls(text)] * 3
        plain = read_page(render_digest_html(DIGEST))
        for content in feed.iterfind(".//a:content", ATOM):
            page = read_page(content.text or "")
            assert {one.tag for one in page.iter()} <= {one.tag for one in plain.iter()}
            assert not page.xpath("//script | //@href[not(starts-with(., 'http'))]")
