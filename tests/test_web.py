"""Pages and feeds as inputs: from the addresses that a user gives to articles."""

import datetime as dt
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarize
from summarize.errors import (
    AddressRefused,
    NothingReadable,
    SourceBinary,
    SourceError,
    SourceNotFound,
    SourceUnreachable,
    UsageError,
)
from summarize.model import Article
from summarize.read import FetchOptions, ReadResult, read_sources
from summarize.read.feeds import Entry, Feed
from summarize.read.feeds.whole import is_whole
from summarize.read.fetch import Fetched
from summarize.read.fetch.fetcher import Fetcher
from summarize.read.fetch.many import fetch_all
from summarize.read.web import read_entries, read_page
from summarize.settings import read_settings
from summarize.verify import check_file
from tests.webserver import Reply, WebSite, fail, html, redirect, xml

NOW = dt.date(2026, 1, 15)
FERRY = (
    "The ferry to Aldey sailed again on Monday, eleven days after a storm tore its mooring away.",
    "The harbour master, Ines Calder, said both new bollards had held through a night of gales.",
    "About 240 islanders had waited for supplies, and the shop at Brock had run out of flour.",
    "A second boat is to follow in November, the company said, if the county pays for the pier.",
    "The county council will vote on that on Thursday, after a hearing with the fishermen.",
    "They fear that the pier will take the last berth on the north side of the harbour.",
)
QUOTA = (
    "The ministers cut next year's herring quota by a third on Monday night, after long talks.",
    "Scientists had asked for half, since the stock is at its lowest for forty years.",
    "The fleet of Brock will lose eleven boats, its union said in a statement on Tuesday.",
)


def page(paragraphs: Sequence[str], head: str = "") -> str:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


HEAD = (
    "<title>Ferry sails again</title><meta property='og:site_name' content='The Aldey Courier'>"
    "<meta name='author' content='Ann Lee'>"
    "<meta property='article:published_time' content='2025-10-06T08:00:00Z'>"
)


def rss(*items: str) -> Reply:
    wrapped = "".join(f"<item>{item}</item>" for item in items)
    return xml(
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Aldey Courier</title>{wrapped}</channel></rss>"
    )


def item(title: str, link: str, text: str = "", day: int = 6) -> str:
    content = f"<content:encoded><![CDATA[{text}]]></content:encoded>" if text else ""
    return (
        f"<title>{title}</title><link>{link}</link><dc:creator>Bo Day</dc:creator>"
        f"<pubDate>{day:02} Oct 2025 08:00:00 GMT</pubDate>{content}"
    )


def paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite({"/ferry": html(page(FERRY, HEAD)), "/quota": html(page(QUOTA))}) as opened:
        yield opened


def options(site: WebSite) -> FetchOptions:
    return FetchOptions(allow_hosts=(site.host,), delay_s=0)


def read(site: WebSite, *paths: str) -> ReadResult:
    inputs = [site.url(path) if path.startswith("/") else path for path in paths]
    return read_sources(inputs, now=NOW, fetch=options(site))


def only(site: WebSite, path: str) -> Article:
    (article,) = read(site, path).articles
    return article


def failure(site: WebSite, path: str) -> SourceError:
    with pytest.raises(NothingReadable) as raised:
        read(site, path)
    (error,) = raised.value.failures
    return error


# Pages


def test_a_page_is_read_as_a_saved_one_is(site: WebSite, tmp_path: Path) -> None:
    file = tmp_path / "ferry.html"
    file.write_text(page(FERRY, HEAD))
    (saved,) = read_sources([str(file)], now=NOW).articles
    fetched = only(site, "/ferry")
    assert fetched == saved.model_copy(update={"path": None, "url": site.url("/ferry")})
    assert fetched.text == "\n\n".join(FERRY)
    assert (fetched.title, fetched.outlet) == ("Ferry sails again", "The Aldey Courier")


def test_the_result_does_not_depend_on_the_order_of_addresses(site: WebSite) -> None:
    once = read(site, "/ferry", "/quota")
    assert read(site, "/quota", "/ferry", "/quota") == once
    assert [one.url for one in once.articles] == [site.url("/ferry"), site.url("/quota")]


