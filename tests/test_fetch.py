"""Fetching from a real server on this machine, and everything that can go wrong with one."""

import gzip
import resource
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator

import pytest

from summarize.errors import (
    AccessRefused,
    AddressRefused,
    SourceError,
    SourceGone,
    SourceNotFound,
    SourceTooLarge,
    SourceUnreachable,
    UsageError,
)
from summarize.read.fetch import Fetched, FetchOptions, Validators
from summarize.read.fetch.fetcher import Fetcher
from tests.webserver import (
    MEGABYTE,
    Reply,
    WebSite,
    bomb,
    cut,
    drip,
    fail,
    flood,
    html,
    redirect,
    xml,
)

STORY = "<p>The ferry to Aldey sailed again on Monday, the harbour master said.</p>"


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite({"/story": html(STORY)}) as opened:
        yield opened


def fetcher(site: WebSite, **changes: object) -> Fetcher:
    options = {"allow_hosts": (site.host,), "delay_s": 0.0, "timeout_s": 5.0, **changes}
    return Fetcher(FetchOptions(**options))  # type: ignore[arg-type]


def fetch(site: WebSite, path: str = "/story", **changes: object) -> Fetched:
    opened = fetcher(site, **changes)
    return opened.fetch(site.url(path))


def failure(site: WebSite, path: str = "/story", **changes: object) -> SourceError:
    with pytest.raises(SourceError) as raised:
        fetch(site, path, **changes)
    assert raised.value.source == site.url(path)
    return raised.value


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_a_page_is_fetched_with_its_type_and_charset(site: WebSite) -> None:
    fetched = fetch(site)
    assert fetched == Fetched(site.url("/story"), STORY.encode(), "text/html", "utf-8")


def test_the_request_names_the_project_and_carries_no_cookie(site: WebSite) -> None:
    site.pages["/story"] = html(STORY, Set_Cookie="visit=1; Path=/")
    opened = fetcher(site)
    opened.fetch(site.url("/story"))
    opened.fetch(site.url("/story"))
    for asked in site.asked:
        assert asked.headers["User-Agent"].startswith("summarize/")
        assert asked.headers["Cookie"] is None
        assert asked.headers["Authorization"] is None
        assert asked.headers["Accept-Encoding"] == "gzip, deflate"
    assert "application/atom+xml" in site.asked[-1].headers["Accept"]


