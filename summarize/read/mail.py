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

_DAMAGE = (
    email.errors.MessageError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
)
"""What the email package raises for malformed messages, on top of its own errors."""

_SUBJECT_PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_MIN_PLAIN_WORDS = 40
"""A shorter plain part says that the mail is to be viewed as HTML."""


def read_mail(source: str, data: bytes) -> Page:
    """Return a message's article: subject as title, sender as outlet, its own date.

    The plain part is preferred; the HTML part stands in where the plain one is a mere notice.
    Raises SourceUnreadable for a damaged message, NoArticle for one without text.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        plain = _part_text(source, message, "plain")
        html = _part_text(source, message, "html")
    except _DAMAGE as error:
        raise SourceUnreadable(
            source, "is a damaged mail message; save its text as .txt"
        ) from error
    stated = _metadata(message)
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
    name, address = email.utils.parseaddr(_header(message, "from"))
    try:
        published = email.utils.parsedate_to_datetime(_header(message, "date")).date()
    except _DAMAGE:
        published = None
    return Metadata(
        title=_SUBJECT_PREFIX.sub("", _header(message, "subject")).strip() or None,
        outlet=name.strip() or address.rpartition("@")[2] or None,
        published=published,
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's text; one that cannot be parsed counts as absent."""
    try:
        return str(message[name] or "")
    except _DAMAGE:
        return ""
