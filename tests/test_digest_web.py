"""A digest of feeds and pages over real sockets: what is asked for, and what is not."""

import datetime as dt
import gzip
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import pytest

from tests.digestdesk import MORNING, TO_FOLDER, DigestDesk
from tests.stories import DAM, FERRY
from tests.webserver import Reply, WebSite, cut, fail, html, redirect, xml

NEWS = "Thu, 01 May 2025 08:00:00 GMT"


def make_page(outlet: str, text: str) -> Reply:
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n"))
    head = f'<meta property="og:site_name" content="The {outlet.title()}">'
    return html(f"<html><head>{head}</head><body><article>{paragraphs}</article></body></html>")


def make_feed(links: Mapping[str, str], etag: str = '"1"', date: str = NEWS) -> Reply:
    """Return an RSS feed: a title for each link."""
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>{date}</pubDate></item>"
        for link, title in links.items()
    )
    channel = f"<channel><title>The Wire</title>{items}</channel>"
    return xml(f'<rss version="2.0">{channel}</rss>', ETag=etag)


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite() as opened:
        yield opened


@pytest.fixture
def web_desk(tmp_path: Path, site: WebSite) -> DigestDesk:
    """Open a desk whose one source is a feed of three articles on one story."""
    links = {site.url(f"/{outlet}"): f"Report of the {outlet}" for outlet in DAM}
    site.pages["/feed"] = make_feed(links)
    for outlet, text in DAM.items():
        site.pages[f"/{outlet}"] = make_page(outlet, text)
    return DigestDesk(tmp_path, config_for(site, "/feed"))


def config_for(site: WebSite, *feeds: str, more: str = "") -> str:
    sources = "".join(f'[[source]]\nfeed = "{site.url(feed)}"\n{more}' for feed in feeds)
    return f'{sources}{TO_FOLDER}[fetch]\ndelay_s = 0.0\nallow_hosts = ["{site.host}"]\n'


def test_the_articles_of_a_feed_are_fetched_once(web_desk: DigestDesk, site: WebSite) -> None:
    (story,) = web_desk.digest(web_desk.run().digest_id).stories
    assert {one.outlet for one in story.brief.articles} == {f"The {one.title()}" for one in DAM}
    assert {one.published for one in story.brief.articles} == {dt.date(2025, 5, 1)}
    site.asked.clear()
    assert web_desk.run().outcome == "nothing new"
    assert site.paths == ["/feed"]
    assert site.asked[-1].headers["If-None-Match"] == '"1"'


def test_an_entry_that_says_something_else_is_read_again(
    web_desk: DigestDesk, site: WebSite
) -> None:
    web_desk.run()
    site.asked.clear()
    titles = {site.url(f"/{outlet}"): f"Report of the {outlet}" for outlet in DAM}
    titles[site.url("/courier")] = "Correction: report of the courier"
    site.pages["/feed"] = make_feed(titles, etag='"2"')
    site.pages["/courier"] = make_page("courier", DAM["courier"].replace("9,000", "7,500"))
    report = web_desk.run()
    assert site.paths == ["/feed", "/courier"]
    assert (report.outcome, report.gathered.corrected) == ("new", 1)
    (story,) = web_desk.digest(report.digest_id).stories
    assert story.diff is not None
    assert "7,500" in str([one.after for one in story.diff.changes])


def test_a_page_that_fails_for_now_is_asked_for_by_the_next_run_alone(
    web_desk: DigestDesk, site: WebSite
) -> None:
    page = site.pages["/post"]
    site.pages["/post"] = fail(500)
    report = web_desk.run()
    assert report.outcome == "new"
    digest = web_desk.digest(report.digest_id)
    assert [one.source for one in digest.unread] == [site.url("/post")]
    site.pages["/post"] = page
    site.asked.clear()
    assert web_desk.run().gathered.new == 1
    assert site.paths == ["/feed", "/post"]