def test_addresses_and_files_are_read_together(site: WebSite, tmp_path: Path) -> None:
    file = tmp_path / "quota.txt"
    file.write_text("\n\n".join(QUOTA))
    result = read_sources([site.url("/ferry"), str(file)], now=NOW, fetch=options(site))
    assert [one.source for one in result.articles] == [str(file), site.url("/ferry")]


def test_what_cannot_be_fetched_is_named_beside_the_rest(site: WebSite) -> None:
    result = read(site, "/ferry", "/nothing", "http://169.254.169.254/")
    assert len(result.articles) == 1
    assert [type(one) for one in result.failures] == [SourceNotFound, AddressRefused]
    assert result.failures[0].source == site.url("/nothing")


def test_the_last_address_counts_without_its_tracking(site: WebSite) -> None:
    site.pages["/go"] = redirect("/ferry?utm_source=mail&id=3")
    site.pages["/ferry?utm_source=mail&id=3"] = html(page(FERRY))
    assert only(site, "/go").url == site.url("/ferry?id=3")


@pytest.mark.parametrize(
    ("canonical", "path"),
    [
        ("http://127.0.0.1:{port}/news/ferry", "/news/ferry"),
        ("http://127.0.0.1:{port}/news/ferry?utm_source=x", "/news/ferry"),
        ("http://127.0.0.1:{port}/", "/ferry"),
        ("https://famous.example/news/ferry", "/ferry"),
        ("javascript:alert(1)", "/ferry"),
        ("http://[bad/", "/ferry"),
    ],
)
def test_a_page_names_its_own_address_within_its_site_alone(
    site: WebSite, canonical: str, path: str
) -> None:
    link = f"<link rel='canonical' href='{canonical.format(port=site.port)}'>"
    site.pages["/ferry"] = html(page(FERRY, HEAD + link))
    assert only(site, "/ferry").url == site.url(path)


@pytest.mark.parametrize(
    ("stated", "fetched", "is_taken"),
    [
        ("https://www.news.example/a", "https://news.example/amp/a", True),
        ("https://news.example/a", "https://m.news.example/a", True),
        ("https://news.example/a", "https://evil-news.example/a", False),
        ("https://news.example/a", "https://blog.news.example/a", False),
    ],
)
def test_the_same_site_is_the_same_host_but_for_its_door(
    stated: str, fetched: str, is_taken: bool
) -> None:
    link = f"<link rel='canonical' href='{stated}'>"
    (article,) = read_page(Fetched(fetched, page(FERRY, link).encode(), "text/html"), NOW)
    assert isinstance(article, Article)
    assert article.url == (stated if is_taken else fetched)


@pytest.mark.parametrize(
    ("kind", "meta", "encoding"),
    [
        ("text/html; charset=windows-1252", "", "windows-1252"),
        ("text/html", "<meta charset=windows-1252>", "windows-1252"),
        ("text/html; charset=utf-8", "<meta charset=windows-1252>", "windows-1252"),
        ("text/html; charset=windows-1252", "", "utf-8"),
        ("text/html; charset=no-such-thing", "", "utf-8"),
        ("text/html; charset=undefined", "", "windows-1252"),
        ("text/html; charset=\"utf-8'; x=\x81", "", "utf-8"),
        ("", "", "utf-16"),
        ("text/html; charset=shift_jis", "<meta charset=utf-8>", "utf-8"),
    ],
)
def test_a_wrong_charset_loses_no_letter(
    site: WebSite, kind: str, meta: str, encoding: str
) -> None:
    text = (f"The café in Ålesund – {FERRY[0].lower()}", *FERRY[1:])
    site.pages["/ferry"] = html(page(text, meta).encode(encoding), kind)
    assert only(site, "/ferry").text.startswith("The café in Ålesund – the ferry")


def test_the_header_goes_before_the_page(site: WebSite) -> None:
    text = "Паром в порт Олде снова вышел в море, сообщила в понедельник администрация порта."
    body = page([text], "<meta charset=iso-8859-1>").encode("windows-1251")
    site.pages["/a"] = html(body, "text/html; charset=windows-1251")
    assert "Паром в порт" in only(site, "/a").text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", "\n\n".join(FERRY)),
        ("text/plain", page(FERRY)),
        ("application/octet-stream", page(FERRY)),
        ("", page(FERRY)),
        ("text/markdown", "# Ferry\n\n" + "\n\n".join(FERRY)),
        ("application/json", json.dumps({"title": "Ferry", "text": "\n\n".join(FERRY)})),
        ("message/rfc822", "Subject: Ferry\nFrom: a@b.example\n\n" + "\n\n".join(FERRY)),
    ],
)
def test_a_document_of_another_type_is_read_as_such(site: WebSite, kind: str, body: str) -> None:
    site.pages["/a"] = html(body, kind)
    assert only(site, "/a").text == "\n\n".join(FERRY)


