"""kill -9 at every point of a run: the next one finishes it, and nothing goes out under two ids."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.digestdesk import FOLDER, TO_FOLDER, DigestDesk
from tests.stories import FERRY
from tests.webserver import Reply, WebSite

ROOT = Path(__file__).parents[1]
SECRET = "whsec_" + "c3VjaCBhIHNlY3JldCBhcyBub2JvZHkga25vd3M="


def test_a_run_that_is_killed_anywhere_is_finished_by_the_next(tmp_path: Path) -> None:
    with WebSite({"/hook": Reply(204)}) as site:
        to_hook = f'[[deliver]]\nkind = "webhook"\nurl = "{site.url("/hook")}"\n'
        desk = DigestDesk(tmp_path / "desk", FOLDER + TO_FOLDER + to_hook)
        desk.write({"argus": FERRY["argus"], "beacon": FERRY["beacon"]})
        environ = {**os.environ, "SUMMARIZE_WEBHOOK_SECRET": SECRET, "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(
            [sys.executable, "-m", "tests.killing", str(desk.folder)],
            env=environ, capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
        calls = [(one.headers["webhook-id"], one.path) for one in site.asked]
    assert ended.returncode == 0, ended.stderr
    whole, *killed = [json.loads(line) for line in ended.stdout.splitlines()]
    assert whole["digests"] == ["2025-05-02"]
    assert len(killed) > 20
    for one in killed:
        assert one["digests"] == whole["digests"], one["point"]
        assert one["waiting"] == [], one["point"]
        assert one["files"] == whole["files"], one["point"]
        assert one["outcomes"][-1] in {"new", "nothing new"}, one["point"]
    # each point has a store of its own; a digest that went out twice did so under one id
    twice = [key for key, count in Counter(calls).items() if count > 1]
    assert (
        len(set(calls)) == len(killed) + 3
    )  # the first, the whole one, the one past the last point
    assert len(twice) <= 1
