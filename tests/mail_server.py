"""A mail server on the loopback that does as it is told, and keeps what it took."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

TLS = Path(__file__).parent / "data" / "tls"
CA = TLS / "ca.pem"
"""Who signed the certificate of 127.0.0.1 that lies beside it; both are made for these tests."""

USER, PASSWORD = "desk", "correct horse"


def tls_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "server.pem")
    return context


@dataclass
class Postman:
    """Takes mails, or answers as it is told; a reply is used up unless it is the last one."""

    replies: dict[str, list[str]] = field(default_factory=dict)
    mails: list[Envelope] = field(default_factory=list)
    over_tls: list[bool] = field(default_factory=list)
    port: int = 0

    @property
    def messages(self) -> list[EmailMessage]:
        """What was taken, as a mailbox reads it."""
        parsed = (message_from_bytes(one.content, policy=policy.default) for one in self.mails)
        return [one for one in parsed if isinstance(one, EmailMessage)]

    def _reply(self, to: str) -> str:
        left = self.replies.get(to, [])
        return (left.pop(0) if len(left) > 1 else left[0]) if left else ""

    async def handle_MAIL(  # noqa: N802 - its name there
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return self._reply("MAIL") or "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        reply = self._reply(f"RCPT {address}") or self._reply("RCPT") or "250 OK"
        if reply.startswith("2"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        reply = self._reply("DATA") or "250 taken"
        if reply == "drop":
            server.transport.abort()
        elif reply.startswith("2"):
            self.mails.append(envelope)
            self.over_tls.append(session.ssl is not None)
        return reply


class _Controller(Controller):
    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(
    replies: Mapping[str, list[str]] | None = None, **settings: object
) -> Iterator[Postman]:
    """Run a server; `settings` are those of aiosmtpd."""
    postman = Postman(dict(replies or {}))
    controller = _Controller(postman, "127.0.0.1", 0, **settings)
    controller.start()
    postman.port = controller.port
    try:
        yield postman
    finally:
        controller.stop()


def allow_user(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
) -> AuthResult:
    """Let the one user in."""
    is_known = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=is_known, handled=False)


@contextmanager
def scripted_server(*answers: bytes | None) -> Iterator[int]:
    """Answer each line with the next of these; None hangs up, and no answer is left unsaid.

    The first is the greeting. After the last one nothing is answered until the client leaves.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_follow, args=(listening, answers))
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def _follow(listening: socket.socket, answers: tuple[bytes | None, ...]) -> None:
    try:
        connection, _ = listening.accept()
    except OSError:
        return  # nobody came
    with connection, connection.makefile("rb") as lines:
        for answer in answers:
            if answer is None:
                return
            connection.sendall(answer)
            if not lines.readline():
                return
        while lines.readline():
            pass