def test_proxies_and_logins_of_the_environment_do_not_count(
    site: WebSite, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w", encoding="ascii") as file:
        file.write("machine 127.0.0.1 login ann password secret\n")
    monkeypatch.setenv("NETRC", netrc)
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    fetch(site)
    assert site.asked[-1].headers["Authorization"] is None


@pytest.mark.parametrize(
    ("packing", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("GZip", gzip.compress)],
)
def test_a_packed_page_is_unpacked(
    site: WebSite, packing: str, pack: Callable[[bytes], bytes]
) -> None:
    site.pages["/story"] = html(pack(STORY.encode()), Content_Encoding=packing)
    assert fetch(site).body == STORY.encode()


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip, gzip", "x\u00e9"])
def test_a_packing_that_was_not_asked_for_is_refused_by_name(site: WebSite, packing: str) -> None:
    site.pages["/story"] = html(b"whatever", Content_Encoding=packing)
    assert "which was not asked for" in failure(site).problem


def test_a_page_that_cannot_be_unpacked_is_asked_for_again_next_time(site: WebSite) -> None:
    site.pages["/story"] = html(b"no gzip at all", Content_Encoding="gzip")
    assert failure(site).is_lasting is False


# What a server answers


@pytest.mark.parametrize(
    ("status", "leaf", "is_lasting"),
    [
        (400, AccessRefused, True),
        (401, AccessRefused, True),
        (403, AccessRefused, True),
        (404, SourceNotFound, True),
        (410, SourceGone, True),
        (451, AccessRefused, True),
        (408, SourceUnreachable, False),
        (429, SourceUnreachable, False),
        (500, SourceUnreachable, False),
        (503, SourceUnreachable, False),
        (304, SourceUnreachable, False),
        (300, SourceUnreachable, False),
    ],
)
def test_a_status_says_whether_asking_again_can_help(
    site: WebSite, status: int, leaf: type[SourceError], is_lasting: bool
) -> None:
    site.pages["/story"] = fail(status)
    error = failure(site)
    assert (type(error), error.is_lasting) == (leaf, is_lasting)
    assert str(status) in error.problem


def test_an_unchanged_page_costs_one_answer_without_a_body(site: WebSite) -> None:
    site.pages["/feed"] = xml("<rss/>", ETag='W/"7"', Last_Modified="Mon, 06 Oct 2025 10:00:00 GMT")
    opened = fetcher(site)
    first = opened.fetch(site.url("/feed"))
    again = opened.fetch(site.url("/feed"), first.validators)
    site.pages["/feed"] = xml("<rss>new</rss>", ETag='W/"8"')
    changed = opened.fetch(site.url("/feed"), first.validators)
    assert first.validators == Validators('W/"7"', "Mon, 06 Oct 2025 10:00:00 GMT")
    assert (again.is_unchanged, again.body, again.validators) == (True, b"", first.validators)
    assert (changed.is_unchanged, changed.body) == (False, b"<rss>new</rss>")
    assert site.asked[-1].headers["If-None-Match"] == 'W/"7"'


def test_a_last_modified_alone_is_asked_by_as_well(site: WebSite) -> None:
    date = "Mon, 06 Oct 2025 10:00:00 GMT"
    site.pages["/feed"] = xml("<rss/>", Last_Modified=date)
    opened = fetcher(site)
    assert opened.fetch(site.url("/feed"), Validators(last_modified=date)).is_unchanged
    assert site.asked[-1].headers["If-None-Match"] is None


def test_validators_that_do_not_fit_a_header_are_not_kept(site: WebSite) -> None:
    site.pages["/feed"] = xml("<rss/>", ETag="\u00e9" * 5, Last_Modified="x" * 2_000)
    assert not fetch(site, "/feed").validators


@pytest.mark.parametrize("told", ["3", "Mon, 06 Oct 2025 10:00:03 GMT"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_once_more_after_the_time_it_names(
    site: WebSite, status: int, told: str
) -> None:
    def busy(_: object) -> Reply:
        head = f"HTTP/1.1 {status} Busy\r\nDate: Mon, 06 Oct 2025 10:00:00 GMT\r\n"
        return Reply(raw=f"{head}Retry-After: {told}\r\nContent-Length: 0\r\n\r\n".encode())

    site.pages["/story"] = [busy, html(STORY)]
    time_ = Time()
    options = FetchOptions(allow_hosts=(site.host,), timeout_s=2.0)
    opened = Fetcher(options, clock=time_.clock, sleep=time_.sleep)
    assert opened.fetch(site.url("/story")).body == STORY.encode()
    assert time_.slept == [3.0]


@pytest.mark.parametrize(
    "told", ["11", "3600", "soon", "-1", "1e3", "Mon, 06 Oct 2099 10:00:00 GMT"]
)
def test_no_server_makes_a_run_wait_for_long(site: WebSite, told: str) -> None:
    site.pages["/story"] = fail(503, Retry_After=told)
    time_ = Time()
    opened = Fetcher(FetchOptions(allow_hosts=(site.host,)), sleep=time_.sleep)
    with pytest.raises(SourceUnreachable):
        opened.fetch(site.url("/story"))
    assert time_.slept == []


def test_a_server_that_stays_busy_is_left_alone_after_one_wait(site: WebSite) -> None:
    site.pages["/story"] = fail(503, Retry_After="1")
    time_ = Time()
    opened = Fetcher(FetchOptions(allow_hosts=(site.host,)), sleep=time_.sleep)
    with pytest.raises(SourceUnreachable):
        opened.fetch(site.url("/story"))
    assert time_.slept == [1.0]
    assert site.paths == ["/story", "/story"]


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_last_address_is_the_pages(
    site: WebSite, status: int
) -> None:
    site.pages["/old"] = redirect("/story?from=old#part", status)
    site.pages["/story?from=old"] = html(STORY)
    assert fetch(site, "/old").url == site.url("/story?from=old")


def test_a_circle_of_redirects_is_left(site: WebSite) -> None:
    site.pages["/a"], site.pages["/b"] = redirect("/b"), redirect("/a")
    error = failure(site, "/a")
    assert "in a circle" in error.problem
    assert site.paths == ["/a", "/b"]


def test_redirects_without_end_are_left(site: WebSite) -> None:
    for number in range(20):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}")
    assert "more than 5 times" in failure(site, "/0").problem
    assert len(site.paths) == 6


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/story",
        "http://127.0.0.1/",
        "http://[::1]:{port}/story",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433:{port}/story",
        "http://localhost:{port}/story",
        "//0x7f.1:{port}/story",
        "ftp://files.example/a",
        "file:///etc/passwd",
        "data:text/html,hello",
        "javascript:alert(1)",
        "gopher://127.0.0.1:{port}/_GET",
        "http://ann:secret@127.0.0.1:{port}/",
        "http://news.example:6379/",
        "http://[",
        "http://a b/",
        "http://news.example/\x01",
    ],
)
def test_a_redirect_to_where_no_page_is_fetched_from_is_refused_before_connecting(
    site: WebSite, target: str
) -> None:
    """The site itself is allowed by its name, and what it redirects to is not."""
    site.pages["/out"] = Reply(
        raw=f"HTTP/1.1 302 Found\r\nLocation: {target.format(port=site.port)}\r\n\r\n".encode()
    )
    options = FetchOptions(allow_hosts=("site.example",), delay_s=0)
    opened = Fetcher(options, resolve=lambda host, port: ["127.0.0.1"])
    with pytest.raises(AddressRefused) as raised:
        opened.fetch(f"http://site.example:{site.port}/out")
    assert raised.value.source == f"http://site.example:{site.port}/out"
    assert "redirected to" in raised.value.problem
    assert site.paths == ["/out"]


