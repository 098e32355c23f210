"""Whose outlet is whose: the table that is shipped, and a user's before it."""

from pathlib import Path

import pytest

import summarize
from summarize.errors import UsageError
from summarize.language.names.states import read_table
from summarize.language.publishers import known_publishers, load_publishers, outlet_key


@pytest.mark.parametrize(
    ("outlet", "publisher"),
    [
        ("BBC News", "BBC"),
        ("www.bbc.co.uk", "BBC"),
        ("news.bbc.co.uk", "BBC"),
        ("The New York Times", "New York Times Company"),
        ("New York Times (News)", "New York Times Company"),
        ("nytimes.com", "New York Times Company"),
        ("AP", "Associated Press"),
    ],
)
def test_an_outlet_is_known_by_its_names_and_its_host(outlet: str, publisher: str) -> None:
    found = known_publishers().find(outlet)
    assert found is not None
    assert found.name == publisher


@pytest.mark.parametrize("outlet", ["Velmore Herald", "The Times", "uk", "com", "co.uk", ""])
def test_what_no_row_names_is_unknown(outlet: str) -> None:
    assert known_publishers().find(outlet) is None


def test_every_row_of_the_table_is_told_apart_and_says_whose_it_is() -> None:
    rows = read_table("publishers.tsv")
    assert all(2 <= len(row) <= 3 and all(row[:2]) for row in rows)
    assert {row[2] for row in rows if len(row) > 2} == {"agency"}
    owners: dict[str, str] = {}
    for outlet, publisher, *_ in rows:
        assert owners.setdefault(outlet_key(outlet), publisher) == publisher


def test_a_users_row_goes_before_ours_and_leaves_the_others(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(
        "\ufeff# mine\n\nBBC News\tVelmore Media\nTolna Wire\tTolna\tagency\n", "utf-8"
    )
    found = {name: load_publishers(table).find(name) for name in ("BBC News", "Tolna Wire", "AFP")}
    assert [one and one.name for one in found.values()] == ["Velmore Media", "Tolna", "AFP"]
    assert [one and one.is_agency for one in found.values()] == [False, True, True]


@pytest.mark.parametrize(
    "row", ["Herald", "Herald\t", "\tMedia", "Herald\tMedia\twire", "a\tb\t\tc"]
)
def test_a_row_that_is_none_is_named(tmp_path: Path, row: str) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(f"Post\tMedia\n{row}\n", "utf-8")
    with pytest.raises(UsageError, match=r"mine\.tsv: line 2 is no row of the table"):
        load_publishers(table)


@pytest.mark.parametrize("data", [None, b"\xff\xfe"])
def test_a_table_that_cannot_be_read_is_named(tmp_path: Path, data: bytes | None) -> None:
    table = tmp_path / "mine.tsv"
    if data:
        table.write_bytes(data)
    with pytest.raises(UsageError, match=r"mine\.tsv: "):
        load_publishers(table)


def test_the_setting_reaches_the_brief_from_flag_and_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text(
        "Outlet: Herald\n\nThe old grain mill in Velmore burned down on Monday night.\n", "utf-8"
    )
    (tmp_path / "two.txt").write_text(
        "Outlet: Courier\n\nFire left nothing of the grain mill at Velmore; it burned down late on "
        "Monday.\n",
        "utf-8",
    )
    table = tmp_path / "mine.tsv"
    table.write_text("Herald\tVelmore Media\nCourier\tVelmore Media\n", "utf-8")
    inputs = [tmp_path / "one.txt", tmp_path / "two.txt"]
    assert len(summarize.brief(inputs, engine="offline").origins) == 2
    told = summarize.brief(inputs, engine="offline", families=str(table))
    monkeypatch.setenv("SUMMARIZE_FAMILIES", str(table))
    for brief in (told, summarize.brief(inputs, engine="offline")):
        assert [(one.name, one.family) for one in brief.origins] == [("Velmore Media",) * 2]