def test_a_feeds_text_stands_in_for_a_page_until_that_can_be_had(
    web_desk: DigestDesk, site: WebSite
) -> None:
    feed, page = site.pages["/feed"], site.pages["/courier"]
    assert isinstance(feed, Reply)
    link = site.url("/courier")
    teaser = f"{DAM['courier']} The work on the dam took two years, Kovar told the council there."
    told = f"<description>{teaser}</description>"
    body = feed.body.replace(f"<guid>{link}".encode(), f"{told}<guid>{link}".encode())
    site.pages |= {"/feed": xml(body, ETag='"1"'), "/courier": fail(503)}
    digest = web_desk.digest(web_desk.run().digest_id)
    assert len(digest.stories[0].brief.articles) == 3
    assert [one.source for one in digest.unread] == [link]
    site.pages["/courier"] = page
    site.asked.clear()
    assert web_desk.run().gathered.corrected == 1
    assert site.paths == ["/feed", "/courier"]
    assert web_desk.run().outcome == "nothing new"


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_named_once_and_not_asked_for_again(
    web_desk: DigestDesk, site: WebSite, status: int
) -> None:
    site.pages["/post"] = fail(status)
    assert len(web_desk.digest(web_desk.run().digest_id).unread) == 1
    site.asked.clear()
    assert web_desk.run().outcome == "nothing new"
    assert site.paths == ["/feed"]


def test_a_feed_that_does_not_answer_is_no_feed_without_news(
    web_desk: DigestDesk, site: WebSite
) -> None:
    web_desk.run()
    feed = site.pages["/feed"]
    site.pages["/feed"] = fail(503)
    for _ in range(2):
        assert web_desk.run().outcome == "could not fetch"
    health = web_desk.open().judge_health(web_desk.now)
    assert health.failures_in_row == 2
    (silent,) = health.loose.silent_sources
    assert silent.source == site.url("/feed")
    assert silent.since == MORNING + dt.timedelta(hours=2)
    site.pages["/feed"] = feed
    assert web_desk.run().outcome == "nothing new"


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:9/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/", "http://0177.0.0.1/", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_a_feed_leads_nowhere_inside(web_desk: DigestDesk, site: WebSite, to: str) -> None:
    site.pages["/post"] = redirect(to)
    links = {site.url("/courier"): "One", site.url("/herald"): "Two", site.url("/post"): "Three"}
    site.pages["/feed"] = make_feed({**links, to: "Four"})
    digest = web_desk.digest(web_desk.run().digest_id)
    (story,) = digest.stories
    assert len(story.brief.articles) == 2
    assert any(one.source == site.url("/post") for one in digest.unread)
    site.asked.clear()
    assert web_desk.run().outcome == "nothing new"


def test_a_feed_of_ten_years_gives_its_newest_entries_and_says_what_it_left(
    web_desk: DigestDesk, site: WebSite
) -> None:
    news = {site.url(f"/{outlet}"): f"Report of the {outlet}" for outlet in DAM}
    old = {site.url(f"/old{n}"): f"Old report {n}" for n in range(3_000)}
    entries = make_feed(news).body.replace(b"</channel></rss>", b"")
    archive = make_feed(old, date="Fri, 01 May 2015 08:00:00 GMT").body
    site.pages["/feed"] = xml(entries + archive.partition(b"</title>")[2])
    digest = web_desk.digest(web_desk.run().digest_id)
    assert [one.reason for one in digest.held_back] == [
        "3,000 entries from before the window of the stories"
    ]
    assert not any(path.startswith("/old") for path in site.paths)


def test_an_undated_feed_is_news_of_the_day_it_is_seen(web_desk: DigestDesk, site: WebSite) -> None:
    feed = site.pages["/feed"]
    assert isinstance(feed, Reply)
    undated = feed.body.replace(f"<pubDate>{NEWS}</pubDate>".encode(), b"")
    site.pages["/feed"] = xml(undated)
    (story,) = web_desk.digest(web_desk.run().digest_id).stories
    assert {one.published for one in story.brief.articles} == {None}
    assert web_desk.run().outcome == "nothing new"


