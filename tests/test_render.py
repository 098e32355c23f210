"""Renderers: one contract for all of them, and what each owes to its own format."""

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, HTMLParser
from lxml.html import document_fromstring as html_document
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import JsonValue, TypeAdapter
from rich.cells import cell_len
from stories import merge_story

from summarize.language.calendar import say_date
from summarize.model import Brief, LeftOut, Share, Unknown
from summarize.render import RENDERERS, load_renderer
from summarize.render.escape import escape_markdown, strip_controls
from summarize.render.html import render_html
from summarize.render.json import render_json, withhold_sources
from summarize.render.markdown import render_markdown
from summarize.render.terminal import ITEMS_SHOWN, render_terminal
from summarize.render.wording import say_value
from summarize.settings import FormatName
from tests.golden import GOLDEN, GOLDEN_NAMES
from tests.samples import BRIEF, HARBOUR, LEDGER

# The fields that hold what a source, a user or an engine wrote.
FREE_TEXT = {
    "article", "authors", "copies", "engine", "name", "original_source", "outlet", "path", "phrase",
    "question", "quote", "role", "source", "statement", "text", "title", "unit", "via", "warnings",
    "what", "why", "word", "problem", "waived", "note",
}  # fmt: skip

HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://x.example\x07link\x1b]8;;\x07",
    "\x9b2Jcleared\x90dcs\x9c",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![pixel](https://x.example/p.png)",
    "https://x.example www.x.example a@x.example <https://x.example>",
    "# heading",
    "- item",
    "1. item",
    "10) item",
    "> quote",
    "---",
    "===",
    "+ plus",
    "```code```",
    "    code",
    "| a | b |",
    "**bold** _thin_ ~~gone~~ \\*",
    "&lt;b&gt; &amp; &#60;",
    "[bold red]markup[/bold red] :smile:",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "line\nbreak\r\n\ttab\u2028end",
    "日本語のニュース 👩‍👩‍👧 🇺🇦 e\u0301",
    "x" * 200,
)
HOSTILE_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from("\\`*_[]()<>#+-.!|~&=:;/@$ 1a\n\t\x1b\x9b\x07\u202e"), min_size=1),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
)
SEQUENCE_OF_OURS = re.compile(r"\x1b\[[0-9;]*m")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def spoil(brief: Brief, text: str) -> Brief:
    """The same brief with `text` in every field that holds anybody's words."""
    spoiled = _spoil(TypeAdapter(JsonValue).validate_json(brief.model_dump_json()), text)
    return Brief.model_validate_json(TypeAdapter(JsonValue).dump_json(spoiled))


def _spoil(value: JsonValue, text: str) -> JsonValue:
    if isinstance(value, list):
        return [_spoil(one, text) for one in value]
    if not isinstance(value, dict):
        return value
    spoiled = {key: _spoil_field(key, one, text) for key, one in value.items()}
    if value.get("holder_id"):
        spoiled["source"] = None  # it has a holder or a source
    if "quote" in value:
        spoiled |= {"start": 0, "end": len(text)}
    return spoiled


def _spoil_field(key: str, value: JsonValue, text: str) -> JsonValue:
    if key not in FREE_TEXT:
        return _spoil(value, text)
    if isinstance(value, list):
        return [text if isinstance(one, str) else _spoil(one, text) for one in value]
    return text


