"""Feeds as they are on the web: of every format, with every fault, and with traps."""

import contextlib
import datetime as dt
import json
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import SourceEmpty, SourceError, SourceUnreadable
from summarize.read.feeds import Entry, Feed, is_feed, read_feed, taming
from summarize.read.feeds import json as json_feed
from summarize.read.feeds.links import strip_tracking

URL = "https://news.example/feeds/all.xml"
MORNING = dt.datetime(2025, 10, 6, 8, 0, tzinfo=dt.UTC)


def read(body: str | bytes, url: str = URL, **more: str) -> Feed:
    return read_feed("feed", body.encode() if isinstance(body, str) else body, url=url, **more)


def rss(*items: str, channel: str = "<title>The Aldey Courier</title>") -> str:
    wrapped = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel>{channel}{wrapped}</channel></rss>"
    )


def only(body: str | bytes, url: str = URL) -> Entry:
    (entry,) = read(body, url).entries
    return entry


def failure(body: str | bytes, **more: str) -> str:
    with pytest.raises(SourceUnreadable) as raised:
        read(body, **more)
    assert raised.value.source == "feed"
    return raised.value.problem


ITEM = """<title>Ferry sails again</title><link>https://news.example/ferry</link><guid>f-1</guid>
<pubDate>Mon, 06 Oct 2025 10:00:00 +0200</pubDate><dc:creator>Ann Lee</dc:creator>
<description>The ferry sailed.</description>
<content:encoded><![CDATA[<p>The ferry to Aldey sailed again.</p>]]></content:encoded>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Aldey Courier</title>
<entry><id>f-1</id><title type="html">Ferry sails &lt;i&gt;again&lt;/i&gt;</title>
<link rel="enclosure" href="https://news.example/ferry.mp3"/>
<link rel="alternate" href="https://news.example/ferry"/>
<published>2025-10-06T10:00:00+02:00</published><updated>2025-10-06T12:30:00Z</updated>
<author><name>Ann Lee</name><email>ann@news.example</email></author>
<summary>The ferry sailed.</summary>
<content type="html">&lt;p&gt;The ferry to Aldey sailed again.&lt;/p&gt;</content></entry></feed>"""

RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/"><title>The Aldey Courier</title></channel>
<item rdf:about="f-1"><title>Ferry sails again</title><link>https://news.example/ferry</link>
<description>The ferry sailed.</description><dc:date>2025-10-06T10:00:00+02:00</dc:date>
<dc:creator>Ann Lee</dc:creator></item></rdf:RDF>"""

RSS_091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>
<title>The Aldey Courier</title><item><title>Ferry sails again</title>
<link>https://news.example/ferry</link><description>The ferry sailed.</description></item>
</channel></rss>"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Aldey Courier",
    "items": [
        {
            "id": "f-1",
            "url": "https://news.example/ferry",
            "title": "Ferry sails again",
            "summary": "The ferry sailed.",
            "content_html": "<p>The ferry to Aldey sailed again.</p>",
            "date_published": "2025-10-06T10:00:00+02:00",
            "date_modified": "2025-10-06T12:30:00Z",
            "authors": [{"name": "Ann Lee"}],
        }
    ],
}


@pytest.mark.parametrize("body", [rss(ITEM), ATOM, RDF, RSS_091, json.dumps(JSON_FEED)])
def test_every_format_gives_the_same_entry(body: str) -> None:
    feed = read(body)
    (entry,) = feed.entries
    assert (feed.title, feed.warnings) == ("The Aldey Courier", ())
    assert entry.url == "https://news.example/ferry"
    assert entry.title == "Ferry sails again"
    assert entry.summary == "The ferry sailed."
    if "0.91" not in body:
        assert (entry.key, entry.published or entry.updated) == ("f-1", MORNING)
        assert entry.authors == ("Ann Lee",)
    if "updated" in body or "modified" in body:
        assert entry.updated == dt.datetime(2025, 10, 6, 12, 30, tzinfo=dt.UTC)
    if "to Aldey" in body:
        assert entry.content == "<p>The ferry to Aldey sailed again.</p>"
    assert is_feed(body.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_feed_is_decoded_as_it_says(encoding: str) -> None:
    text = rss("<title>Café in Ålesund</title>").replace("utf-8", encoding)
    body = text.encode(encoding)
    assert only(body).title == "Café in Ålesund"
    assert is_feed(body)


def test_the_charset_of_the_header_goes_before_that_of_the_document() -> None:
    body = rss("<title>Жители города</title>").replace("utf-8", "iso-8859-1").encode("windows-1251")
    assert read(body, charset="windows-1251").entries[0].title == "Жители города"


@pytest.mark.parametrize("charset", ["utf-8", "x-none", "undefined", "idna", "zlib", "a\0b"])
def test_a_wrong_charset_in_the_header_does_no_harm(charset: str) -> None:
    body = rss("<title>Café</title>").replace("utf-8", "windows-1252").encode("windows-1252")
    assert read(body, charset=charset).entries[0].title == "Café"


# Keys


def test_an_entry_is_known_by_its_guid_else_its_address_else_its_words() -> None:
    keys = [
        only(rss(item)).key
        for item in (
            "<title>A</title><guid>7</guid><link>https://news.example/a</link>",
            "<title>A</title><link>https://news.example/a?utm_source=feed</link>",
            "<title>A</title><description>Words</description>",
        )
    ]
    assert keys[:2] == ["7", "https://news.example/a"]
    assert keys[2].startswith("words:")


def test_a_guid_does_not_depend_on_where_the_feed_lies() -> None:
    item = "<title>A</title><guid>7</guid>"
    entry = only(rss(item), "https://elsewhere.example/feed")
    assert (entry.key, entry.url) == ("7", None)


def test_a_guid_that_is_an_address_stands_in_for_the_link() -> None:
    entry = only(rss("<title>A</title><guid>https://news.example/a</guid>"))
    assert entry.url == "https://news.example/a"
    not_one = '<title>A</title><guid isPermaLink="false">https://news.example/a</guid>'
    assert only(rss(not_one)).url is None


def test_one_guid_at_two_addresses_is_two_entries_and_the_same_one_twice_is_one() -> None:
    one = "<title>A</title><guid>7</guid><link>https://news.example/a</link>"
    two = "<title>B</title><guid>7</guid><link>https://news.example/b</link>"
    entries = read(rss(one, two, one)).entries
    assert [entry.title for entry in entries] == ["A", "B"]
    assert len({entry.key for entry in entries}) == 2
    assert read(rss(two, one)).entries[0].key == entries[1].key


def test_of_one_guid_at_one_address_the_newest_counts() -> None:
    item = (
        "<title>{}</title><guid>7</guid><link>https://news.example/a</link>"
        "<pubDate>Mon, 06 Oct 2025 {}:00:00 GMT</pubDate>"
    )
    assert only(rss(item.format("Old", "08"), item.format("New", "09"))).title == "New"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ferry sails again", "Ferry sails at last"),
        ("10:00:00 +0200", "10:00:01 +0200"),
        ("The ferry sailed.", "The ferry sank."),
        ("to Aldey", "to Brock"),
    ],
)
def test_the_fingerprint_changes_with_what_an_entry_says(old: str, new: str) -> None:
    before, after = only(rss(ITEM)), only(rss(ITEM.replace(old, new)))
    assert before.key == after.key
    assert before.fingerprint != after.fingerprint


def test_the_fingerprint_does_not_change_with_the_rest_of_the_feed() -> None:
    changed = rss(ITEM, "<title>More</title>", channel="<lastBuildDate>today</lastBuildDate>")
    assert only(rss(ITEM)).fingerprint in {entry.fingerprint for entry in read(changed).entries}


# Dates


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Mon, 06 Oct 2025 08:00:00 GMT", MORNING),
        ("Mon, 06 Oct 2025 04:00:00 EDT", MORNING),
        ("6 Oct 2025 08:00 +0000", MORNING),
        ("2025-10-06T08:00:00Z", MORNING),
        ("2025-10-06T08:00:00", MORNING),
        ("Mon, 06 Oct 2025 08:00:00", MORNING),
        ("Thu, 01 Jan 1970 00:00:00 GMT", dt.datetime(1970, 1, 1, tzinfo=dt.UTC)),
        ("Fri, 06 Oct 2099 08:00:00 GMT", dt.datetime(2099, 10, 6, 8, tzinfo=dt.UTC)),
        ("yesterday", None),
        ("", None),
        ("6 October 2025", dt.datetime(2025, 10, 6, tzinfo=dt.UTC)),
        ("99-99", None),
    ],
)
def test_dates_are_aware_and_what_is_none_is_left_out(date: str, moment: object) -> None:
    assert only(rss(f"<title>A</title><pubDate>{date}</pubDate>")).published == moment


@pytest.mark.parametrize("date", ["2025-10-06T10:00:00+02:00", "2025-10-06T08:00:00"])
def test_dates_of_a_json_feed_are_aware_as_well(date: str) -> None:
    assert only(json.dumps(with_item(date_published=date))).published == MORNING


@pytest.mark.parametrize("date", ["soon", 7, None, "0001-01-01T00:00:00+14:00", "2025-13-01"])
def test_a_json_feed_with_a_date_that_is_none_has_none(date: object) -> None:
    assert only(json.dumps(with_item(date_published=date))).published is None


def test_the_newest_entry_is_first_whatever_the_order() -> None:
    items = [
        f"<title>{day}</title><pubDate>{day:02} Oct 2025 08:00:00 GMT</pubDate>"
        for day in (3, 9, 1, 7)
    ]
    assert [entry.title for entry in read(rss(*items)).entries] == ["9", "7", "3", "1"]


def test_an_undated_feed_keeps_its_order() -> None:
    items = [f"<title>{name}</title>" for name in "CAB"]
    assert [entry.title for entry in read(rss(*items)).entries] == ["C", "A", "B"]


def test_an_undated_entry_stays_beside_its_neighbour() -> None:
    dated = "<title>{0}</title><pubDate>{0:02} Oct 2025 08:00:00 GMT</pubDate>"
    items = ["<title>x</title>", dated.format(9), "<title>y</title>", dated.format(3)]
    assert [entry.title for entry in read(rss(*items)).entries] == ["x", "9", "y", "3"]


def test_a_feed_of_ten_years_is_read_whole_and_newest_first() -> None:
    first = dt.date(2015, 10, 6)
    days = [first + dt.timedelta(days=number) for number in range(3_650)]
    items = [
        f"<title>{day}</title><guid>{day}</guid><pubDate>{day:%d %b %Y} 08:00:00 GMT</pubDate>"
        for day in days
    ]
    start = time.monotonic()
    entries = read(rss(*items)).entries
    assert [entry.title for entry in entries] == [str(day) for day in reversed(days)]
    assert time.monotonic() - start < 5


# Links and words


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/a", "https://news.example/a"),
        ("a", "https://news.example/feeds/a"),
        ("//cdn.example/a", "https://cdn.example/a"),
        (" https://news.example/a\n", "https://news.example/a"),
        ("HTTPS://news.example/a", "https://news.example/a"),
        ("https://news.example/a?id=1&amp;utm_source=rss&amp;b", "https://news.example/a?id=1&b"),
        ("javascript:alert(1)", None),
        ("data:text/html,words", None),
        ("file:///etc/passwd", None),
        ("ftp://news.example/a", None),
        ("https://[bad/", None),
        ("", None),
    ],
)
def test_a_link_is_made_absolute_or_is_none(link: str, url: str | None) -> None:
    assert only(rss(f"<title>A</title><link>{link}</link>")).url == url
    item = with_item(url=link.replace("&amp;", "&"))
    assert only(json.dumps(item)).url == url


def test_xml_base_counts_for_links() -> None:
    body = ATOM.replace("<entry>", '<entry xml:base="https://other.example/x/">')
    assert only(body.replace('https://news.example/ferry"', 'ferry"')).url == (
        "https://other.example/x/ferry"
    )


def test_the_address_behind_a_proxy_of_feeds_goes_before_the_proxys() -> None:
    item = (
        "<title>A</title><link>https://proxy.example/~r/1</link><feedburner:origLink"
        ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://news.example/a'
        "</feedburner:origLink>"
    )
    assert only(rss(item)).url == "https://news.example/a"


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://n.example/a?utm_source=x&utm_medium=y", "https://n.example/a"),
        ("https://n.example/a?id=7&fbclid=Iw&page=2", "https://n.example/a?id=7&page=2"),
        ("https://n.example/a?q=%C3%A4+b&gclid=1#part", "https://n.example/a?q=%C3%A4+b#part"),
        ("https://n.example/a#xtor=RSS-1", "https://n.example/a"),
        ("https://n.example/a?", "https://n.example/a?"),
        ("https://n.example/a?id=utm_source", "https://n.example/a?id=utm_source"),
        ("https://n.example/a?data=1&source=2&ref=3", "https://n.example/a?data=1&source=2&ref=3"),
        (
            "https://news.google.example/rss/articles/CBMi?oc=5",
            "https://news.google.example/rss/articles/CBMi?oc=5",
        ),
    ],
)
def test_parameters_that_only_track_are_taken_off(url: str, bare: str) -> None:
    assert strip_tracking(url) == bare
    assert strip_tracking(bare) == bare


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("&lt;b&gt;Ferry&lt;/b&gt; sails", "Ferry sails"),
        ("<![CDATA[<i>Ferry</i> sails]]>", "Ferry sails"),
        ("Ferry\n  sails", "Ferry sails"),
        ("1 &lt; 2", "1 < 2"),
        ("Caf&eacute;&nbsp;opens", "Café opens"),
        ("", None),
    ],
)
def test_a_title_is_plain_text(title: str, plain: str | None) -> None:
    assert only(rss(f"<title>{title}</title><guid>1</guid>")).title == plain


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<dc:creator>Ann Lee</dc:creator>", ("Ann Lee",)),
        ("<dc:creator>By Ann Lee</dc:creator>", ("Ann Lee",)),
        ("<dc:creator>Ann Lee and Bo Day</dc:creator>", ("Ann Lee", "Bo Day")),
        ("<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Day</dc:creator>", ("Ann Lee", "Bo Day")),
        ("<author>ann@courier.example (Ann Lee)</author>", ("Ann Lee",)),
        ("<author>Ann Lee &lt;ann@courier.example&gt;</author>", ("Ann Lee",)),
        ("<author>ann@courier.example</author>", ()),
        ("", ()),
    ],
)
def test_authors_are_names(author: str, names: tuple[str, ...]) -> None:
    assert only(rss(f"<title>A</title>{author}")).authors == names


def with_item(**changes: object) -> dict[str, object]:
    items = [{"id": "1", "title": "A", **changes}]
    return {"version": "https://jsonfeed.org/version/1", "title": "T", "items": items}


def test_a_json_feed_may_have_numbers_for_ids_and_one_author_for_all() -> None:
    feed = {**with_item(id=7), "author": {"name": "Ann Lee"}}
    assert (only(json.dumps(feed)).key, only(json.dumps(feed)).authors) == ("7", ("Ann Lee",))


def test_items_of_a_json_feed_that_are_none_are_named() -> None:
    feed = {**JSON_FEED, "items": [7, None, "x", {"id": "1", "content_text": "Words"}]}
    read_ = read(json.dumps(feed))
    assert [entry.content for entry in read_.entries] == ["Words"]
    assert "3 items" in read_.warnings[0]


# Faults


def test_a_web_page_at_a_feeds_address_names_the_feed_that_it_links_to() -> None:
    page = (
        "<!DOCTYPE html><html><head><link rel='stylesheet alternate' type='text/css' href='/s.css'>"
        "<link rel=alternate type=application/rss+xml href='/rss.xml?a=1&amp;b=2'></head></html>"
    )
    assert failure(page).endswith("the feed it links to is https://news.example/rss.xml?a=1&b=2")
    assert not is_feed(page.encode())


@pytest.mark.parametrize(
    "page", ["<html><body><p>Words</p>", "<!doctype html>\n<title>x</title>", "<!-- a --><html>"]
)
def test_a_web_page_without_a_feed_says_what_to_give(page: str) -> None:
    assert "give the address of the feed" in failure(page)


@pytest.mark.parametrize(
    "body", ["Words and words.", "<svg/>", "<?xml version='1.0'?><sitemap/>", "%PDF-1.4", "<rss"]
)
def test_what_is_no_feed_is_refused(body: str) -> None:
    with pytest.raises(SourceError):
        read(body)
    assert not is_feed(body.encode()) or body == "<rss"


def test_an_empty_answer_is_told_apart() -> None:
    with pytest.raises(SourceEmpty):
        read(b" \n")


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read(rss()).entries == ()
    assert read('{"version": "https://jsonfeed.org/version/1", "items": []}').entries == ()


@pytest.mark.parametrize("body", ["[1]", "{", '{"items": 7}', "[" * 100_000, '{"a": ' * 9_999])
def test_json_that_is_no_feed_is_refused(body: str) -> None:
    assert failure(body)


@pytest.mark.parametrize(
    ("fault", "titles"),
    [
        (lambda text: text.replace("Ferry", "Fish & chips; AT&T ferry"), 2),
        (lambda text: text.replace("Ferry", "Caf&eacute; &nbsp; &bogus; ferry"), 2),
        (lambda text: text.replace('<?xml version="1.0" encoding="utf-8"?>', "\n \n"), 2),
        (lambda text: text.replace("</channel></rss>", ""), 2),
        (lambda text: text + "<script>x</script> trailing", 2),
        (lambda text: text.replace("<title>Ferry", "\x00\x08<title>Ferry"), 2),
        (lambda text: text.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', ""), 2),
        (lambda text: text[: len(text) * 3 // 4], 1),
    ],
)
def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes(
    fault: Callable[[str], str], titles: int
) -> None:
    feed = read(fault(rss(ITEM, ITEM.replace("f-1", "f-2").replace("/ferry", "/two"))))
    assert len([entry for entry in feed.entries if entry.title]) >= titles
    assert feed.entries[0].authors == ("Ann Lee",)


def test_an_ampersand_stays_in_the_text() -> None:
    feed = read(rss("<title>AT&T and Fish & chips</title><link>https://n.example/a?b=1&c=2</link>"))
    assert feed.entries[0].title == "AT&T and Fish & chips"
    assert feed.entries[0].url == "https://n.example/a?b=1&c=2"
    assert feed.warnings == ()


def test_a_cut_feed_says_so() -> None:
    assert "not well-formed" in read(rss(ITEM, ITEM)[:-40]).warnings[0]


# Traps


def bomb(levels: int = 9, copies: int = 10) -> str:
    entities = '<!ENTITY e0 "ha">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * copies}">' for n in range(1, levels + 1)
    )
    return f"<!DOCTYPE rss [{entities}]>" + rss(f"<title>&e{levels};</title>").partition("?>")[2]


QUADRATIC = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]>' + rss(
    f"<title>{'&a;' * 50_000}</title>"
).replace('<?xml version="1.0" encoding="utf-8"?>', "")
EXTERNAL = (
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>'
)
PARAMETER = '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]><rss version="2.0"/>'


@pytest.mark.parametrize(
    "trap",
    [
        bomb(),
        bomb().lower().replace("<!entity", "<!Entity"),
        f"<?xml version='1.0'?><!-- a --> {bomb()}",
        f"<!-- <rss> --><?x <rss> ?>{bomb()}",
        bomb().replace("<!DOCTYPE rss [", "<!DOCTYPE rss PUBLIC 'a>b' \"c[d\" [ <!-- ]> --> "),
        QUADRATIC,
        EXTERNAL,
        PARAMETER,
        bomb().encode("utf-16"),
        bomb().replace("]>", ""),
    ],
)
def test_a_document_that_declares_entities_is_refused_in_no_time(trap: str | bytes) -> None:
    start = time.monotonic()
    with pytest.raises(SourceUnreadable) as raised:
        read(trap)
    assert "entities of its own" in raised.value.problem or "no feed" in raised.value.problem
    assert time.monotonic() - start < 2


def test_an_article_about_entities_is_no_trap() -> None:
    item = "<title>How a bomb works</title><description><![CDATA[<!DOCTYPE x [<!ENTITY a 'b'>]>]]>"
    assert only(rss(f"{item}</description>")).title == "How a bomb works"


def test_an_external_dtd_is_not_asked_for() -> None:
    assert only(RSS_091.replace("http://my.netscape.com", "http://127.0.0.1:9")).title


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel>" + "<a>" * 500_000,
        "<rss><channel>" + "<item>" * 300_000,
        "<rss " + " ".join(f'a{n}="1"' for n in range(100_000)) + "><channel/></rss>",
        rss("<title>" + "<" * 500_000 + "</title>"),
        rss("<title>" + "&" * 500_000 + "</title>"),
        rss("<title>" + "<![CDATA[" * 100_000 + "</title>"),
        rss("<title>x</title><pubDate>" + "1 " * 500_000 + "</pubDate>"),
        rss("<title>x</title><pubDate>" + "Mon, " * 100_000 + "</pubDate>"),
        rss("<title>x</title><author>" + "a@" * 300_000 + "</author>"),
        rss("<title>x</title><author>" + "a." * 300_000 + "@</author>"),
        rss("<title>x</title><link>" + "http://" * 100_000 + "</link>"),
        rss("<title>x</title><guid>" + "x" * 1_000_000 + "</guid>"),
        "<!--a-->" * 2_000 + "<x>",
        "<?a?>" * 100_000 + "<rss/>",
        "<!DOCTYPE rss " + "'a' " * 100_000,
        "<!DOCTYPE rss [" + "<!-- -->" * 100_000,
        "<rss><channel><item><title>" * 50_000,
        '{"version": "https://jsonfeed.org/version/1", "items": [' + "{}," * 300_000 + "{}]}",
    ],
    ids=lambda body: body[:30],
)
def test_no_feed_keeps_a_run_busy(body: str) -> None:
    start = time.monotonic()
    with contextlib.suppress(SourceError):
        read(body)
    is_feed(body.encode())
    assert time.monotonic() - start < 8


def test_entries_beyond_any_feeds_are_not_read_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    items = [{"id": str(n), "title": str(n)} for n in range(25)]
    for module in (taming, json_feed):
        monkeypatch.setattr(module, "MOST_ENTRIES", 10)
    for body in (
        rss(*(f"<title>{item['title']}</title>" for item in items)),
        json.dumps({**JSON_FEED, "items": items}),
    ):
        feed = read(body)
        assert [entry.title for entry in feed.entries] == [str(n) for n in range(10)]
        assert "the rest was not read" in feed.warnings[0]


def test_a_string_that_could_be_a_path_or_an_address_opens_nothing() -> None:
    for text in ("/etc/passwd", "http://127.0.0.1:9/", "file:///etc/passwd"):
        assert failure(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_a_source_error(body: bytes) -> None:
    for prefix in (b"", b"<rss><channel><item>", b'{"version":"https://jsonfeed.org/version/1",'):
        with contextlib.suppress(SourceError):
            read(prefix + body)


@given(
    st.lists(
        st.sampled_from(
            [
                "<item>",
                "</item>",
                "<title>",
                "</title>",
                "&",
                "x",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "<dc:date>",
                "<a:b c:d='1'>",
                "]>",
                "<guid>",
                "<link/>",
                "<id>",
            ]
        ),
        max_size=40,
    )
)
def test_any_soup_of_tags_is_a_feed_or_a_source_error(parts: list[str]) -> None:
    try:
        feed = read("<rss version='2.0'><channel>" + "".join(parts))
    except SourceError:
        return
    assert len({entry.key for entry in feed.entries}) == len(feed.entries)


def test_half_a_character_in_a_json_feed_is_mended() -> None:
    item = {
        "id": "\ud800",
        "title": "Dam \udc00",
        "url": "https://a.example/\ud800",
        "summary": "x",
    }
    entry = only(json.dumps({**JSON_FEED, "items": [item]}))
    assert (entry.key, entry.title) == ("\ufffd", "Dam \ufffd")
    assert entry.url is not None
    assert entry.url.isprintable()
