"""The frame of a page: a document that fetches nothing, runs nothing and is easy to read."""

import base64
import hashlib
import xml.etree.ElementTree as ET

from summarize.render.markup import Node, make, write_html

GENERATOR = "summarize"
"""By this name in its head a page is known to be ours."""

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --dim: #595959; --line: #d4d4cf;
  --link: #0b4a8f; --mark: #f3f1e7; --alarm: #8f1d0b }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e3; --paper: #161616; --dim: #a6a6a2;
  --line: #3b3b39; --link: #8fbcf2; --mark: #232320; --alarm: #ff9d8a } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem 1.2rem 4rem; max-width: 46rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: break-word }
h1, h2, h3, h4, th, caption, .label, .note, .dateline, figcaption, nav { font-family: system-ui,
  -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1rem 0 .4rem }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.2rem 0 .3rem }
h3, h4 { font-size: 1rem; margin: 1.5rem 0 .2rem; text-transform: uppercase;
  letter-spacing: .05em }
h4 { font-size: .9rem }
p { margin: .5rem 0 }
a { color: var(--link) }
a:not(:hover) { text-decoration-thickness: 1px }
.dateline, .note, figcaption, .contents .note { color: var(--dim); font-size: .85rem }
.summary p { font-size: 1.12rem }
.cite { font: .8rem system-ui, sans-serif; white-space: nowrap }
.cite a { text-decoration: none; padding: .2em .05em }
ul, ol { margin: .4rem 0; padding-left: 1.2rem }
ul.entries { list-style: none; padding-left: 0 }
ul.entries ul.entries { padding-left: 1.1rem }
li { margin: .4rem 0 }
.label { font-size: .82rem; font-weight: 600; margin-right: .2em }
figure { margin: .35rem 0 .35rem .2rem; padding-left: .8rem; border-left: 3px solid var(--line) }
blockquote { margin: 0; font-style: italic }
blockquote p { margin: 0 }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0;
  border-bottom: 1px solid var(--line); font-weight: normal }
thead th { color: var(--dim); font-size: .8rem }
caption { text-align: left; color: var(--dim); font-size: .85rem }
.alarm { border-left: 4px solid var(--alarm); padding: .1rem 0 .1rem .9rem }
.alarm h2, .alarm h3 { color: var(--alarm); margin-top: .4rem }
.changes { background: var(--mark); padding: .2rem .9rem .5rem; margin: .8rem 0 }
.changes h3 { margin-top: .6rem }
article { border-top: 2px solid var(--ink); margin-top: 2.5rem }
article > h2:first-child { margin-top: .8rem }
:target { background: var(--mark) }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --dim: #444; --line: #bbb;
    --link: #000; --mark: #fff; --alarm: #000 }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  h2, h3, h4 { break-after: avoid }
  figure, tr, li { break-inside: avoid }
  .wide { overflow: visible } }
"""


def _hash_style() -> str:
    """Return the hash by which the policy knows our style sheet, and refuses any other."""
    return base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()


_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_hash_style()}'; base-uri 'none'; form-action 'none'"
)
"""Content Security Policy Level 3: whatever slips into a page, a browser may not act upon it."""


def frame_page(title: str, *body: Node) -> str:
    """Write a whole document, in English, around what stands in its body."""
    head = make(
        "head",
        make("meta", charset="utf-8"),
        make("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        make("meta", name="viewport", content="width=device-width, initial-scale=1"),
        make("meta", name="referrer", content="no-referrer"),
        make("meta", name="generator", content=GENERATOR),
        make("meta", name="color-scheme", content="light dark"),
        make("title", title),
        _style(),
    )
    document = make("html", head, make("body", *body), lang="en")
    return f"<!DOCTYPE html>\n{write_html(document)}\n"


def _style() -> ET.Element:
    element = ET.Element("style")
    element.text = _STYLE
    return element
