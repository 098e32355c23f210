"""What every test may rely on: an environment that configures nothing, repeatable properties."""

import os

import pytest
from hypothesis import HealthCheck, settings

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
        if name.startswith("SUMMARIZE_") or name in {"SOURCE_DATE_EPOCH", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
