"""Which addresses are fetched from: how they are written, and what their names turn out to be."""

import ipaddress
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import AddressRefused, SourceUnreachable
from summarize.read.fetch import FetchOptions
from summarize.read.fetch.addresses import is_public
from summarize.read.fetch.fetcher import Fetcher
from summarize.read.fetch.urls import read_url
from tests.webserver import WebSite, html

PUBLIC = "93.184.215.14"

CLOSED = [
    "0.0.0.0",  # noqa: S104 - nothing is bound to it
    "0.1.2.3",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.9.9.9",
    "168.63.129.16",
    "169.254.1.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2002:c0a8:101::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "4000::1",
]
OPEN = [
    PUBLIC,
    "1.1.1.1",
    "100.63.255.255",
    "100.128.0.1",
    "172.32.0.1",
    "223.255.255.255",
    "2606:4700::1111",
    "2a00:1450:4001::1",
    "64:ff9b::5db8:d70e",
    "2002:5db8:d70e::1",
    "::ffff:93.184.215.14",
]


@pytest.mark.parametrize("address", CLOSED)
def test_an_address_in_a_network_of_somebodys_own_is_closed(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", OPEN)
def test_an_address_of_the_internet_is_open(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_what_the_standard_library_calls_private_is_closed(address: ipaddress.IPv4Address) -> None:
    if not address.is_global or address.is_multicast:
        assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_whatever_it_is_carried(
    address: ipaddress.IPv4Address,
) -> None:
    number = int(address)
    carriers = [
        ipaddress.IPv6Address((0xFFFF << 32) | number),
        ipaddress.IPv6Address((0x64FF9B << 96) | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80) | 1),
    ]
    assert {is_public(carrier) for carrier in carriers} == {is_public(address)}


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.1./",
        "http://1.2.3.4.5/",
        "http://999.1.1.1/",
        "http://0/",
        "http://00/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2852039166/",
        "http://localhost/",
        "http://LOCALHOST/",
        "http://localhost./",
        "http://localhost.localdomain/",
        "http://news.localhost/",
        "http://news.example./",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fe80::1%eth0]/",
        "http://[2606:4700::1111%25eth0]/",
        "http://[v1.a]/",
        "http://１２７.０.０.１/",
        "http://127。0。0。1/",
        "http://①②⑦.0.0.1/",
        "http://ｌocalhost/",
        "http://127%2e0%2e0%2e1/",
        "http://%6cocalhost/",
        "http://ann@news.example/",
        "http://ann:secret@news.example/",
        "http://news.example@127.0.0.1/",
        "http://news.example%40127.0.0.1/",
        "http://127.0.0.1\\@news.example/",
        "http://news.example\\.127.0.0.1/",
        "http://news..example/",
        "http://.example/",
        "http://-news.example/",
        "http://ne ws.example/",
        "http://news.example\t/",
        "http://news.example\r\nHost: 127.0.0.1/",
        "http://news.example:22/",
        "http://news.example:25/",
        "http://news.example:6379/",
        "http://news.example:0/",
        "http://news.example:65536/",
        "http://news.example:-1/",
        "http://news.example:8o/",
        "ftp://news.example/",
        "file:///etc/passwd",
        "file://news.example/etc/passwd",
        "gopher://news.example/",
        "javascript:alert(1)",
        "data:text/html,<p>words",
        "//news.example/",
        "news.example",
        "http:///story",
        "http:news.example",
        "http://",
        "",
        "http://" + "a" * 70_000,
    ],
)
def test_an_address_that_is_not_a_public_web_address_is_refused_as_it_is_written(url: str) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    opened = Fetcher(resolve=resolve)
    with pytest.raises(AddressRefused) as raised:
        opened.fetch(url)
    assert raised.value.is_lasting
    assert "secret" not in str(raised.value)
    assert asked == []


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("http://news.example", "http://news.example/"),
        ("HTTPS://News.Example:443/a#b", "https://news.example/a"),
        ("http://news.example:8080/feed", "http://news.example:8080/feed"),
        ("http://müller.example/ä?ö=ü", "http://xn--mller-kva.example/%C3%A4?%C3%B6=%C3%BC"),
        ("http://news_1.example/", "http://news_1.example/"),
        ("http://93.184.215.14/", "http://93.184.215.14/"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
        ("http://1news.example/", "http://1news.example/"),
        ("http://news.0xample/", "http://news.0xample/"),
    ],
)
def test_an_address_of_the_web_is_read(url: str, read: str) -> None:
    parsed = read_url(url, url)
    assert f"{parsed.scheme}://{parsed.netloc.decode()}{parsed.raw_path.decode()}" == read


@given(st.text(alphabet="0123456789abcdefx.:[]%@/\\localhst１２。 ", max_size=25))
def test_no_way_of_writing_an_address_leads_to_a_closed_one(host: str) -> None:
    """Whatever passes is either a name to be looked up, or an address that is open."""
    try:
        parsed = read_url("it", f"http://{host}/")
    except AddressRefused:
        return
    name = parsed.raw_host.decode()
    try:
        packed = socket.inet_aton(name)  # what the system's own reading makes of it
    except (OSError, UnicodeError):
        assert not name.endswith("localhost")
    else:
        assert is_public(ipaddress.IPv4Address(packed))


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite({"/": html("<p>Words")}) as opened:
        yield opened


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "169.254.169.254", "::1", "10.0.0.5", "fe80::1%2"]
)
def test_a_name_that_leads_into_a_closed_network_is_refused(site: WebSite, address: str) -> None:
    opened = Fetcher(resolve=lambda host, port: [address])
    with pytest.raises(AddressRefused, match="not in the public internet"):
        opened.fetch(f"http://news.example:{site.port}/")
    assert site.asked == []


