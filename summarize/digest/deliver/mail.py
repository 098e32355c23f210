"""A digest by mail: over TLS unless the settings say otherwise, to one recipient at a time.

Each recipient is a target. So one that refuses neither keeps the digest from the others nor makes
them get it again, and what became of each is on record.
"""

import datetime as dt
import math
import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from summarize.digest.deliver.config import MailTarget
from summarize.digest.deliver.message import write_mail
from summarize.digest.deliver.port import Package, Target
from summarize.digest.deliver.secrets import read_secret
from summarize.errors import DeliveryFailed, UsageError
from summarize.render.escape import strip_controls

_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_GOODBYE_S = 1.0
_LONGEST_REASON = 200
_TOO_LARGE = 552
_LASTING = range(500, 600)


def open_mail(config: MailTarget, environ: Mapping[str, str]) -> Iterator[Target]:
    """Yield a target for each recipient. Raises UsageError for a missing password or a bad file."""
    password = ""
    if config.user:
        password = read_secret(environ, config.password_env, f"the password of {config.user}")
    context = None if config.security == "none" else _trust(config.ca_file)
    for recipient in config.to:
        yield MailSender(config, recipient, context, password)


def _trust(ca_file: str | None) -> ssl.SSLContext:
    """Return what checks a server's certificate and its name."""
    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:
            raise UsageError(f"ca_file: {ca_file}: holds no certificates: {error}") from error
    return context


@dataclass(frozen=True, slots=True)
class MailSender:
    """Sends digests to one recipient; `context` is None where nothing is encrypted."""

    config: MailTarget
    recipient: str
    context: ssl.SSLContext | None = None
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """What the store knows it by."""
        return f"{self.config.name or 'mail'}:{self.recipient}"

    def deliver(self, package: Package, now: dt.datetime) -> None:  # noqa: ARG002 - as every target
        """Send one mail. Raises DeliveryFailed, lasting where the server refuses this very mail."""
        with self._explain(), self._connect() as smtp:
            mail = self._fit(package, smtp)
            with self._explain(is_sending=True):
                smtp.sendmail(self.config.sender, [self.recipient], mail)

    @contextmanager
    def _connect(self) -> Iterator[smtplib.SMTP]:
        """Open a session, encrypted and logged in as the settings say, and end it."""
        config, host = self.config, self.config.host
        port = config.port or _PORTS[config.security]
        if config.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                host, port, timeout=config.timeout_s, context=self.context
            )
        else:
            smtp = smtplib.SMTP(host, port, timeout=config.timeout_s)
        try:
            smtp.ehlo_or_helo_if_needed()
            if config.security == "starttls":
                smtp.starttls(context=self.context)
                smtp.ehlo()
            if config.user:
                smtp.login(config.user, self.password)
            yield smtp
        finally:
            _say_goodbye(smtp)

    def _fit(self, package: Package, smtp: smtplib.SMTP) -> bytes:
        """Write the mail as large as settings and server (RFC 1870) allow it to be."""
        announced = smtp.esmtp_features.get("size", "")
        most = self.config.max_bytes
        if announced.isdecimal() and int(announced):
            most = min(most, int(announced))
        for is_short in (False, True):
            mail = write_mail(self.config, self.recipient, package, is_short)
            if len(mail) <= most:
                return mail
        problem = f"even the short mail has {len(mail):,} bytes, and {most:,} are allowed"
        raise DeliveryFailed(self.name, problem, is_lasting=True)

    @contextmanager
    def _explain(self, is_sending: bool = False) -> Iterator[None]:
        """Translate what smtplib and the system raise.

        While sending, a reply of 5xx refuses this mail, and that lasts; before, it refuses us, and
        a person has to mend the settings or the account. What begins with 4 passes.
        """
        try:
            yield
        except smtplib.SMTPRecipientsRefused as error:
            code, reply = error.recipients[self.recipient]
            raise self._refused(code, reply, is_sending) from error
        except smtplib.SMTPSenderRefused as error:
            is_this_mail = error.smtp_code == _TOO_LARGE
            raise self._refused(error.smtp_code, error.smtp_error, is_this_mail) from error
        except smtplib.SMTPResponseException as error:
            raise self._refused(error.smtp_code, error.smtp_error, is_sending) from error
        except smtplib.SMTPNotSupportedError as error:
            raise self._failed(f"{_say(str(error))}; see `security`", math.inf) from error
        except ssl.SSLCertVerificationError as error:
            problem = f"the certificate is not believed: {error.verify_message}; see `ca_file`"
            raise self._failed(problem, math.inf) from error
        except ssl.SSLError as error:
            raise self._failed(f"no TLS: {_say(str(error))}; see `security`", math.inf) from error
        except OSError as error:  # among them the rest of smtplib's: no server, no answer
            raise self._failed(_say(error.strerror or str(error)) or "no answer", None) from error

    def _failed(self, problem: str, wait_s: float | None) -> DeliveryFailed:
        return DeliveryFailed(self.name, f"{self.config.host}: {problem}", wait_s=wait_s)

    def _refused(self, code: int, reply: bytes | str, is_this_mail: bool) -> DeliveryFailed:
        words = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
        problem = f"{self.config.host}: {code} {_say(words)}"
        if code not in _LASTING:
            return DeliveryFailed(self.name, problem)
        if is_this_mail:
            return DeliveryFailed(self.name, problem, is_lasting=True)
        return DeliveryFailed(self.name, problem, wait_s=math.inf)


def _say(words: str) -> str:
    """Put a server's words into one short line; it may not steer a terminal."""
    return strip_controls(words)[:_LONGEST_REASON]


def _say_goodbye(smtp: smtplib.SMTP) -> None:
    """End the session without waiting long: the mail is taken, and that is to be written down."""
    with suppress(OSError):  # the outcome is known, and smtplib's own are among these
        if smtp.sock is not None:
            smtp.sock.settimeout(_GOODBYE_S)
            smtp.docmd("QUIT")
    smtp.close()
