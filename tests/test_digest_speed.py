"""What a run costs that has nothing new: of a thousand known articles, none is read again.

Measured is the time of the processor that a process of its own takes, start and end included; of
several runs the cheapest counts, since other work on the machine costs this one its caches.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.digestdesk import MORNING, DigestDesk
from tests.test_digest_web import NEWS, config_for
from tests.webserver import WebSite, html, xml

FEEDS, ENTRIES = 10, 100
MOST_S = 2.0
RUNS = 3
TOLD_BY_MANY = "[stories]\nleast_outlets = 100\n"
PLACES = ("harbour", "council", "bridge", "school", "market", "airport", "museum", "tunnel")


def write_article(number: int) -> str:
    place = f"{PLACES[number % len(PLACES)]} of Alden{number}"
    return (
        f"The {place} will be closed for {number + 2} days, councillor Brandt{number} said on "
        f"Thursday. Repairs cost {number * 7 + 3} marks.\n\nThe mayor of Port{number} asked why "
        f"the {place} had not been looked after."
    )


def measure(desk: DigestDesk) -> float:
    """Run the command; return the seconds of the processor that it took, for itself and in it."""
    command = ("digest", "run", "--config", str(desk.folder / "digest.toml"), "--quiet")
    created = ("--engine", "offline", "--created", desk.now.isoformat())
    process = subprocess.Popen(
        [sys.executable, "-m", "summarize", *command, *created], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process.stdout as out:
        printed = out.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert (process.returncode, printed) == (0, b"nothing new\n")
    return used.ru_utime + used.ru_stime


@pytest.fixture(scope="module")
def site() -> Iterator[WebSite]:
    """Open a site of ten feeds with a hundred entries each, every entry with a page."""
    with WebSite() as opened:
        for number in range(FEEDS * ENTRIES):
            opened.pages[f"/{number}"] = html(write_article(number), kind="text/plain")
        offer_feeds(opened, ETag='"1"')
        yield opened


@pytest.fixture(scope="module")
def feed_desk(tmp_path_factory: pytest.TempPathFactory, site: WebSite) -> DigestDesk:
    """Open a desk that has read all of it."""
    feeds = [f"/feed{number}" for number in range(FEEDS)]
    config = config_for(site, *feeds, more=f"limit = {ENTRIES}\n")
    desk = DigestDesk(tmp_path_factory.mktemp("desk"), config + TOLD_BY_MANY)
    assert desk.run(MORNING).gathered.new == FEEDS * ENTRIES
    return desk


def offer_feeds(site: WebSite, **headers: str) -> None:
    for feed in range(FEEDS):
        items = "".join(
            f"<item><title>Report {number}</title><link>{site.url(f'/{number}')}</link>"
            f"<guid>g{number}</guid><pubDate>{NEWS}</pubDate></item>"
            for number in range(feed * ENTRIES, (feed + 1) * ENTRIES)
        )
        text = f'<rss version="2.0"><channel><title>The Wire</title>{items}</channel></rss>'
        site.pages[f"/feed{feed}"] = xml(text, **headers)


@pytest.mark.parametrize("headers", [{"ETag": '"1"'}, {}], ids=["304", "200"])
def test_feeds_without_news_cost_little_and_no_page_is_fetched(
    feed_desk: DigestDesk, site: WebSite, headers: dict[str, str]
) -> None:
    offer_feeds(site, **headers)
    site.asked.clear()
    assert min(measure(feed_desk) for _ in range(RUNS)) < MOST_S
    assert len(site.paths) == RUNS * FEEDS
    assert {path.rstrip("0123456789") for path in site.paths} == {"/feed"}


def test_a_folder_without_news_costs_little(tmp_path: Path) -> None:
    desk = DigestDesk(tmp_path, f'[[source]]\nfolder = "articles"\n{TOLD_BY_MANY}')
    for number in range(FEEDS * ENTRIES):
        record = {"outlet": "The Wire", "published": "2025-05-01", "text": write_article(number)}
        (tmp_path / "articles" / f"{number}.json").write_text(json.dumps(record), encoding="utf-8")
    assert desk.run(MORNING).gathered.new == FEEDS * ENTRIES
    assert min(measure(desk) for _ in range(RUNS)) < MOST_S
