"""Which format a source is in, and how each is read."""

import contextlib
import datetime as dt
import json
from pathlib import Path

import pytest

from summarize.errors import NoArticle, SourceEmpty, SourceError, SourceUnreadable
from summarize.read.formats import Format, read_format, sniff_format
from summarize.read.page import Page
from summarize.read.records import Record

DATA = Path(__file__).parent / "data" / "read"
STORY = "The road past the quarry opened again on Thursday, eleven days after the landslide."


def pages(data: bytes | str, suffix: str = "") -> list[Page]:
    raw = data.encode() if isinstance(data, str) else data
    outcomes = list(read_format("given", raw, suffix))
    return [outcome.page for outcome in outcomes if isinstance(outcome, Record)]


def outcomes(text: str, suffix: str) -> list[Record | SourceError]:
    return list(read_format("given", text.encode(), suffix))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html><p>x", "html"),
        ("  <html lang=en>", "html"),
        ('{"text": "x"}', "json"),
        ('[{"text": "x"}]', "json"),
        ('{"text": "x"}\n{"text": "y"}', "jsonl"),
        ("# A heading\n\nText", "markdown"),
        ("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\nText", "mail"),
        ("Date: 4 March\nPlace: Delmouth\n\nText", "plain"),
        (STORY, "plain"),
    ],
)
def test_a_format_is_known_by_its_first_characters(text: str, expected: Format) -> None:
    assert sniff_format(text) == expected


def test_a_page_saved_as_text_is_still_a_page() -> None:
    assert pages((DATA / "page.html").read_bytes(), ".txt")[0].metadata.outlet == "The Vale Courier"


def test_a_web_page_gives_its_article_and_what_it_states() -> None:
    page = pages((DATA / "page.html").read_bytes(), ".html")[0]
    assert page.metadata.title == "Quarry road reopens after landslide"
    assert page.metadata.authors == ("Petra Lindqvist",)
    assert page.metadata.published == dt.date(2023, 11, 2)
    assert "4,000 tonnes" in page.text
    assert "detour cost me" not in page.text
    assert "Home" not in page.text


def test_a_page_without_a_date_gets_none() -> None:
    html = f"<html><body><article><p>{STORY}</p><p>It was 4 March 2020 then.</p></article>"
    assert pages(html, ".html")[0].metadata.published is None


def test_a_newsletter_gives_subject_sender_and_date() -> None:
    page = pages((DATA / "newsletter.eml").read_bytes(), ".eml")[0]
    assert page.metadata.title == "Fishing quota cut by a third"
    assert page.metadata.outlet == "The Morning Tide"
    assert page.metadata.published == dt.date(2024, 5, 14)
    assert "herring quota" in page.text


def test_a_mail_with_a_mere_notice_as_text_is_read_as_html() -> None:
    body = "".join(f"<p>{STORY} Part {number}.</p>" for number in range(6))
    mail = (
        "From: a@tide.example\nSubject: Road\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nView in your browser\n"
        f"--b\nContent-Type: text/html\n\n<html><body><article>{body}</article></body>\n--b--"
    )
    page = pages(mail, ".eml")[0]
    assert "Part 5" in page.text
    assert page.metadata.outlet == "tide.example"


def test_a_mail_without_text_is_no_article() -> None:
    mail = "From: a@b.example\nSubject: x\nContent-Type: image/png\n\nxxxx"
    with pytest.raises(NoArticle):
        pages(mail, ".eml")


def test_markdown_is_resolved_to_its_text() -> None:
    page = pages(
        "# The *road* is open\n\n"
        "The [county](https://county.example/x_(y)) said it was **sure**, in `code` and _all_.\n\n"
        "![The road](a.png)\n\n> Quoted words\n\n2 * 3 * 4 and snake_case_name stay\n",
        ".md",
    )[0]
    assert page.metadata.title == "The road is open"
    assert "The county said it was sure, in code and all." in page.text
    assert "2 * 3 * 4 and snake_case_name stay" in page.text
    assert "a.png" not in page.text
    assert [(item.text, item.reason) for item in page.removed] == [("The road", "caption")]


