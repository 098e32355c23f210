"""The peers: what others use for the same task, measured where it is installed and never required.

Each module here holds the peers of one task. To measure beside a peer, install its package into the
environment that runs the benchmarks; without it the peer is left out of the lines.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Generic, NamedTuple, TypeVar

System = TypeVar("System")

TASKS = (
    "gates",
    "quantities",
    "names",
    "quotations",
    "pages",
    "summarizers",
    "numbers",
    "events",
    "stories",
)
"""The modules with peers; each has them in `PEERS`."""


class Peer(NamedTuple, Generic[System]):
    """A peer, loaded when it is used; no `package` where a few lines here are the peer."""

    name: str
    package: str | None
    load: Callable[[], System]

    @property
    def version(self) -> str | None:
        """The version of the installed package, `built in` without one; None where it is absent."""
        if self.package is None:
            return "built in"
        try:
            return version(self.package)
        except PackageNotFoundError:
            return None


def load_installed(peers: Sequence[Peer[System]]) -> Mapping[str, System]:
    """Load the peers that are installed, by name."""
    return {peer.name: peer.load() for peer in peers if peer.version is not None}


def all_peers() -> Mapping[str, Sequence[Peer[Any]]]:
    """Return the peers of every task, by task."""
    return {task: import_module(f"{__name__}.{task}").PEERS for task in TASKS}


def describe_peers(peers: Mapping[str, Sequence[Peer[Any]]]) -> Iterator[str]:
    """A line a peer: its task, its name, and its version or that it is not installed."""
    for task, those in peers.items():
        for peer in those:
            yield f"{task:12} {peer.name:20} {peer.version or 'not installed'}"
