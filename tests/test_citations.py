"""Planted stories: who has it from whom, and how many really know."""

from pathlib import Path

import pytest
from stories import make_article, merge_read, merge_story, read_offline

from summarize.language.publishers import load_publishers
from summarize.merge.circles import find_circles
from summarize.merge.citations import find_citations
from summarize.model import Brief, Citation, Finding, Removed

WIRE = (
    "The cargo ship Delphine sank off Cape Orro early on Monday. Fishing boats pulled eleven "
    "sailors out of the water before dawn. The ship was on its way to Port Elin with a load of "
    "timber. Two tugs are searching the area for three men who are missing."
)
FOLLOWED = "according to"
CITIES = "Alta Brenn Corso Dunmar Elver Fosse Garmo Hollin Istra Jarrow".split()


def finding_with(brief: Brief, words: str) -> Finding:
    return next(finding for finding in brief.findings if words in finding.text)


def cited(texts: dict[str, str], **changes: dict[str, object]) -> list[tuple[str, str, str, str]]:
    """Return who cites whom, whose article that is, and how, by the names of outlets."""
    articles = [
        make_article(name, text).model_copy(update=changes.get(name, {}))
        for name, text in texts.items()
    ]
    names = {article.id: str(article.outlet) for article in articles}
    return [
        (names[one.article_id], one.name, names.get(one.cited_article_id or "", ""), one.how)
        for one in find_citations(articles, (), (), load_publishers(None))
    ]


def merge_credited(texts: dict[str, str], credit_lines: dict[str, str]) -> Brief:
    read = []
    for name, text in texts.items():
        article, extraction = read_offline(name, text)
        credit = {"original_source": credit_lines.get(name)}
        read.append((article.model_copy(update=credit), extraction))
    return merge_read(read)


def test_ten_outlets_that_reprint_one_wire_are_one_origin() -> None:
    texts = {
        f"{city.lower()} gazette": WIRE.replace("early on", "late on" if number % 2 else "early on")
        + f" {city} is {number + 10} miles from the cape."
        for number, city in enumerate(CITIES)
    }
    brief = merge_credited(texts, {"dunmar gazette": "Reuters"})
    finding = finding_with(brief, "eleven sailors")
    assert len(finding.article_ids) == 10
    assert (finding.origins, finding.status) == (1, "attributed")
    assert finding.why == "10 articles reprint one text of the agency Reuters"
    (origin,) = (one for one in brief.origins if finding.id in one.finding_ids)
    assert (origin.name, origin.kind) == ("Reuters", "agency")
    assert sum(one.how == "shared text" for one in brief.citations) == 9


def test_a_reprint_without_any_credit_has_its_first_printing_for_its_origin() -> None:
    texts = {"alta post": f"{WIRE} It was calm.", "brenn post": f"{WIRE} Brenn lies inland."}
    finding = finding_with(merge_story(texts), "eleven sailors")
    assert (finding.origins, finding.why) == (1, "2 articles reprint one text of Alta Post")


def test_two_reporters_with_words_of_their_own_are_two() -> None:
    texts = {
        "herald": "The old grain mill in Velmore burned down on Monday night.",
        "courier": "Fire left nothing of the grain mill at Velmore; it burned down late on Monday.",
    }
    finding = finding_with(merge_story(texts), "mill")
    assert (finding.origins, finding.status) == (2, "corroborated")
    assert finding.why == "2 reporters with words of their own: Courier, Herald"


def test_an_interested_party_is_one_origin_however_often_repeated() -> None:
    forms = (
        "Mill owner Ana Kovar said that the fire was caused by lightning.",
        "The fire was caused by lightning, mill owner Ana Kovar said.",
        "Mill owner Ana Kovar told the Daily Post that the fire was caused by lightning.",
        "The fire was caused by lightning, according to mill owner Ana Kovar.",
        "Mill owner Ana Kovar told reporters that the fire was caused by lightning.",
    )
    brief = merge_story({f"outlet{n}": text for n, text in enumerate(forms)})
    finding = finding_with(brief, "lightning")
    assert (finding.origins, finding.status) == (1, "attributed")
    assert finding.why == "one origin, Ana Kovar, however often repeated: 5 articles"


def test_outlets_of_one_publisher_are_one_and_a_users_table_says_so(
    tmp_path: Path,
) -> None:
    texts = {
        "herald": "The old grain mill in Velmore burned down on Monday night.",
        "courier": "Fire left nothing of the grain mill at Velmore; it burned down late on Monday.",
    }
    table = tmp_path / "families.tsv"
    table.write_text("# mine\nHerald\tVelmore Media\nThe Courier\tVelmore Media\t\n")
    read = [read_offline(name, text) for name, text in texts.items()]
    brief = merge_read(read, publishers=load_publishers(table))
    finding = finding_with(brief, "mill")
    assert (finding.origins, finding.status) == (1, "attributed")
    assert finding.why == "one publisher, Velmore Media: Courier, Herald"
    (origin,) = brief.origins
    assert (origin.name, origin.kind, origin.family) == ("Velmore Media", "outlet", "Velmore Media")


def test_an_outlet_and_one_that_cites_it_are_one() -> None:
    texts = {
        "herald": "The old grain mill in Velmore burned down on Monday night.",
        "courier": "The old grain mill in Velmore burned down on Monday, according to the Herald.",
    }
    finding = finding_with(merge_story(texts), "mill")
    assert (len(finding.article_ids), finding.origins) == (2, 1)
    assert finding.why == "one origin, Herald, however often repeated: 2 articles"


