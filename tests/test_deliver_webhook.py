"""A digest to a webhook: signed so that a receiver can tell, and by one key however often."""

import base64
import hashlib
import hmac
import json
import math
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from pydantic import ValidationError

from summarize.digest.deliver import open_targets
from summarize.digest.deliver.config import WebhookTarget
from summarize.digest.deliver.webhook import WebhookSender, sign
from summarize.digest.model import Digest
from summarize.digest.pages.json import withhold_all_sources
from summarize.errors import DeliveryFailed, UsageError
from tests.digests import DIGEST, MORNING, make_package

SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()
ENVIRON = {"SUMMARIZE_WEBHOOK_SECRET": SECRET, "DESK_TOKEN": "let me in"}


class Receiver(ThreadingHTTPServer):
    """Answers each request with the next status, the last one for ever; -1 hangs up, 0 waits."""

    daemon_threads = False

    def __init__(self, statuses: tuple[int, ...], headers: Mapping[str, str]) -> None:
        self.statuses = list(statuses)
        self.headers = headers
        self.requests: list[SimpleNamespace] = []
        self.closing = threading.Event()
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server = self.server
        server.requests.append(SimpleNamespace(path=self.path, headers=self.headers, body=body))
        status = server.statuses.pop(0) if len(server.statuses) > 1 else server.statuses[0]
        if status == 0:
            server.closing.wait(5)
        if status > 0:
            self.send_response(status)
            for name, value in server.headers.items():
                self.send_header(name, value)
            self.end_headers()
        self.close_connection = True

    do_GET = do_POST  # noqa: N815 - its name there

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


@contextmanager
def receiver(*statuses: int, **headers: str) -> Iterator[Receiver]:
    server = Receiver(statuses, {name.replace("_", "-"): one for name, one in headers.items()})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def sender(url: str, **settings: object) -> WebhookSender:
    config = WebhookTarget.model_validate({"kind": "webhook", "url": url} | settings)
    (target,) = open_targets([config], ENVIRON).values()
    assert isinstance(target, WebhookSender)
    return target


def post(url: str, **settings: object) -> None:
    sender(url, **settings).deliver(make_package(), MORNING)


def refused(url: str, **settings: object) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as failed:
        post(url, **settings)
    assert failed.value.target == sender(url, **settings).name
    return failed.value


class TestTheRequest:
    def test_is_the_digest_as_json_without_the_articles(self) -> None:
        with receiver(204) as server:
            post(server.url)
        (request,) = server.requests
        assert request.path == "/hook"
        assert request.headers["Content-Type"] == "application/json"
        assert Digest.model_validate_json(request.body) == withhold_all_sources(DIGEST)

    def test_has_the_articles_where_they_are_asked_for(self) -> None:
        with receiver(200) as server:
            post(server.url, with_sources=True)
        assert json.loads(server.requests[0].body) == json.loads(DIGEST.model_dump_json())

    def test_is_signed_as_standard_webhooks_has_it(self) -> None:
        with receiver(200) as server:
            post(server.url)
        headers, body = server.requests[0].headers, server.requests[0].body
        moment = headers["webhook-timestamp"]
        assert moment == str(int(MORNING.timestamp()))
        signed = b".".join([headers["webhook-id"].encode(), moment.encode(), body])
        mac = hmac.new(bytes(range(32)), signed, hashlib.sha256).digest()
        assert headers["webhook-signature"] == "v1," + base64.b64encode(mac).decode()

    def test_the_signature_of_the_standard_s_reference_vector_is_the_published_one(self) -> None:
        key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        body = b'{"test": 2432232314}'
        signed = sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body)
        assert signed["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    def test_one_package_has_one_key_however_often_it_is_sent(self) -> None:
        with receiver(500, 200) as server:
            refused(server.url)
            post(server.url)
        first, second = server.requests
        for name in ("Idempotency-Key", "webhook-id"):
            assert first.headers[name] == second.headers[name] == make_package().key
        assert first.body == second.body

    def test_headers_may_have_secrets_out_of_the_environment(self) -> None:
        with receiver(200) as server:
            post(server.url, headers={"Authorization": "Bearer $DESK_TOKEN", "X-Desk": "a $$"})
        assert server.requests[0].headers["Authorization"] == "Bearer let me in"
        assert server.requests[0].headers["X-Desk"] == "a $"


class TestTheAnswer:
    @pytest.mark.parametrize("status", [200, 201, 202, 204])
    def test_two_hundred_is_done(self, status: int) -> None:
        with receiver(status) as server:
            post(server.url)
        assert len(server.requests) == 1

    @pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 413, 422])
    def test_a_refusal_of_this_digest_lasts(self, status: int) -> None:
        with receiver(status) as server:
            failed = refused(server.url)
        assert failed.is_lasting
        assert failed.problem == f"answers {status}"

    @pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503, 504])
    def test_others_pass(self, status: int) -> None:
        with receiver(status) as server:
            assert not refused(server.url).is_lasting

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_a_redirect_is_not_followed(self, status: int) -> None:
        with receiver(200) as other, receiver(status, Location=other.url) as server:
            failed = refused(server.url)
        assert not other.requests
        assert "is not followed" in failed.problem
        assert (failed.is_lasting, failed.wait_s) == (False, math.inf)

    @pytest.mark.parametrize(
        ("retry_after", "wait_s"),
        [
            ("7", 7.0),
            (format_datetime(MORNING.replace(minute=2), usegmt=True), 120.0),
            (format_datetime(MORNING.replace(year=2024), usegmt=True), 0.0),
            ("soon", None),
            ("-5", None),
            ("", None),
            ("²", None),
            ("9" * 5_000, math.inf),
        ],
    )
    def test_how_long_to_wait_is_read(self, retry_after: str, wait_s: float | None) -> None:
        with receiver(429, Retry_After=retry_after) as server:
            assert refused(server.url).wait_s == wait_s

    def test_a_time_out_passes(self) -> None:
        with receiver(0) as server:
            failed = refused(server.url, timeout_s=0.2)
        assert "ReadTimeout" in failed.problem
        assert (failed.is_lasting, failed.wait_s) == (False, None)

    def test_a_connection_that_is_dropped_passes(self) -> None:
        with receiver(-1) as server:
            assert not refused(server.url).is_lasting

    def test_nobody_there_passes(self) -> None:
        with receiver(200) as server:
            url = server.url
        failed = refused(url)
        assert "ConnectError" in failed.problem
        assert not failed.is_lasting