def test_records_of_one_address_have_numbers(site: WebSite) -> None:
    records = [{"text": " ".join(FERRY)}, {"text": " ".join(QUOTA)}]
    site.pages["/a"] = html(json.dumps(records), "application/json")
    assert [one.url for one in read(site, "/a").articles] == [site.url("/a#1"), site.url("/a#2")]


def test_a_pdf_is_refused_by_name(site: WebSite) -> None:
    site.pages["/a"] = html(b"%PDF-1.7\n\x00\x01", "application/pdf")
    error = failure(site, "/a")
    assert isinstance(error, SourceBinary)
    assert (error.source, error.is_lasting) == (site.url("/a"), True)
    assert "PDF" in error.problem


@pytest.mark.parametrize("body", ["<p>x" * 250_000, "<div>" * 200_000, "<b a=1>" * 150_000])
def test_a_page_of_more_elements_than_any_keeps_no_run_busy(site: WebSite, body: str) -> None:
    site.pages["/a"] = html(f"<html><body>{body}")
    start = time.monotonic()
    assert "100,000 elements" in failure(site, "/a").problem
    assert time.monotonic() - start < 5


# Feeds


def test_a_feed_is_read_through_its_pages(site: WebSite) -> None:
    site.pages["/feed"] = rss(item("Ferry", "/ferry?utm_source=rss"), item("Quota cut", "/quota"))
    ferry, quota = read(site, "/feed").articles
    site.pages["/ferry?utm_source=rss"] = fail(500)
    assert (ferry.title, ferry.authors, ferry.outlet) == (
        "Ferry sails again",
        ("Ann Lee",),
        "The Aldey Courier",
    )
    assert (quota.title, quota.authors, quota.outlet, quota.published, quota.url) == (
        "Quota cut",
        ("Bo Day",),
        "The Aldey Courier",
        dt.date(2025, 10, 6),
        site.url("/quota"),
    )
    assert sorted(site.paths) == ["/feed", "/ferry", "/quota"]


def test_an_article_that_the_feed_has_in_full_is_not_fetched(site: WebSite) -> None:
    site.pages["/feed"] = rss(item("Ferry sails again", "/ferry", paragraphs(FERRY)))
    article = only(site, "/feed")
    assert article.text == "\n\n".join(FERRY)
    assert (article.url, article.path, article.warnings) == (site.url("/ferry"), None, ())
    assert (article.title, article.authors) == ("Ferry sails again", ("Bo Day",))
    assert site.paths == ["/feed"]


@pytest.mark.parametrize(
    "end",
    [
        "…",
        "...",
        "[…]",
        "[&#8230;]",
        "<a href='/ferry'>Read more</a>",
        "<a href='/ferry'>Continue reading Ferry sails again</a>",
        "Read the full story at The Aldey Courier",
        "</p><p>[…]</p><p>The post Ferry appeared first on The Aldey Courier.",
    ],
)
def test_a_long_teaser_is_no_article_of_its_own(site: WebSite, end: str) -> None:
    site.pages["/feed"] = rss(item("Ferry", "/ferry", f"<p>{' '.join(FERRY)} {end}</p>"))
    only(site, "/feed")
    assert site.paths == ["/feed", "/ferry"]


@pytest.mark.parametrize(
    "end", ["", "</p><p>The post Ferry appeared first on The Aldey Courier.", "<b>More</b> soon."]
)
def test_an_article_with_a_line_below_it_is_whole(end: str) -> None:
    assert is_whole(Entry(key="1", content=f"<p>{' '.join(FERRY)} {end}</p>"))