@pytest.mark.parametrize("name", RENDERERS)
class TestEveryRenderer:
    def test_writes_what_the_golden_file_holds(self, name: FormatName) -> None:
        golden = (GOLDEN / GOLDEN_NAMES[name]).read_text(encoding="utf-8")
        assert load_renderer(name)(BRIEF) == golden, "run `make golden` and read the difference"

    def test_is_pure(self, name: FormatName, monkeypatch: pytest.MonkeyPatch) -> None:
        before = BRIEF.model_dump_json()
        first = load_renderer(name)(BRIEF)
        for variable in ("FORCE_COLOR", "COLUMNS", "LINES", "TTY_COMPATIBLE", "NO_COLOR"):
            monkeypatch.setenv(variable, "1")
        assert load_renderer(name)(BRIEF) == first
        assert BRIEF.model_dump_json() == before

    def test_ends_with_one_line_end(self, name: FormatName) -> None:
        rendered = load_renderer(name)(BRIEF)
        assert rendered.endswith("\n")
        assert not rendered.endswith("\n\n")

    def test_shows_every_part_of_the_brief(self, name: FormatName) -> None:
        rendered = " ".join(re.sub(r"[│\\]", "", load_renderer(name)(BRIEF)).split())
        for words in (
            BRIEF.title,
            BRIEF.contested[0].question,
            "Tom Okafor",
            "Harbour Post",
            "a/ledger.txt",
            "about",
            "North Sea Wire",
            BRIEF.timeline[0].text,
            BRIEF.unknowns[0].text,
            BRIEF.left_out[0].reason,
            BRIEF.warnings[0],
            "share buttons",
        ):
            assert words in rendered

    @given(text=HOSTILE_TEXT)
    def test_lets_no_control_character_through(self, name: FormatName, text: str) -> None:
        assert not CONTROL.search(load_renderer(name)(spoil(BRIEF, text)))

    def test_takes_a_brief_that_holds_nothing(self, name: FormatName) -> None:
        empty = BRIEF.model_copy(
            update={key: () for key, value in BRIEF if isinstance(value, tuple)} | {"newest": None}
        )
        assert BRIEF.title in load_renderer(name)(empty).replace("\\", "")


class TestTerminal:
    @given(text=HOSTILE_TEXT)
    def test_keeps_within_its_width(self, text: str) -> None:
        for line in render_terminal(spoil(BRIEF, text)).splitlines():
            assert cell_len(line) <= 80

    @pytest.mark.parametrize("width", [1, 40, 66, 80, 100])
    def test_fits_the_screen_it_is_given(self, width: int) -> None:
        lines = render_terminal(spoil(BRIEF, "日本語 👩‍👩‍👧 news"), width=width).splitlines()
        assert max(cell_len(line) for line in lines) <= max(width, 40)

    @given(text=HOSTILE_TEXT)
    def test_colour_adds_colour_and_nothing_else(self, text: str) -> None:
        spoiled = spoil(BRIEF, text)
        coloured = render_terminal(spoiled, colour=True)
        bare = SEQUENCE_OF_OURS.sub("", coloured)
        assert coloured != bare
        assert [line.rstrip() for line in bare.splitlines()] == render_terminal(
            spoiled
        ).splitlines()

    def test_rich_markup_in_an_article_is_text(self) -> None:
        assert "[bold red]x[/]" in render_terminal(spoil(BRIEF, "[bold red]x[/]"))

    def test_leads_every_citation_to_a_quote(self) -> None:
        page = render_terminal(BRIEF)
        summary = page.partition("CONTESTED")[0]
        sources = page.partition("SOURCES")[2].partition("ARTICLES")[0]
        cited = set(re.findall(r"\[\d+\]", summary))
        assert cited == {"[1]", "[2]", "[3]", "[4]"}
        assert cited == set(re.findall(r"^  (\[\d+\]) .*\n +│ \S", sources, re.M))

    def test_says_how_much_of_a_long_list_it_left_out(self) -> None:
        long = BRIEF.model_copy(update={"warnings": tuple(f"warning {n}" for n in range(15))})
        page = render_terminal(long)
        assert f"warning {ITEMS_SHOWN - 1}" in page
        assert f"warning {ITEMS_SHOWN}" not in page
        assert "… and 7 more (--format json has all)" in page

    def test_a_long_table_is_cut_as_a_list_is(self) -> None:
        shares = tuple(Share(name=f"holder {n}", words=0, evidence=0) for n in range(20))
        balance = BRIEF.balance.model_copy(update={"holders": shares})
        assert "… and 14 more" in render_terminal(BRIEF.model_copy(update={"balance": balance}))

    def test_sources_of_the_summary_are_never_cut(self) -> None:
        findings = tuple(
            BRIEF.findings[0].model_copy(update={"id": f"x{n}"}) for n in range(3 * ITEMS_SHOWN)
        )
        sentence = BRIEF.summary[0].model_copy(
            update={"finding_ids": tuple(finding.id for finding in findings)}
        )
        page = render_terminal(
            BRIEF.model_copy(update={"findings": findings, "summary": (sentence,)})
        )
        assert f"\n  [{3 * ITEMS_SHOWN}] corroborated" in page

    def test_a_long_quote_is_cut_between_words_and_says_so(self) -> None:
        page = render_terminal(spoil(BRIEF, "word " * 100))
        assert "word […] — article 1" in " ".join(page.replace("│", "").split())


