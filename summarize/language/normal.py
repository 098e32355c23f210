"""A normal form of typed English, with the way back to the original.

Quote marks, dashes, white space, compatibility letters and contractions are written in many ways
that mean the same. Digits, superscripts and fractions are left alone: "km²" is not "km2".
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

_SAME = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛ʼ′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)
_SPACES = r"\s\u00a0\u200b\u2060\ufeff"
_CHANGE = re.compile(
    rf"""
      (?P<space>\A[{_SPACES}]+|[{_SPACES}]{{2,}}|[{_SPACES}]\Z|(?!\x20)[{_SPACES}])
    | (?P<nothing>[\u00ad\u200c-\u200f])
    | (?P<accent>\w[\u0300-\u036f]+)
    | (?P<short>\b(?:ca|wo|sha)n['’]t\b|n['’]t\b|['’](?:re|ve|ll|m)\b|\bcannot\b)
    | (?P<sign>[“”„‟«»″‘’‚‛ʼ′`´‐‑‒–—―−])
    | (?P<other>[^\x00-\x7f])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONG_FORMS = {
    "can't": "can not", "won't": "will not", "shan't": "shall not", "n't": " not",
    "'re": " are", "'ve": " have", "'ll": " will", "'m": " am", "cannot": "can not",
}  # fmt: skip
"""Of one reading only: "'s" and "'d" have two, and stay."""

_COMPATIBLE = ("<wide>", "<narrow>", "<compat>", "<noBreak>", "<small>")
"""Unicode decomposition types that change no meaning (UAX 44); not <super>, <sub>, <fraction>."""


@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text; character `i` stands for `starts[i]:ends[i]` of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that `text[start:end]` stands for; it must not be empty.

        A span that begins or ends inside a rewritten piece takes the whole piece.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}:{end} is no span of a text of {len(self.text)} characters")
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normal:
    """Write `text` in its normal form; case, digits and stops stay as they are."""
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    last = 0
    for match in _CHANGE.finditer(text):
        pieces.append(text[last : match.start()])
        starts.extend(range(last, match.start()))
        ends.extend(range(last + 1, match.start() + 1))
        rewritten = _rewrite(match, is_edge=match.start() == 0 or match.end() == len(text))
        pieces.append(rewritten)
        starts.extend([match.start()] * len(rewritten))
        ends.extend([match.end()] * len(rewritten))
        last = match.end()
    pieces.append(text[last:])
    starts.extend(range(last, len(text)))
    ends.extend(range(last + 1, len(text) + 1))
    return Normal("".join(pieces), starts, ends)


def normal_form(text: str) -> str:
    """Return `normalise(text).text`, without the way back, in a fraction of the time."""
    if _is_normal(text):
        return text
    end = len(text)
    return _CHANGE.sub(
        lambda match: _rewrite(match, is_edge=match.start() == 0 or match.end() == end), text
    )


_PLAIN = re.compile(r"[ -&(-_a-~]*")
"""ASCII without apostrophes, which open contractions, and without what stands for them."""


def _is_normal(text: str) -> bool:
    """Say whether it is seen at once that nothing of `text` changes."""
    is_plain = _PLAIN.fullmatch(text) and "  " not in text and "annot" not in text.lower()
    return bool(is_plain) and not text.startswith(" ") and not text.endswith(" ")


def _rewrite(match: re.Match[str], is_edge: bool) -> str:
    found = match.group()
    match match.lastgroup:
        case "space":
            return "" if is_edge or not found.strip("\u200b\u2060\ufeff") else " "
        case "nothing":
            return ""
        case "accent":
            return unicodedata.normalize("NFC", found)
        case "short":
            return _LONG_FORMS[found.translate(_SAME).lower()]
        case "sign":
            return found.translate(_SAME)
    is_compatible = unicodedata.decomposition(found).startswith(_COMPATIBLE)
    return unicodedata.normalize("NFKC", found) if is_compatible else found
