"""A newsletter or a forwarded article as a mail message (.eml)."""

import email
import email.errors
import email.policy
import email.utils
import re
from dataclasses import replace
from email.message import EmailMessage

from summarize.errors import NoArticle, SourceUnreadable
from summarize.read.decode import decode_bytes
from summarize.read.page import Metadata, Page
from summarize.read.webpage import read_webpage

_SUBJECT_PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_MIN_PLAIN_WORDS = 40
"""A shorter plain part says that the mail is to be viewed as HTML."""


def read_mail(source: str, data: bytes) -> Page:
    """Return a message's article: subject as title, sender as outlet, its own date.

    The plain part is preferred; the HTML part stands in where the plain one is a mere notice.
    Raises SourceUnreadable for a damaged message, NoArticle for one without text.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        plain = _part_text(source, message, "plain")
        html = _part_text(source, message, "html")
        stated = _metadata(message)
    except (
        email.errors.MessageError,
        LookupError,
        ValueError,
        RecursionError,
        AttributeError,
    ) as error:
        raise SourceUnreadable(
            source, "is a damaged mail message; save its text as .txt"
        ) from error
    if html and (not plain or len(plain.split()) < _MIN_PLAIN_WORDS):
        page = read_webpage(source, html)
        return replace(page, metadata=stated.or_else(page.metadata))
    if not plain:
        raise NoArticle(source, "is a mail message without text; save the article as .txt or .html")
    return Page(plain, stated)


def _part_text(source: str, message: EmailMessage, kind: str) -> str | None:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    return decode_bytes(source, payload, part.get_content_charset())


def _metadata(message: EmailMessage) -> Metadata:
    subject = _SUBJECT_PREFIX.sub("", str(message["subject"] or "")).strip()
    name, address = email.utils.parseaddr(str(message["from"] or ""))
    date = message["date"]
    sent = getattr(date, "datetime", None)
    return Metadata(
        title=subject or None,
        outlet=name.strip() or address.rpartition("@")[2] or None,
        published=sent.date() if sent is not None else None,
    )