class TestMarkdown:
    @given(text=HOSTILE_TEXT)
    def test_of_an_article_is_text_alone(self, text: str) -> None:
        page = render_markdown(spoil(BRIEF, text))
        assert "<" not in page
        kinds = {token.type for token in walk(MarkdownIt().enable("table").parse(page))}
        assert kinds.isdisjoint(
            {
                "link_open",
                "image",
                "html_block",
                "html_inline",
                "fence",
                "code_block",
                "code_inline",
            }
        )

    @given(text=HOSTILE_TEXT)
    def test_escaped_text_reads_as_it_stood(self, text: str) -> None:
        tokens = MarkdownIt().enable(["table", "strikethrough"]).parse(f"- {escape_markdown(text)}")
        parts = [part for token in tokens for part in token.children or ()]
        assert "".join(part.content for part in parts) == strip_controls(text)
        assert {part.type for part in parts} <= {"text"}

    def test_a_table_has_as_many_rows_as_figures(self) -> None:
        tokens = MarkdownIt().enable("table").parse(render_markdown(spoil(BRIEF, "a | b")))
        tables = [token.type for token in tokens].count("table_open")
        rows = [token.type for token in tokens].count("tr_open")
        assert tables == 2
        assert rows == (1 + len(BRIEF.figures)) + (1 + 4)

    def test_a_long_list_stays_whole(self) -> None:
        many = tuple(LeftOut(article=f"{n}.txt", reason="empty") for n in range(40))
        page = render_markdown(BRIEF.model_copy(update={"left_out": many}))
        assert page.count("txt: empty") == 40


def walk(tokens: list[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *walk(token.children or []))]


