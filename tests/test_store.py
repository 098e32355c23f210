"""What the store keeps, and hands out again: the same of SQLite and of PostgreSQL."""

import datetime as dt
from collections.abc import Iterator

import pytest

from summarize.digest.model import StoryChange, Trouble
from summarize.digest.store.opening import open_store
from summarize.digest.store.records import Silence, StoredArticle, ToldStory
from summarize.digest.store.store import Store
from summarize.model import LeftOut
from summarize.read.fetch import Validators
from tests.samples import BRIEF, EXTRACTION
from tests.storing import (
    DAY,
    FEED,
    LATER,
    NOW,
    add,
    arrive,
    place,
    tell,
    title,
    write_article,
    write_digest,
)


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    with open_store(store_address) as opened:
        yield opened


# The store itself


def test_a_store_keeps_its_uid(store_address: str) -> None:
    with open_store(store_address) as store:
        uid = store.uid
    with open_store(store_address) as store:
        assert store.uid == uid


def test_times_come_back_in_utc(store: Store) -> None:
    eastern = dt.timezone(dt.timedelta(hours=-5))
    store.begin_run(NOW.astimezone(eastern))
    (run,) = store.list_runs(5)
    assert run.started == NOW
    assert run.started.utcoffset() == dt.timedelta(0)


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="without a zone"):
        store.begin_run(NOW.replace(tzinfo=None))


# Runs


def test_a_run_is_known_by_its_stage_and_then_by_its_outcome(store: Store) -> None:
    run_id = store.begin_run(NOW)
    store.note_stage(run_id, "group")
    (run,) = store.list_runs(5)
    assert (run.stage, run.outcome, run.finished) == ("group", None, None)
    store.finish_run(run_id, LATER, "new", "3 stories", "2026-11-27")
    (run,) = store.list_runs(5)
    assert (run.outcome, run.finished, run.note) == ("new", LATER, "3 stories")
    assert run.digest_id == "2026-11-27"


def test_a_run_that_never_ended_was_interrupted(store: Store) -> None:
    dead = store.begin_run(NOW)
    store.note_stage(dead, "brief")
    alive = store.begin_run(LATER)
    assert [(run.id, run.outcome) for run in store.list_runs(5)] == [
        (alive, None),
        (dead, "interrupted"),
    ]
    assert store.list_runs(5)[1].stage == "brief"


def test_runs_are_listed_from_the_newest(store: Store) -> None:
    runs = [store.begin_run(NOW + number * DAY) for number in range(4)]
    assert [run.id for run in store.list_runs(3)] == runs[:0:-1]


# Sources


def test_what_a_page_looked_like_is_known_by_its_name(store: Store) -> None:
    seen = {"https://a.example/": Validators('"1"', None), "b.txt": Validators(None, "Fri")}
    store.keep_validators(seen, NOW)
    store.keep_validators({"b.txt": Validators('"2"', "Sat")}, LATER)
    names = ["https://a.example/", "b.txt", "c"]
    assert store.validators(names) == seen | {"b.txt": Validators('"2"', "Sat")}


def test_thousands_of_names_are_asked_for_at_once(store: Store) -> None:
    names = [f"https://a.example/{number}" for number in range(3000)]
    store.keep_validators({name: Validators(name) for name in names}, NOW)
    assert store.validators(names) == {name: Validators(name) for name in names}


def test_a_source_is_silent_since_it_first_did_not_answer(store: Store) -> None:
    store.note_answers([], [Trouble(source="a", problem="time-out")], NOW)
    again = [Trouble(source="a", problem="gone"), Trouble(source="a", problem="gone for good")]
    store.note_answers(["b"], again, LATER)
    assert store.silent_sources() == (Silence("a", NOW, "gone for good"),)
    store.note_answers(["a"], [], LATER)
    assert store.silent_sources() == ()


def test_an_entry_is_settled_by_its_article_or_by_a_refusal(store: Store) -> None:
    add(store, arrive("one", "The ferry sank."), NOW)
    store.refuse(FEED, "two", "f", "no article in it", NOW)
    assert store.known(FEED, ["one", "two", "three"]) == {"one": "1", "two": "f"}
    assert store.known("https://other.example/feed", ["one", "two"]) == {}


