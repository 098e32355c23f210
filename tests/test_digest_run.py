"""A digest's run: what is told, what is held back, and the three states that are never confused."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from summarize.digest.model import Digest, StoryChange
from summarize.digest.run import Step
from summarize.digest.stories import Grouping, Item
from summarize.errors import DigestBusy, StoreUnavailable
from summarize.merge.strangers import Sifted
from summarize.model import Brief
from summarize.verify import load_brief
from tests.digestdesk import FOLDER, MORNING, TO_FOLDER, DigestDesk
from tests.stories import DAM, FERRY

ROOT = Path(__file__).parents[1]


@pytest.fixture
def digest_desk(tmp_path: Path) -> DigestDesk:
    desk = DigestDesk(tmp_path)
    desk.write(DAM)
    return desk


def test_a_second_run_has_nothing_new_and_delivers_nothing(digest_desk: DigestDesk) -> None:
    assert digest_desk.run().outcome == "new"
    before = snapshot(digest_desk.folder / "out")
    report = digest_desk.run()
    assert (report.outcome, report.digest_id) == ("nothing new", None)
    assert snapshot(digest_desk.folder / "out") == before


def snapshot(folder: Path) -> dict[Path, tuple[bytes, int]]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one: (one.read_bytes(), one.stat().st_mtime_ns) for one in files}


def test_a_number_that_one_article_changes_is_named(digest_desk: DigestDesk) -> None:
    digest_desk.run()
    digest_desk.write({"courier": DAM["courier"].replace("9,000", "7,500")})
    digest = digest_desk.digest(digest_desk.run().digest_id)
    (story,) = digest.stories
    assert story.diff is not None
    (change,) = [one for one in story.diff.changes if one.kind == "revised"]
    assert "9,000" in str(change.before)
    assert "7,500" in str(change.after)
    assert story.last_told == "2025-05-02"


def test_two_stories_are_two_entries_and_one_that_is_quiet_is_said_to_be(
    digest_desk: DigestDesk,
) -> None:
    digest_desk.write(FERRY)
    first = digest_desk.digest(digest_desk.run().digest_id)
    assert len(first.stories) == 2
    assert {len(one.brief.articles) for one in first.stories} == {3}
    digest_desk.write({"argus": FERRY["argus"].replace("240", "260")})
    second = digest_desk.digest(digest_desk.run().digest_id)
    (told,), (quiet,) = second.stories, second.quiet
    assert {told.story_id, quiet.story_id} == {one.story_id for one in first.stories}
    assert not quiet.is_over
    assert quiet.last_told == first.id


def test_what_was_told_of_a_story_that_merges_into_another_is_not_new_there(
    digest_desk: DigestDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest_desk.write({key: FERRY[key] for key in ("argus", "beacon")})
    first = digest_desk.digest(digest_desk.run().digest_id)
    ferry, dam = sorted(first.stories, key=lambda one: len(one.brief.articles))

    def merge(items: Iterable[Item], *, window_days: int) -> Grouping:
        homes = {one.ref: dam.story_id for one in items if one.story_id != dam.story_id}
        change = StoryChange(
            kind="merged", story_id=ferry.story_id, other_id=dam.story_id, articles=2
        )
        return Grouping(homes, (change,))

    monkeypatch.setattr("summarize.digest.placing.group_articles", merge)
    monkeypatch.setattr("summarize.merge.brief.sift_articles", lambda found: Sifted(tuple(found)))
    digest_desk.write({"chronicle": FERRY["chronicle"]})
    second = digest_desk.digest(digest_desk.run().digest_id)
    (story,) = second.stories
    assert story.diff is not None
    assert len(story.brief.articles) == 6
    new = [one for one in story.diff.changes if one.kind == "new"]
    assert new
    assert {outlet for one in new for outlet in one.outlets} == {"The Chronicle"}
    assert [one.kind for one in second.changes] == ["merged"]


def test_an_article_that_says_nothing_new_makes_no_digest(digest_desk: DigestDesk) -> None:
    digest_desk.run()
    digest_desk.write({"gazette": DAM["herald"]})
    report = digest_desk.run()
    assert (report.outcome, report.gathered.new) == ("nothing new", 1)
    assert digest_desk.run().outcome == "nothing new"


def test_a_story_of_one_outlet_is_held_back_until_there_is_another(tmp_path: Path) -> None:
    desk = DigestDesk(tmp_path)
    desk.write({"argus": FERRY["argus"]})
    report = desk.run()
    assert report.outcome == "nothing new"
    assert "1 story held back" in report.note
    desk.write({"beacon": FERRY["beacon"]})
    assert len(desk.digest(desk.run().digest_id).stories) == 1


def test_what_is_held_back_stands_in_the_digest_with_its_reason(digest_desk: DigestDesk) -> None:
    digest_desk.write({"argus": FERRY["argus"]})
    digest = digest_desk.digest(digest_desk.run().digest_id)
    (held,) = digest.held_back
    assert held.reason == "1 outlet, and a story needs 2"


def test_what_a_run_without_a_digest_left_out_is_told_by_the_next_one_once(
    tmp_path: Path,
) -> None:
    desk = DigestDesk(tmp_path)
    (tmp_path / "articles" / "list.json").write_text('{"text": "Too short."}')
    assert desk.run().outcome == "nothing new"
    desk.write(DAM)
    digest = desk.digest(desk.run().digest_id)
    assert [one.article for one in digest.held_back] == ["articles/list.json"]
    desk.write(FERRY)
    assert desk.digest(desk.run().digest_id).held_back == ()


def test_the_story_of_most_outlets_goes_first_and_the_rest_is_held_back(
    digest_desk: DigestDesk,
) -> None:
    digest_desk.configure(FOLDER + TO_FOLDER + "[stories]\nmost = 1\n")
    digest_desk.write({key: FERRY[key] for key in ("argus", "beacon")})
    digest = digest_desk.digest(digest_desk.run().digest_id)
    (story,) = digest.stories
    assert "dam" in story.brief.title.lower()
    assert [one.reason for one in digest.held_back] == ["past the 1 story that a digest tells"]
    assert digest_desk.run().outcome == "nothing new"


def test_a_story_with_too_few_origins_is_held_back(digest_desk: DigestDesk) -> None:
    digest_desk.configure(FOLDER + TO_FOLDER + "[stories]\nleast_origins = 50\n")
    report = digest_desk.run()
    assert report.outcome == "nothing new"
    assert "1 story held back" in report.note


def test_outlet_language_and_family_of_the_source_go_before_the_articles_own(
    tmp_path: Path,
) -> None:
    source = FOLDER + 'outlet = "The Bugle"\nfamily = "Bugle Group"\nlanguage = "en"\n'
    desk = DigestDesk(tmp_path, source + "[stories]\nleast_outlets = 1\n")
    desk.write(DAM)
    (story,) = desk.digest(desk.run().digest_id).stories
    assert {one.outlet for one in story.brief.articles} == {"The Bugle"}
    assert [one.publisher for one in story.brief.families] == ["Bugle Group"]


def test_a_folder_that_is_not_there_is_no_silence(digest_desk: DigestDesk) -> None:
    digest_desk.run()
    shutil.move(digest_desk.folder / "articles", digest_desk.folder / "elsewhere")
    report = digest_desk.run()
    assert report.outcome == "could not fetch"
    assert [one.source for one in report.gathered.unread] == ["articles"]
    shutil.move(digest_desk.folder / "elsewhere", digest_desk.folder / "articles")
    assert digest_desk.run().outcome == "nothing new"


def test_news_of_one_source_is_told_where_another_is_silent(digest_desk: DigestDesk) -> None:
    digest_desk.configure(FOLDER + '[[source]]\nfolder = "gone"\n' + TO_FOLDER)
    report = digest_desk.run()
    digest = digest_desk.digest(report.digest_id)
    assert report.outcome == "new"
    assert [one.source for one in digest.unread] == ["gone"]


def test_a_run_that_breaks_off_has_failed_and_says_why(
    digest_desk: DigestDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Brief:
        raise StoreUnavailable("digest.sqlite", "the printer is on fire")

    monkeypatch.setattr("summarize.digest.telling.StoryTeller.tell", refuse)
    with pytest.raises(StoreUnavailable):
        digest_desk.run()
    with digest_desk.store() as store:
        (run,) = store.list_runs(5)
    assert (run.outcome, run.stage, run.note) == (
        "failed",
        "brief",
        "digest.sqlite: the printer is on fire",
    )
    monkeypatch.undo()
    assert digest_desk.run().outcome == "new"


def test_a_run_that_is_asked_to_stop_goes_on_the_next_time(digest_desk: DigestDesk) -> None:
    steps: list[Step] = []
    report = digest_desk.run(should_stop=lambda: len(steps) > 1, watch=steps.append)
    assert report.outcome == "interrupted"
    assert digest_desk.run().outcome == "new"


def test_each_stage_says_how_far_it_is(digest_desk: DigestDesk) -> None:
    steps: list[Step] = []
    digest_desk.run(watch=steps.append)
    assert [(one.stage, one.done, one.total) for one in steps if one.stage == "read"] == [
        ("read", n, 3) for n in range(3)
    ]
    assert {one.stage for one in steps} == {"read", "brief"}


def test_a_second_run_at_once_says_so(digest_desk: DigestDesk) -> None:
    with digest_desk.store() as store, store.claim(), pytest.raises(DigestBusy, match="another"):
        digest_desk.run()


def test_what_is_older_than_it_is_kept_is_forgotten_and_not_told_anew(
    digest_desk: DigestDesk,
) -> None:
    digest_desk.configure(FOLDER + TO_FOLDER + "[store]\nkeep_days = 1\n")
    digest_desk.run()
    late = MORNING.replace(day=30)
    assert digest_desk.run(late).outcome == "nothing new"
    assert digest_desk.run(late.replace(hour=9)).outcome == "nothing new"


def test_what_the_digest_writes_is_no_article_of_a_folder_around_it(tmp_path: Path) -> None:
    desk = DigestDesk(tmp_path, '[[source]]\nfolder = "."\n' + TO_FOLDER)
    desk.write(DAM)
    assert desk.digest(desk.run().digest_id).held_back == ()
    for _ in range(2):
        report = desk.run()
        assert (report.outcome, report.gathered.new) == ("nothing new", 0)


def test_what_went_to_another_story_has_not_gone_quiet(digest_desk: DigestDesk) -> None:
    """A story that splits takes along what was told of it."""
    told = digest_desk.digest(digest_desk.run().digest_id).stories[0].story_id
    with digest_desk.store() as store:
        (post,) = [one for one in store.story_articles(told) if one.article.outlet == "The Post"]
        store.record_grouping({post.ref: "s0ther"}, (), 1, digest_desk.now)
    digest_desk.write({"herald": DAM["herald"].replace("12,000", "13,000")})
    (story,) = digest_desk.digest(digest_desk.run().digest_id).stories
    assert story.diff is not None
    assert "The Post" not in {outlet for one in story.brief.articles if (outlet := one.outlet)}
    assert "revised" in {one.kind for one in story.diff.changes}
    assert "gone quiet" not in {one.kind for one in story.diff.changes}


def test_a_digest_of_a_day_long_past_is_not_given_up_at_once(digest_desk: DigestDesk) -> None:
    (digest_desk.folder / "out").write_text("mine")
    assert [one.state for one in digest_desk.run().undelivered] == ["pending"]
    (digest_desk.folder / "out").unlink()
    assert digest_desk.run().undelivered == ()
    assert len(digest_desk.delivered) == 1


def test_a_number_that_nobody_counts_to_does_not_cost_the_digest(digest_desk: DigestDesk) -> None:
    digest_desk.write({"post": f"{DAM['post']} The dam cost {'9' * 400} marks, said Ana Kovar."})
    report = digest_desk.run()
    assert digest_desk.digest(report.digest_id).stories
    assert digest_desk.delivered == [report.digest_id]


def test_a_brief_of_the_folder_can_be_verified(digest_desk: DigestDesk) -> None:
    digest_desk.run()
    (file,) = (digest_desk.folder / "out" / "2025-05-02").glob("s*.json")
    assert load_brief(str(file)).brief.articles


def test_the_same_sources_give_the_same_bytes_in_another_place(tmp_path: Path) -> None:
    made = []
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        desk = DigestDesk(tmp_path / name)
        desk.write(dict(sorted(DAM.items(), reverse=name == "there")))
        desk.run()
        made.append((desk.folder / "out" / "2025-05-02" / "digest.json").read_bytes())
    assert made[0] == made[1]


def test_each_database_remembers_the_same(tmp_path: Path, store_address: str) -> None:
    store = f'[store]\naddress = "{store_address}"\n'
    desk = DigestDesk(tmp_path, FOLDER + TO_FOLDER + store)
    desk.write(DAM)
    assert [desk.run().outcome for _ in range(2)] == ["new", "nothing new"]
    desk.write({"courier": DAM["courier"].replace("9,000", "7,500")})
    assert desk.run().outcome == "new"
    assert desk.delivered == ["2025-05-02", "2025-05-02-2"]
    with desk.open().open_store() as opened, opened.claim(), pytest.raises(DigestBusy):
        desk.run()


def command(folder: Path, *words: str, code: int = 0) -> str:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-m", "summarize", "digest", *words],
        cwd=folder, env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == code, ended.stderr
    return ended.stdout


def test_the_commands_of_a_clean_clone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    command(tmp_path, "init")
    assert "1 new story" in command(tmp_path, "run")
    (digest_id,) = [one.name for one in (tmp_path / "digests").iterdir() if one.is_dir()]
    assert "nothing new" in command(tmp_path, "run", "--fail-if-empty", code=5)
    article = tmp_path / "seeds" / "02_tradewind-daily.txt"
    text = article.read_text(encoding="utf-8")
    assert "14,000" in text or "12,500" in text
    article.write_text(text.replace("14,000", "16,500").replace("12,500", "16,500"), "utf-8")
    assert "1 story with news" in command(tmp_path, "run")
    shown = command(tmp_path, "show", "latest")
    assert "revised" in shown
    assert "16,500" in shown
    listed = read_lines(command(tmp_path, "list", "--format", "jsonl"))
    assert [one["id"] for one in listed] == [f"{digest_id}-2", digest_id]
    outcomes = [one["outcome"] for one in read_lines(
        command(tmp_path, "list", "--runs", "--format", "jsonl")
    )]  # fmt: skip
    assert outcomes == ["new", "nothing new", "new"]
    assert Digest.model_validate_json(command(tmp_path, "show", digest_id, "--format", "json"))
    assert command(tmp_path, "health").startswith("ok")
    command(tmp_path, "show", "nothing-like-it", code=2)


def read_lines(text: str) -> Sequence[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]