class TestHtml:
    @given(text=HOSTILE_TEXT)
    def test_of_an_article_is_text_alone(self, text: str) -> None:
        page = read_page(render_html(spoil(BRIEF, text)))
        plain = read_page(render_html(BRIEF))
        assert {one.tag for one in page.iter()} <= {one.tag for one in plain.iter()}
        assert attributes(page) <= attributes(plain)
        assert page.findtext("head/style") == plain.findtext("head/style")

    @given(text=HOSTILE_TEXT)
    def test_reads_as_it_stood(self, text: str) -> None:
        page = read_page(render_html(spoil(BRIEF, text)))
        assert page.findtext(".//h1").strip() == strip_controls(text)
        assert page.findtext("head/title").strip() == strip_controls(text)
        sources = page.xpath("//li[starts-with(@id, 'source-')]//blockquote/p")
        assert {(one.text or "").strip() for one in sources} == {strip_controls(text)}

    def test_a_title_of_markup_is_shown_and_does_nothing(self) -> None:
        page = render_html(spoil(BRIEF, '</title><script>x</script>"><img src=x onerror=y>'))
        assert "<script" not in page
        assert "<img" not in page
        assert "&lt;/title&gt;&lt;script&gt;x&lt;/script&gt;" in page

    def test_fetches_nothing_and_runs_nothing(self) -> None:
        page = read_page(render_html(BRIEF))
        policy = page.find('head/meta[@http-equiv="Content-Security-Policy"]').get("content")
        style = page.findtext("head/style").encode()
        hashed = base64.b64encode(hashlib.sha256(style).digest()).decode()
        assert f"default-src 'none'; style-src 'sha256-{hashed}'" in policy
        assert "url(" not in style.decode()
        assert not page.xpath("//script | //link | //img | //iframe | //form | //*[@src or @style]")

    def test_each_number_leads_to_its_source_and_back(self) -> None:
        page = read_page(render_html(BRIEF))
        names = page.xpath("//@id")
        assert len(names) == len(set(names))
        for number in "1234":
            cited = page.xpath(f"//*[@class='summary']//a[@href='#source-{number}']")
            assert [one.text for one in cited] == [f"[{number}]"]
            back = page.xpath(f"//li[@id='source-{number}']//a[@href='#cite-{number}']")
            assert len(back) == 1
        assert {one[1:] for one in page.xpath("//a/@href")} <= set(names)

    @pytest.mark.parametrize(
        ("url", "is_linked"),
        [
            ("https://courier.example/a?b=c&d=e#f", True),
            ("http://courier.example", True),
            ("javascript:alert(1)", False),
            (" javascript:alert(1)", False),
            ("JaVaScRiPt://courier.example/%0aalert(1)", False),
            ("data:text/html,<script>alert(1)</script>", False),
            ("file:///etc/passwd", False),
            ("//courier.example/a", False),
            ("https://", False),
            ("https://[::1", False),
            ("https://courier.example/\u202ea", False),
            ("https://courier.example/ a", False),
        ],
    )
    def test_only_an_address_of_the_web_is_a_link(self, url: str, is_linked: bool) -> None:
        article = HARBOUR.model_copy(update={"url": url})
        page = read_page(render_html(BRIEF.model_copy(update={"articles": (article, LEDGER)})))
        links = page.xpath("//li[@id='article-1']/a")
        assert [one.get("href") for one in links] == [url] * is_linked
        assert [one.get("rel") for one in links] == ["noopener noreferrer nofollow"] * is_linked
        assert (url in page.xpath("//blockquote/@cite")) == is_linked

    def test_a_table_has_heads_for_columns_and_rows(self) -> None:
        table = read_page(render_html(BRIEF)).find(".//table")
        assert [one.get("scope") for one in table.findall("thead//th")] == ["col"] * 5
        assert [one.get("scope") for one in table.findall("tbody//th")] == ["row"]
        assert len(table.findall("tbody/tr")) == len(BRIEF.figures)

    def test_a_quote_in_another_language_says_so(self) -> None:
        foreign = HARBOUR.model_copy(update={"language": "de"})
        page = read_page(render_html(BRIEF.model_copy(update={"articles": (foreign, LEDGER)})))
        quotes = page.xpath("//li[@id='source-1']//blockquote")
        assert [one.get("lang") for one in quotes] == ["de", None]

    def test_the_page_is_in_english_and_fits_a_phone(self) -> None:
        page = read_page(render_html(BRIEF))
        assert page.get("lang") == "en"
        assert "width=device-width" in page.find('head/meta[@name="viewport"]').get("content")
        style = page.findtext("head/style")
        assert "prefers-color-scheme: dark" in style
        assert "@media print" in style


def read_page(page: str) -> HtmlElement:
    return html_document(page, parser=HTMLParser(encoding="utf-8"))


def attributes(page: HtmlElement) -> set[str]:
    return {name for one in page.iter() for name in one.attrib}


class TestJson:
    @given(text=HOSTILE_TEXT)
    def test_reads_back_as_the_same_brief(self, text: str) -> None:
        spoiled = spoil(BRIEF, text)
        assert Brief.model_validate_json(render_json(spoiled)) == spoiled

    def test_keeps_the_order_of_the_models_and_letters_beyond_ascii(self) -> None:
        rendered = render_json(BRIEF)
        assert rendered.index('"schema_version"') < rendered.index('"title"')
        assert "“Nobody was in danger" in rendered

    def test_without_sources_no_text_of_an_article_is_left_but_its_quotes(self) -> None:
        bare = withhold_sources(BRIEF)
        for before, after in zip(BRIEF.articles, bare.articles, strict=True):
            assert (after.text, after.text_sha256, after.id) == ("", before.text_sha256, before.id)
            assert [piece.reason for piece in after.removed] == [
                piece.reason for piece in before.removed
            ]
            assert not any(piece.text for piece in after.removed)
        assert bare.claims == BRIEF.claims


