"""What the store forgets, what it must not, and that the room comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.digest.model import StoryChange
from summarize.digest.store.opening import open_store
from summarize.digest.store.records import Pruned
from summarize.digest.store.store import Store
from summarize.read.fetch import Validators
from tests.samples import BRIEF, EXTRACTION
from tests.storing import DAY, FEED, LATER, NOW, add, arrive, place, tell, title, write_digest

OLD = NOW - 90 * DAY
LIMIT = NOW - 30 * DAY


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    with open_store(store_address) as opened:
        yield opened


def test_a_story_goes_with_its_articles_and_its_briefs(store: Store) -> None:
    place(store, "one", "s1", OLD)
    tell(store, "old", "s1")
    assert store.prune(LIMIT) == Pruned(articles=1, stories=1)
    assert store.window(None) == ()
    assert store.told_stories() == ()
    assert store.told_brief("s1") is None
    assert store.prune(LIMIT) == Pruned()


def test_a_story_that_goes_on_keeps_all_its_articles_and_the_brief_that_was_told(
    store: Store,
) -> None:
    place(store, "one", "s1", OLD)
    (before,) = store.changed_stories()
    store.keep_brief("s1", "another", BRIEF, 1, OLD)
    digest = write_digest("old", {"s1": title("Told")}, OLD)
    store.add_digest(digest, {"s1": before.fingerprint}, [], 1)
    place(store, "two", "s1", NOW)
    (state,) = store.changed_stories()
    assert store.prune(LIMIT) == Pruned(briefs=1)
    assert store.changed_stories() == (state,)
    assert len(store.story_articles("s1")) == 2
    assert store.told_brief("s1") == ("old", title("Told"))


def test_a_story_that_goes_on_remembers_when_it_was_told_first(store: Store) -> None:
    place(store, "one", "s1", OLD)
    tell(store, "first", "s1", created=OLD)
    place(store, "two", "s1", NOW)
    tell(store, "last", "s1")
    assert store.prune(LIMIT) == Pruned(briefs=1, digests=1)
    (told,) = store.told_stories()
    assert (told.first_told, told.last_told) == (OLD, NOW)


def test_an_article_without_a_story_goes_and_its_entry_stays_known(store: Store) -> None:
    add(store, arrive("one", "The ferry sank."), OLD)
    store.refuse(FEED, "two", "f", "no article in it", OLD)
    assert store.prune(LIMIT).articles == 1
    assert store.known(FEED, ["one", "two"]) == {"one": "1", "two": "f"}
    again = arrive("one", "The ferry sank.", fingerprint="2")
    assert add(store, again, NOW) == "same"
    assert store.window(None) == ()
    corrected = arrive("one", "The ferry did not sink.", fingerprint="3")
    assert add(store, corrected, NOW) == "new"


def test_a_replaced_version_goes_and_the_story_stays_as_it_is(store: Store) -> None:
    place(store, "Nine are missing.", "s1", OLD)
    add(store, arrive("Nine are missing.", "Seven are missing."), OLD + DAY)
    place(store, "More.", "s1", NOW)
    state = store.changed_stories()
    assert store.prune(LIMIT) == Pruned(articles=1)
    assert store.changed_stories() == state


def test_an_extraction_goes_when_no_article_needs_it(store: Store) -> None:
    store.keep_extraction(EXTRACTION, "offline", OLD)
    store.keep_extraction(EXTRACTION.model_copy(update={"article_id": "new"}), "offline", NOW)
    assert store.prune(LIMIT) == Pruned(extractions=1)
    assert list(store.extractions([EXTRACTION.article_id, "new"], "offline")) == ["new"]


def test_an_extraction_of_an_article_that_is_kept_stays(store: Store) -> None:
    arrival = arrive("one", "The ferry sank.")
    add(store, arrival, NOW)
    extraction = EXTRACTION.model_copy(update={"article_id": arrival.article.id})
    store.keep_extraction(extraction, "offline", OLD)
    assert store.prune(LIMIT) == Pruned()


def test_the_last_digest_and_those_that_wait_stay(store: Store) -> None:
    for id_, targets in (("sent", ["folder"]), ("waits", ["folder"]), ("last", [])):
        store.add_digest(write_digest(id_, {}, OLD), {}, targets, 1)
    store.note_delivered("sent", "folder", OLD)
    assert store.prune(LIMIT) == Pruned(digests=1)
    assert [head.id for head in store.list_digests(5)] == ["last", "waits"]
    assert [one.digest_id for one in store.pending_deliveries()] == ["waits"]
    assert store.deliveries("sent") == ()
    store.note_attempt_failed("waits", "folder", LATER, "no such folder", is_lasting=True)
    assert store.prune(LIMIT) == Pruned(digests=1)


def test_the_last_run_and_the_last_success_stay(store: Store) -> None:
    for outcome in ("new", "nothing new", "failed", "failed"):
        store.finish_run(store.begin_run(OLD), OLD, outcome, "")
    assert store.prune(LIMIT) == Pruned(runs=2)
    assert [run.outcome for run in store.list_runs(5)] == ["failed", "nothing new"]


def test_a_run_that_goes_on_stays(store: Store) -> None:
    store.begin_run(OLD)
    assert store.prune(LIMIT) == Pruned()


def test_what_pages_looked_like_and_old_changes_go(store: Store) -> None:
    store.keep_validators({"old": Validators("1")}, OLD)
    store.keep_validators({"new": Validators("1")}, NOW)
    change = StoryChange(kind="merged", story_id="a", other_id="b", articles=1)
    store.record_grouping({}, [change], 1, OLD)
    store.prune(LIMIT)
    assert list(store.validators(["old", "new"])) == ["new"]
    assert store.untold_changes() == ()


def test_a_pruned_number_is_never_given_again(store: Store) -> None:
    first = place(store, "one", "s1", OLD)
    store.prune(LIMIT)
    assert place(store, "two", "s1", NOW) > first


def test_the_file_gets_shorter(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    texts = ["".join(chr(97 + number * place % 26) for place in range(9000)) for number in range(9)]
    with open_store(path) as store:
        for number in range(60):
            text = f"{number} {texts[number % 9]}"
            arrival = arrive(str(number), text)
            add(store, arrival, OLD)
    full = path.stat().st_size
    with open_store(path) as store:
        assert store.prune(LIMIT).articles == 60
    assert path.stat().st_size < full / 3
