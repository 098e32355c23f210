"""Speed and the peers' readers: processes of their own, joined articles, budgets of words."""

import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from benchmarks import speed
from benchmarks.__main__ import main
from benchmarks.growing import Spent, grow_story, measure_story
from benchmarks.job import BenchmarkError, Job
from benchmarks.peers import Peer, summarizers
from benchmarks.peers.pages import PEERS as PAGE_PEERS
from benchmarks.peers.pages import PageReader
from benchmarks.processes import Cost, measure_reading, read_all, time_alternating
from benchmarks.speed import fit_exponent, join_articles

TEXTS = ("One boat left the port.\n\nIt came back.", "Two of the ferries sank at night.")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job("speed", "dev", tmp_path, tmp_path / "kept")


def test_a_joined_article_has_the_words_asked_for_and_each_article_first_once() -> None:
    article = join_articles(TEXTS, 16)
    assert len(article.split()) == 16
    assert article == "\n\n".join([*TEXTS, "One"])


def test_an_article_that_comes_again_is_worded_otherwise() -> None:
    article = join_articles(TEXTS, 42)
    assert article.count("the port") == 1
    assert article.count("this port") == 1
    assert article.count("that port") == 1


def test_articles_without_words_cannot_be_joined() -> None:
    with pytest.raises(ValueError, match="no words"):
        join_articles([" ", ""], 10)


@pytest.mark.parametrize("power", [1.0, 1.5, 2.0])
def test_the_exponent_is_the_power_by_which_costs_grow(power: float) -> None:
    sizes = (100.0, 1000.0, 10_000.0)
    assert fit_exponent(sizes, [3 * size**power for size in sizes]) == pytest.approx(power)


def test_a_reading_is_warmed_up_and_then_reads_every_text() -> None:
    seen: list[str] = []
    cost = read_all(seen.append, TEXTS)
    assert tuple(seen[1:]) == TEXTS
    assert cost.cpu_s >= 0
    assert 1 < cost.peak_mb < 100_000


def test_our_engine_reads_in_a_process_of_its_own() -> None:
    text = (
        "Ines Halloran said that 40 ferries had been lost in the harbour of Port Amsel on Monday."
    )
    assert measure_reading("ours", [text]).cpu_s > 0


def test_a_process_that_fails_is_an_error_with_its_message() -> None:
    with pytest.raises(BenchmarkError, match="no such luck"):
        time_alternating([[sys.executable, "-c", "raise SystemExit('no such luck')"]], 1)


def test_commands_are_timed_in_turn_and_a_first_round_is_not_counted(tmp_path: Path) -> None:
    log = tmp_path / "log"
    note = f"import sys; print(sys.argv[1], end='', file=open({str(log)!r}, 'a'))"
    times = time_alternating([[sys.executable, "-c", note, name] for name in "ab"], 2)
    assert log.read_text(encoding="utf-8") == "ababab"
    assert all(time > 0 for time in times)


def fake_reading(costs: Sequence[float]) -> Callable[[str, Sequence[str]], Cost]:
    left = iter(costs)
    return lambda _system, _texts: Cost(cpu_s=next(left), peak_mb=70.0)


