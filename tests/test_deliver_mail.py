"""A digest by mail: encrypted, never twice if it can be helped, each refusal on record."""

import math
import re
import socket
import ssl
from email.utils import parseaddr
from pathlib import Path

import pytest
from pydantic import ValidationError

from summarize.digest.deliver import open_targets
from summarize.digest.deliver.config import MailTarget
from summarize.digest.deliver.mail import MailSender
from summarize.digest.deliver.message import write_mail
from summarize.digest.deliver.port import Package, Target
from summarize.digest.pages.html import render_digest_html
from summarize.digest.pages.outline import CUT
from summarize.errors import DeliveryFailed, UsageError
from tests.digests import (
    DIGEST,
    FERRY_UPDATE,
    MORNING,
    crowd,
    make_digest,
    make_package,
    with_titles,
)
from tests.mail_server import (
    CA,
    PASSWORD,
    USER,
    Postman,
    allow_user,
    mail_server,
    scripted_server,
    tls_context,
)
from tests.test_render import HOSTILE, read_page

PLAIN: dict[str, object] = {
    "kind": "mail",
    "host": "127.0.0.1",
    "sender": "digest@desk.example",
    "to": ("ines@desk.example",),
}
ENVIRON = {"SUMMARIZE_SMTP_PASSWORD": PASSWORD}


def settings(**changes: object) -> MailTarget:
    return MailTarget.model_validate(PLAIN | changes)


def targets(port: int, **changes: object) -> list[Target]:
    config = settings(port=port, **{"ca_file": str(CA), "timeout_s": 5} | changes)
    return list(open_targets([config], ENVIRON).values())


def send(server: Postman | int, package: Package | None = None, **changes: object) -> None:
    port = server if isinstance(server, int) else server.port
    for target in targets(port, **changes):
        target.deliver(package or make_package(), MORNING)


def refused(server: Postman | int, **changes: object) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as failed:
        send(server, **changes)
    assert failed.value.target == "mail:ines@desk.example"
    assert PASSWORD not in str(failed.value)
    return failed.value


class TestTheMail:
    def test_is_read_back_with_text_and_page_beside_one_another(self) -> None:
        with mail_server() as server:
            send(server, security="none", sender_name="Harbour desk — 港")
        (mail,) = server.messages
        assert mail.get_content_type() == "multipart/alternative"
        assert parseaddr(mail["From"]) == ("Harbour desk — 港", "digest@desk.example")
        assert mail["To"] == "ines@desk.example"
        assert mail["Subject"] == "Harbour desk, 2 May 2025: 3 stories"
        assert mail["Date"].datetime == MORNING
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail["List-Id"] == "<summarize.desk.example>"
        text, page = mail.iter_parts()
        assert text.get_content_type() == "text/plain"
        assert "1. The ferry Aurora ran aground" in text.get_content()
        assert max(map(len, text.get_content().splitlines())) <= 78
        assert page.get_content_type() == "text/html"
        assert page.get_content().splitlines() == render_digest_html(DIGEST).splitlines()
        assert not mail.defects

    def test_no_line_is_longer_than_the_standard_allows_and_all_is_ascii(self) -> None:
        digest = with_titles(DIGEST, "港" * 2_000)
        data = write_mail(settings(), "ines@desk.example", make_package(digest), is_short=False)
        assert data.isascii()
        assert max(map(len, data.split(b"\r\n"))) <= 998
        assert not re.search(rb"(?<!\r)\n", data)

    def test_a_second_hand_over_is_the_same_mail(self) -> None:
        with mail_server() as server:
            send(server, security="none")
            send(server, security="none")
        first, second = server.messages
        assert first["Message-ID"] == second["Message-ID"]
        assert first.as_bytes() == second.as_bytes()

    def test_mails_of_other_digests_and_other_recipients_are_other_mails(self) -> None:
        other = make_package(make_digest(id="2025-05-03"))
        with mail_server() as server:
            send(server, security="none", to=("ines@desk.example", "tom@desk.example"))
            send(server, other, security="none")
        assert len({one["Message-ID"] for one in server.messages}) == 3

    def test_its_id_does_not_tell_the_key(self) -> None:
        data = write_mail(settings(), "ines@desk.example", make_package(), is_short=False)
        assert make_package().key.encode() not in data

    @pytest.mark.parametrize(
        "title", [*HOSTILE, "a\r\nBcc: eve@evil.example\r\n\r\nhello", "\0\ud800"]
    )
    def test_a_title_can_add_no_header_and_no_part(self, title: str) -> None:
        digest = with_titles(DIGEST, title)
        with mail_server() as server:
            send(
                server,
                make_package(digest),
                security="none",
                subject="$title $first",
                sender_name=title,
            )
        (mail,) = server.messages
        names = "Auto-Submitted Content-Type Date From List-Id MIME-Version Message-ID Subject To"
        assert sorted(mail.keys()) == names.split()
        assert len(mail["Subject"]) <= 160
        assert len(list(mail.iter_parts())) == 2
        assert server.mails[0].rcpt_tos == ["ines@desk.example"]
        assert not re.search(r"[\x00-\x1f\u202a-\u202e]", mail["Subject"])
        assert not mail["Subject"].defects

    @pytest.mark.parametrize(
        "title", ["=?utf-8?q?=0D=0A=0D=0A<b>News</b>?=", "a =?utf-8?b?CkJjYzogeA==?= b"]
    )
    def test_an_encoded_word_in_a_title_ends_no_line_of_the_head(self, title: str) -> None:
        package = make_package(with_titles(make_digest((FERRY_UPDATE,)), title))
        mail = write_mail(settings(subject="$first"), "ines@desk.example", package, is_short=True)
        head = mail.partition(b"\r\n\r\n")[0]
        assert b"\nBcc" not in head
        assert b"\r\nContent-Type: multipart" in head
        assert b"\n" not in head.replace(b"\r\n", b"")

    def test_a_subject_may_be_the_user_s_own(self) -> None:
        with mail_server() as server:
            send(server, security="none", subject="$stories at $date, first: $first ($$)")
        title = DIGEST.stories[0].brief.title
        assert server.messages[0]["Subject"] == f"3 stories at 2 May 2025, first: {title} ($)"

    def test_a_line_of_a_dot_does_not_end_it(self) -> None:
        brief = FERRY_UPDATE.brief.model_copy(update={"warnings": (".", "after the dot")})
        digest = make_digest([FERRY_UPDATE.model_copy(update={"brief": brief})])
        with mail_server() as server:
            send(server, make_package(digest), security="none")
        assert "after the dot" in server.messages[0].get_body(("plain",)).get_content()