@pytest.mark.parametrize("key", ["nul \0", "half a pair \ud83d", "back\\slash", "ø ☃ 𝟙", ""])
def test_an_entry_may_be_called_anything(store: Store, key: str) -> None:
    add(store, arrive(key, "The ferry sank."), NOW)
    store.refuse(key, key, key, key, NOW)
    store.keep_validators({key: Validators(key, key)}, NOW)
    assert store.known(FEED, [key]) == {key: "1"}
    assert list(store.known(key, [key])) == list(store.validators([key])) == [key]
    store.note_unread([Trouble(source=f"at {key}", problem="gone")], NOW)
    assert len(store.untold_unread()) == 1


def test_a_refusal_gives_way_to_an_article(store: Store) -> None:
    store.refuse(FEED, "one", "1", "no article in it", NOW)
    assert add(store, arrive("one", "The ferry sank.", fingerprint="2"), NOW) == "new"
    assert store.known(FEED, ["one"]) == {"one": "2"}


def test_an_article_stays_when_its_page_is_refused_later(store: Store) -> None:
    add(store, arrive("one", "The ferry sank."), NOW)
    store.refuse(FEED, "one", "2", "gone", NOW)
    assert store.known(FEED, ["one"]) == {"one": "2"}
    assert len(store.window(None)) == 1


# Articles


def test_the_same_text_again_renews_the_fingerprint_alone(store: Store) -> None:
    assert add(store, arrive("one", "The ferry sank."), NOW) == "new"
    before = store.window(None)
    again = arrive("one", "The ferry sank.", fingerprint="2")
    assert add(store, again, LATER) == "same"
    assert store.known(FEED, ["one"]) == {"one": "2"}
    assert store.window(None) == before


def test_one_text_in_two_sources_is_two_articles(store: Store) -> None:
    text = "The ferry sank."
    other = arrive("one", text, source="https://other.example/feed")
    assert store.add_articles([arrive("one", text), other], NOW) == ("new", "new")
    assert len(store.window(None)) == 2


def test_a_correction_takes_the_place_of_what_it_corrects(store: Store) -> None:
    old = place(store, "Nine are missing.", "s1")
    corrected = arrive("Nine are missing.", "Seven are missing.")
    assert add(store, corrected, LATER) == "corrected"
    (item,) = store.window(None)
    assert (item.story_id, item.ref == old) == ("s1", False)
    assert [kept.article.text for kept in store.story_articles("s1")] == ["Seven are missing."]


def test_a_correction_taken_back_is_a_version_of_its_own(store: Store) -> None:
    for text in ("Nine are missing.", "Seven are missing.", "Nine are missing."):
        add(store, arrive("one", text), NOW)
    (item,) = store.window(None)
    (kept,) = store.articles_by_ref([item.ref])
    assert kept.article.text == "Nine are missing."


def test_an_entry_that_comes_twice_in_one_feed_is_corrected_by_its_second(store: Store) -> None:
    twice = [arrive("one", "Nine are missing."), arrive("one", "Seven are missing.")]
    assert store.add_articles(twice, NOW) == ("new", "corrected")
    assert len(store.window(None)) == 1


def test_an_undated_article_is_of_the_day_on_which_it_came_and_stays_so(store: Store) -> None:
    add(store, arrive("one", "Nine are missing."), NOW)
    add(store, arrive("one", "Seven are missing."), NOW + 3 * DAY)
    (item,) = store.window(None)
    assert item.day == NOW.date()


def test_the_window_has_placed_articles_from_its_first_day_and_all_that_have_no_place(
    store: Store,
) -> None:
    today = NOW.date()
    days = {"old": today - 9 * DAY, "edge": today - 2 * DAY, "new": today}
    for key, day in days.items():
        add(store, arrive(key, key, day), NOW)
    homes = {item.ref: "s1" for item in store.window(None)}
    store.record_grouping(homes, [], 1, NOW)
    add(store, arrive("late", "late", today - 30 * DAY), NOW)
    found = [item.signature for item in store.window(today - 2 * DAY)]
    assert found == [b"edge", b"new", b"late"]
    assert len(store.window(None)) == 4


