"""Article text is data: taking from it whatever a terminal, Markdown or JSON would act upon."""

import re

_TERMINAL_SEQUENCE = re.compile(
    # ECMA-48: control sequences (colours, cursor), then command strings (titles, links)
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]P^_X]|[\x9d\x90\x9e\x9f\x98])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
)

_UNSEEN = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\xad\u200b\u2060-\u2064\ufeff"  # soft hyphen, zero-width space, word joiner and its kin
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional overrides (Unicode TR 36, 3.1)
    "\u2028\u2029\ufff9-\ufffb"  # line and paragraph separators, interlinear annotation
)
_CONTROL = re.compile(f"[{_UNSEEN}\ud800-\udfff\U000e0000-\U000e007f]")
_JSON_CONTROL = re.compile(f"[{_UNSEEN}]")
_SPACE = re.compile(r"[\s\u2028\u2029]+")

_MARKDOWN_SYNTAX = re.compile(r"([\\`*_\[\]|~$@])")
_MARKDOWN_AUTOLINK = re.compile(r"(?i)(?<=\w)(?=://)|(?<=\bwww)(?=\.)")
_MARKDOWN_BLOCK = re.compile(r"^(?:(\d{1,9})(?=[.)])|(?=[#+\-=:]))")


def strip_controls(text: str) -> str:
    """Make one line of printable text: no control, escape sequence or text-direction override.

    Joiners that emoji and Persian need stay. Runs of white space become one space.
    """
    spaced = _SPACE.sub(" ", _TERMINAL_SEQUENCE.sub("", text))
    return _CONTROL.sub("", spaced).strip()


def escape_markdown(text: str) -> str:
    """Make text that Markdown shows as it stands: no emphasis, link, image, code, HTML or block.

    CommonMark 0.31 for syntax, GitHub's extensions for tables, strike-through and bare links.
    """
    plain = strip_controls(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _MARKDOWN_AUTOLINK.sub(r"\\", _MARKDOWN_SYNTAX.sub(r"\\\1", plain))
    return _MARKDOWN_BLOCK.sub(r"\1\\", escaped)


def escape_json(document: str) -> str:
    r"""Write as \uXXXX the characters that a JSON document may hold but a terminal acts upon.

    They can stand only inside strings, so the document means the same. Its line ends stay.
    """
    return "\n".join(
        _JSON_CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
        for line in document.split("\n")
    )