@pytest.mark.parametrize("reply", [fail(404), fail(500), html("<html><body>Please log in")])
def test_a_page_that_cannot_be_had_is_stood_in_for_by_the_feed(site: WebSite, reply: Reply) -> None:
    site.pages["/ferry"] = reply
    teaser = f"<p>{' '.join(FERRY[:4])} Read more</p>"
    site.pages["/feed"] = rss(item("Ferry sails again", "/ferry", teaser))
    article = only(site, "/feed")
    assert article.text.startswith(FERRY[0])
    (warning,) = article.warnings
    assert warning.startswith("its page could not be read (")
    assert article.url == site.url("/ferry")


def test_a_page_that_cannot_be_had_without_a_text_in_the_feed_is_a_failure(site: WebSite) -> None:
    site.pages["/feed"] = rss(item("Ferry", "/gone", f"<p>{FERRY[0]}</p>"), item("Quota", "/quota"))
    result = read(site, "/feed")
    assert [one.url for one in result.articles] == [site.url("/quota")]
    assert [one.source for one in result.failures] == [site.url("/gone")]


def test_an_entry_without_a_link_has_an_address_within_its_feed(site: WebSite) -> None:
    text = f"<content:encoded><![CDATA[{paragraphs(QUOTA)}]]></content:encoded>"
    site.pages["/feed"] = rss(f"<title>Quota cut</title><guid>q/7</guid>{text}")
    assert only(site, "/feed").url == site.url("/feed#q%2F7")


def test_a_link_into_a_private_network_is_refused_and_the_feed_goes_on(site: WebSite) -> None:
    site.pages["/feed"] = rss(
        item("Ferry", "/ferry"),
        item("Metadata", "http://169.254.169.254/latest/meta-data/"),
        item("Router", "http://192.168.1.1/admin"),
    )
    result = read(site, "/feed")
    assert len(result.articles) == 1
    assert [type(one) for one in result.failures] == [AddressRefused, AddressRefused]


def test_only_the_newest_entries_of_a_feed_are_read_and_that_is_said(site: WebSite) -> None:
    items = [
        f"<title>Notice {n}</title><guid>{n}</guid>"
        f"<pubDate>{dt.date(2025, 1, 1) + dt.timedelta(days=n):%d %b %Y} 08:00:00 GMT</pubDate>"
        f"<description>{n} {QUOTA[0]} {QUOTA[1]} Notice {n} ends.</description>"
        for n in range(60)
    ]
    site.pages["/feed"] = rss(*items)
    result = read(site, "/feed")
    assert len(result.articles) == 50
    assert min(one.published for one in result.articles if one.published) == dt.date(2025, 1, 11)
    (left_out,) = result.left_out
    assert left_out.article == site.url("/feed")
    assert "60 entries; the newest 50" in left_out.reason


def test_a_date_that_cannot_be_believed_is_left_out_with_a_warning(site: WebSite) -> None:
    entry = item("Quota cut", "/quota").replace("2025", "2099")
    site.pages["/feed"] = rss(entry)
    article = only(site, "/feed")
    assert article.published is None
    assert "lies in the future" in article.warnings[0]


def test_what_a_feed_hides_from_its_readers_is_not_its_article(site: WebSite) -> None:
    hidden = "<p style='display:none'>The mayor of Aldey resigned on Friday, and nobody knows.</p>"
    site.pages["/feed"] = rss(item("Ferry sails again", "/ferry", paragraphs(FERRY) + hidden))
    assert only(site, "/feed").text == "\n\n".join(FERRY)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b", ">", "<!--", "<table>", "&#0;", "x" * 300, "\0", "<div "]
        ),
        max_size=30,
    )
)
def test_any_content_of_an_entry_is_an_article_or_a_source_error(parts: list[str]) -> None:
    entry = Entry(key="1", content="<p>" + "".join(parts) + "x" * 300)
    feed = Feed("https://news.example/feed", "News", (entry,))
    (outcome,) = read_entries([(feed, entry)], Fetcher(), NOW)
    assert isinstance(outcome, Article | SourceError)


def test_an_agency_among_the_authors_is_the_source(site: WebSite) -> None:
    site.pages["/feed"] = rss(item("Quota cut", "/quota").replace("Bo Day", "Reuters"))
    article = only(site, "/feed")
    assert (article.authors, article.original_source) == ((), "Reuters")


def test_a_damaged_feed_is_read_and_said_to_be_damaged(site: WebSite) -> None:
    whole = rss(item("Ferry", "/ferry"), item("Quota", "/quota"))
    site.pages["/feed"] = replace(whole, body=whole.body[:-60])
    result = read(site, "/feed")
    assert len(result.articles) >= 1
    assert "not well-formed" in result.left_out[0].reason


