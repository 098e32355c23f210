"""Each data set's module: what it makes of a row, in its scorer's fields. Rows are our own."""

import gzip
import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from benchmarks import summaries
from benchmarks.__main__ import main
from benchmarks.comparison import Fault, Measure, Row, Scorer, compare
from benchmarks.events import Topic
from benchmarks.events import find_fault as topic_fault
from benchmarks.job import BENCHMARKS, BenchmarkError, Job, load_benchmark
from benchmarks.loaded_words import Judged
from benchmarks.loaded_words import find_fault as judgement_fault
from benchmarks.numbers import Pair, restore_spacing
from benchmarks.numbers import find_fault as pair_fault
from benchmarks.pages import WebPage
from benchmarks.pages import find_fault as page_fault
from benchmarks.pasted import PastedPage
from benchmarks.pasted import find_fault as line_fault
from benchmarks.peers.numbers import judge_by_bounds
from benchmarks.quantities import read_ours as read_quantities
from benchmarks.summaries import Story
from benchmarks.summaries import find_fault as summary_fault
from tests.stories import DAM, FERRY

STAND_IN = """
import json, pathlib, sys
here = pathlib.Path(__file__)
with open(here.with_suffix(".argv"), "a") as calls:
    print(json.dumps(sys.argv[1:]), file=calls)
print(here.with_suffix(".json").read_text())
"""
SCORERS = {
    "newsquant": "score_newsquant",
    "rtest": "score_newsquant",
    "polnear": "score_polnear",
    "gum_attr": "score_polnear",
    "gum_news": "score_ner",
    "uner_pud_news": "score_ner",
    "zyte_extraction": "score_extraction",
    "l3sgn1_extraction": "score_extraction",
    "l3sgn1_plaintext": "score_plaintext",
    "multinews": "score_mds",
    "neus": "score_mds",
    "allsides_roundups": "score_mds",
    "babe": "score_neutrality",
    "vitaminc_num": "score_pairs",
    "ecbplus": "score_ecbplus",
    "allsides_stories": "score_clustering",
    "ecbplus_stories": "score_clustering",
}


@dataclass(frozen=True)
class Run:
    """What a run printed, predicted and called."""

    lines: Sequence[Mapping[str, Any]]
    ours: Sequence[Mapping[str, Any]]
    options: Sequence[str]
    shown: str

    @property
    def values(self) -> dict[str, float]:
        return {line["measure"]: line["ours"] for line in self.lines}