def test_front_matter_of_markdown_is_metadata() -> None:
    page = pages(
        '---\ntitle: "Road open"\nauthor: Petra Lindqvist\ndate: 2023-11-02\n'
        f"outlet: The Vale Courier\nurl: https://vale.example/1\n---\n\n{STORY}\n",
        ".md",
    )[0]
    assert page.metadata.title == "Road open"
    assert page.metadata.published == dt.date(2023, 11, 2)
    assert page.metadata.url == "https://vale.example/1"


def test_a_record_gives_all_of_its_keys() -> None:
    record = {
        "title": "Road open",
        "text": STORY,
        "url": "https://vale.example/1",
        "outlet": "The Vale Courier",
        "authors": ["Petra Lindqvist", "Malik Osei"],
        "published": "2023-11-02T08:30:00Z",
    }
    stated = pages(json.dumps(record), ".json")[0].metadata
    assert (stated.title, stated.url) == ("Road open", "https://vale.example/1")
    assert stated.outlet == "The Vale Courier"
    assert stated.authors == ("Petra Lindqvist", "Malik Osei")
    assert stated.published == dt.date(2023, 11, 2)


def test_a_feed_and_a_news_article_of_schema_org_are_records_too() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": [
        {"title": "One", "content_html": f"<p>{STORY}</p>", "authors": [{"name": "Petra"}]},
        {"title": "Two", "content_text": STORY},
    ]}  # fmt: skip
    found = pages(json.dumps(feed), ".json")
    assert [page.metadata.title for page in found] == ["One", "Two"]
    assert found[0].text.strip() == STORY
    assert found[0].metadata.authors == ("Petra",)
    article = {"headline": "One", "articleBody": STORY, "publisher": {"name": "Vale"}}
    assert pages(json.dumps(article), ".json")[0].metadata.outlet == "Vale"


def test_a_bad_line_is_named_and_the_others_go_on() -> None:
    good = json.dumps({"text": STORY})
    found = outcomes(f"{good}\n{{broken\n\n{good}\n[1]\n", ".jsonl")
    assert [isinstance(item, Record) for item in found] == [True, False, True, False]
    assert isinstance(found[1], SourceUnreadable)
    assert "line 2" in str(found[1])
    assert [item.source for item in found] == ["given:1", "given", "given:4", "given:5"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{broken", SourceUnreadable),
        ("[" * 100_000, SourceUnreadable),
        ('{"scores": [1, 2]}', NoArticle),
        ("[]", NoArticle),
        ("3", NoArticle),
    ],
)
def test_json_that_is_broken_or_no_article_is_refused(text: str, kind: type[SourceError]) -> None:
    with pytest.raises(kind):
        outcomes(text, ".json")


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"\0\0\0"])
def test_an_empty_source_is_called_empty(data: bytes) -> None:
    with pytest.raises(SourceEmpty):
        pages(data, ".txt")


def test_a_damaged_header_does_not_cost_the_message() -> None:
    mail = (
        b"From: \xff\xfe<\nMIME-Version: 1.0\nDate: Foo 99 Bar\nSubject: Road\n"
        b"Content-Type: text/plain; charset=nope\n\n" + STORY.encode()
    )
    page = pages(mail, ".eml")[0]
    assert page.text == STORY
    assert (page.metadata.title, page.metadata.published) == ("Road", None)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"<html><body>" + b"<div>" * 20_000, ".html"),
        (b"<html><body><p>" + b"<b>" * 20_000, ".html"),
        (b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
                  for n in range(3_000)), ".eml"),
        (b"# T\n" + b"*a" * 50_000, ".md"),
        (b"# T\n" + b"[a](" * 50_000, ".md"),
    ],
)  # fmt: skip
def test_nesting_without_end_is_read_or_refused(data: bytes, suffix: str) -> None:
    with contextlib.suppress(SourceError):
        pages(data, suffix)


