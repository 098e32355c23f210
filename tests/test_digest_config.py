"""digest.toml: what it may say, and how it is told what is wrong with it."""

import tomllib
from pathlib import Path

import pytest

from summarize.digest.config import Config, load_config, parse_config
from summarize.digest.example import write_example
from summarize.errors import UsageError


def parse(text: str) -> Config:
    return parse_config(tomllib.loads(text), Path("desk/digest.toml"))


def test_the_example_works_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert write_example(tmp_path / "digest.toml") == "seeds"
    config = load_config(tmp_path / "digest.toml")
    assert [(one.kind, one.location) for one in config.source] == [("folder", "seeds")]
    assert config.store_address == tmp_path / "digest.sqlite"


def test_each_key_that_the_example_shows_as_a_comment_is_one_that_is_read(tmp_path: Path) -> None:
    write_example(tmp_path / "digest.toml")
    lines = (tmp_path / "digest.toml").read_text().splitlines()
    opened = [line.removeprefix("# ") if is_code(line) else line for line in lines]
    config = parse("\n".join(opened))
    assert [one.kind for one in config.source] == ["folder", "feed", "page", "mailbox"]
    assert config.families == {"The Example": "Example Media"}


def is_code(line: str) -> bool:
    """Say whether a comment is a line of the file that was taken out: a table's head or a key."""
    text = line.removeprefix("# ")
    return line.startswith("# ") and (text.startswith("[") or " = " in text.split("#")[0])


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        write_example(tmp_path / "digest.toml")
    assert (tmp_path / "digest.toml").read_text() == "mine"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "source: is missing"),
        ("source = []", "source: is missing; give at least one"),
        ("[[source]]\noutlet = 'x'", "source 1: a source is one of feed, page, folder, mailbox"),
        ("[[source]]\nfeed='http://a'\npage='http://b'", "this one gives feed and page"),
        ("[[source]]\nfolder='a'\n[[source]]\nfolder='b'\nlimit=0", "source 2, limit: "),
        ("[[source]]\nfolder='a'\nlimt=3", "source 1, limt: unknown key"),
        ("[[source]]\nfolder='a'\n[[source]]\nfolder='a'", "the folder a is given twice"),
        ("[[source]]\nfeed='http://a.example'\nfamily='b'", "give outlet, too"),
        (
            "[[source]]\nfeed='http://a.example'\nlanguage='English'",
            "source 1, language: is no code",
        ),
        ("[[source]]\nfolder='a'\n[stories]\nmost='3'", "stories, most: .*, not '3'"),
        ("[[source]]\nfolder='a'\n[store]\naddress='mysql://x/y'", "mysql:// is no store"),
        ("[[source]]\nfolder='a'\n[[deliver]]\nkind='pigeon'", "deliver 1: kind is one of folder"),
        ("[[source]]\nfolder='a'\n[[deliver]]\nfolder='b'", "deliver 1: kind is one of folder"),
        ("[[source]]\nfolder='a'\n[[deliver]]\nkind='mail'\nhost='b'", "sender: is missing$"),
        ("[[source]]\nfolder='a'\n[schedule]\ncron='0 6'", 'has 2 fields; write five.*fri"$'),
        ("[[source]]\nfeed='vesper'", "source 1, feed: is no address of the web"),
        ("[[source]]\npage='ftp://a.example/x'", "source 1, page: is no address of the web"),
        ("[[source]]\nfolder='a'\n[storys]\nmost=3", "storys: unknown key"),
        ('[[source]]\nfolder="a\\u0000"', "source 1, folder: is no name that a file can have"),
        ("[[source]]\nfolder='~nobody-of-that-name/a'", "nobody's home; write the whole path"),
        ("[[source]]\nfolder='a'\n[store]\naddress='~nobody-of-that-name/a'", "store, address: "),
        (
            "[[source]]\nfolder='a'\n[[deliver]]\nkind='folder'\nfolder='./b/../a'",
            "source 1, folder: digests are delivered to a;",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(UsageError, match=problem) as caught:
        parse(text)
    assert str(caught.value).startswith("desk/digest.toml: ")


def test_a_file_that_is_not_there_or_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="digest init"):
        load_config(tmp_path / "digest.toml")
    (tmp_path / "digest.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read as TOML"):
        load_config(tmp_path / "digest.toml")


def test_a_database_is_no_path() -> None:
    text = "[[source]]\nfolder='a'\n[store]\naddress='postgresql://desk@db/digest'"
    assert parse(text).store_address == "postgresql://desk@db/digest"