def test_a_feed_that_is_a_trap_is_a_failure(site: WebSite) -> None:
    site.pages["/feed"] = xml('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>')
    assert "entities of its own" in failure(site, "/feed").problem


def test_pages_of_hosts_come_beside_each_other_and_in_order() -> None:
    class Slow:
        def fetch(self, url: str) -> Fetched:
            if "bad" in url:
                raise SourceUnreachable(url, "no answer")
            return Fetched(url, page((f"{url} {FERRY[0]}", *FERRY[1:])).encode(), "text/html")

    feed = Feed("https://news.example/feed", "News", ())
    hosts = ["a", "b", "bad", "a", "c", "d", "e", "f", "g", "h", "i"]
    entries = [Entry(key=str(n), url=f"https://{host}.example/{n}") for n, host in enumerate(hosts)]
    found = list(read_entries([(feed, entry) for entry in entries], Slow(), NOW))
    urls = [one.source if isinstance(one, SourceError) else one.url for one in found]
    assert urls == [entry.url for entry in entries]
    assert [isinstance(one, SourceError) for one in found] == [host == "bad" for host in hosts]


def test_an_error_of_our_own_is_not_lost_in_a_thread() -> None:
    class Broken:
        def fetch(self, url: str) -> Fetched:
            raise KeyError(url)

    with pytest.raises(KeyError):
        fetch_all(Broken(), ["https://a.example/", "https://b.example/"])


def test_addresses_that_cannot_be_read_are_grouped_as_well() -> None:
    fetcher = Fetcher()
    found = fetch_all(fetcher, ["http://[bad/", "http://127.0.0.1/"])
    assert [type(one) for one in found] == [AddressRefused, AddressRefused]


# The edges


def test_reading_files_loads_no_http_client_and_no_parser_of_feeds(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("\n\n".join(FERRY))
    code = (
        "import sys, datetime as dt\nfrom summarize.read import read_sources\n"
        f"read_sources([{str(file)!r}], now=dt.date(2026, 1, 15))\n"
        "wrong = {'httpx2', 'httpcore2', 'feedparser', 'protego', 'ssl'} & set(sys.modules)\n"
        "assert not wrong, wrong"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_library_fetches_where_the_user_allows_the_host(
    site: WebSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NothingReadable):
        summarize.read(site.url("/ferry"))
    assert site.asked == []
    (article,) = summarize.read(site.url("/ferry"), allow_hosts=[site.host])
    assert article.url == site.url("/ferry")
    monkeypatch.setenv("SUMMARIZE_ALLOW_HOSTS", f"other.example\n{site.host}")
    brief = summarize.brief(site.url("/ferry"), engine="offline")
    assert brief.articles[0].url == site.url("/ferry")
    (extraction,) = summarize.extract(site.url("/ferry"), engine="offline")
    assert extraction.article_id == article.id
    assert summarize.verify(brief, site.url("/ferry")).passed


def test_a_brief_is_verified_against_the_page_as_it_is_now(site: WebSite, tmp_path: Path) -> None:
    brief = summarize.brief(site.url("/ferry"), engine="offline", allow_hosts=[site.host])
    file = tmp_path / "brief.json"
    file.write_text(brief.model_dump_json())
    assert check_file(str(file), site.url("/ferry"), allow_hosts=[site.host]).passed
    site.pages["/ferry"] = html(page([*FERRY[:-1], "They have no fears."], HEAD))
    report = check_file(str(file), site.url("/ferry"), allow_hosts=[site.host])
    assert any("source changed" in one.problem for one in report.failures)


def test_a_host_is_allowed_by_flag_environment_and_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags: dict[str, object] = {"allow_hosts": ["wiki.intra", "127.0.0.1:8000"]}
    assert read_settings(flags, {}).allow_hosts == ("wiki.intra", "127.0.0.1:8000")
    folder = tmp_path / "summarize"
    folder.mkdir()
    (folder / "config.toml").write_text('allow_hosts = ["wiki.intra"]\n')
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert read_settings({}, environ).allow_hosts == ("wiki.intra",)
    with pytest.raises(UsageError, match="--allow-host"):
        read_settings({"allow_hosts": 7}, {})
