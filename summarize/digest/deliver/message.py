"""A digest as a mail: text and page beside one another, within the size that a server takes."""

import hashlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from functools import lru_cache
from string import Template

from summarize.digest.deliver.config import MailTarget
from summarize.digest.deliver.port import Package
from summarize.digest.model import Digest
from summarize.digest.pages.html import render_digest_html
from summarize.digest.pages.outline import say_stories
from summarize.digest.pages.text import render_mail_text
from summarize.language.calendar import say_date
from summarize.render.escape import strip_controls

_LONGEST_SUBJECT = 160
"""Characters; what is longer is cut by every mailbox, at a place of its own."""


def write_mail(config: MailTarget, recipient: str, package: Package, is_short: bool) -> bytes:
    """Write the mail to one recipient; the same package gives the same bytes."""
    digest, domain = package.digest, config.sender.rpartition("@")[2]
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(strip_controls(config.sender_name), addr_spec=config.sender)
    message["To"] = Address(addr_spec=recipient)
    message["Subject"] = _write_subject(config.subject, digest)
    message["Date"] = digest.created
    message["Message-ID"] = f"<{_identify(package, recipient)}@{domain}>"
    message["List-Id"] = f"<summarize.{domain}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    text, page = _render(digest, is_short)
    message.set_content(text)
    message.add_alternative(page, subtype="html")
    message.set_boundary(f"=_{_identify(package, 'boundary')}")
    return bytes(message)


@lru_cache(maxsize=2)  # the whole and the short one: every recipient has the same
def _render(digest: Digest, is_short: bool) -> tuple[str, str]:
    return render_mail_text(digest, is_short), render_digest_html(digest, is_short)


def _write_subject(template: str, digest: Digest) -> str:
    """Fill the template; `=?` would begin an encoded word, in which a title can hide a line's end.

    Python's email decodes it, and then writes what it held as lines of the mail's head.
    """
    words = {
        "title": digest.title,
        "date": say_date(digest.created.date().isoformat()),
        "stories": say_stories(len(digest.stories)),
        "first": digest.stories[0].brief.title if digest.stories else "",
    }
    subject = strip_controls(Template(template).substitute(words)).replace("=?", "= ?")
    is_long = len(subject) > _LONGEST_SUBJECT
    return f"{subject[: _LONGEST_SUBJECT - 1].rstrip()}…" if is_long else subject


def _identify(package: Package, purpose: str) -> str:
    """Return an id that each attempt shares, so that mailboxes know a second copy for one."""
    return hashlib.sha256(f"{package.key} {purpose}".encode()).hexdigest()[:40]
