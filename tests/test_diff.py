"""`diff`: what became of each claim between two briefs of one story."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarize
from summarize.diff import compare_briefs, render_diff
from summarize.diff.claims import _MOST_ASKED
from summarize.errors import NotABrief
from summarize.ground.support import support
from summarize.model import Article, Brief, Change, Diff, Extraction
from summarize.render.json import render_json, withhold_sources
from tests.stories import DAM, merge_read, merge_story, read_offline

ROOT = Path(__file__).parents[1]
WARNED = "The power company {} residents about the leak on Friday, Mayor Lena Frost said."
DAMAGED = "Japanese police said that {} homes in Orlik were damaged by the quake."


def compare(old: Mapping[str, str], new: Mapping[str, str]) -> Diff:
    return compare_briefs(merge_story(old), merge_story(new))


def kinds(diff: Diff) -> list[str]:
    return [change.kind for change in diff.changes]


def only(diff: Diff, kind: str) -> Change:
    (change,) = [one for one in diff.changes if one.kind == kind]
    return change


def test_a_brief_has_no_changes_against_itself() -> None:
    diff = compare(DAM, DAM)
    assert diff.changes == ()
    assert diff.unchanged == len(merge_story(DAM).findings)
    assert {one.status for one in diff.articles} == {"unchanged"}


def test_what_nobody_told_before_is_new() -> None:
    more = "Schools in Orlik will open on Monday, the town council said."
    diff = compare(DAM, {**DAM, "gazette": more})
    (change,) = diff.changes
    assert (change.kind, change.item, change.before, change.outlets) == (
        "new", "finding", None, ("Gazette",)
    )  # fmt: skip
    assert "schools in Orlik" in change.text
    assert [piece.quote for piece in change.evidence_after] == [more]
    assert [one.outlet for one in diff.articles if one.status == "new"] == ["Gazette"]


def test_what_only_a_lost_article_told_has_gone_quiet() -> None:
    diff = compare(DAM, {name: text for name, text in DAM.items() if name != "post"})
    (change,) = diff.changes
    assert (change.kind, change.new_id, change.after) == ("gone quiet", None, None)
    assert "built in 1961" in change.text
    assert change.evidence_before[0].quote in DAM["post"]
    assert "Post" in change.why


def test_what_another_side_says_too_is_confirmed() -> None:
    sank = "{} officials said that the cargo ship sank off the coast on Monday."
    old = {"one": sank.format("Brazilian")}
    diff = compare(old, old | {"two": sank.format("Portuguese")})
    (change,) = diff.changes
    assert change.kind == "confirmed"
    assert change.why == "also Portugal: 2 independent origins, 1 before"


def test_a_reprint_confirms_nothing() -> None:
    text = "The inquiry into the fire at the mill will begin in May."
    rain = "Rain fell on the town of Orlik all night."
    diff = compare({"one": text}, {"one": text, "two": f"{text} {rain}"})
    assert [(change.kind, change.text) for change in diff.changes] == [("new", rain)]


def test_one_changed_number_names_its_figure_with_both_values() -> None:
    diff = compare({"one": DAMAGED.format("40")}, {"one": DAMAGED.format("400")})
    (change,) = diff.changes
    assert (change.kind, change.item) == ("revised", "figure")
    assert (change.before, change.after) == ("40", "400")
    assert change.text.startswith("homes")
    assert change.text.endswith("40, now 400")
    assert ["40 homes" in change.evidence_before[0].quote, change.evidence_after[0].quote] == [
        True, DAMAGED.format("400")
    ]  # fmt: skip


def test_a_bound_that_is_added_revises_a_figure() -> None:
    diff = compare({"one": DAMAGED.format("40")}, {"one": DAMAGED.format("at least 40")})
    assert (only(diff, "revised").before, only(diff, "revised").after) == ("40", "at least 40")


def test_a_later_count_of_the_same_source_in_another_article_is_a_revision() -> None:
    old = {"one": DAMAGED.format("40")}
    later = "Japanese police said that 70 homes in Orlik were damaged by the quake on Monday."
    change = only(compare(old, {"two": later}), "revised")
    assert (change.before, change.after) == ("40", "70")
    both = only(compare(old, old | {"two": later}), "revised")
    assert (both.before, both.after) == ("40", "70")
    assert "still told" in both.why


def test_a_value_that_another_source_gives_instead_is_a_revision() -> None:
    old = "Japanese police said that 40 homes were damaged by the quake."
    new = "Japanese rescuers said that 55 homes were damaged by the quake."
    change = only(compare({"one": old}, {"two": new}), "revised")
    assert (change.before, change.after, change.outlets) == ("40", "55", ("Two",))


def test_a_corrected_number_that_another_article_keeps_is_revised_and_disputed() -> None:
    old = {"one": DAMAGED.format("40"), "two": DAMAGED.format("40").replace("homes", "homes")}
    diff = compare(old, old | {"one": DAMAGED.format("70")})
    assert (only(diff, "revised").before, only(diff, "revised").after) == ("40", "70")
    assert "gone quiet" not in kinds(diff)


def test_a_claim_that_is_contested_now_is_newly_disputed() -> None:
    diff = compare(
        {"one": WARNED.format("warned")},
        {"one": WARNED.format("warned"), "two": WARNED.format("did not warn")},
    )
    change = only(diff, "disputed")
    assert (change.item, change.old_id) == ("contested", None)
    assert change.text == "Did the power company warn residents about the leak on Friday?"
    assert "did not warn" in change.why
    assert change.before
    assert "did not warn" not in change.before
    assert len(change.evidence_after) == 2


def test_a_dispute_of_which_one_side_is_told_no_more_is_resolved() -> None:
    diff = compare(
        {"one": WARNED.format("warned"), "two": WARNED.format("did not warn")},
        {"one": WARNED.format("warned")},
    )
    change = only(diff, "resolved")
    assert change.after
    assert "did not warn" in change.why
    assert kinds(diff) == ["resolved", "gone quiet"]


def test_a_dispute_of_which_no_side_is_told_is_not_resolved() -> None:
    old = {"one": WARNED.format("warned"), "two": WARNED.format("did not warn")}
    diff = compare(old, {"three": "Schools in Orlik will open on Monday, the town council said."})
    assert set(kinds(diff)) == {"new", "gone quiet"}


def test_a_dispute_that_goes_on_is_no_change() -> None:
    diff = compare(DAM, {**DAM, "gazette": "Schools in Orlik will open on Monday."})
    assert kinds(diff) == ["new"]


def test_what_a_corrected_article_says_no_more_is_withdrawn() -> None:
    safe = "“The valley is safe,” Kovar said. "
    assert safe in DAM["herald"]
    diff = compare(DAM, {**DAM, "herald": DAM["herald"].replace(safe, "")})
    (change,) = diff.changes
    assert (change.kind, change.new_id) == ("withdrawn", None)
    assert change.text == "Ana Kovar said: “The valley is safe”."
    assert change.why == "the newer version of Herald does not say it"
    (revised,) = [one for one in diff.articles if one.status == "revised"]
    assert (revised.outlet, revised.old_id) == ("Herald", change.evidence_before[0].article_id)


def test_what_one_article_takes_back_and_another_still_tells_says_so() -> None:
    text = "The inquiry into the fire at the mill will begin in May. "
    rain = "It rained in Orlik all day on Monday. Nobody was hurt in the fire at the mill."
    old = {"one": text + rain, "two": text}
    change = only(compare(old, {"one": rain, "two": text}), "withdrawn")
    assert change.new_id is not None
    assert change.why.endswith("still told by Two")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WARNED.format("warned"), WARNED.format("did not warn")),
        (DAMAGED.format("40"), DAMAGED.format("40").replace("were", "were not")),
        (DAMAGED.format("40"), DAMAGED.format("40").replace("Orlik", "Tolna")),
        (DAMAGED.format("40"), DAMAGED.format("40").replace("Japanese", "Brazilian")),
        ("Brunia attacked Verania on Monday.", "Verania attacked Brunia on Monday."),
        ("Mayor Jo Field visited the mill.", "Mayor Ann Dorn visited the mill."),
        ("Police opened the bridge on Monday.", "Police opened the bridge on Friday."),
        (
            "The bridge will open in 2026, police said.",
            "The bridge will open in 2027, police said.",
        ),
        ("The price of wheat rose in May.", "The price of wheat fell in May."),
    ],
)
def test_a_changed_not_name_number_or_date_is_never_unchanged(old: str, new: str) -> None:
    rest = " It rained in the valley of the river for most of the night and of the next day."
    for first, second in ((old, new), (new, old)):
        diff = compare({"one": first + rest}, {"one": second + rest})
        changed = [one for one in diff.changes if one.before is None or "rained" not in one.before]
        assert {"new", "withdrawn"} == {one.kind for one in changed}
        assert not any("rained" in one.text for one in diff.changes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Mayor Jo Field said that the old bridge over the river will be closed in June.",
            "The old bridge over the river will be closed in June, Mayor Jo Field told reporters.",
        ),
        (
            "Police arrested two men after the attack on the market.",
            "Two men were detained by police following the attack on the market.",
        ),
        (
            "A fire on Monday destroyed the historic mill in Orlik.",
            "The mill in Orlik was destroyed by the fire on Monday.",
        ),
    ],
)
def test_new_words_for_the_same_are_no_change(old: str, new: str) -> None:
    assert kinds(compare({"one": old}, {"one": new})) == []
    assert kinds(compare({"one": old}, {"two": new})) == []


def test_another_speaker_of_the_same_is_a_change() -> None:
    text = "{} said that the old bridge over the river will be closed in June."
    diff = compare({"one": text.format("Mayor Jo Field")}, {"two": text.format("Lena Frost")})
    assert sorted(kinds(diff)) == ["gone quiet", "new"]


def test_a_file_that_was_given_to_another_article_is_no_new_version() -> None:
    diff = compare({"one": DAM["post"]}, {"one": WARNED.format("warned")})
    assert [one.status for one in diff.articles] == ["new", "gone"]
    assert set(kinds(diff)) == {"new", "gone quiet"}


def test_an_article_that_moved_is_known_by_outlet_and_title() -> None:
    def titled(name: str, text: str, path: str) -> tuple[Article, Extraction]:
        article, extraction = read_offline(name, text)
        return article.model_copy(update={"title": "The quake", "path": path}), extraction

    old = merge_read([titled("one", DAMAGED.format("40"), "monday/one.txt")])
    new = merge_read([titled("one", DAMAGED.format("70"), "tuesday/a.txt")])
    diff = compare_briefs(old, new)
    assert [one.status for one in diff.articles] == ["revised"]
    assert kinds(diff) == ["revised"]


def test_ids_are_not_believed_where_the_words_are_others() -> None:
    brief = merge_story({"one": DAMAGED.format("40")})
    edited = json.loads(render_json(brief))
    edited["claims"][0]["text"] = "Forty homes in Orlik were not damaged by the quake."
    edited["findings"][0]["text"] = edited["claims"][0]["text"]
    diff = compare_briefs(brief, Brief.model_validate_json(json.dumps(edited)))
    assert "new" in kinds(diff)


def test_briefs_without_sources_can_be_compared() -> None:
    new = {**DAM, "gazette": "Schools in Orlik will open on Monday, the town council said."}
    briefs = [merge_story(DAM), merge_story(new)]
    bare = compare_briefs(*map(withhold_sources, briefs))
    assert bare.changes == compare_briefs(*briefs).changes


VERSIONS = {
    **{name: (name, text) for name, text in DAM.items()},
    "corrected": ("herald", DAM["herald"].replace("12,000", "13,000").replace("will pay", "pays")),
    "shorter": ("courier", DAM["courier"].partition("\n\n")[0]),
    "denying": ("post", DAM["post"].replace("had been", "had not been")),
    "gazette": ("gazette", "Police said 7,000 people were moved to safety. Rain is expected."),
}
READ = {key: read_offline(*version) for key, version in VERSIONS.items()}
STORIES = st.lists(st.sampled_from(sorted(VERSIONS)), min_size=1, max_size=4, unique=True)
_briefs: dict[tuple[str, ...], Brief] = {}


def brief_of(keys: Iterable[str]) -> Brief:
    chosen = {VERSIONS[key][0]: key for key in keys}  # one version of an article
    names = tuple(sorted(chosen.values()))
    if names not in _briefs:
        _briefs[names] = merge_read([READ[name] for name in names])
    return _briefs[names]


def told_by_one(diff: Diff, kinds: set[str]) -> set[str]:
    """Return the findings that the other brief has nothing for."""
    return {
        one.text for one in diff.changes if one.kind in kinds and None in (one.old_id, one.new_id)
    }


@given(old=STORIES, new=STORIES)
def test_turned_round_what_was_new_is_gone(old: list[str], new: list[str]) -> None:
    there, back = (
        compare_briefs(brief_of(one), brief_of(other)) for one, other in ((old, new), (new, old))
    )
    gone = {"withdrawn", "gone quiet"}
    assert told_by_one(there, {"new"}) == told_by_one(back, gone)
    assert told_by_one(there, gone) == told_by_one(back, {"new"})


@given(keys=STORIES)
def test_no_brief_differs_from_itself(keys: list[str]) -> None:
    brief = brief_of(keys)
    assert compare_briefs(brief, brief).changes == ()


@given(old=STORIES, new=STORIES)
def test_every_change_points_at_what_is_there(old: list[str], new: list[str]) -> None:
    briefs = brief_of(old), brief_of(new)
    lists = {"finding": "findings", "figure": "figures", "contested": "contested"}
    for change in compare_briefs(*briefs).changes:
        for brief, id_, evidence in zip(
            briefs,
            (change.old_id, change.new_id),
            (change.evidence_before, change.evidence_after),
            strict=True,
        ):
            assert id_ is None or id_ in {one.id for one in getattr(brief, lists[change.item])}
            texts = {article.id: article.text for article in brief.articles}
            assert all(texts[one.article_id][one.start : one.end] == one.quote for one in evidence)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("briefs")
    new = {**DAM, "herald": DAM["herald"].replace("12,000", "13,500")}
    for name, texts in (("old", DAM), ("new", new)):
        (folder / f"{name}.json").write_text(render_json(merge_story(texts)), encoding="utf-8")
    return str(folder / "old.json"), str(folder / "new.json")


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "summarize", "diff", *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, cwd=ROOT, check=False
    )


class TestCommand:
    """`summarize diff` from outside."""

    def test_the_page_says_what_changed(self, files: tuple[str, str]) -> None:
        ended = run(*files)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert "3 articles (1 revised)" in ended.stdout
        assert "\nREVISED   the same measure with another value\n" in ended.stdout
        assert ": about 12,000, now about 13,500 — Herald\n" in ended.stdout
        assert "│ About 13,500 people were moved to safety, according to aid" in ended.stdout

    def test_two_equal_briefs_are_said_to_be(self, files: tuple[str, str]) -> None:
        ended = run(files[0], files[0])
        assert ended.returncode == 0
        assert "Nothing changed; 7 findings are told as before." in ended.stdout

    def test_json_is_the_model_and_lines_are_changes(self, files: tuple[str, str]) -> None:
        whole = Diff.model_validate_json(run(*files, "--format", "json").stdout)
        *lines, count = run(*files, "--format", "jsonl").stdout.splitlines()
        assert [Change.model_validate_json(line) for line in lines] == list(whole.changes)
        assert json.loads(count)["revised"] == 1

    def test_one_of_the_two_may_come_from_standard_input(self, files: tuple[str, str]) -> None:
        text = Path(files[0]).read_text(encoding="utf-8")
        assert run("-", files[1], given=text).stdout == run(*files).stdout
        ended = run("-", "-", given=text)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert "standard input can be read once" in ended.stderr

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "is empty"),
            ("[1, 2]", "is not a brief"),
            ('{"title": "x"}', "is not a brief"),
            (None, "is not JSON"),
        ],
    )
    def test_a_file_that_is_no_brief_ends_with_2(
        self, files: tuple[str, str], tmp_path: Path, text: str | None, message: str
    ) -> None:
        whole = Path(files[0]).read_text(encoding="utf-8")
        broken = tmp_path / "broken.json"
        broken.write_text(whole[: len(whole) // 2] if text is None else text, encoding="utf-8")
        for arguments in ((str(broken), files[1]), (files[0], str(broken))):
            ended = run(*arguments)
            assert (ended.returncode, ended.stdout) == (2, "")
            assert f"broken.json: {message}" in ended.stderr
            assert "Traceback" not in ended.stderr

    def test_the_library_takes_briefs_or_their_files(self, files: tuple[str, str]) -> None:
        brief = Brief.model_validate_json(Path(files[0]).read_text(encoding="utf-8"))
        assert summarize.diff(brief, Path(files[1])) == summarize.diff(*files)
        with pytest.raises(NotABrief):
            summarize.diff(brief, "gone.json")


@pytest.mark.parametrize("name", ["terminal", "json", "jsonl"])
def test_no_page_lets_a_control_through(name: str) -> None:
    diff = compare({"one": DAMAGED.format("40")}, {"one": DAMAGED.format("70")})
    (change,) = diff.changes
    hostile = "a\x1b[2Jb\x9bc\u202ed\n"
    changes = tuple(
        change.model_copy(
            update={"kind": kind, "text": hostile, "why": hostile, "outlets": (hostile,)}
        )
        for kind in ("new", "disputed", "withdrawn")
    )
    page = render_diff(diff.model_copy(update={"title": hostile, "changes": changes}), name)
    assert not {"\x1b", "\x9b", "\u202e"} & set(page)


def test_the_gate_is_asked_of_a_few_pairs_a_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def count(statement: str, *rest: object) -> object:
        asked.append(statement)
        return support(statement, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(sys.modules["summarize.diff.claims"], "support", count)
    old = {f"outlet{n}": "Brunia attacked Verania on Monday." for n in range(30)}
    diff = compare(old, dict.fromkeys(old, "Verania attacked Brunia on Monday."))
    assert set(kinds(diff)) == {"new", "gone quiet"}
    questions = 4  # each of two claims, by the other's statement and by its quotes
    assert 0 < len(asked) <= questions * _MOST_ASKED * 2 * len(old)