def test_a_circle_is_named_and_is_one_origin() -> None:
    texts = {
        "herald": "The old grain mill in Velmore burned down on Monday, the Courier reported.",
        "courier": "The old grain mill in Velmore burned down on Monday, according to the Herald.",
    }
    brief = merge_story(texts)
    finding = finding_with(brief, "mill")
    assert (finding.origins, finding.status) == (1, "attributed")
    assert finding.why == "circular: Courier cites Herald, Herald cites Courier"
    names = {article.id: article.outlet for article in brief.articles}
    assert [[names[one] for one in circle.article_ids] for circle in brief.circles] == [
        ["Courier", "Herald"]
    ]


def test_a_circle_of_three_turns_in_the_order_in_which_they_cite() -> None:
    def cite(name: str, other: str) -> Citation:
        return Citation(
            article_id=name, name=other, cited_article_id=other, how="according to", evidence=()
        )

    articles = [make_article(name, f"{name} tells it.") for name in "abcd"]
    a, b, c, d = (article.id for article in articles)
    citations = [cite(a, c), cite(c, b), cite(b, a), cite(d, a)]
    (circle,) = find_circles(articles, citations)
    assert circle.article_ids == (a, c, b)


def test_what_an_agency_told_through_an_outlet_is_the_agencys() -> None:
    texts = {
        "herald": "Two trains collided near Velmore on Monday, the AFP news agency reported.",
        "courier": "AFP said two trains collided near Velmore on Monday.",
    }
    brief = merge_story(texts)
    finding = finding_with(brief, "trains")
    assert finding.origins == 1
    (origin,) = (one for one in brief.origins if finding.id in one.finding_ids)
    assert (origin.name, origin.kind) == ("AFP", "agency")


def test_an_outlet_adds_nothing_to_an_agency_that_another_one_names() -> None:
    texts = {
        "herald": "The old grain mill in Velmore burned down on Monday night.",
        "courier": "AFP said that the grain mill at Velmore burned down late on Monday.",
    }
    finding = finding_with(merge_story(texts), "mill")
    assert (len(finding.article_ids), finding.origins) == (2, 1)
    assert finding.why == "one origin, the agency AFP, however often repeated: 2 articles"


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("Kovar told the Daily Post that it was over.", "Daily Post", "told"),
        ("In an interview with BBC Radio 4 she said that it was over.", "BBC", "told"),
        ("It is over, according to a report in the Velmore Post.", "Velmore Post", FOLLOWED),
        ("The Northland News Agency said that it was over.", "Northland News Agency", FOLLOWED),
        ("It is over, The Wall Street Journal reported.", "Wall Street Journal", FOLLOWED),
    ],
)
def test_the_outlet_that_a_text_names_is_cited(text: str, name: str, how: str) -> None:
    assert cited({"argus": text}) == [("Argus", name, "", how)]


@pytest.mark.parametrize(
    "text",
    [
        "The Post Office said that it was over.",
        "According to Ana Kovar, it was over.",
        "The Environment Agency reported that it was over.",
        "Kovar told Parliament that it was over.",
        "The Argus reported on Monday that it was over.",
        "Kovar told the Argus that it was over.",
    ],
)
def test_who_is_no_outlet_or_the_outlet_itself_is_not_cited(text: str) -> None:
    assert cited({"argus": text}) == []


def test_a_short_name_is_the_one_outlet_of_the_story_that_ends_in_it() -> None:
    texts = {"velmore herald": "It is over.", "argus": "It is over, the Herald reported."}
    assert cited(texts) == [("Argus", "Herald", "Velmore Herald", "according to")]


def test_a_credit_line_and_a_dateline_are_told_apart() -> None:
    dateline = Removed(text="VELMORE (AFP) —", reason="dateline")
    texts = {"argus": "It is over.", "beacon": "All is over.", "courier": "Over it is."}
    argus = {"original_source": "Beacon"}
    courier = {"original_source": "AFP", "removed": (dateline,)}
    assert cited(texts, argus=argus, courier=courier) == [
        ("Argus", "Beacon", "Beacon", "credit line"),
        ("Courier", "AFP", "", "dateline"),
    ]


def test_a_quoted_denial_that_all_outlets_carry_is_one_origin() -> None:
    words = "“We never sold a single ship to anybody in that port,”"
    texts = {
        "herald": f"{words} harbour chief Ana Kovar said.",
        "courier": f"{words} said Ana Kovar, the harbour chief.",
        "post": f"{words} an official said on Monday.",
    }
    brief = merge_story(texts)
    finding = finding_with(brief, "never sold")
    assert (len(finding.article_ids), finding.origins) == (3, 1)
    shared = [one for one in brief.citations if one.how == "shared quotation"]
    assert [one.name for one in shared] == ["Ana Kovar"] * 3
    assert all("never sold" in one.evidence[0].quote for one in shared)


def test_sources_that_nobody_can_tell_apart_add_no_origin() -> None:
    texts = {
        "herald": "Norwegian police said that the bridge would stay shut until May.",
        "courier": "Various reports said that the bridge would stay shut until May.",
    }
    assert finding_with(merge_story(texts), "bridge").origins == 1


def test_an_outlet_that_nobody_names_is_known_by_its_number() -> None:
    article, extraction = read_offline("002_a84cc774", "The old grain mill in Velmore burned down.")
    brief = merge_read([(article.model_copy(update={"outlet": None}), extraction)])
    assert [one.name for one in brief.origins] == ["article 1"]
