"""What a run hands over, and what waits for the next one."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import UsageError
from tests.digestdesk import FOLDER, TO_FOLDER, DigestDesk
from tests.stories import DAM
from tests.webserver import Reply, WebSite, fail

TODAY = dt.datetime.now(dt.UTC).replace(microsecond=0)
"""A delivery is given up some days after its digest was made, by the clock of the machine."""

KEY = "whsec_" + "c3VjaCBhIHNlY3JldCBhcyBub2JvZHkga25vd3M="


@pytest.fixture
def site() -> Iterator[WebSite]:
    with WebSite({"/hook": Reply(204)}) as opened:
        yield opened


@pytest.fixture
def hooked(tmp_path: Path, site: WebSite, monkeypatch: pytest.MonkeyPatch) -> DigestDesk:
    """Open a desk that delivers to a folder and to a webhook, and waits for nobody."""
    monkeypatch.setenv("SUMMARIZE_WEBHOOK_SECRET", KEY)
    monkeypatch.setattr("summarize.digest.dispatch.make_sleep", lambda _: lambda _: None)
    hook = f'[[deliver]]\nkind = "webhook"\nurl = "{site.url("/hook")}"\n'
    desk = DigestDesk(tmp_path, FOLDER + TO_FOLDER + hook, os.environ, TODAY)
    desk.write(DAM)
    return desk


def test_a_webhook_that_fails_and_then_answers_is_tried_again(
    hooked: DigestDesk, site: WebSite
) -> None:
    site.pages["/hook"] = [fail(500), Reply(204)]
    report = hooked.run()
    assert report.undelivered == ()
    first, second = site.asked
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body


def test_what_did_not_arrive_goes_out_with_the_next_run_though_nothing_is_new(
    hooked: DigestDesk, site: WebSite
) -> None:
    site.pages["/hook"] = fail(503)
    report = hooked.run()
    (waiting,) = report.undelivered
    assert (report.outcome, waiting.state) == ("new", "pending")
    assert "1 delivery to be tried again" in report.note
    assert hooked.delivered == [report.digest_id]
    site.pages["/hook"] = Reply(204)
    site.asked.clear()
    report = hooked.run()
    assert (report.outcome, report.undelivered) == ("nothing new", ())
    assert report.note == "nothing new; 1 delivery made up for"
    assert len(site.asked) == 1


def test_a_refusal_that_lasts_is_told_and_not_tried_again(
    hooked: DigestDesk, site: WebSite
) -> None:
    site.pages["/hook"] = fail(410)
    (lost,) = hooked.run().undelivered
    assert lost.state == "given up"
    site.asked.clear()
    assert hooked.run().undelivered == ()
    assert site.asked == []


def test_a_secret_that_is_missing_is_told_before_anything_is_read(
    hooked: DigestDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUMMARIZE_WEBHOOK_SECRET")
    with pytest.raises(UsageError, match="SUMMARIZE_WEBHOOK_SECRET"):
        hooked.run()
    with hooked.store() as store:
        assert store.list_runs(5) == ()


def test_a_folder_in_whose_place_a_file_lies_costs_itself_alone(
    hooked: DigestDesk, site: WebSite
) -> None:
    (hooked.folder / "out").write_text("mine")
    report = hooked.run()
    (failed,) = report.undelivered
    assert failed.problem == f"{hooked.folder / 'out'}: is there already, and is no folder"
    assert len(site.asked) == 1
    (hooked.folder / "out").unlink()
    assert hooked.run().undelivered == ()
    assert hooked.delivered == [report.digest_id]
    assert len(site.asked) == 1
