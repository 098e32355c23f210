"""What every test may rely on: an environment that configures nothing, repeatable properties."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from vcr.cassette import Cassette

from summarize.errors import SummarizeError
from tests.newsdesk import Desk
from tests.postgres import GIVEN, make_schema, run_server
from tests.recording import FOLDER, find_miss, play, record

settings.register_profile(
    "repeatable",
    derandomize=True,  # a failure on one machine is a failure on every machine
    deadline=None,  # shared machines pause
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def plain_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Hide the settings of whoever runs the tests."""
    for name in os.environ:
        if name.startswith(("SUMMARIZE_", "OPENAI_")) or name in {"SOURCE_DATE_EPOCH", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Desk:
    """Open a desk that reads through a language model, with a key and an empty cache."""
    return Desk.open(tmp_path, monkeypatch, capfd)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Find a server of PostgreSQL, or start one; see `tests/postgres.py`."""
    if GIVEN:
        yield GIVEN
        return
    with run_server() as server:
        yield server.url


@pytest.fixture(params=["sqlite", "postgresql"])
def store_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a store that is still to be made, in each of the databases."""
    if request.param == "sqlite":
        yield str(tmp_path / "store" / "digest.db")
        return
    with make_schema(request.getfixturevalue("postgres_url")) as address:
        yield address


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="record the cassettes anew")


@pytest.fixture
def is_recording(request: pytest.FixtureRequest) -> bool:
    """Whether cassettes are recorded in this run."""
    return bool(request.config.getoption("--record"))


@pytest.fixture
def cassette(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, is_recording: bool
) -> Iterator[Cassette]:
    """Replay the recording of this test, `cassettes/<module>/<test>.yaml`, or make it anew."""
    path = FOLDER / request.path.stem / f"{request.node.name}.yaml"
    with record(path) if is_recording else play(path, monkeypatch) as recorded:
        yield recorded


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Say that a cassette lacks an exchange where a test fails for a lost connection."""
    try:
        return (yield)
    except SummarizeError as error:
        miss = find_miss(error)
        if miss is None:
            raise
        raise miss from error
