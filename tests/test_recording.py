"""The cassettes themselves: nothing secret stands in them, and none can be missed unseen."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from vcr.errors import CannotOverwriteExistingCassetteException

from summarize import brief
from summarize.errors import EngineOutage
from tests.newsdesk import Desk
from tests.openai_server import FakeEndpoint
from tests.recording import FOLDER, KEPT_HEADERS, RECORDED_HOST, find_miss, play, record

CASSETTES = sorted(FOLDER.rglob("*.yaml"))
SECRETS = re.compile(
    r"(?i)authorization|bearer\s|\bsk-\w|api[-_]?key\s*[:=]|openai-organi[sz]ation|openai-project"
    r"|set-cookie|\bcookie:|x-request-id|x-stainless|user-agent|\borg-\w{6,}"
)


def interactions(path: Path) -> Iterator[dict[str, dict[str, object]]]:
    yield from yaml.safe_load(path.read_text(encoding="utf-8"))["interactions"]


def test_there_are_cassettes() -> None:
    assert len(CASSETTES) >= 3


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nothing_secret_stands_in_a_cassette(path: Path) -> None:
    found = SECRETS.search(path.read_text(encoding="utf-8"))
    assert found is None, found
    for one in interactions(path):
        for side in (one["request"], one["response"]):
            headers = side["headers"]
            assert isinstance(headers, dict)
            assert {name.lower() for name in headers} <= KEPT_HEADERS
        assert str(one["request"]["uri"]).startswith(RECORDED_HOST)


@pytest.mark.parametrize("path", CASSETTES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_cassette_belongs_to_a_test_that_is_there(path: Path) -> None:
    module = Path(__file__).with_name(f"{path.parent.name}.py")
    function = path.stem.partition("[")[0]
    assert f"def {function}(" in module.read_text(encoding="utf-8")


@pytest.fixture
def recorded(desk: Desk, tmp_path: Path) -> tuple[Path, list[str]]:
    """Record one article of a desk."""
    files = desk.write("Aldford")
    path = tmp_path / "one.yaml"
    with FakeEndpoint() as endpoint, record(path):
        desk.extract(endpoint, files, cache=False)
    return path, files


def test_a_key_is_not_recorded(recorded: tuple[Path, list[str]]) -> None:
    path, _ = recorded
    assert SECRETS.search(path.read_text(encoding="utf-8")) is None


def test_a_replay_answers_without_a_network(
    recorded: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, files = recorded
    with play(path, monkeypatch):
        made = brief(files, engine="llm", model="m", base_url=RECORDED_HOST + "/v1", cache=False)
        with pytest.raises(AssertionError, match="network"):
            socket.create_connection(("127.0.0.1", 9))
    assert made.engines[0].engine == "llm"


def test_a_miss_is_raised_although_the_fall_back_hid_it(
    recorded: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, files = recorded
    with (  # noqa: PT012 - it is the end of the replay that raises
        pytest.raises(CannotOverwriteExistingCassetteException),
        play(path, monkeypatch),
    ):
        url = RECORDED_HOST + "/v1"
        made = brief(files, engine="llm", model="another", base_url=url, cache=False, retries=0)
        assert made.engines[0].engine == "offline"


def test_a_miss_is_found_behind_a_lost_connection(
    recorded: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, files = recorded
    with (  # noqa: PT012 - it is the end of the replay that raises
        pytest.raises(CannotOverwriteExistingCassetteException),
        play(path, monkeypatch),
    ):
        with pytest.raises(EngineOutage) as lost:
            brief(
                files,
                engine="llm",
                model="another",
                base_url=RECORDED_HOST + "/v1",
                cache=False,
                retries=0,
                fallback=False,
            )
        assert isinstance(find_miss(lost.value), CannotOverwriteExistingCassetteException)


def test_an_exchange_that_nobody_asked_for_fails(
    recorded: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = recorded
    with pytest.raises(AssertionError, match="1 of 1"), play(path, monkeypatch):
        pass


def test_a_cassette_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(pytest.fail.Exception, match="make cassettes"),
        play(FOLDER / "none.yaml", monkeypatch),
    ):
        pass