@pytest.mark.parametrize(
    "answers", [[PUBLIC, "127.0.0.1"], ["127.0.0.1", PUBLIC], [PUBLIC, "::ffff:127.0.0.1"]]
)
def test_a_name_with_public_and_closed_addresses_is_refused_whole(
    site: WebSite, answers: list[str]
) -> None:
    opened = Fetcher(resolve=lambda host, port: answers)
    with pytest.raises(AddressRefused):
        opened.fetch(f"http://news.example:{site.port}/")
    assert site.asked == []


def test_what_a_resolver_gives_that_is_no_address_is_refused() -> None:
    opened = Fetcher(resolve=lambda host, port: ["localhost"])
    with pytest.raises(AddressRefused):
        opened.fetch("http://news.example/")


def test_a_name_without_an_address_is_unreachable() -> None:
    opened = Fetcher(resolve=lambda host, port: [])
    with pytest.raises(SourceUnreachable):
        opened.fetch("http://news.example/")


def test_the_connection_goes_to_the_address_that_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rebinding: a name that is public when it is checked and at home when it is connected to."""
    looked_up: list[str] = []
    connected: list[object] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        looked_up.append(host)
        return [PUBLIC] if len(looked_up) == 1 else ["127.0.0.1"]

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", connect)
    opened = Fetcher(FetchOptions(obey_robots=False, delay_s=0), resolve=resolve)
    with pytest.raises(SourceUnreachable):
        opened.fetch("http://rebind.example/")
    assert (looked_up, connected) == (["rebind.example"], [(PUBLIC, 80)])
    with pytest.raises(AddressRefused):
        opened.fetch("http://rebind.example/")
    assert connected == [(PUBLIC, 80)]


def test_a_name_that_is_public_for_robots_txt_alone_gets_no_further(site: WebSite) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    opened = Fetcher(FetchOptions(timeout_s=0.2), resolve=lambda host, port: next(answers))
    for _ in range(2):
        with pytest.raises((SourceUnreachable, AddressRefused)):
            opened.fetch(f"http://rebind.example:{site.port}/")
    assert site.asked == []


def test_the_next_address_is_tried_where_one_does_not_answer(site: WebSite) -> None:
    options = FetchOptions(allow_hosts=("news.example",))
    opened = Fetcher(options, resolve=lambda host, port: ["::1", "127.0.0.1"])
    assert opened.fetch(f"http://news.example:{site.port}/").body == b"<p>Words"
    assert site.asked[-1].headers["Host"] == f"news.example:{site.port}"


@pytest.mark.parametrize("allowed", ["127.0.0.1", "127.0.0.1:{port}"])
def test_a_host_that_the_user_names_is_let_through(site: WebSite, allowed: str) -> None:
    options = FetchOptions(allow_hosts=(allowed.format(port=site.port),))
    opened = Fetcher(options)
    assert opened.fetch(site.url()).body


@pytest.mark.parametrize("allowed", ["127.0.0.1:1", "127.0.0.10", "0.0.1", "localhost", "*"])
def test_no_other_host_is_let_through_with_it(site: WebSite, allowed: str) -> None:
    opened = Fetcher(FetchOptions(allow_hosts=(allowed,)))
    with pytest.raises(AddressRefused):
        opened.fetch(site.url())
    assert site.asked == []


def test_a_host_that_is_let_through_may_have_any_port_and_ipv6_its_brackets() -> None:
    assert read_url("it", "http://intra:6379/", ("Intra",)).port == 6379
    assert read_url("it", "http://[::1]:8000/", ("[::1]:8000",)).host == "::1"
    assert read_url("it", "http://[::1]/", ("::1",)).host == "::1"


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for news.example that nobody vouches for."""
    folder = tmp_path_factory.mktemp("tls")
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=news.example"
        " -addext subjectAltName=DNS:news.example -keyout key.pem -out cert.pem"
    )
    try:
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    return folder


@pytest.fixture
def tls_port(certificate: Path) -> Iterator[tuple[int, list[str | None]]]:
    """Serve one page over TLS, and note the server names that are asked for."""
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(5)

    def serve() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            try:
                with raw, context.wrap_socket(raw, server_side=True) as stream:
                    stream.recv(65_536)
                    stream.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nWords")
            except OSError:
                continue

    thread = threading.Thread(target=serve)
    thread.start()
    yield listener.getsockname()[1], names
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def fetch_over_tls(
    port: int, host: str, monkeypatch: pytest.MonkeyPatch, trusted: Path | None
) -> bytes:
    context = ssl.create_default_context(cafile=trusted)
    if trusted:
        monkeypatch.setattr(Fetcher, "_tls", context)
    options = FetchOptions(allow_hosts=(host,), obey_robots=False, timeout_s=5)
    opened = Fetcher(options, resolve=lambda host, port: ["127.0.0.1"])
    return opened.fetch(f"https://{host}:{port}/").body


def test_the_certificate_is_asked_for_by_name_though_the_address_is_a_number(
    tls_port: tuple[int, list[str | None]], certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, names = tls_port
    assert fetch_over_tls(port, "news.example", monkeypatch, certificate / "cert.pem") == b"Words"
    assert names == ["news.example"]


def test_a_certificate_for_another_name_is_refused(
    tls_port: tuple[int, list[str | None]], certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SourceUnreachable, match="certificate is not valid"):
        fetch_over_tls(tls_port[0], "other.example", monkeypatch, certificate / "cert.pem")


def test_a_certificate_that_nobody_vouches_for_is_refused(
    tls_port: tuple[int, list[str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SourceUnreachable, match="certificate is not valid"):
        fetch_over_tls(tls_port[0], "news.example", monkeypatch, None)
