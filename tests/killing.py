"""Runs a digest and kills it with SIGKILL at one point after the other; then lets it go on.

python -m tests.killing FOLDER — writes one JSON line for each point. A point is the moment before
a transaction is committed, before a file gets its name, or after a webhook has answered.
Everything is loaded once, by a run of its own, and each further run is a fork of that.
"""

import hashlib
import itertools
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from tests.digestdesk import MORNING, DigestDesk


class Killer:
    """Counts the points that a run passes and kills it at one of them."""

    def __init__(self, at: int) -> None:
        self._at = at
        self._passed = 0

    def lie_in_wait(self) -> None:
        event.listen(Engine, "commit", lambda _: self.pass_point())
        for name in ("replace", "rename"):
            setattr(os, name, self._before(getattr(os, name)))

    def _before(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def passing(*given: Any, **named: Any) -> Any:
            self.pass_point()
            return call(*given, **named)

        return passing

    def pass_point(self) -> None:
        self._passed += 1
        if self._passed == self._at:
            os.kill(os.getpid(), signal.SIGKILL)


def run_in_fork(desk: DigestDesk, kill_at: int = 0) -> int:
    """Run the digest in a process of its own; return the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if kill_at:
                Killer(kill_at).lie_in_wait()
            desk.run(MORNING)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit(f"a run that was not killed failed, at point {kill_at}")
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def describe(desk: DigestDesk) -> dict[str, object]:
    """Return all that can be seen of the digests: in the store, and where they were delivered."""
    out = desk.folder / "out"
    files = sorted(one for one in out.rglob("*") if one.is_file())
    with desk.store() as store:
        digests = [one.id for one in store.list_digests(10)]
        waiting = [(one.digest_id, one.target) for one in store.pending_deliveries()]
        outcomes = [one.outcome for one in reversed(store.list_runs(10))]
    return {
        "digests": digests,
        "waiting": waiting,
        "files": {str(one.relative_to(out)): _hash(one) for one in files},
        "outcomes": outcomes,
    }


def _hash(file: Path) -> str:
    """Return a hash of a file that does not hold the store's own random id."""
    has_id = file.name in {"feed.xml", ".summarize.json"}
    return "" if has_id else hashlib.sha256(file.read_bytes()).hexdigest()


def main(template: Path) -> None:
    """Kill a run of the desk in `template` at each point, each time from the beginning."""
    shutil.copytree(template, warm := template.with_name("warm"))
    DigestDesk(warm, (template / "digest.toml").read_text(), os.environ).run(MORNING)
    for point in itertools.count(0):
        shutil.copytree(template, work := template.with_name(f"point{point}"))
        desk = DigestDesk(work, (template / "digest.toml").read_text(), os.environ)
        ended = run_in_fork(desk, point)
        if point and not ended:
            return
        if ended:
            run_in_fork(desk)
        sys.stdout.write(json.dumps({"point": point, **describe(desk)}) + "\n")
        shutil.rmtree(work)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