class TestSettings:
    def test_its_name_holds_no_secret(self) -> None:
        target = sender("https://desk.example:8443/hook?token=abc#x")
        assert target.name == "webhook:https://desk.example:8443/hook"
        assert "abc" not in str(refused("http://127.0.0.1:9/hook?token=abc"))
        assert SECRET not in repr(target)
        assert "key=" not in repr(target)

    def test_it_may_have_a_name(self) -> None:
        assert sender("https://desk.example/hook", name="chat").name == "chat"

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"url": "ftp://desk.example/"}, "no address of the web"),
            ({"url": "https://"}, "no address of the web"),
            ({"url": "https://desk.example/ü"}, "no address of the web"),
            ({"url": "https://ines:pw@desk.example/"}, "holds a name or a password"),
            ({"secret": SECRET}, "Extra inputs are not permitted"),
            ({"headers": {"webhook-id": "x"}}, "cannot be set"),
            ({"headers": {"Content-Length": "1"}}, "cannot be set"),
            ({"headers": {"X Y": "1"}}, "cannot be set"),
            ({"headers": {"X-Y": "a\r\nb: c"}}, "cannot be set"),
            ({"headers": {"X-Y": "$"}}, "cannot be set"),
            ({"headers": {"X-Y": "ü"}}, "cannot be set"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(self, changes: dict[str, object], why: str) -> None:
        with pytest.raises(ValidationError, match=why):
            WebhookTarget.model_validate(
                {"kind": "webhook", "url": "https://desk.example/"} | changes
            )

    @pytest.mark.parametrize(
        "secret",
        ["", "  ", "whsec_AAAA", "hunter2", "whsec_c2hvcnQ=", "whsec_ü", "whsec_" + "!" * 40],
    )
    def test_a_secret_that_is_none_is_told_before_anything_runs(self, secret: str) -> None:
        config = WebhookTarget(kind="webhook", url="https://desk.example/")
        with pytest.raises(UsageError, match="SUMMARIZE_WEBHOOK_SECRET") as failed:
            open_targets([config], {"SUMMARIZE_WEBHOOK_SECRET": secret})
        assert not secret.strip() or secret not in str(failed.value)

    def test_a_header_s_missing_secret_is_named(self) -> None:
        with pytest.raises(UsageError, match=r"NO_TOKEN: is not set; .*Authorization"):
            sender("https://desk.example/", headers={"Authorization": "Bearer $NO_TOKEN"})
