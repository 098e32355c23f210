"""From bytes to text: what encoding a source is in, and characters as they were meant.

An encoding that the source states wins only where its bytes agree; bytes that are no text at all
are refused by name, with what to do about them.
"""

import codecs
import re
import unicodedata

from summarize.errors import SourceBinary

_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The first bytes of what people drop beside articles (signatures of file(1)), and the way out.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "is a PDF; save its text as .txt or give the page as .html"),
    (b"PK\x03\x04", "is a ZIP archive or an office document; unpack it or save it as text"),
    (b"\xd0\xcf\x11\xe0", "is an old office document; save it as text"),
    (b"{\\rtf", "is RTF; save it as text"),
    (b"\x1f\x8b", "is compressed with gzip; unpack it first"),
    (b"BZh", "is compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "is compressed with xz; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive; unpack it first"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"SQLite format 3\x00", "is a database"),
    (b"\x7fELF", "is a program"),
)

_SAMPLE = 65_536
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MAX_CONTROL_SHARE = 0.01
"""Saved pages hold a stray zero now and then; one byte in ten of random data is a control byte."""

# UTF-8 read as cp1252 or latin-1: a lead byte's letter followed by a continuation byte's sign.
_MOJIBAKE = re.compile(r"[ÂÃâÐÑðÅÄ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")

_MAX_LAYERS = 4
"""Text that was garbled twice takes two rounds, and one more to see that nothing is left."""

_NO_CHARSET = re.compile(
    r"(?:idna|punycode|undefined|(?:raw[_-])?unicode[_-]escape|utf[_-]?7|u7|mbcs|oem)\Z",
    re.IGNORECASE,
)
"""Encodings of Python that no document has, which a hostile one could name: some raise errors of
their own, some take quadratic time, some write signs that are not in the bytes."""

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphen, zero-width space and no-break space, word joiner, direction marks, object marks.
_INVISIBLE = re.compile(
    r"[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]"
    # Joiners carry meaning in Arabic and Indic scripts, and between the parts of an emoji.
    r"|(?<![\u0600-\u0dff\u2600-\u27bf\ufe0f\U0001f300-\U0001faff])[\u200c\u200d]"
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]"
)


def decode_bytes(source: str, data: bytes, *declared: str | None) -> str:
    """Return the text of `data`, its characters tidied by `tidy_characters`.

    `declared` are encodings that the source names (a mail part's charset, an HTTP header), in the
    order in which they are believed. Raises SourceBinary for what is not text.
    """
    text = _decode_marked(source, data)
    if text is None:
        _refuse_binary(source, data)
        text = _decode_unmarked(data, *declared)
    return tidy_characters(text)


def tidy_characters(text: str) -> str:
    """Return `text` in NFC with plain spaces and line ends, no invisible signs, no mojibake.

    Typographic quotes and dashes stay as they are: a quote must be found again in the original.
    """
    for _ in range(_MAX_LAYERS):
        lines = _LINE_ENDS.sub("\n", text).split("\n")
        mended = "\n".join(map(_mend_mojibake, lines))
        tidy = unicodedata.normalize("NFC", _INVISIBLE.sub("", _SPACES.sub(" ", mended)))
        if tidy == text:
            break
        text = tidy
    return text


def _mend_mojibake(line: str) -> str:
    """Mend line by line: one that is sound would keep its neighbours from being mended."""
    if not _MOJIBAKE.search(line):
        return line
    import ftfy  # 80 ms, and most texts need none of it

    return str(ftfy.fix_encoding(line))


def _decode_marked(source: str, data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8-sig":
                    return data[len(mark) :].decode("utf-8", "replace")
                problem = f"has the mark of {encoding} but is not; save it as UTF-8"
                raise SourceBinary(source, problem) from error
    return None


def _decode_unmarked(data: bytes, *declared: str | None) -> str:
    wide = _utf16_without_mark(data)
    for encoding in (wide, "utf-8", *declared):
        if encoding is None or _NO_CHARSET.match(encoding):
            continue
        try:
            return data.decode(encoding)
        except (ValueError, LookupError):  # a name with a zero in it is a ValueError
            continue
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of a European language has a zero in nearly every other byte."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if len(data) % 2 == 0 and max(even, odd) > 0.4 * half and min(even, odd) < 0.05 * half:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all of the non-ASCII bytes are UTF-8: a cut file, one bad byte."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    bad = data.decode("utf-8", "replace").count("\ufffd")
    return high > 0 and bad <= high * 0.1


def _refuse_binary(source: str, data: bytes) -> None:
    for signature, problem in _SIGNATURES:
        if data.startswith(signature):
            raise SourceBinary(source, problem)
    sample = data[:_SAMPLE]
    if _utf16_without_mark(data) is not None:
        return
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if control > _MAX_CONTROL_SHARE * len(sample):
        raise SourceBinary(source, "is not text; give .txt, .md, .html, .eml, .json or .jsonl")
