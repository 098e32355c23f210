"""A user's list of loaded words: it replaces ours or changes it, in its own run alone."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import summarize
from summarize import cli
from summarize.errors import UsageError
from summarize.ground.support import support
from summarize.language.document import parse_document
from summarize.language.neutrality.loaded import find_loaded
from summarize.language.neutrality.words import read_words, shipped_words, using_words, word_list_id
from summarize.merge.neutrality import make_neutral
from summarize.model import Brief

TEXT = "The zesty club gave a staggering sum to the mayor."
ARTICLE = (
    "The town of Orlik paid 40,000 crowns for a zesty bridge on Monday, mayor Ana Kovar said. "
    "“The zesty bridge is safe,” Kovar said on Tuesday.\n\n"
    "The council of Orlik had rejected the staggering sum in March, councillor Ivo Lind said."
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write_list(text: str) -> Path:
        path = tmp_path / "words.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write_list


def loaded(text: str = TEXT) -> list[tuple[str, str]]:
    return [(word.text, word.category) for word in find_loaded(parse_document(text))]


Write = Callable[[str], Path]


class TestFile:
    def test_plain_words_replace_the_list(self, write: Write) -> None:
        with using_words(read_words(write("# ours\nzesty\n[label]\nclub/N\n"))):
            assert loaded() == [("zesty", "evaluative"), ("club", "label")]

    def test_signs_add_to_the_list_and_take_from_it(self, write: Write) -> None:
        with using_words(read_words(write("+ zesty, tangy\n- staggering\n"))):
            assert loaded() == [("zesty", "evaluative")]
            assert loaded("It was a shocking, tangy sum.") == [
                ("shocking", "sensational"),
                ("tangy", "evaluative"),
            ]

    def test_an_added_word_takes_the_place_of_the_same_word(self, write: Write) -> None:
        with using_words(read_words(write("[label]\n+ staggering\n"))):
            assert loaded() == [("staggering", "label")]

    def test_an_innocent_phrase_keeps_its_word_from_counting(self, write: Write) -> None:
        with using_words(read_words(write("[innocent]\n+ staggering sum\n"))):
            assert loaded() == []

    def test_an_ending_that_begins_with_a_dash_is_a_word(self, write: Write) -> None:
        with using_words(read_words(write("-hungry\n"))):
            assert loaded("A land-hungry firm came.") == [("land-hungry", "evaluative")]

    def test_the_shipped_list_given_as_a_file_is_the_shipped_list(self) -> None:
        path = Path(summarize.__file__).parent / "language/data/loaded_words.txt"
        assert read_words(path) == shipped_words()
        with using_words(read_words(path)):
            assert word_list_id() is None

    def test_order_and_comments_make_no_other_list(self, write: Write) -> None:
        one = read_words(write("zesty, tangy\n"))
        assert read_words(write("# sharp\ntangy\nzesty\n")).id == one.id
        assert read_words(write("tangy\n")).id != one.id

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("zesty\n\n[lable]\nclub\n", r"line 3: unknown kind \[lable\]; known: .*label"),
            ("zesty\nclub/X\n", "line 2: unknown part of speech in “club/X”"),
            ("zesty\n…\n", "line 2: no word in “…”"),
            ("+ zesty\n\nclub\n", "line 3: begin it with “\\+ ” or “- ”, as line 1 does"),
            ("zesty\n- staggering\n", "line 2: begin it with no sign, as line 1 does"),
            ("+ zesty\n- zestfully so\n", "line 2: “zestfully so” is not in the list"),
            ("# nothing\n", "holds no word"),
        ],
    )
    def test_what_cannot_be_meant_names_its_line(
        self, write: Write, text: str, problem: str
    ) -> None:
        path = write(text)
        with pytest.raises(UsageError, match=problem) as raised:
            read_words(path)
        assert str(raised.value).startswith(str(path))

    def test_a_file_that_is_no_text_or_not_there_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
        for name, problem in (
            ("binary", "not UTF-8"),
            ("gone", "No such file"),
            (".", "directory"),
        ):
            with pytest.raises(UsageError, match=problem):
                read_words(tmp_path / name)


class TestReach:
    """Whoever asks for loaded words asks the list that holds."""

    def test_the_merge_cuts_by_it(self, write: Write) -> None:
        with using_words(read_words(write("zesty\n"))):
            assert make_neutral("The zesty sum was staggering.") == "The sum was staggering."
        assert make_neutral("The zesty sum was staggering.") is None

    def test_the_gate_lets_a_word_of_it_go(self, write: Write) -> None:
        told, source = "The sum was paid.", "The zesty sum was paid."
        with using_words(read_words(write("+ zesty\n"))):
            assert support(told, (source,)).supported
        assert not support(told, (source,)).supported

    def test_a_block_within_a_block_gives_the_outer_list_back(self, write: Write) -> None:
        outer = read_words(write("zesty\n"))
        inner = read_words(write("club\n"))
        with using_words(outer):
            with using_words(inner):
                assert loaded() == [("club", "evaluative")]
            assert loaded() == [("zesty", "evaluative")]
            with using_words(None):
                assert loaded() == [("zesty", "evaluative")]
        assert loaded() == [("staggering", "sensational")]

    def test_a_thread_beside_it_has_its_own(self, write: Write) -> None:
        seen: list[list[tuple[str, str]]] = []
        with using_words(read_words(write("zesty\n"))):
            thread = threading.Thread(target=lambda: seen.append(loaded()))
            thread.start()
            thread.join()
        assert seen == [[("staggering", "sensational")]]

    def test_a_failure_inside_leaves_nothing_behind(self, write: Write) -> None:
        with pytest.raises(ZeroDivisionError), using_words(read_words(write("zesty\n"))):
            _ = 1 // 0
        assert loaded() == [("staggering", "sensational")]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "herald.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def words_of(brief: Brief) -> set[tuple[str, str]]:
    return {(word.word, word.voice) for word in brief.loaded}


@pytest.fixture
def ended(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.argv", ["summarize", *arguments])
            with pytest.raises(SystemExit) as left:
                cli.main()
        out, err = capfd.readouterr()
        return int(left.value.code or 0), out, err

    return run


class TestRun:
    def test_two_calls_of_the_library_do_not_see_each_others(
        self, story: Path, write: Write
    ) -> None:
        mine = summarize.brief(story, loaded_words=write("+ zesty\n"))
        plain = summarize.brief(story)
        assert words_of(mine) == {
            ("zesty", "outlet"),
            ("zesty", "speaker"),
            ("staggering", "outlet"),
        }
        assert words_of(plain) == {("staggering", "outlet")}
        assert (plain.word_list, mine.word_list is None) == (None, False)
        assert all("zesty" not in one.text.split("“")[0] for one in mine.summary)

    def test_the_settings_file_may_name_it_beside_itself(
        self, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "xdg" / "summarize"
        folder.mkdir(parents=True)
        (folder / "mine.txt").write_text("zesty\n", encoding="utf-8")
        (folder / "config.toml").write_text('loaded_words = "mine.txt"\n', encoding="utf-8")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
        assert words_of(summarize.brief(story)) == {("zesty", "outlet"), ("zesty", "speaker")}

    def test_a_bad_file_ends_with_2_before_anything_is_read(
        self, story: Path, write: Write, ended: Callable[..., tuple[int, str, str]]
    ) -> None:
        path = write("zesty\n[odd]\n")
        for command in ("brief", "extract"):
            code, out, err = ended(command, str(story), "--loaded-words", str(path))
            assert (code, out) == (2, "")
            assert f"{path}: line 2: unknown kind [odd]" in err

    def test_verify_checks_with_the_same_list_or_says_so(
        self, story: Path, write: Write, tmp_path: Path, ended: Callable[..., tuple[int, str, str]]
    ) -> None:
        mine, made = write("- staggering\n"), tmp_path / "brief.json"
        options = ("--loaded-words", str(mine))
        code, _, _ = ended("brief", str(story), "-f", "json", "-o", str(made), *options)
        assert code == 0
        code, _, err = ended("verify", str(made), *options)
        assert (code, err) == (0, "")
        code, _, err = ended("verify", str(made))
        assert "made with another list of loaded words" in err

    def test_waivers_stand_in_the_brief_and_verify_says_what_they_cover(
        self, story: Path, tmp_path: Path, ended: Callable[..., tuple[int, str, str]]
    ) -> None:
        made = tmp_path / "brief.json"
        waiver = "loaded-word:brazen=it is the bridge's name"
        code, _, _ = ended("brief", str(story), "-f", "json", "-o", str(made), "--waive", waiver)
        text = made.read_text(encoding="utf-8")
        assert code == 0
        assert "it is the bridge's name" in text
        brief = Brief.model_validate_json(text)
        sentence = brief.summary[0].model_copy(update={"text": "The brazen bridge was paid for."})
        made.write_text(
            brief.model_copy(update={"summary": (sentence,)}).model_dump_json(), encoding="utf-8"
        )
        _, out, _ = ended("verify", str(made), "--quiet")
        waived = "loaded word outside quotation marks (brazen); waived: it is the bridge's name"
        assert f"summary[0]: note: {waived}" in out

    def test_a_waiver_of_verify_needs_its_reason_too(
        self, story: Path, tmp_path: Path, ended: Callable[..., tuple[int, str, str]]
    ) -> None:
        made = tmp_path / "brief.json"
        ended("brief", str(story), "-f", "json", "-o", str(made))
        code, _, err = ended("verify", str(made), "--waive", "loaded-word")
        assert code == 2
        assert "gives no reason" in err
