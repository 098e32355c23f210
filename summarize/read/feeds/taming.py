"""XML from a stranger becomes XML of bounded depth and width, well-formed and without entities.

feedparser reads ill-formed feeds with regular expressions that a feed can keep busy for hours, and
keeps lists that grow with each open element. libxml2 mends what is ill-formed in linear time, and
has limits of its own; it loads nothing here, neither files nor addresses.
"""

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from summarize.errors import SourceUnreadable
from summarize.read.feeds.entry import MOST_ENTRIES, TOO_MANY
from summarize.read.feeds.words import without_mail_addresses

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ATTRIBUTES = 64
_LONGEST_VALUE = 4_000
"""Of an address, a date, a name: what is longer is none."""

_PROSE = frozenset("title description summary content encoded body subtitle div p".split())
_KNOWN = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
"""The prefixes that matter here, for feeds that use them without saying what they mean."""

_BEFORE = r"(?:\s|<\?.*?\?>|<!--.*?-->)*+"  # possessive: comments can be told apart in 2^n ways
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
_DOCTYPE = re.compile(
    rf"{_BEFORE}<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*+(?P<subset>\[)?", re.I | re.S
)
_ROOT = re.compile(
    rf"{_BEFORE}(?:<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*)?>{_BEFORE})?<(?P<name>[\w.:-]+)", re.I | re.S
)
_REFERENCE = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*)|&(?:(?P<name>[A-Za-z]\w{0,31});|#\d{1,7};|#[xX][\da-fA-F]{1,6};)?",
    re.DOTALL,
)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


_DAMAGED = "is XML too damaged to read; tell its site"
_ILL_FORMED = "the feed is not well-formed XML; entries may be missing"


class Tamed(NamedTuple):
    """A document in UTF-8, and what was wrong with the one it was made from."""

    data: bytes
    warnings: tuple[str, ...]


def root_name(text: str) -> str:
    """Return the name of the first element, without its prefix, in small letters; else nothing."""
    root = _ROOT.match(text)
    return root["name"].rpartition(":")[2].lower() if root else ""


def tame_xml(name: str, text: str) -> Tamed:
    """Return the document that `text` is meant to be. Raises SourceUnreadable for none, or a trap.

    A document that declares entities of its own is refused before a parser sees it: in a feed they
    have no use but the bombs and the theft of files that they are known for (OWASP, "XML External
    Entity Prevention"). A bare DOCTYPE, as RSS 0.91 has, is taken off.
    """
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    mended = _REFERENCE.sub(_mend_reference, _without_doctype(name, text))
    try:
        root = etree.fromstring(mended.encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceUnreadable(name, _DAMAGED) from error
    if root is None:
        raise SourceUnreadable(name, _DAMAGED)
    is_cut = any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log)
    warnings = [_ILL_FORMED] if is_cut else []
    if _prune(root):
        warnings.append(TOO_MANY)
    return Tamed(etree.tostring(root, encoding="utf-8", xml_declaration=True), tuple(warnings))


def _without_doctype(name: str, text: str) -> str:
    text = _DECLARATION.sub("", text, count=1)
    doctype = _DOCTYPE.match(text)
    if doctype is None:
        return text
    rest = text[doctype.end() :]
    if doctype["subset"] is None:
        return rest.removeprefix(">")
    end = rest.find("]")
    if end < 0 or "<!ENTITY" in rest.upper():
        problem = "declares XML entities of its own, as an attack does; it is not read"
        raise SourceUnreadable(name, problem)
    return rest[end + 1 :].lstrip().removeprefix(">")


def _mend_reference(match: re.Match[str]) -> str:
    """Write a name of HTML as its sign, and an "&" that begins nothing as one that is meant."""
    found, name = match[0], match["name"]
    if found == "&":
        return "&amp;"
    if name is None or name in _OF_XML:
        return found
    sign = html.unescape(found)
    return sign if sign != found else f"&amp;{name};"


def _prune(root: "_Element") -> bool:
    """Cut what is longer or wider than in any feed; return whether there are too many entries."""
    entries: list[_Element] = []
    for element in root.iter("*"):
        local = _settle_name(element)
        _settle_text(element, local)
        for attribute in list(element.attrib)[_MOST_ATTRIBUTES:]:
            del element.attrib[attribute]
        for attribute, value in element.attrib.items():
            if ":" in attribute.rpartition("}")[2]:
                del element.attrib[attribute]
            elif len(value) > _LONGEST_VALUE:
                element.attrib[attribute] = value[:_LONGEST_VALUE]
        if local in ("item", "entry"):
            entries.append(element)
    for element in entries[MOST_ENTRIES:]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return len(entries) > MOST_ENTRIES


def _settle_name(element: "_Element") -> str:
    """Return the name without its prefix; one that was never declared is declared, or taken off."""
    prefix, colon, local = str(element.tag).rpartition("}")[2].rpartition(":")
    if colon:
        element.tag = f"{{{_KNOWN[prefix]}}}{local}" if prefix in _KNOWN else f"x-{local}"
    return local.lower()


def _settle_text(element: "_Element", local: str) -> None:
    """Cut long values, and keep feedparser from two of its guesses.

    It takes any GUID for a relative link, and cuts a mail address before a long top-level domain.
    """
    text = element.text
    if not text or local in _PROSE:
        return
    text = text[:_LONGEST_VALUE]
    if local in ("author", "creator") and "@" in text:
        text = without_mail_addresses(text)
    if local in ("guid", "id") and not text.strip().lower().startswith(("http://", "https://")):
        element.set("isPermaLink", "false")
    element.text = text
