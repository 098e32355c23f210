"""HTML by elements: text stays text, since nobody writes a tag by hand."""

import re
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

from summarize.render.escape import strip_controls

Node = ET.Element | str | None
"""What stands in an element; nothing where it is None or empty."""

_STARTS_A_LINE = frozenset(
    "article blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 head header "
    "hr li link main meta nav ol p section style table tbody td th thead title tr ul".split()
)
_OUTER_SPACE = re.compile(r"^(\s?).*?(\s?)$", re.S)


def make(tag: str, *content: Node, **attributes: str | None) -> ET.Element:
    """Make an element; text in it, and in attributes, is printable text whatever it holds.

    `class_` is the attribute class, `aria_label` is aria-label; one that is None or empty is
    left out.
    """
    named = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
    element = ET.Element(tag, {name: strip_controls(one) for name, one in named.items() if one})
    for node in content:
        if isinstance(node, str):
            _append_text(element, _keep_printable(node))
        elif node is not None:
            element.append(node)
    return element


def _append_text(element: ET.Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _keep_printable(text: str) -> str:
    """Strip controls, but not the space that parts a word from its neighbour."""
    outer = _OUTER_SPACE.match(text)
    before, after = (outer[1], outer[2]) if outer else ("", "")
    printable = strip_controls(text)
    if not printable:
        return " " if before else ""
    return (" " if before else "") + printable + (" " if after else "")


def link_address(url: str | None) -> str | None:
    """Return an address that a page may link to: http or https, with a host, all printable."""
    if not url or re.search(r"\s", url) or strip_controls(url) != url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def make_link(url: str | None, *content: Node) -> Node | ET.Element:
    """Link to a page of the web, which learns nothing of this one; plain text where it is none."""
    address = link_address(url)
    if address is None:
        return make("span", *content)
    return make("a", *content, href=address, rel="noopener noreferrer nofollow")


def write_html(element: ET.Element) -> str:
    """Write an element, a line for each of its blocks."""
    for one in element.iter():
        if one.tag in _STARTS_A_LINE and one is not element:
            one.tail = f"{(one.tail or '').rstrip()}\n"
        if len(one) and not one.text and one[0].tag in _STARTS_A_LINE:
            one.text = "\n"
    return ET.tostring(element, encoding="unicode", method="html")