def test_signatures_are_renewed(store: Store) -> None:
    for key in ("one", "two"):
        add(store, arrive(key, key), NOW)
    first, second = store.window(None)
    assert (first.signature, first.signature_version) == (b"one", "v1")
    store.set_signatures({first.ref: b"ONE"}, "v2")
    first, second = store.window(None)
    assert (first.signature, first.signature_version) == (b"ONE", "v2")
    assert (second.signature, second.signature_version) == (b"two", "v1")


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    arrival = arrive("one", "Café “Lind”\n\n𝟙 \u2028 \x00 end.")
    add(store, arrival, NOW)
    (item,) = store.window(None)
    (kept,) = store.articles_by_ref([item.ref, 99])
    assert kept == StoredArticle(item.ref, arrival.article)


# Remarks


def test_a_remark_may_hold_what_no_column_of_text_can(store: Store) -> None:
    store.note_unread([Trouble(source="https://a.example/\0", problem="is \0")], NOW)
    store.note_left_out([LeftOut(article="b.txt", reason="is \0")], NOW)
    assert store.untold_unread() == (Trouble(source=r"https://a.example/\x00", problem=r"is \x00"),)
    assert store.untold_left_out() == (LeftOut(article="b.txt", reason=r"is \x00"),)


# Stories


def test_a_story_is_changed_until_what_it_has_is_settled(store: Store) -> None:
    place(store, "one", "s1")
    (state,) = store.changed_stories()
    store.settle_stories({"s1": state.fingerprint})
    assert store.changed_stories() == ()
    ref = place(store, "two", "s1")
    (changed,) = store.changed_stories()
    assert changed.fingerprint != state.fingerprint
    assert changed.refs == (*state.refs, ref)
    store.settle_stories({"s1": state.fingerprint})  # of the articles before
    assert len(store.changed_stories()) == 1


def test_many_stories_are_settled_at_once(store: Store) -> None:
    for story_id in ("s1", "s2", "s3"):
        place(store, story_id, story_id)
    states = store.changed_stories()
    store.settle_stories({state.id: state.fingerprint for state in states[:2]})
    store.settle_stories({})
    assert store.changed_stories() == states[2:]


def test_a_corrected_article_changes_its_story(store: Store) -> None:
    place(store, "Nine are missing.", "s1")
    tell(store, "2026-11-27", "s1")
    assert store.changed_stories() == ()
    add(store, arrive("Nine are missing.", "Seven are missing."), LATER)
    (state,) = store.changed_stories()
    assert (state.id, state.told_in) == ("s1", "2026-11-27")


def test_a_story_says_its_outlets_and_the_day_of_its_newest(store: Store) -> None:
    today = NOW.date()
    outlets = [("a", "Ledger", today - DAY), ("b", "Post", today - 3 * DAY), ("c", "Ledger", today)]
    for key, outlet, day in outlets:
        arrival = arrive(key, key)
        article = write_article(key, outlet, day)
        add(store, type(arrival)(FEED, key, "1", article, b"", "v1"), NOW)
    store.record_grouping({item.ref: "s1" for item in store.window(None)}, [], 1, NOW)
    (state,) = store.changed_stories()
    assert (state.outlets, state.newest) == (("Ledger", "Post"), today)


def test_stories_that_merge_change_and_the_change_is_told_once(store: Store) -> None:
    first, second = place(store, "one", "s1"), place(store, "two", "s2")
    tell(store, "2026-11-27", "s1")
    tell(store, "2026-11-27-2", "s2")
    change = StoryChange(kind="merged", story_id="s2", other_id="s1", articles=1)
    store.record_grouping({second: "s1"}, [change], 1, NOW)
    (state,) = store.changed_stories()
    assert (state.id, state.refs) == ("s1", (first, second))
    assert store.untold_changes() == (change,)
    tell(store, "2026-11-27-3", "s1")
    assert store.untold_changes() == ()


