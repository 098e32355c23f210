"""What the operators share: replacing a piece of a sentence, inflecting a word, finding names."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from summarize.language.document import Token, parse_statement
from summarize.language.names import Entity, Mention, find_names

Operator = Callable[[str], Iterable[str]]
Accept = Callable[[tuple[Token, ...], int], bool]

_NEGATIVE = re.compile(
    r"(?i)\b(?:not|never|no|nobody|none|nothing|nowhere|neither|nor|without|cannot|hardly|barely"
    r"|rarely|seldom)\b|n['’]t\b"
)
_VOWEL = re.compile(r"(?i)(?!one\b|once\b|uni|use|eu)(?:[aeiou]|hour|honest|heir)")


def tokens_of(sentence: str) -> tuple[Token, ...]:
    """Return the tagged words of `sentence`."""
    return parse_statement(sentence).tokens


def is_negative(sentence: str) -> bool:
    """Say whether a word of `sentence` denies something."""
    return bool(_NEGATIVE.search(sentence))


def has_word(sentence: str, words: Iterable[str]) -> bool:
    """Say whether one of `words`, in lower case, stands in `sentence` as written or as a lemma."""
    wanted = frozenset(words)
    return any(token.low in wanted or token.lemma in wanted for token in tokens_of(sentence))


def put(sentence: str, start: int, end: int, new: str) -> str:
    """Write `new` over `sentence[start:end]`, with the old capital and with "a" or "an" before."""
    if sentence[start : start + 1].isupper() and not sentence[:start].strip(" “\"'‘"):
        new = new[:1].upper() + new[1:]
    head = sentence[:start]
    article = re.search(r"(?i)\b(an?) $", head)
    if article and new:
        right = article[1][0] + ("n" if _VOWEL.match(new) else "")
        head = f"{head[: article.start(1)]}{right} "
    return head + new + sentence[end:]


def cut(sentence: str, start: int, end: int) -> str:
    """Take `sentence[start:end]` out, with the space behind it; a sentence keeps its capital."""
    while sentence[start : start + 1] == " ":
        start += 1
    rest = sentence[end:].lstrip(" ")
    whole = put(sentence, start, len(sentence), rest) if rest[:1].isalnum() else None
    return whole or sentence[:start].rstrip(" ") + rest


def lower_first(text: str) -> str:
    """Return `text` with a small first letter where its first word is an article or the like."""
    is_plain = re.match(r"(?:The|A|An|Its|Their|His|Her|Some|Many|Most|Two|Three)\b", text)
    return text[:1].lower() + text[1:] if is_plain else text


def swap_words(
    sentence: str, table: Mapping[str, str], accept: Accept = lambda _tokens, _i: True
) -> Iterator[str]:
    """Replace each word that `table` knows in lower case and that `accept` lets through."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        is_name = token.text[:1].isupper() and i > 0
        if token.low in table and not is_name and accept(tokens, i):
            yield put(sentence, token.start, token.end, table[token.low])


def word_at(tokens: tuple[Token, ...], i: int) -> str:
    """Return the word at `i` in lower case; nothing outside the sentence."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


def tag_at(tokens: tuple[Token, ...], i: int) -> str:
    """Return the tag at `i`; nothing outside the sentence."""
    return tokens[i].tag if 0 <= i < len(tokens) else ""


def inflect(lemma: str, tag: str) -> str | None:
    """Return `lemma` in the form of a Penn Treebank tag, or None where English has none."""
    from lemminflect import getInflection

    forms = getInflection(lemma, tag=tag, inflect_oov=False)
    return str(forms[0]) if forms else None


@lru_cache(maxsize=4_096)
def names_in(sentence: str, *kinds: str) -> tuple[tuple[Mention, Entity], ...]:
    """Return the names of these kinds in order, without metonyms."""
    found = find_names(parse_statement(sentence)).mentions_between(0, len(sentence))
    return tuple(pair for pair in found if pair[1].kind in kinds and pair[0].form != "metonym")


def replace_all(sentence: str, table: Mapping[str, str], pattern: str) -> Iterator[str]:
    """Replace each match of `pattern`, in which "{}" stands for the words of `table`."""
    words = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
    for match in re.finditer(pattern.replace("{}", f"(?P<word>{words})"), sentence):
        new = table[match["word"]] if match["word"] in table else table[match["word"].lower()]
        yield put(sentence, match.start("word"), match.end("word"), new)