def test_a_redirect_cannot_add_a_header(site: WebSite) -> None:
    site.pages["/out"] = Reply(
        raw=b"HTTP/1.1 302 Found\r\nLocation: /story%0d%0aX-Added:%201\r\n\r\n"
    )
    site.pages["/story%0d%0aX-Added:%201"] = html(STORY)
    assert fetch(site, "/out").body == STORY.encode()
    assert site.asked[-1].headers["X-Added"] is None


def test_a_location_with_a_bare_line_end_is_a_broken_answer(site: WebSite) -> None:
    site.pages["/out"] = Reply(raw=b"HTTP/1.1 302 Found\r\nLocation: /story\rX-Added: 1\r\n\r\n")
    assert isinstance(failure(site, "/out"), SourceUnreachable | AddressRefused)
    assert site.paths == ["/out"]


# Time


def test_a_server_that_stops_in_mid_body_is_given_up(site: WebSite) -> None:
    site.pages["/story"] = cut(html(STORY * 50), "silence")
    start = time.monotonic()
    assert failure(site, timeout_s=0.3).is_lasting is False
    assert time.monotonic() - start < 3


def test_a_server_that_drips_does_not_hold_the_run(site: WebSite) -> None:
    site.pages["/story"] = drip(STORY.encode(), 0.02)
    start = time.monotonic()
    assert "in time" in failure(site, timeout_s=0.3).problem
    assert time.monotonic() - start < 3


def test_headers_that_drip_do_not_hold_the_run_either(site: WebSite) -> None:
    def lines() -> Iterator[bytes]:
        return (b"X-%d: 1\r\n" % number for number in range(10_000))

    site.pages["/story"] = Reply(raw=b"HTTP/1.1 200 OK\r\n", pieces=lines, pause_s=0.02)
    assert "in time" in failure(site, timeout_s=0.3).problem


def test_redirects_share_one_deadline(site: WebSite) -> None:
    def slow(asked: object) -> Reply:
        time.sleep(0.2)
        return redirect(f"/{time.monotonic()}")

    class Pages(dict[str, object]):
        def get(self, key: str, default: object = None) -> object:
            return fail(404) if key == "/robots.txt" else slow

    site.pages = Pages()  # type: ignore[assignment]
    start = time.monotonic()
    assert "in time" in failure(site, timeout_s=0.5, max_redirects=50).problem
    assert time.monotonic() - start < 3