def test_a_story_that_was_never_told_goes_on_with_the_telling_of_one_that_merges_into_it(
    store: Store,
) -> None:
    elder, told = place(store, "one", "elder"), place(store, "two", "told")
    tell(store, "2026-11-27", "told", title("As told"))
    change = StoryChange(kind="merged", story_id="told", other_id="elder", articles=1)
    store.record_grouping({told: "elder"}, [change], 1, NOW)
    assert store.told_brief("elder") == ("2026-11-27", title("As told"))
    assert [(one.story_id, one.first_told) for one in store.told_stories()] == [("elder", NOW)]
    (state,) = store.changed_stories()
    assert (state.refs, state.told_in) == ((elder, told), "2026-11-27")


def test_a_story_that_was_told_keeps_its_own_telling_in_a_merge(store: Store) -> None:
    place(store, "one", "elder")
    tell(store, "2026-11-26", "elder", title("Elder"))
    younger = place(store, "two", "younger")
    tell(store, "2026-11-27", "younger", title("Younger"))
    change = StoryChange(kind="merged", story_id="younger", other_id="elder", articles=1)
    store.record_grouping({younger: "elder"}, [change], 1, NOW)
    assert store.told_brief("elder") == ("2026-11-26", title("Elder"))


def test_a_story_that_splits_leaves_two_changed_ones(store: Store) -> None:
    place(store, "one", "s1")
    second = place(store, "two", "s1")
    tell(store, "2026-11-27", "s1")
    change = StoryChange(kind="split", story_id="s1", other_id="s2", articles=1)
    store.record_grouping({second: "s2"}, [change], 1, NOW)
    assert [(state.id, state.told_in) for state in store.changed_stories()] == [
        ("s1", "2026-11-27"),
        ("s2", None),
    ]


def test_an_article_that_went_to_another_story_has_moved(store: Store) -> None:
    for text, story_id in {"one": "s1", "two": "s2", "three": "s1"}.items():
        place(store, text, story_id)
    ids = [write_article(text).id for text in ("one", "two", "three", "unheard of")]
    assert store.moved_from("s1", ids) == {ids[1]}
    assert store.moved_from("s1", []) == frozenset()


def test_told_stories_have_the_title_that_was_told(store: Store) -> None:
    for story_id, now in (("old", NOW - 20 * DAY), ("new", NOW), ("untold", NOW)):
        place(store, story_id, story_id, now)
    tell(store, "2026-11-07", "old", title("Old"))
    tell(store, "2026-11-27", "new", title("New"))
    place(store, "more", "new")
    (new,) = (state for state in store.changed_stories() if state.id == "new")
    store.keep_brief("new", new.fingerprint, title("Not told yet"), 1, NOW)
    told = ToldStory("new", "New", "2026-11-27", NOW.date(), first_told=NOW, last_told=NOW)
    new_story, old_story = store.told_stories()
    assert new_story == told
    assert old_story.title == "Old"


def test_a_story_says_when_it_was_told_first_and_last(store: Store) -> None:
    place(store, "one", "s1")
    tell(store, "2026-11-27", "s1", title("First"))
    place(store, "two", "s1")
    tell(store, "2026-11-27-2", "s1", title("Last"), created=LATER)
    (told,) = store.told_stories()
    assert (told.title, told.first_told, told.last_told) == ("Last", NOW, LATER)


# Extractions and briefs


def test_an_extraction_is_known_by_its_reader(store: Store) -> None:
    store.keep_extraction(EXTRACTION, "offline 1", NOW)
    ids = [EXTRACTION.article_id, "other"]
    assert store.extractions(ids, "offline 1") == {EXTRACTION.article_id: EXTRACTION}
    assert store.extractions(ids, "offline 2") == {}


def test_a_brief_is_known_by_the_articles_that_it_is_of(store: Store) -> None:
    place(store, "one", "s1")
    store.keep_brief("s1", "f1", BRIEF, 1, NOW)
    store.keep_brief("s1", "f1", title("Again"), 1, NOW)
    assert store.brief("s1", "f1") == title("Again")
    assert store.brief("s1", "f2") is None
    assert store.told_brief("s1") is None