class TestWording:
    @pytest.mark.parametrize(
        ("partial", "said"),
        [
            ("2024-03-05", "5 March 2024"),
            ("2024-12", "December 2024"),
            ("2024", "2024"),
            ("2024-13", "2024-13"),
        ],
    )
    def test_a_date_is_said_as_finely_as_it_is_known(self, partial: str, said: str) -> None:
        assert say_date(partial) == said

    @pytest.mark.parametrize(
        ("value", "said"),
        [
            ((240.0, 240.0, "1", "exact"), "240"),
            ((11000.0, 12000.0, "1", "range"), "11,000–12,000"),
            ((1.5, 1.5, "percent", "about"), "about 1.5 percent"),
            ((90.0, 90.0, "square kilometer", "about"), "about 90 square kilometers"),
            ((1.0, 1.0, "mile / hour", "exact"), "1 mile per hour"),
            ((80.0, 90.0, "nautical_mile / hour", "range"), "80–90 nautical miles per hour"),
            ((6.0, 6.0, "foot", "less than"), "less than 6 feet"),
            ((2.0, 2.0, "gigahertz", "exact"), "2 gigahertz"),
            ((2e12, 2e12, "USD", "at least"), "at least 2,000,000,000,000 USD"),
        ],
    )
    def test_a_value_is_said_with_its_bound_and_unit(self, value: tuple, said: str) -> None:
        assert say_value(*value) == said

    def test_an_unknown_that_repeats_its_source_is_not_shown_twice(self) -> None:
        cause = BRIEF.unknowns[0].evidence
        same = Unknown(text=cause[0].quote, claim_ids=(), evidence=cause)
        page = render_terminal(BRIEF.model_copy(update={"unknowns": (same,)}))
        assert "│" not in page.partition("NOT KNOWN")[2].partition("SOURCES")[0]


def test_loaded_words_are_told_by_article_and_by_voice() -> None:
    page = " ".join(render_terminal(BRIEF, 100).split())
    assert "LOADED in the sources, not in this brief's own voice" in page
    assert "1 quoted: “danger” — Harbour Post" in page
    assert "2 “struck rocks” — Daily Ledger" in page


def test_a_mark_of_the_lint_is_shown_with_the_reason_of_its_waiver() -> None:
    page = " ".join(render_terminal(BRIEF, 100).split())
    waived = "waived summary[1]: loaded word outside quotation marks: “nobody” — the director's own"
    assert waived in page
    assert "warning contested[0]: one side of the dispute" in page


def test_an_uneven_dispute_is_said_to_be_one_where_it_is_shown() -> None:
    page = " ".join(render_terminal(BRIEF, 100).split())
    told = "origins 8 against 1; not evenly held: asserted by 8 origins, denied by 1 origin"
    assert told in page


def test_a_waiver_that_covers_nothing_is_shown() -> None:
    idle = BRIEF.model_copy(update={"lint": ()})
    page = " ".join(render_terminal(idle, 100).split())
    assert "waiver loaded-word: nobody: covers nothing — the director's own word" in page


def test_a_superseded_figure_is_marked_and_its_finding_says_what_replaced_it() -> None:
    text = "The fire service said on {} that {} people had been killed in the blaze at the mill."
    brief = merge_story({"one": text.format("Monday", 12), "two": text.format("Tuesday", 19)})
    page = render_markdown(brief)
    assert "| 12, superseded |" in page
    assert "| 19 |" in page
    assert "both by the fire service: the later one counts" in page.partition("## Superseded")[2]


def test_a_citation_stands_behind_a_stop_that_is_part_of_a_word() -> None:
    told = BRIEF.summary[0].model_copy(update={"text": "The ferry called for help at 4 a.m."})
    brief = BRIEF.model_copy(update={"summary": (told,)})
    assert "4 a.m. [1]" in render_terminal(brief, 100)