def test_a_connection_that_is_reset_is_asked_again_next_time(site: WebSite) -> None:
    site.pages["/story"] = cut(html(STORY * 50), "reset")
    error = failure(site)
    assert isinstance(error, SourceUnreachable)
    assert "connection broke" in error.problem


def test_a_body_that_ends_early_is_no_page(site: WebSite) -> None:
    site.pages["/story"] = html(STORY, Content_Length="5000")
    assert isinstance(failure(site), SourceUnreachable)


@pytest.mark.parametrize("raw", [b"", b"hello\r\n", b"HTTP/1.1 banana\r\n\r\n", b"\0" * 300_000])
def test_what_does_not_speak_http_is_unreachable(site: WebSite, raw: bytes) -> None:
    site.pages["/story"] = Reply(raw=raw)
    assert isinstance(failure(site), SourceUnreachable)


@pytest.mark.parametrize(
    "head",
    [
        b"200 OK\r\nContent-Length: " + b"9" * 5_000,
        b"200 OK\r\nContent-Length: " + b"9" * 20,
        b"200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFFFF\r\nx",
        b"200 OK\r\nTransfer-Encoding: gzip, chunked",
        b"200 OK\r\n" + b"X: y\r\n" * 50_000,
        b"302 Found\r\nLocation: /" + b"a" * 90_000,
        b"302 Found\r\nLocation: http://xn--a.invalid/",
        b"302 Found\r\nLocation: \xff\xfe",
        b"503 Busy\r\nRetry-After: " + b"9" * 5_000,
        b"503 Busy\r\nDate: x\r\nRetry-After: Mon, 06 Oct 2025 10:00:03 -9999",
        b"101 Switching Protocols\r\nUpgrade: x",
        b"100 Continue\r\n\r\nHTTP/1.1 100 Continue",
        b"999 What",
    ],
    ids=lambda head: repr(head[:50]),
)
def test_an_odd_answer_is_an_error_of_ours(site: WebSite, head: bytes) -> None:
    site.pages["/story"] = Reply(raw=b"HTTP/1.1 " + head + b"\r\n\r\n")
    assert len(str(failure(site))) < 700