class Bench:
    """A data folder with one set of our own rows and a scorer that prints what it is told to."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def lay(self, name: str, rows: Sequence[object], scores: object) -> Path:
        scorer = self.folder / "score" / f"{SCORERS[name]}.py"
        scorer.parent.mkdir(exist_ok=True)
        scorer.write_text(STAND_IN, encoding="utf-8")
        scorer.with_suffix(".json").write_text(json.dumps(scores), encoding="utf-8")
        gold = self.folder / name / "dev.jsonl"
        gold.parent.mkdir(exist_ok=True)
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return scorer

    def run(self, name: str, rows: Sequence[object], scores: object, *flags: str) -> Run:
        scorer = self.lay(name, rows, scores)
        kept = self.folder / "kept"
        assert main([name, "--data", str(self.folder), "--output", str(kept), *flags]) == 0
        printed = self.capsys.readouterr()
        ours = (kept / f"{name}.dev.ours.jsonl").read_text(encoding="utf-8").splitlines()
        calls = scorer.with_suffix(".argv").read_text(encoding="utf-8").splitlines()
        return Run(
            [json.loads(line) for line in printed.out.splitlines()],
            [json.loads(line) for line in ours],
            json.loads(calls[0])[2:],
            printed.err,
        )


@pytest.fixture
def bench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bench:
    return Bench(tmp_path, capsys)


def f1(*measures: str) -> dict[str, dict[str, float]]:
    """Scores of their own for each measure: 10.5, 11.5, …"""
    return {name: {"P": 1.0, "R": 2.0, "F1": 10.5 + n} for n, name in enumerate(measures)}


def usage_error(*arguments: str) -> object:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    return exit_.value.code


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "The navy said that at least 1,200 sailors drowned.",
            {"value": [1200.0], "unit": "sailor", "change": ">"},
        ),
        ("The bridge is about 90 km long.", {"value": [90.0], "unit": "kilometer", "change": "~"}),
        ("Rice cost less than $4 in May.", {"value": [4.0], "unit": "dollar", "change": "<"}),
        ("Shares fell 3% on Monday.", {"value": [3.0], "unit": "percent", "change": "down"}),
        ("Shares rose about 3% on Monday.", {"value": [3.0], "unit": "percent", "change": "~"}),
        ("It takes 5 to 7 days.", {"value": [5.0, 7.0], "unit": "day", "change": "="}),
        ("A 40-year-old woman was hurt.", {"value": [40.0], "unit": "year of age", "change": "="}),
        ("Cars went at 60 mph.", {"value": [60.0], "unit": "mile per hour", "change": "="}),
        ("It paid $2 a share in May.", {"value": [2.0], "unit": "dollar per share"}),
        ("They paid 20 pence for it.", {"value": [20.0], "unit": "penny"}),
        ("Sales are four times those of May.", {"value": [4.0], "unit": "time"}),
        ("Half of the voters stayed at home.", {"value": [0.5], "unit": "% voter"}),
        ("A third of those who voted left.", {"unit": "% -"}),
        ("It moved to two smaller and cheaper offices.", {"unit": "small cheap office"}),
        ("It sold two more ships.", {"unit": "more ship"}),
    ],
)
def test_a_quantity_has_the_scorers_value_unit_and_change(
    text: str, fields: Mapping[str, object]
) -> None:
    (found,) = read_quantities(text)
    assert {key: found[key] for key in fields} == fields


def test_a_quantitys_concept_is_what_it_counts_and_what_the_sentence_is_about() -> None:
    (found,) = read_quantities("The factory employs 300 welders.")
    assert found["concept"] == "welders factory"


def test_a_counted_noun_that_the_sentence_is_about_has_no_concept_besides() -> None:
    (found,) = read_quantities("After the strike 300 welders went home.")
    assert found["concept"] == ""


def test_newsquant_has_four_measures_and_rtest_two(bench: Bench) -> None:
    measures = ["value", "value+unit", "value+change", "value+concept"]
    row = {"id": "1", "text": "The navy lost 12 ships.", "quantities": []}
    found = bench.run("newsquant", [row], f1(*measures))
    assert found.values == dict(zip(measures, (10.5, 11.5, 12.5, 13.5), strict=True))
    assert found.options == ["--json"]
    assert found.ours[0]["id"] == "1"
    assert found.ours[0]["quantities"] == json.loads(json.dumps(read_quantities(row["text"])))
    assert list(bench.run("rtest", [row], f1("value", "value+unit")).values) == measures[:2]


SPEECH = (
    "Lena Okafor denied the charge.\n\n“The harbour is open,” she said on Tuesday. "
    "Fishermen said that nobody had warned them."
)


def test_an_attribution_is_where_its_content_stands_with_who_is_meant(bench: Bench) -> None:
    scores = f1("content", "content+source", "quoted")
    found = bench.run("polnear", [{"id": "a", "text": SPEECH}], scores, "--errors", "3")
    said = [
        (SPEECH[one["content"][0][0] : one["content"][-1][1]], one["source"])
        for one in found.ours[0]["attributions"]
    ]
    assert ("“The harbour is open,”", "Lena Okafor") in said
    assert any(content.endswith("nobody had warned them") for content, _ in said)
    quoted = next(one for one in found.ours[0]["attributions"] if one["source"] == "Lena Okafor")
    assert {one.get("source_surface") for one in found.ours[0]["attributions"]} >= {"she"}
    assert quoted["content"]
    assert found.options == ["--json", "--errors", "3"]
    assert found.values == {
        "content F1": 10.5,
        "content precision": 1.0,
        "content+source F1": 11.5,
        "quoted F1": 12.5,
    }


def test_gum_attr_measures_the_content_alone(bench: Bench) -> None:
    found = bench.run("gum_attr", [{"id": "a", "text": SPEECH}], f1("content", "quoted"))
    assert found.values == {"content F1": 10.5}


def test_an_actor_has_name_kind_and_aliases_and_a_nameless_group_is_none(bench: Bench) -> None:
    text = (
        "Minister Lena Okafor met envoys of France in Port Amsel. Residents said that they "
        "had heard shots. Okafor later left for Paris."
    )
    scores = {**f1("actor", "actor+type"), "salient recall": "88.2 (30/34)"}
    found = bench.run("gum_news", [{"id": "g", "text": text}], scores)
    actors = {actor["name"]: actor for actor in found.ours[0]["actors"]}
    assert actors["Lena Okafor"] == {
        "name": "Lena Okafor",
        "type": "person",
        "aliases": ["Okafor"],
    }
    assert actors["France"]["type"] == "state"
    assert "group" not in {actor["type"] for actor in actors.values()}
    assert found.values == {"actor F1": 10.5, "actor+type F1": 11.5, "salient recall": 88.2}


def test_a_mention_is_a_span_and_an_adjective_is_none(bench: Bench) -> None:
    text = "French police questioned Lena Okafor in Paris."
    found = bench.run("uner_pud_news", [{"id": "u", "text": text}], f1("span", "exact"))
    spans = [(text[e["start"] : e["end"]], e["type"]) for e in found.ours[0]["entities"]]
    assert spans == [("Lena Okafor", "person"), ("Paris", "place")]
    assert found.values == {"span F1": 10.5, "exact F1": 11.5}


SENTENCES = (
    "The council of Port Amsel voted on Monday to close the old harbour for two years.",
    "Mayor Ines Halloran said the works would cost about 40 million dollars in all.",
    "Owners of the ferries, who were not asked, said that they would go to court.",
)
PAGE = (
    "<html><head><title>Harbour to close</title></head><body><nav><ul><li><a href='/'>Home</a>"
    "<li><a href='/s'>Sport results</a></ul></nav><article><h1>Harbour to close</h1>"
    + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    + "</article><footer>Terms of use and cookie settings</footer></body></html>"
)


def web_page(name: str, html: str, body: str) -> dict[str, str]:
    return {
        "id": name,
        "html_gz_b64": b64encode(gzip.compress(html.encode())).decode(),
        "body": body,
    }


@pytest.mark.parametrize("name", ["zyte_extraction", "l3sgn1_extraction"])
def test_a_pages_body_is_what_reading_keeps_and_empty_without_an_article(
    bench: Bench, name: str
) -> None:
    body = "\n\n".join(SENTENCES)
    rows = [web_page("p", PAGE, body), web_page("q", "<html><p>Log in</p></html>", "")]
    found = bench.run(name, rows, {"f1": 0.9612})
    assert found.ours == [{"id": "p", "body": body}, {"id": "q", "body": ""}]
    assert found.values == {"shingle F1": 0.9612}
    assert found.options == []


def pasted(lines: Sequence[tuple[str, str]], first: int, last: int) -> dict[str, object]:
    return {
        "id": "t",
        "lines": [line for _, line in lines],
        "classes": [kind for kind, _ in lines],
        "labels": [int(kind == "body") for kind, _ in lines],
        "paste": [first, last],
        "body": "",
    }


PASTED = pasted(
    [
        ("none", "This menu was not copied"),
        ("none", "Share on Facebook"),
        ("headline", "Council of Port Amsel closes its harbour"),
        ("body", f"PORT AMSEL (Reuters) - {SENTENCES[0]}"),
        ("body", SENTENCES[1]),
        ("body", SENTENCES[2]),
        ("comment", "3 comments"),
        ("none", "Nor was this line"),
    ],
    1,
    7,
)


def test_the_copied_lines_that_stay_are_kept_a_cut_dateline_with_its_line(bench: Bench) -> None:
    scores = {"line_f1": 0.9458, "kept_by_class": {"comment": 0.015}}
    found = bench.run("l3sgn1_plaintext", [PASTED], scores)
    assert found.ours == [{"id": "t", "keep": [0, 0, 1, 1, 1, 0]}]
    assert found.values == {"line F1": 0.9458, "comment lines kept, %": 1.5}
    assert found.options == ["--paste"]


def test_a_paste_without_an_article_keeps_no_line(bench: Bench) -> None:
    row = pasted([("none", "Share"), ("none", "Log in")], 0, 2)
    found = bench.run("l3sgn1_plaintext", [row], {"line_f1": 0.5, "kept_by_class": {}})
    assert found.ours == [{"id": "t", "keep": [0, 0]}]
    assert found.values == {"line F1": 0.5}


def story(name: str, texts: Sequence[str], **more: object) -> dict[str, object]:
    articles = [{"id": f"{name}-{n}", "text": text} for n, text in enumerate(texts)]
    return {"id": name, "articles": articles, **more}


@pytest.mark.parametrize("name", ["multinews", "neus", "allsides_roundups"])
def test_a_storys_summary_is_that_of_its_brief_at_the_sets_length(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    lengths: list[int] = []
    make = summaries.make_brief

    def make_noting(inputs: Sequence[str], options: Any) -> Any:
        lengths.append(options.words)
        return make(inputs, options)

    monkeypatch.setattr(summaries, "make_brief", make_noting)
    monkeypatch.setattr(summaries, "find_spec", lambda _: object())
    monkeypatch.setattr(summaries, "PEERS", ())
    rows = [story("s", [" ".join(SENTENCES), SENTENCES[0]]), story("none", ["Log in", "Share"])]
    found = bench.run(name, rows, {"rouge2": 13.15, "spread": 0.85})
    summary = found.ours[0]["summary"]
    assert "close the old harbour for two years" in summary
    assert found.ours[1]["summary"] == ""
    assert set(lengths) == {{"multinews": 222, "neus": 66, "allsides_roundups": 112}[name]}
    assert found.values == {"rouge-2 F1": 13.15, "spread": 0.85}
    assert found.options == []


def test_a_missing_rouge_score_is_an_error_that_says_what_to_install(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summaries, "find_spec", lambda _: None)
    bench.lay("neus", [], {})
    assert usage_error("neus", "--data", str(bench.folder)) == 2
    assert "pip install -e '.[benchmarks]'" in bench.capsys.readouterr().err


def test_a_list_of_ones_own_is_measured_where_the_settings_name_it(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("zesty\n", encoding="utf-8")
    monkeypatch.setenv("SUMMARIZE_LOADED_WORDS", str(words))
    rows = [{"id": "1", "text": "The zesty club met.", "biased": 1, "biased_words": ["zesty"]}]
    found = bench.run("babe", rows, {"macro_f1": 1.0, "word_f1": 1.0})
    assert found.ours == [{"id": "1", "biased": 1, "words": ["zesty"]}]


def test_a_sentence_leans_by_its_loaded_words_which_are_named(bench: Bench) -> None:
    rows = [
        {"id": "1", "text": "The shameful regime lied.", "biased": 1, "biased_words": ["shameful"]},
        {"id": "2", "text": "The council met on Monday.", "biased": 1, "biased_words": []},
    ]
    scores = {"macro_f1": 0.7009, "word_f1": 0.3721}
    found = bench.run("babe", rows, scores, "--errors", "5")
    assert found.ours[0]["biased"] == 1
    assert "shameful" in [word.lower() for word in found.ours[0]["words"]]
    assert found.ours[1] == {"id": "2", "biased": 0, "words": []}
    assert found.values == {"macro F1, %": 70.09, "word F1, %": 37.21}
    assert found.options == []
    assert "The council met on Monday." in found.shown
    assert "shameful" not in found.shown


PAIRS = [
    {"id": "1", "a": "The mill employs more than 40 smiths .", "b": "It has 52 smiths ."},
    {"id": "2", "a": "The mill employs more than 40 smiths .", "b": "It has 38 smiths ."},
    {"id": "3", "a": "The mill employs more than 40 smiths .", "b": "It stands in Orlik ."},
]


def test_a_pair_of_sentences_gets_the_verdict_of_our_judge_beside_the_peers(bench: Bench) -> None:
    rows = [{**row, "label": "agree"} for row in PAIRS]
    scores = {"contradict": {"P": 70.0, "R": 80.0, "F1": 74.7}, "accuracy": 71.0}
    found = bench.run("vitaminc_num", rows, scores, "--errors", "5")
    assert [row["label"] for row in found.ours] == ["agree", "contradict", "neutral"]
    assert found.values == {"contradict F1": 74.7, "contradict precision": 70.0, "accuracy": 71.0}
    assert found.lines[0]["peers"] == {"bounds rule": 74.7, "always contradict": 74.7}
    assert found.options == ["--json"]
    assert "wanted agree, ours contradict" in found.shown
    assert "It has 52 smiths" not in found.shown


def test_a_text_in_tokens_is_spaced_as_an_article_would_be() -> None:
    told = "It cost $ 4.2 million , or 3 % ( 1988 ) .He said `` no '' , and scored 7 / 10 ."
    restored = restore_spacing(told)
    assert restored == 'It cost $4.2 million, or 3% (1988). He said "no ", and scored 7/10.'


@pytest.mark.parametrize(
    ("claim", "other", "verdict"),
    [
        ("It has over 40 rooms.", "There are 45 rooms.", "agree"),
        ("It has over 40 rooms.", "There are 90 rooms.", "contradict"),
        ("It has fewer than 40 rooms.", "There are 45 rooms.", "contradict"),
        ("It has 1,200 rooms.", "It has 1200 rooms.", "agree"),
        ("It has 40 rooms.", "It has rooms.", "neutral"),
    ],
)
def test_the_bounds_rule_knows_numbers_and_bounds_and_nothing_else(
    claim: str, other: str, verdict: str
) -> None:
    assert judge_by_bounds(claim, other) == verdict


def test_a_pair_is_wrong_where_the_verdict_differs() -> None:
    pair = Pair(id="1", a="It has 40 rooms.", b="It has 45 rooms.", label="contradict")
    assert pair_fault(pair, {"label": "contradict"}) is None
    assert pair_fault(pair, {"label": "neutral"}) is not None


def sentence(doc: str, sub: str, text: str, *clusters: str, kind: str = "") -> dict[str, object]:
    events = [{"cluster": one, "type": kind or "ACTION_OCCURRENCE"} for one in clusters]
    return {"doc": doc, "sub": sub, "text": text, "events": events}


TOPIC = {
    "id": "t",
    "sentences": [
        sentence("a", "x", "Police arrested Ines Halloran in Port Amsel on Monday.", "arrest x"),
        sentence("a", "x", "Halloran was arrested by the Port Amsel police.", "arrest x"),
        sentence("b", "x", "Ines Halloran has been detained in Port Amsel.", "arrest x"),
        sentence("c", "y", "Police arrested Jonas Quill in Lower Orme on Friday.", "arrest y"),
        sentence("d", "x", "The weather stayed fine.", "weather"),
    ],
}


def test_sentences_of_two_articles_on_one_event_are_a_pair_and_look_alikes_are_none(
    bench: Bench,
) -> None:
    scores = {"pairs": {"P": 60.0, "F1": 70.5}, "confusable FP rate": 4.5}
    found = bench.run("ecbplus", [TOPIC], scores)
    assert found.ours == [{"id": "t", "pairs": [[0, 2], [1, 2]]}]
    assert found.values == {
        "pair F1": 70.5,
        "pair precision": 60.0,
        "look-alike false positives, %": 4.5,
    }
    assert found.options == ["--json"]
    assert found.lines[0]["peers"] == {"TF-IDF cosine": 70.5}


def test_stories_are_grouped_by_day_where_the_set_has_one(bench: Bench) -> None:
    rows = [
        {"id": f"{story}{n}", "title": "", "text": text, "cluster": story, "date": date}
        for story, text, date in (
            ("dam", DAM["herald"], "2031-03-01"),
            ("ferry", FERRY["argus"], "2031-03-02"),
        )
        for n in range(2)
    ]
    scores = {"b3_f1": 0.9, "b3_p": 0.8, "b3_r": 0.95, "ari": 0.7, "missing": 0}
    found = bench.run("allsides_stories", rows, scores)
    homes = {row["id"]: row["cluster"] for row in found.ours}
    assert homes["dam0"] == homes["dam1"] != homes["ferry0"] == homes["ferry1"]
    assert found.values == {
        "BCubed F1": 0.9,
        "BCubed P": 0.8,
        "BCubed R": 0.95,
        "ARI": 0.7,
        "BCubed F1, run by run": 0.9,
        "both ways agree, F1": 1.0,
    }


@pytest.mark.parametrize("name", SCORERS)
def test_a_missing_scorer_is_an_error_of_every_set(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(summaries, "find_spec", lambda _: object())
    bench.lay(name, [], {}).unlink()
    assert usage_error(name, "--data", str(bench.folder)) == 2
    assert f"{SCORERS[name]}.py" in bench.capsys.readouterr().err


@pytest.mark.parametrize("name", SCORERS)
def test_a_row_of_another_form_is_an_error_that_names_its_line(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(summaries, "find_spec", lambda _: object())
    bench.lay(name, [{"identity": "1"}], {})
    assert usage_error(name, "--data", str(bench.folder)) == 2
    assert f"{name}/dev.jsonl:1: another form" in bench.capsys.readouterr().err


def test_every_set_of_the_table_is_tested_here_or_beside() -> None:
    assert {*SCORERS, "mutations", "paraphrases"} == set(BENCHMARKS)


def test_a_page_is_wrong_by_the_words_that_are_missing_or_too_many() -> None:
    page = WebPage(id="p", html_gz_b64="", body="one two three four")
    assert page_fault(page, {"body": page.body}) is None
    fault = page_fault(page, {"body": "one two three nine"})
    assert fault is not None
    assert fault.share == pytest.approx(2 / 8)
    assert "missed four" in fault.text
    assert "extra  nine" in fault.text


def test_a_paste_is_wrong_by_its_lines_headlines_not_counted() -> None:
    page = PastedPage.model_validate(PASTED)
    assert line_fault(page, {"keep": [0, 1, 1, 1, 1, 0]}) is None
    fault = line_fault(page, {"keep": [0, 0, 1, 1, 0, 1]})
    assert fault is not None
    assert fault.share == pytest.approx(2 / 6)
    assert f"removed (body) {SENTENCES[2]}" in fault.text
    assert "kept    (comment) 3 comments" in fault.text


def test_a_summary_is_wrong_by_the_pairs_of_words_that_it_does_not_share() -> None:
    told = Story.model_validate(story("s", [], summary="", roundup=["Ferries stay in port.", "x"]))
    assert told.wanted == "Ferries stay in port."
    assert summary_fault(told, {"summary": told.wanted}) is None
    fault = summary_fault(told, {"summary": "Ferries stay away."})
    assert fault is not None
    assert fault.share == pytest.approx(1 - 2 / 5)
    assert "wanted Ferries stay in port." in fault.text


def test_a_judgement_is_wrong_where_the_verdict_differs() -> None:
    row = Judged(id="1", text="It met.", biased=0, biased_words=())
    assert judgement_fault(row, {"biased": 0, "words": ["met"]}) is None
    assert judgement_fault(row, {"biased": 1, "words": ["met"]}) is not None


def test_a_topic_is_wrong_by_the_pairs_that_share_no_event() -> None:
    topic = Topic.model_validate(TOPIC)
    assert topic_fault(topic, {"pairs": [[0, 2]]}) is None
    assert topic_fault(topic, {"pairs": []}) is None
    fault = topic_fault(topic, {"pairs": [[0, 2], [0, 3]]})
    assert fault is not None
    assert fault.share == pytest.approx(1 / 2)
    assert "Jonas Quill" in fault.text


def test_an_event_of_saying_makes_no_pair() -> None:
    said = [sentence(doc, "x", "He said so.", "say", kind="ACTION_REPORTING") for doc in "ab"]
    topic = Topic.model_validate({"id": "t", "sentences": said})
    assert topic_fault(topic, {"pairs": [[0, 1]]}) is not None


def test_a_measure_that_a_peer_has_not_is_left_out_of_its_line(bench: Bench) -> None:
    scorer = bench.lay("babe", [{"id": "1"}, {"id": "2"}], {})
    scorer.write_text(
        "import json, sys\n"
        "rows = [json.loads(line) for line in open(sys.argv[2])]\n"
        "print(json.dumps({**rows[0], 'said': len(rows)}))\n",
        encoding="utf-8",
    )
    job = Job("babe", "dev", bench.folder, bench.folder / "kept")
    measures = [Measure("a", ("a",)), Measure("b", ("b", "c"), 100)]
    found = compare(
        job,
        Scorer[Row]("score_neutrality.py", measures),
        Row,
        {"ours": lambda _: {"a": 1, "b": {"c": 0.5}}, "peer": lambda _: {"a": 2}},
    )
    assert [(line.measure, line.ours, dict(line.peers)) for line in found] == [
        ("a", 1.0, {"peer": 2.0}),
        ("b", 50.0, {}),
    ]


def test_the_worst_rows_of_ours_are_shown_and_no_more_than_asked(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.lay("babe", [{"id": name} for name in "abcd"], {"x": 1})
    shares = {"a": 0.25, "b": 0.75, "c": 0.0, "d": 0.75}

    def find_fault(row: Row, _: object) -> Fault | None:
        return Fault(shares[row.id], f"text {row.id}") if shares[row.id] else None

    job = Job("babe", "dev", bench.folder, bench.folder / "kept", errors=2)
    scorer = Scorer[Row]("score_neutrality.py", [Measure("x", ("x",))], (), find_fault)
    system = {"ours": lambda _: {}, "peer": lambda _: {}}
    assert len(list(compare(job, scorer, Row, system))) == 1
    assert capsys.readouterr().err == "b 75% wrong\ntext b\nd 75% wrong\ntext d\n"


def test_a_set_that_is_not_there_is_not_scored(tmp_path: Path) -> None:
    job = Job("newsquant", "dev", tmp_path, tmp_path)
    with pytest.raises(BenchmarkError, match="no scorer"):
        list(load_benchmark("newsquant")(job))


def test_strangers_are_counted_apart_from_what_is_lost(tmp_path: Path) -> None:
    def row(*texts: str) -> str:
        articles = [{"id": text[:9], "text": text} for text in texts]
        return json.dumps({"id": texts[0][:9], "articles": articles})

    rows = [row(*FERRY.values()), row(*DAM.values())]
    (tmp_path / "neus").mkdir()
    (tmp_path / "neus" / "dev.jsonl").write_text("\n".join(rows), encoding="utf-8")
    lost, found = load_benchmark("strangers")(Job("strangers", "dev", tmp_path, tmp_path))
    assert (lost.measure, lost.ours) == ("neus: left out wrongly, %", 0.0)
    assert (found.measure, found.ours) == ("neus: strangers found, %", 100.0)