def test_throughput_is_the_best_round_beside_the_installed_peer(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        name, version = "spaCy sm", "3.8"

    monkeypatch.setattr(speed, "NAME_PEERS", [Installed()])
    monkeypatch.setattr(speed, "measure_reading", fake_reading([2, 8, 1, 4, 3, 9]))
    found = list(speed.measure_throughput(job, TEXTS))
    assert [(line.measure, line.ours, dict(line.peers)) for line in found] == [
        ("articles a second a core", 2.0, {"spaCy sm": 0.5}),
        ("times as fast as spaCy sm", 4.0, {}),
    ]


def test_without_the_peer_there_is_no_ratio(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "NAME_PEERS", [])
    monkeypatch.setattr(speed, "measure_reading", fake_reading([2, 1, 4]))
    found = list(speed.measure_throughput(job, TEXTS))
    assert [(line.measure, line.ours, dict(line.peers)) for line in found] == [
        ("articles a second a core", 2.0, {})
    ]


def test_growth_and_memory_are_of_our_own_processes(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speed, "measure_reading", fake_reading([1, 10, 100, 1, 1]))
    (growth,) = speed.measure_growth(job, TEXTS)
    assert (growth.measure, growth.ours) == ("growth exponent", 1.0)
    assert growth.details == {
        "cost": "2,000 words 1.00 s, 20,000 words 10.00 s, 200,000 words 100.00 s"
    }
    peaks = [(line.measure, line.ours) for line in speed.measure_memory(job, TEXTS)]
    assert peaks == [("peak MB, 20,000 words", 70.0), ("peak MB, all articles", 70.0)]


def test_the_brief_of_a_folder_is_timed_beside_lexrank(
    job: Job, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("b.txt", "a.txt", "README.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    asked: list[Sequence[str]] = []

    def time(commands: Sequence[Sequence[str]], _rounds: int) -> list[float]:
        asked.extend(commands)
        return [1.5, 0.5]

    monkeypatch.setattr(speed, "time_alternating", time)
    found = list(speed.measure_brief(job, tmp_path))
    assert [(line.measure, line.ours, dict(line.peers)) for line in found] == [
        ("brief, s", 1.5, {"sumy LexRank": 0.5}),
        ("brief, time over sumy LexRank", 3.0, {}),
    ]
    assert asked[0][2:4] == ["summarize", "brief"]
    assert asked[0][-2:] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert asked[1][-1] == str(tmp_path)


def test_the_story_of_a_folder_is_grown_and_its_costs_fitted(
    job: Job, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(MODEL, encoding="utf-8")
    sizes: list[int] = []

    def measure(texts: Sequence[str]) -> Spent:
        sizes.append(len(texts))
        return Spent(reading_s=len(texts), merging_s=len(texts) ** 2, peak_mb=len(texts))

    monkeypatch.setattr(speed, "measure_story", measure)
    merge, brief, peak = speed.measure_stories(job, tmp_path)
    assert sizes == [10, 100, 1000]
    assert (merge.measure, merge.ours) == ("merge growth exponent", 2.0)
    assert (brief.measure, 1 < brief.ours < 2) == ("brief growth exponent", True)
    assert str(merge.details["cost"]).startswith("10 articles 100.00 s, 100 articles")
    assert (peak.measure, peak.ours) == ("peak MB, 1,000 articles of one story", 1000.0)


MODEL = (
    "Harbour Minister Lena Okafor said on Tuesday that about 40 boats had been lost.\n"
    "The soldiers of Port Amsel searched the bay for 3 days. Jonas Quill said that many men "
    "were missing, and that the town had never seen such a storm.\n"
    "Nobody knows who will pay for the boats, Lena Okafor told the council of Port Amsel."
)


def test_a_grown_story_is_always_the_same_and_hardly_two_articles_of_it_are() -> None:
    story = list(grow_story([MODEL], 30))
    assert story == list(grow_story([MODEL], 30))
    assert len(set(story)) > 25
    told = " ".join(story)
    assert "stated" in told
    assert "about 40" in told
    assert len(set(re.findall(r"\d+ boats", told))) > 1
    assert len(set(re.findall(r"[A-Z]\w+ [A-Z]\w+(?= told the council)", told))) > 1


def test_a_grown_story_is_made_into_a_brief_in_a_process_of_its_own() -> None:
    spent = measure_story(list(grow_story([MODEL], 3)))
    assert spent.reading_s > 0
    assert spent.merging_s > 0
    assert 1 < spent.peak_mb < 100_000


def test_without_its_data_speed_names_what_it_leaves_out_and_times_the_brief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(speed, "time_alternating", lambda *_: [1.0, 2.0])
    monkeypatch.setattr(speed, "measure_stories", lambda *_: [])
    assert main(["speed", "--data", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    measures = [json.loads(line)["measure"] for line in printed.out.splitlines()]
    assert measures == ["brief, s", "brief, time over sumy LexRank"]
    gold = tmp_path / "polnear/dev.jsonl"
    assert printed.err == f"speed, growth and memory: no data at {gold}\n"


STORIES = (
    "The ferry sank at dawn. Nobody was hurt. Divers went down at noon.",
    "The harbour was closed. The ferry was old.",
)


def test_the_round_robin_takes_each_articles_sentences_in_turn() -> None:
    read = summarizers.load_round_robin()
    assert read(STORIES, 13) == "The ferry sank at dawn. The harbour was closed. Nobody was hurt."


def test_the_lead_is_the_first_words_of_the_first_article() -> None:
    assert summarizers.load_lead()(STORIES, 7) == "The ferry sank at dawn. Nobody was"


def test_a_budget_takes_what_fits_the_first_first() -> None:
    assert list(summarizers.fill_budget(["a b c", "d e f", "g"], 4)) == ["a b c", "g"]


@pytest.mark.parametrize("name", ["sumy LexRank", "sumy TextRank", "sumy Luhn", "sumy LSA"])
def test_a_summarizer_of_sumy_takes_whole_sentences_within_its_budget(name: str) -> None:
    peer = next(peer for peer in summarizers.PEERS if peer.name == name)
    summary = peer.load()(STORIES, 10)
    cut = summarizers.Tokenizer().to_sentences
    sentences = [sentence for text in STORIES for sentence in cut(text)]
    taken = cut(summary)
    assert 0 < len(summary.split()) <= 10
    assert list(taken) == [sentence for sentence in sentences if sentence in taken]


@pytest.mark.parametrize("peer", PAGE_PEERS, ids=lambda peer: peer.name)
def test_a_page_reader_gives_the_articles_text(peer: Peer[PageReader]) -> None:
    sentences = "The council voted on Monday to close the harbour, which is old. " * 12
    html = f"<html><body><article><h1>Harbour</h1><p>{sentences}</p></article></body></html>"
    text = peer.load()(html.encode())
    assert "vote" in text
    assert "<p>" not in text