@pytest.mark.parametrize(
    "odd",
    [
        '<meta name="title content="x">' + "<p>council meets again today</p>" * 1_000,
        "<script>for (i=0; i<n; i++) {" + "say(i, 'word', count); " * 1_000 + "}</script>",
    ],
)
def test_a_quotation_mark_too_few_or_a_script_is_no_element_of_endless_attributes(odd: str) -> None:
    (page,) = pages(f"<html><body>{odd}<article><p>{STORY}</p></article></body></html>", ".html")
    assert STORY in page.text


@pytest.mark.parametrize("quoted", ["x", "<", ">"])
def test_an_element_of_endless_attributes_is_refused_before_it_is_parsed(quoted: str) -> None:
    attributes = " ".join(f'a{number}="{quoted}"' for number in range(200_000))
    with pytest.raises(SourceUnreadable, match="10,000 attributes"):
        pages(f"<html><body><p {attributes}>{STORY}</p></body></html>", ".html")
    assert STORY in pages(json.dumps({"text": f"<p {attributes}>{STORY}</p>"}), ".json")[0].text


def test_a_page_may_hold_a_picture_in_an_attribute() -> None:
    image = f'<img alt="A wide road" src="data:image/png;base64,{"A" * 2_000_000}">'
    page = f"<html><body><article>{image}<p>{STORY}</p></article></body></html>"
    assert STORY in pages(page, ".html")[0].text


def test_half_a_character_of_json_is_mended() -> None:
    (page,) = pages(json.dumps({"text": f"{STORY} \ud83d", "title": "Road \udc00"}), ".json")
    assert (page.text, page.metadata.title) == (f"{STORY} \ufffd", "Road \ufffd")
    (page,) = pages(json.dumps({"text": STORY, "title": "Road 🛣"}), ".json")
    assert page.metadata.title == "Road 🛣"


def test_a_name_is_not_looked_for_without_end() -> None:
    outlet = '{"name":' * 900 + '"x"' + "}" * 900
    (page,) = pages(f'{{"text": "{STORY}", "outlet": {outlet}}}', ".json")
    assert page.metadata.outlet is None


HIDDEN = "The governor said that a second slide had buried the hamlet below the old quarry road."


@pytest.mark.parametrize(
    "hiding",
    [
        'p style="display: none"',
        'p style="color:red;visibility:hidden"',
        'p style="font-size:0"',
        'p style="position:absolute; left:-9999px"',
        "p hidden",
        "template",
    ],
)
def test_what_a_page_hides_from_its_readers_is_not_read(hiding: str) -> None:
    shown = f"<p>{STORY}</p><p>Crews worked by night, the road office of the district said.</p>"
    inner = f"<p>{HIDDEN}</p>" if hiding == "template" else HIDDEN
    hidden = f"<{hiding}>{inner}</{hiding.split(maxsplit=1)[0]}>"
    (page,) = pages(f"<html><body><article>{shown}{hidden}</article></body></html>", ".html")
    assert STORY in page.text
    assert HIDDEN not in page.text
    assert HIDDEN in [piece.text for piece in page.removed]


@pytest.mark.parametrize("style", ["display:block", "font-size:0.9em", "margin-left:-100px"])
def test_a_style_that_hides_nothing_takes_nothing(style: str) -> None:
    html = f'<html><body><article><p>{STORY}</p><p style="{style}">{HIDDEN}</p></article></body>'
    assert HIDDEN in pages(html, ".html")[0].text


def test_an_article_behind_a_button_that_shows_more_is_read() -> None:
    rest = "".join(f"<p>{HIDDEN} That was report {number}.</p>" for number in range(5))
    html = f'<html><body><article><p>{STORY}</p><div style="display:none">{rest}</div></article>'
    assert "That was report 4." in pages(html, ".html")[0].text


def test_a_fragment_of_a_page_is_read() -> None:
    assert pages(f"<p>{STORY} Nobody was <b>hurt</b>.</p>", ".html")[0].text.startswith(STORY)