@pytest.mark.parametrize(
    ("stated", "kind", "charset"),
    [
        (b'text/html; Charset="UTF-8"', "text/html", "utf-8"),
        (b"TEXT/HTML ;charset = 'latin-1' ;x", "text/html", "latin-1"),
        (b"text/html; charset*=utf-8''%FF; charset*0=a", "text/html", None),
        (b"text/html; xcharset=a", "text/html", None),
        (b"\xff\xfe; charset=\xff", "\xff\xfe", "\xff"),
        (b"", "", None),
    ],
)
def test_a_content_type_is_read_however_it_is_written(
    site: WebSite, stated: bytes, kind: str, charset: str | None
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Type: " + stated
    site.pages["/story"] = Reply(raw=head + b"\r\n\r\nx")
    fetched = fetch(site)
    assert (fetched.content_type, fetched.charset) == (kind, charset)


def test_a_port_on_which_nobody_listens_is_unreachable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{unused.getsockname()[1]}"
        opened = Fetcher(FetchOptions(allow_hosts=(host,)))
        with pytest.raises(SourceUnreachable, match="no connection"):
            opened.fetch(f"http://{host}/")


def test_a_name_that_does_not_exist_is_unreachable() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    opened = Fetcher(resolve=resolve)
    with pytest.raises(SourceUnreachable, match="there is no host") as raised:
        opened.fetch("https://news.example/feed")
    assert raised.value.is_lasting is False


def test_a_resolver_that_does_not_answer_does_not_hold_the_run() -> None:
    stuck = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        stuck.wait(20)
        return []

    start = time.monotonic()
    opened = Fetcher(FetchOptions(timeout_s=0.2), resolve=resolve)
    with pytest.raises(SourceUnreachable, match="not resolved"):
        opened.fetch("http://news.example/")
    stuck.set()
    assert time.monotonic() - start < 3


def test_a_name_that_the_codec_of_names_refuses_is_unreachable() -> None:
    opened = Fetcher()
    with pytest.raises(SourceError):
        opened.fetch(f"http://{'a' * 70}.invalid/")


# Size


def test_a_body_of_a_gigabyte_is_cut_off_and_never_held(site: WebSite) -> None:
    site.pages["/story"] = flood(1_000 * MEGABYTE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()
    error = failure(site, max_bytes=2 * MEGABYTE)
    assert isinstance(error, SourceTooLarge)
    assert "2 MB" in error.problem
    assert time.monotonic() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KiB


def test_a_body_whose_length_is_too_large_is_not_read(site: WebSite) -> None:
    site.pages["/story"] = html(STORY, Content_Length=str(10**9))
    assert isinstance(failure(site), SourceTooLarge)


@pytest.mark.parametrize("size", [2 * MEGABYTE + 1, 200 * MEGABYTE])
def test_a_gzip_bomb_is_refused_by_its_unpacked_size(site: WebSite, size: int) -> None:
    site.pages["/story"] = bomb(size)
    start = time.monotonic()
    assert isinstance(failure(site, max_bytes=2 * MEGABYTE), SourceTooLarge)
    assert time.monotonic() - start < 3


def test_a_bomb_in_a_bomb_is_refused(site: WebSite) -> None:
    packed = gzip.compress(gzip.compress(bytes(50 * MEGABYTE)))
    site.pages["/story"] = html(packed, Content_Encoding="gzip, gzip")
    assert isinstance(failure(site, max_bytes=MEGABYTE), SourceError)


def test_a_packing_of_nothing_ends_as_well(site: WebSite) -> None:
    """Stored blocks of deflate without a byte in them: input for ever, output never."""
    empty = b"\x00\x00\x00\xff\xff" * 20_000
    site.pages["/story"] = Reply(
        200, {"Content-Encoding": "deflate"}, pieces=lambda: iter([b"\x78\x9c", *[empty] * 1_000])
    )
    assert isinstance(failure(site, max_bytes=MEGABYTE), SourceTooLarge)


def test_a_body_of_exactly_the_limit_is_taken(site: WebSite) -> None:
    site.pages["/story"] = html(b"x" * 1_000)
    assert len(fetch(site, max_bytes=1_000).body) == 1_000
    assert isinstance(failure(site, max_bytes=999), SourceTooLarge)


# Manners


def test_what_robots_txt_disallows_is_not_asked_for(site: WebSite) -> None:
    site.pages["/robots.txt"] = html("User-agent: *\nDisallow: /private\n", "text/plain")
    site.pages["/private/a"] = html(STORY)
    opened = fetcher(site)
    opened.fetch(site.url("/story"))
    with pytest.raises(AccessRefused, match=r"robots\.txt") as raised:
        opened.fetch(site.url("/private/a"))
    assert raised.value.is_lasting
    assert [one.path for one in site.asked] == ["/robots.txt", "/story"]


def test_a_rule_for_our_name_goes_before_the_rule_for_all(site: WebSite) -> None:
    site.pages["/robots.txt"] = html(
        "User-agent: *\nDisallow: /\n\nUser-agent: Summarize\nAllow: /\n", "text/plain"
    )
    assert fetch(site).body
    site.pages["/robots.txt"] = html("User-agent: summarize\nDisallow: /\n", "text/plain")
    assert isinstance(failure(site), AccessRefused)


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_txt_allows_all(site: WebSite, status: int) -> None:
    site.pages["/robots.txt"] = fail(status)
    assert fetch(site).body


@pytest.mark.parametrize("reply", [fail(500), fail(503), fail(429), Reply(raw=b"")])
def test_a_robots_txt_that_cannot_be_had_forbids_all_for_this_run(
    site: WebSite, reply: Reply
) -> None:
    site.pages["/robots.txt"] = reply
    opened = fetcher(site)
    for _ in range(2):
        with pytest.raises(SourceUnreachable) as raised:
            opened.fetch(site.url("/story"))
        assert raised.value.is_lasting is False
        assert raised.value.source == site.url("/story")
    assert [one.path for one in site.asked] == ["/robots.txt"]


def test_a_robots_txt_is_followed_to_where_it_moved(site: WebSite) -> None:
    site.pages["/robots.txt"] = redirect("/rules.txt")
    site.pages["/rules.txt"] = html("User-agent: *\nDisallow: /story", "text/plain")
    assert isinstance(failure(site), AccessRefused)


def test_only_the_start_of_a_huge_robots_txt_is_read(site: WebSite) -> None:
    rules = b"User-agent: *\nDisallow: /story\n" + b"# padding\n" * 200_000
    site.pages["/robots.txt"] = html(rules, "text/plain")
    assert isinstance(failure(site), AccessRefused)


@pytest.mark.parametrize(
    "rules", [b"\xff\xfe\x00", b"<html><body>nothing here", b"Disallow: /", b"User-agent: *" * 999]
)
def test_a_robots_txt_that_is_none_says_nothing(site: WebSite, rules: bytes) -> None:
    site.pages["/robots.txt"] = html(rules, "text/plain")
    assert fetch(site).body


def test_robots_txt_counts_where_a_redirect_leads(site: WebSite) -> None:
    site.pages["/robots.txt"] = html("User-agent: *\nDisallow: /story", "text/plain")
    site.pages["/go"] = redirect("/story")
    assert isinstance(failure(site, "/go"), AccessRefused)
    assert site.paths == ["/go"]


def test_robots_txt_can_be_passed_over(site: WebSite) -> None:
    site.pages["/robots.txt"] = html("User-agent: *\nDisallow: /", "text/plain")
    assert fetch(site, obey_robots=False).body
    assert [one.path for one in site.asked] == ["/story"]


def slept(site: WebSite, *paths: str, delay_s: float = 2.0, **more: object) -> list[float]:
    time_ = Time()
    options = FetchOptions(allow_hosts=("127.0.0.1", "one.example", "two.example"), delay_s=delay_s)
    opened = Fetcher(
        options,
        resolve=lambda host, port: ["127.0.0.1"],
        clock=time_.clock,
        sleep=time_.sleep,
    )
    for path in paths:
        opened.fetch(path if "//" in path else site.url(path))
    return time_.slept


def test_pages_of_one_host_are_fetched_at_a_polite_rate(site: WebSite) -> None:
    assert slept(site, "/story", "/story", "/story") == [2.0, 2.0]


def test_hosts_do_not_wait_for_each_other(site: WebSite) -> None:
    one, two = (f"http://{name}.example:{site.port}/story" for name in ("one", "two"))
    assert slept(site, one, two) == []


def test_a_redirect_within_a_host_is_no_new_page(site: WebSite) -> None:
    site.pages["/go"] = redirect("/story")
    assert slept(site, "/go") == []


@pytest.mark.parametrize(("told", "kept"), [("5", 5.0), ("0.5", 2.0), ("3600", 10.0), ("-3", 2.0)])
def test_a_crawl_delay_is_kept_up_to_a_limit(site: WebSite, told: str, kept: float) -> None:
    site.pages["/robots.txt"] = html(f"User-agent: *\nCrawl-delay: {told}", "text/plain")
    assert slept(site, "/story", "/story") == [kept]


def test_threads_share_one_robots_txt_and_one_rate(site: WebSite) -> None:
    time_ = Time()
    options = FetchOptions(allow_hosts=(site.host,), delay_s=1.0)
    opened = Fetcher(options, clock=time_.clock, sleep=time_.slept.append)
    threads = [threading.Thread(target=opened.fetch, args=(site.url("/story"),)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(time_.slept) == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]
    assert sorted(one.path for one in site.asked) == ["/robots.txt"] + ["/story"] * 8


@pytest.mark.parametrize(
    "wrong",
    [
        {"timeout_s": 0},
        {"max_bytes": 0},
        {"max_redirects": -1},
        {"delay_s": -1},
        {"allow_hosts": ("http://news.example",)},
        {"allow_hosts": ("",)},
    ],
)
def test_options_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        FetchOptions(**wrong)  # type: ignore[arg-type]