def test_two_feeds_with_one_article_tell_it_once(tmp_path: Path, site: WebSite) -> None:
    links = {site.url(f"/{outlet}"): f"Report of the {outlet}" for outlet in DAM}
    for outlet, text in DAM.items():
        site.pages[f"/{outlet}"] = make_page(outlet, text)
    site.pages["/one"] = make_feed(links)
    site.pages["/two"] = make_feed(dict(list(links.items())[:1]))
    desk = DigestDesk(tmp_path, config_for(site, "/one", "/two"))
    (story,) = desk.digest(desk.run().digest_id).stories
    assert len(story.brief.articles) == 3
    assert desk.run().outcome == "nothing new"


def test_a_limit_takes_the_newest_entries(web_desk: DigestDesk, site: WebSite) -> None:
    web_desk.configure(config_for(site, "/feed", more="limit = 2\n"))
    digest = web_desk.digest(web_desk.run().digest_id)
    assert len(digest.stories[0].brief.articles) == 2
    assert "past its limit of 2" in digest.held_back[0].reason


def test_a_page_is_read_again_when_it_changed(tmp_path: Path, site: WebSite) -> None:
    sources = "".join(f'[[source]]\npage = "{site.url(f"/{outlet}")}"\n' for outlet in DAM)
    end = f'{TO_FOLDER}[fetch]\ndelay_s = 0.0\nallow_hosts = ["{site.host}"]\n'
    desk = DigestDesk(tmp_path, sources + end)
    for outlet, text in DAM.items():
        site.pages[f"/{outlet}"] = make_page(outlet, text)
    assert desk.run().outcome == "new"
    assert desk.run().outcome == "nothing new"
    site.pages["/courier"] = make_page("courier", DAM["courier"].replace("9,000", "7,500"))
    assert desk.run().gathered.corrected == 1


def test_a_page_that_was_given_to_another_article_corrects_nothing(
    web_desk: DigestDesk, site: WebSite
) -> None:
    """GUIDs that are given again, or a page that is written over, tell another story."""
    web_desk.configure(config_for(site, "/feed") + "[stories]\nleast_outlets = 1\n")
    (dam,) = web_desk.digest(web_desk.run().digest_id).stories
    titles = {site.url(f"/{outlet}"): f"Report of the {outlet}" for outlet in DAM}
    titles[site.url("/courier")] = "A ferry runs aground"
    site.pages["/feed"] = make_feed(titles, etag='"2"')
    site.pages["/courier"] = make_page("courier", FERRY["argus"])
    report = web_desk.run()
    assert (report.gathered.new, report.gathered.corrected) == (1, 0)
    digest = web_desk.digest(report.digest_id)
    (ferry,) = digest.stories
    assert (ferry.diff, len(ferry.brief.articles)) == (None, 1)
    assert [one.story_id for one in digest.quiet] == [dam.story_id]
    assert web_desk.run().outcome == "nothing new"


def test_what_floods_or_falls_silent_costs_itself_alone(
    web_desk: DigestDesk, site: WebSite
) -> None:
    site.pages["/herald"] = Reply(
        200, {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(bytes(30_000_000), 9),
    )  # fmt: skip
    courier = site.pages["/courier"]
    assert isinstance(courier, Reply)
    site.pages["/courier"] = cut(courier, "reset")
    web_desk.configure(
        config_for(site, "/feed").replace("delay_s", "timeout_s = 2.0\ndelay_s")
        + "[stories]\nleast_outlets = 1\n"
    )
    digest = web_desk.digest(web_desk.run().digest_id)
    assert [len(one.brief.articles) for one in digest.stories] == [1]
    assert {one.source for one in digest.unread} == {site.url("/herald"), site.url("/courier")}


def test_stories_of_a_feed_part_by_what_they_tell(web_desk: DigestDesk, site: WebSite) -> None:
    both = {**DAM, **FERRY}
    site.pages["/feed"] = make_feed({site.url(f"/{name}"): name.title() for name in both})
    for outlet, text in FERRY.items():
        site.pages[f"/{outlet}"] = make_page(outlet, text)
    digest = web_desk.digest(web_desk.run().digest_id)
    assert [len(one.brief.articles) for one in digest.stories] == [3, 3]