class TestItsSize:
    def test_one_that_is_too_large_is_cut_to_its_summaries_and_says_so(self) -> None:
        package = make_package(crowd(50))
        whole = write_mail(settings(), "ines@desk.example", package, is_short=False)
        with mail_server() as server:
            send(server, package, security="none", max_bytes=len(whole) - 1)
            send(server, package, security="none", max_bytes=len(whole))
        short, full = server.messages
        for kind in ("plain", "html"):
            part = short.get_body((kind,)).get_content()
            assert CUT in " ".join(part.split())
            assert "Story 49" in part
            assert CUT not in " ".join(full.get_body((kind,)).get_content().split())
        assert not read_page(short.get_body(("html",)).get_content()).xpath("//table")

    def test_what_the_server_announces_counts_too(self) -> None:
        package = make_package(crowd(10))
        short = write_mail(settings(), "ines@desk.example", package, is_short=True)
        with mail_server(data_size_limit=len(short) + 100) as server:
            send(server, package, security="none")
        assert CUT in " ".join(server.messages[0].get_body(("plain",)).get_content().split())

    def test_one_that_is_too_large_even_so_is_never_tried_again(self) -> None:
        with mail_server() as server:
            failed = refused(
                server, package=make_package(crowd(50)), security="none", max_bytes=10_000
            )
        assert failed.is_lasting
        assert "10,000 are allowed" in failed.problem
        assert not server.mails