def test_a_brief_that_was_told_stays_as_it_was_told(store: Store) -> None:
    place(store, "one", "s1")
    (state,) = store.changed_stories()
    store.keep_brief("s1", state.fingerprint, title("Kept"), 1, NOW)
    tell(store, "2026-11-27", "s1", title("Told"))
    store.keep_brief("s1", state.fingerprint, title("Later"), 1, NOW)
    assert store.told_brief("s1") == ("2026-11-27", title("Told"))
    assert store.brief("s1", state.fingerprint) == title("Told")


# Digests and deliveries


def test_a_day_has_many_digests(store: Store) -> None:
    day = NOW.date()
    for expected in ("2026-11-27", *(f"2026-11-27-{number}" for number in range(2, 12))):
        assert store.free_digest_id(day) == expected
        store.add_digest(write_digest(expected, {}), {}, [], 1)
    assert store.free_digest_id(day + DAY) == "2026-11-28"


def test_a_digest_settles_what_it_tells_and_names_its_run(store: Store) -> None:
    run_id = store.begin_run(NOW)
    place(store, "one", "s1")
    (state,) = store.changed_stories()
    digest = write_digest("2026-11-27", {"s1": BRIEF})
    store.add_digest(digest, {"s1": state.fingerprint}, ["folder"], run_id)
    assert store.changed_stories() == ()
    assert store.digest("2026-11-27") == digest
    assert store.told_brief("s1") == ("2026-11-27", BRIEF)
    assert store.list_runs(1)[0].digest_id == "2026-11-27"
    store.finish_run(run_id, LATER, "new", "")
    assert store.list_runs(1)[0].digest_id == "2026-11-27"


def test_digests_are_listed_from_the_newest(store: Store) -> None:
    assert store.last_digest() is None
    place(store, "one", "s1")
    tell(store, "2026-11-26", "s1", targets=("folder", "mail"))
    store.add_digest(write_digest("2026-11-27", {}, LATER), {}, ["folder"], 7)
    store.note_delivered("2026-11-26", "folder", LATER)
    newest, older = store.list_digests(5)
    assert (newest.id, newest.created, newest.stories) == ("2026-11-27", LATER, 0)
    assert (newest.run_id, newest.undelivered) == (7, 1)
    assert (older.id, older.stories, older.undelivered) == ("2026-11-26", 1, 1)
    assert store.list_digests(1) == (newest,)
    assert store.last_digest() == newest
    assert store.digest("2026-11-25") is None


def test_deliveries_wait_in_the_order_of_their_digests_and_targets(store: Store) -> None:
    for id_ in ("2026-11-27", "2026-11-27-2"):
        store.add_digest(write_digest(id_, {}), {}, ["mail", "folder", "mail"], 1)
    waiting = [(one.digest_id, one.target) for one in store.pending_deliveries()]
    assert waiting == [
        ("2026-11-27", "mail"),
        ("2026-11-27", "folder"),
        ("2026-11-27-2", "mail"),
        ("2026-11-27-2", "folder"),
    ]


def test_a_delivery_waits_through_failures_until_it_is_delivered(store: Store) -> None:
    store.add_digest(write_digest("d", {}), {}, ["mail"], 1)
    store.note_attempt_failed("d", "mail", NOW, "451 try again", is_lasting=False)
    (waiting,) = store.pending_deliveries()
    assert (waiting.attempts, waiting.problem, waiting.last_attempt) == (1, "451 try again", NOW)
    store.note_delivered("d", "mail", LATER)
    assert store.pending_deliveries() == ()
    (done,) = store.deliveries("d")
    assert (done.attempts, done.delivered, done.given_up) == (2, LATER, None)


def test_a_delivery_that_cannot_be_is_given_up_and_counted(store: Store) -> None:
    store.add_digest(write_digest("d", {}), {}, ["mail", "folder"], 1)
    store.note_attempt_failed("d", "mail", NOW, "550 no such user", is_lasting=True)
    assert [one.target for one in store.pending_deliveries()] == ["folder"]
    assert store.count_given_up() == 1
    assert store.deliveries("d")[0].given_up == NOW
