"""Settings: which place wins, and what is said of a value that cannot be meant."""

import datetime as dt
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.settings import (
    BriefOptions,
    Settings,
    choose_options,
    config_path,
    parse_created,
    read_settings,
)

NOON = dt.datetime(2024, 3, 5, 12, 0, tzinfo=dt.UTC)


def configure(tmp_path: Path, text: str) -> dict[str, str]:
    folder = tmp_path / "summarize"
    folder.mkdir()
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return {"XDG_CONFIG_HOME": str(tmp_path)}


def test_without_any_word_from_the_user_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings({}, {"XDG_CONFIG_HOME": str(tmp_path)}) == Settings()


def test_the_environment_wins_over_the_file_and_a_flag_over_both(tmp_path: Path) -> None:
    environ = configure(tmp_path, "words = 100\nquiet = true\nformat = 'md'\n")
    environ |= {"SUMMARIZE_WORDS": "120", "SUMMARIZE_FORMAT": "json"}
    settled = read_settings({"words": 140, "engine": None}, environ)
    assert settled == Settings(words=140, format="json", quiet=True, engine="auto")


def test_a_flag_can_take_back_what_the_file_switched_on(tmp_path: Path) -> None:
    environ = configure(tmp_path, "quiet = true\n")
    assert not read_settings({"quiet": False}, environ).quiet


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    environ = configure(tmp_path, "words = 100\n") | {"SUMMARIZE_WORDS": ""}
    assert read_settings({}, environ).words == 100


def test_an_unknown_key_names_the_file_and_the_key(tmp_path: Path) -> None:
    environ = configure(tmp_path, "wrods = 100\n")
    with pytest.raises(UsageError, match=r"config\.toml: unknown key 'wrods'; known: .*words"):
        read_settings({}, environ)


@pytest.mark.parametrize(
    ("text", "environ", "place"),
    [
        ("words = 'many'\n", {}, r"config\.toml: words"),
        ("", {"SUMMARIZE_WORDS": "many"}, "SUMMARIZE_WORDS"),
        ("", {"SUMMARIZE_ENGINE": "parrot"}, "SUMMARIZE_ENGINE"),
        ("format = 'pdf'\n", {}, r"config\.toml: format"),
        ("words = true\n", {}, r"config\.toml: words: must be from 60 to 600, not True"),
        ("words = 59\n", {}, r"config\.toml: words: must be from 60 to 600, not 59"),
        ("", {"SUMMARIZE_WORDS": "601"}, "SUMMARIZE_WORDS: must be from 60 to 600, not '601'"),
    ],
)
def test_a_wrong_value_names_the_place_that_gave_it(
    tmp_path: Path, text: str, environ: dict[str, str], place: str
) -> None:
    with pytest.raises(UsageError, match=place):
        read_settings({}, configure(tmp_path, text) | environ)


@pytest.mark.parametrize("damage", [b"words = = 1", b"\xff\xfe", b"words"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, damage: bytes) -> None:
    environ = configure(tmp_path, "")
    config_path(environ).write_bytes(damage)
    with pytest.raises(UsageError, match=r"config\.toml: cannot be read as TOML"):
        read_settings({}, environ)


def test_a_relative_config_home_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/editor")
    expected = Path("/home/editor/.config/summarize/config.toml")
    assert config_path({"XDG_CONFIG_HOME": "settings"}) == expected
    assert config_path({}) == expected


def test_a_user_without_a_home_has_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", refuse)
    assert read_settings({}, {}) == Settings()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-05T12:00:00Z", NOON),
        ("2024-03-05T14:00+02:00", NOON),
        ("2024-03-05T12:00", NOON),
        ("2024-03-05", dt.datetime(2024, 3, 5, tzinfo=dt.UTC)),
    ],
)
def test_a_stamp_without_a_zone_is_utc(text: str, moment: dt.datetime) -> None:
    assert parse_created(text) == moment


def test_a_stamp_that_is_no_date_is_refused() -> None:
    with pytest.raises(UsageError, match="yesterday"):
        parse_created("yesterday")


def test_source_date_epoch_stamps_the_brief_but_does_not_age_the_articles() -> None:
    options = choose_options(Settings(words=180), None, {"SOURCE_DATE_EPOCH": "86400"})
    assert options.created == dt.datetime(1970, 1, 2, tzinfo=dt.UTC)
    assert options.today >= dt.date(2024, 1, 1)


def test_a_stamp_wins_over_source_date_epoch() -> None:
    options = choose_options(Settings(words=180), NOON, {"SOURCE_DATE_EPOCH": "86400"})
    assert options.created == NOON


@pytest.mark.parametrize("text", ["soon", "1e30", "9" * 30])
def test_a_source_date_epoch_that_is_no_number_of_seconds_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        choose_options(Settings(words=180), None, {"SOURCE_DATE_EPOCH": text})


@pytest.mark.parametrize("words", [0, 59, 601])
def test_a_summary_has_60_to_600_words(words: int) -> None:
    with pytest.raises(UsageError, match=f"words must be from 60 to 600, not {words}"):
        BriefOptions(created=NOON, today=NOON.date(), words=words)


def test_a_stamp_in_no_time_zone_is_refused() -> None:
    with pytest.raises(UsageError, match="time zone"):
        BriefOptions(created=dt.datetime(2024, 3, 5), today=dt.date(2024, 3, 5))