class TestEncryption:
    def test_the_mail_goes_over_tls(self) -> None:
        with mail_server(tls_context=tls_context(), require_starttls=True) as server:
            send(server)
        assert server.over_tls == [True]
        with mail_server(ssl_context=tls_context()) as server:
            send(server, security="tls")
        assert len(server.mails) == 1

    def test_starttls_is_the_default_and_there_is_no_way_around_it(self) -> None:
        with mail_server() as server:
            failed = refused(server)
        assert "STARTTLS" in failed.problem
        assert (failed.is_lasting, failed.wait_s) == (False, math.inf)
        assert not server.mails

    def test_a_server_that_has_no_tls_just_now_is_asked_again(self) -> None:
        greeting = (b"220 x\r\n", b"250-x\r\n250 STARTTLS\r\n", b"454 not now\r\n")
        with scripted_server(*greeting) as port:
            failed = refused(port)
        assert "454 not now" in failed.problem
        assert (failed.is_lasting, failed.wait_s) == (False, None)

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"ca_file": None}, "self-signed|unable to get"),
            ({"host": "localhost"}, "Hostname mismatch"),
        ],
    )
    def test_a_certificate_that_does_not_fit_ends_it(
        self, security: str, changes: dict[str, object], why: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kind = "tls_context" if security == "starttls" else "ssl_context"
        with mail_server(**{kind: tls_context()}) as server:
            failed = refused(server, security=security, **changes)
        assert re.search(f"certificate is not believed: .*({why})", failed.problem)
        assert failed.wait_s == math.inf
        assert not server.mails

    def test_a_server_that_speaks_no_tls_at_once_is_named_so(self) -> None:
        with mail_server() as server:
            failed = refused(server, security="tls")
        assert "no TLS" in failed.problem
        assert failed.wait_s == math.inf

    def test_the_certificate_s_chain_is_strict_enough_for_later_pythons(self) -> None:
        context = ssl.create_default_context(cafile=CA)
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        with (
            mail_server(ssl_context=tls_context()) as server,
            socket.create_connection(("127.0.0.1", server.port)) as plain,
            context.wrap_socket(plain, server_hostname="127.0.0.1") as encrypted,
        ):
            assert encrypted.recv(3) == b"220"


class TestLogin:
    def test_the_password_comes_out_of_the_environment(self) -> None:
        with mail_server(
            tls_context=tls_context(), auth_required=True, authenticator=allow_user
        ) as server:
            send(server, user=USER)
            failed = refused(server)
        assert len(server.mails) == 1
        assert "530" in failed.problem

    def test_a_wrong_one_is_not_tried_again_in_this_run_and_not_given_up(self) -> None:
        with mail_server(
            tls_context=tls_context(), auth_required=True, authenticator=allow_user
        ) as server:
            failed = refused(server, user="somebody")
        assert "535" in failed.problem
        assert (failed.is_lasting, failed.wait_s) == (False, math.inf)

    def test_a_missing_one_is_told_before_anything_runs(self) -> None:
        with pytest.raises(UsageError, match="SUMMARIZE_SMTP_PASSWORD: is not set"):
            open_targets([settings(user=USER)], {})
        other = settings(user=USER, password_env="DESK")  # noqa: S106 - a name
        with pytest.raises(UsageError, match="DESK: is not set; it has to hold the password of d"):
            open_targets([other], ENVIRON)

    def test_a_space_at_its_end_is_part_of_it_and_a_line_end_is_not(self) -> None:
        spaced = f" {PASSWORD} "
        environ = {"SUMMARIZE_SMTP_PASSWORD": f"{spaced}\n"}
        (target,) = open_targets([settings(user=USER)], environ).values()
        assert isinstance(target, MailSender)
        assert target.password == spaced

    def test_it_is_shown_by_no_repr(self) -> None:
        (target,) = targets(25, user=USER)
        assert isinstance(target, MailSender)
        assert target.password == PASSWORD
        assert PASSWORD not in repr(target)


class TestRefusals:
    @pytest.mark.parametrize(
        ("command", "reply", "is_lasting", "wait_s"),
        [
            ("RCPT", "550 no such user", True, None),
            ("RCPT", "452 too many recipients", False, None),
            ("DATA", "554 looks like spam", True, None),
            ("DATA", "451 try later", False, None),
            ("MAIL", "451 greylisted", False, None),
            ("MAIL", "552 too large", True, None),
            ("MAIL", "550 you are not allowed to send", False, math.inf),
        ],
    )
    def test_four_passes_and_five_lasts(
        self, command: str, reply: str, is_lasting: bool, wait_s: float | None
    ) -> None:
        with mail_server({command: [reply]}) as server:
            failed = refused(server, security="none")
        assert failed.problem == f"127.0.0.1: {reply}"
        assert (failed.is_lasting, failed.wait_s) == (is_lasting, wait_s)

    def test_a_connection_dropped_in_the_middle_passes(self) -> None:
        with mail_server({"DATA": ["drop", "250 taken"]}) as server:
            assert not refused(server, security="none").is_lasting
            send(server, security="none")
        assert len(server.mails) == 1

    def test_nobody_there_passes(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        failed = refused(port, security="none")
        assert "refused" in failed.problem
        assert (failed.is_lasting, failed.wait_s) == (False, None)

    def test_a_server_without_a_name_passes(self) -> None:
        failed = refused(25, host="no-such-host.invalid", security="none")
        assert failed.problem.startswith("no-such-host.invalid: ")
        assert not failed.is_lasting

    @pytest.mark.parametrize(
        "answers",
        [(), (b"220 x\r\n",), (b"220 x\r\n", b"250 x\r\n"), (b"220 x\r\n", *[b"250 x\r\n"] * 3)],
    )
    def test_one_that_says_no_more_is_not_waited_for_for_ever(self, answers: tuple[bytes]) -> None:
        with scripted_server(*answers) as port:
            failed = refused(port, security="none", timeout_s=0.2)
        assert "timed out" in failed.problem
        assert not failed.is_lasting

    @pytest.mark.parametrize("greeting", [b"554 go away\r\n", b"421 busy\r\n", None])
    def test_one_that_does_not_talk_to_us_may_be_asked_again(self, greeting: bytes | None) -> None:
        with scripted_server(greeting) as port:
            assert not refused(port, security="none").is_lasting

    def test_words_of_the_server_cannot_steer_a_terminal(self) -> None:
        with mail_server({"RCPT": ["550 \x1b[31mred " + "x" * 900]}) as server:
            failed = refused(server, security="none")
        assert "\x1b" not in failed.problem
        assert len(failed.problem) < 300

    @pytest.mark.parametrize("goodbye", [b"500 what\r\n", None, b""])
    def test_a_bad_goodbye_does_not_undo_a_mail_that_was_taken(self, goodbye: bytes | None) -> None:
        body = write_mail(settings(), "ines@desk.example", make_package(), is_short=False)
        lines = body.count(b"\r\n")
        said = [b"220 x\r\n", b"250 x\r\n", b"250 MAIL\r\n", b"250 RCPT\r\n", b"354 go on\r\n"]
        with scripted_server(*said, *[b""] * lines, b"250 taken\r\n", goodbye) as port:
            send(port, security="none")


class TestRecipients:
    def test_each_is_a_target_so_that_one_refusal_concerns_one(self) -> None:
        with mail_server({"RCPT eve@desk.example": ["550 no such user"]}) as server:
            ines, eve, tom = targets(
                server.port,
                security="none",
                to=("ines@desk.example", "eve@desk.example", "tom@desk.example"),
            )
            assert eve.name == "mail:eve@desk.example"
            ines.deliver(make_package(), MORNING)
            with pytest.raises(DeliveryFailed, match=r"mail:eve@desk.example: .*550") as failed:
                eve.deliver(make_package(), MORNING)
            tom.deliver(make_package(), MORNING)
        assert failed.value.is_lasting
        assert [one.rcpt_tos for one in server.mails] == [
            ["ines@desk.example"],
            ["tom@desk.example"],
        ]
        assert [one["To"] for one in server.messages] == ["ines@desk.example", "tom@desk.example"]

    def test_two_ways_to_one_mailbox_need_names(self) -> None:
        with pytest.raises(UsageError, match=r"mail:ines@desk.example is there twice"):
            open_targets([settings(), settings(host="mail.desk.example")], {})
        both = open_targets([settings(), settings(name="backup")], {})
        assert list(both) == ["mail:ines@desk.example", "backup:ines@desk.example"]


class TestSettings:
    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"user": USER, "security": "none"}, "a password is sent over TLS alone"),
            ({"password": PASSWORD}, "Extra inputs are not permitted"),
            ({"security": "off"}, "starttls"),
            ({"to": ()}, "at least 1 item"),
            ({"to": ("a@desk.example", "a@desk.example")}, "there twice"),
            ({"to": ("ines",)}, "is no mail address"),
            ({"to": ("ines@desk.example\r\nBcc: eve@evil.example",)}, "is no mail address"),
            ({"to": ("Ines <ines@desk.example>",)}, "is no mail address"),
            ({"sender": "a@b, c@d"}, "is no mail address"),
            ({"sender": "ines@münchen.example"}, "is no mail address"),
            ({"subject": "$titel"}, "placeholder"),
            ({"subject": "100 $"}, "placeholder"),
            ({"host": "desk.example\r\n"}, "pattern"),
            ({"port": 0}, "greater than or equal to 1"),
            ({"password_env": "not a name"}, "name of a variable"),
            ({"timeout_s": 0}, "greater than 0"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(self, changes: dict[str, object], why: str) -> None:
        with pytest.raises(ValidationError, match=why):
            settings(**changes)

    def test_a_file_without_certificates_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match=r"ca_file: .*nothing.pem"):
            open_targets([settings(ca_file=str(tmp_path / "nothing.pem"))], {})
