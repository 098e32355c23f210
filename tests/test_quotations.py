import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.language.document import parse_document
from summarize.language.names import find_names
from summarize.language.quotations import Attribution, find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    document = parse_document(text)
    return find_attributions(document, find_names(document))


def contents(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in item.content] for item in read(text)]


def speakers(text: str) -> list[str | None]:
    return [item.speaker.name if item.speaker else item.speaker_text for item in read(text)]


def only(text: str) -> Attribution:
    (attribution,) = read(text)
    return attribution


def source_of(text: str) -> str | None:
    source = only(text).source
    return text[slice(*source)] if source else None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The dam will hold,” said Maria Keller.", "“The dam will hold,”"),
        ("“The dam will hold,” Maria Keller said.", "“The dam will hold,”"),
        ("Maria Keller said: “The dam will hold.”", "“The dam will hold.”"),
        ("Maria Keller said on Monday, “The dam will hold.”", "“The dam will hold.”"),
        ("Maria Keller said that the dam would hold.", "the dam would hold"),
        ("Maria Keller said the dam would hold.", "the dam would hold"),
        ("Maria Keller said on Monday that the dam would hold.", "the dam would hold"),
        ("The dam would hold, Maria Keller said.", "The dam would hold"),
        ("According to Maria Keller, the dam would hold.", "the dam would hold"),
        ("The dam would hold, according to Maria Keller.", "The dam would hold"),
        ("As per Maria Keller, the dam would hold.", "the dam would hold"),
        ("As Maria Keller told reporters, the dam would hold.", "the dam would hold"),
        ("Maria Keller denied breaking the seal.", "breaking the seal"),
        ("Maria Keller praised the crew for its courage.", "the crew for its courage"),
        ("Maria Keller called for a new inquiry.", "a new inquiry"),
        ("Maria Keller was quoted as saying the dam would hold.", "the dam would hold"),
        ("Maria Keller’s claim that the dam would hold was false.", "the dam would hold"),
    ],
)
def test_what_is_said_is_found_with_its_speaker(text: str, content: str) -> None:
    assert contents(text) == [[content]]
    assert speakers(text) == ["Maria Keller"]


@pytest.mark.parametrize(
    "source", ["aid workers", "police", "witnesses", "fishermen", "staff", "army doctors"]
)
def test_a_bare_plural_may_be_the_source(source: str) -> None:
    assert speakers(f"Four boats sank off the coast, according to {source}.") == [source]
    assert speakers(f"According to {source}, four boats sank off the coast.") == [source]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The claim was rejected by Maria Keller.", ["The claim"], "Maria Keller"),
        (
            "Rumours that the dam had burst were denied by the council as false.",
            ["the dam had burst"],
            "the council",
        ),
        (
            "The repair was hailed on Monday by Maria Keller as a triumph.",
            ["The repair", "as a triumph"],
            "Maria Keller",
        ),
    ],
)
def test_the_agent_of_a_passive_speaks(text: str, content: list[str], speaker: str) -> None:
    assert contents(text) == [content]
    assert speakers(text) == [speaker]


def test_whoever_is_spoken_of_denies_nothing_in_a_passive() -> None:
    text = "Reports that John Marsh had sold the dam were denied by Maria Keller."
    assert speakers(text) == ["Maria Keller"]
    assert contents(text) == [["John Marsh had sold the dam"]]


@pytest.mark.parametrize(
    "text",
    [
        "John Marsh was dismissed by the company on Friday.",
        "The budget was rejected by the senate.",
        "Officers were called by residents to the dam.",
        "Maria Keller was confirmed by the senate on Friday.",
        "The dam was damaged by a flood.",
    ],
)
def test_what_is_done_to_somebody_is_not_said(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "comment",
    [
        "a claim rejected by local engineers",
        "a claim that has been rejected by local engineers",
        "a suggestion local engineers deny",
        "an old claim that local engineers have denied",
    ],
)
def test_a_claim_sums_up_what_was_said_before(comment: str) -> None:
    text = f"Maria Keller said the dam was safe, {comment}."
    assert contents(text) == [["the dam was safe"], ["the dam was safe"]]
    assert speakers(text) == ["Maria Keller", "local engineers"]


def test_a_claim_sums_up_what_the_outlet_tells() -> None:
    text = "The dam is safe, a claim that was rejected by local engineers."
    assert contents(text) == [["The dam is safe"]]
    assert speakers(text) == ["local engineers"]


def test_a_denial_never_stands_before_who_denies() -> None:
    text = "Maria Keller, a claims adjuster, denied the theft."
    assert "the theft" not in speakers(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Dutch engineers put the toll at about 1,200.", "the toll at about 1,200"),
        ("Dutch engineers estimated the cost at $3m on Monday.", "the cost at $3m"),
        ("Dutch engineers placed the toll at between 40 and 50.", "the toll at between 40 and 50"),
    ],
)  # fmt: skip
def test_who_gives_a_figure_is_its_source(text: str, content: str) -> None:
    assert contents(text) == [[content]]
    assert speakers(text) == ["Dutch engineers"]


@pytest.mark.parametrize(
    "text",
    [
        "The flood put the death toll at 40.",
        "The company put its workers at risk.",
        "The crew placed the pump at the gate.",
        "The court considered the case on Monday.",
        "The city declared a state of emergency.",
    ],
)
def test_what_gives_no_figure_and_no_verdict_says_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("verb", "content"),
    [
        ("has declared", "the dam to be safe"),
        ("considers", "the repair unfair"),
        ("deems", "the vote illegal"),
        ("calls", "the repair a mistake"),
        ("describes", "the dam as safe"),
        ("regards", "the dam as unsafe"),
    ],
)
def test_what_a_thing_is_held_to_be_is_said(verb: str, content: str) -> None:
    text = f"Maria Keller {verb} {content}."
    assert contents(text) == [[content]]
    assert speakers(text) == ["Maria Keller"]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Interfax quoted Maria Keller as saying that the dam was old.", "Interfax"),
        ("Maria Keller was quoted by Interfax as saying that the dam was old.", "Interfax"),
        (
            "Maria Keller, quoted by Interfax as saying that the dam was old, has resigned.",
            "Interfax",
        ),
        ("Maria Keller was quoted as saying that the dam was old.", None),
    ],
)
def test_whoever_is_quoted_as_saying_speaks(text: str, via: str | None) -> None:
    assert contents(text) == [["the dam was old"]]
    assert speakers(text) == ["Maria Keller"]
    assert only(text).via == via


def test_it_quoted_means_the_agency_that_spoke_before() -> None:
    text = "Interfax said it rained. “The dam is very old,” it quoted Maria Keller as saying."
    quoted = read(text)[-1]
    assert quoted.speaker is not None
    assert (quoted.speaker.name, quoted.via) == ("Maria Keller", "Interfax")


@pytest.mark.parametrize(
    "text",
    [
        "The dam is, in Maria Keller’s own words, “a real mess”.",
        "The dam is “a real mess”, in Maria Keller’s words.",
    ],
)
def test_words_are_whose_they_are_called(text: str) -> None:
    assert contents(text) == [["“a real mess”"]]
    assert speakers(text) == ["Maria Keller"]


def test_in_her_words_goes_on_with_what_she_praises() -> None:
    text = "Maria Keller praised the divers who, in her words, “saved the dam”."
    assert contents(text) == [["the divers who, in her words, “saved the dam”"]]
    assert read("In other words, the dam is “a real mess”.") == ()


def test_what_somebody_seized_does_not_speak() -> None:
    text = "The soldiers who seized power said the dam was old."
    assert speakers(text) == ["The soldiers who seized power"]


def test_a_past_verb_has_not_the_subject_of_a_verb_to_come() -> None:
    text = (
        "Maria Keller said John Marsh will announce plans to repair the dam and announced "
        "that talks would go on."
    )
    assert speakers(text) == ["Maria Keller", "Maria Keller"]


def test_what_something_is_called_calls_nobody() -> None:
    assert read("The dancers, called the Sea Crew, are the first to sue.") == ()


def test_who_reviews_a_message_did_not_write_it() -> None:
    sent = "Maria Keller posted a message threatening to close the dam."
    reviewed = "Maria Keller reviewed a message threatening to close the dam."
    assert speakers(sent) == ["Maria Keller"]
    assert "Maria Keller" not in speakers(reviewed)


def test_a_season_thanks_nobody() -> None:
    assert "the summer" not in speakers("Maria Keller over the summer thanked the divers.")


def test_whom_a_state_accuses_is_not_that_state() -> None:
    text = "Relatives of the two women Malaysia has arrested insist that they were fooled."
    assert "Malaysia" not in speakers(text)


def test_the_subject_of_a_leading_clause_does_not_write() -> None:
    text = "When her story was told, Maria Keller posted a photo and wrote, “I am fine now.”"
    assert speakers(text) == ["Maria Keller"]


def test_a_split_quotation_is_one_attribution() -> None:
    text = "“The dam,” Maria Keller said, “will hold.”"
    assert contents(text) == [["“The dam,”", "“will hold.”"]]


def test_words_around_a_parenthetical_cue_belong_together() -> None:
    text = "The dam, officials said, will hold through the winter."
    assert contents(text) == [["The dam", "will hold through the winter"]]


def test_a_clause_goes_on_behind_a_parenthetical_cue() -> None:
    text = "The dam held last year, Maria Keller said, and will hold again."
    assert contents(text) == [["The dam held last year", "and will hold again"]]


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "“The dam is old. It needs repair. It will hold,” Maria Keller told the BBC."
    attribution = only(text)
    assert attribution.speaker is not None
    assert attribution.speaker.name == "Maria Keller"
    assert attribution.sentences == (0, 1, 2)
    assert attribution.hearer == "the BBC"


def test_a_quotation_goes_on_in_the_same_paragraph() -> None:
    text = "“The dam is old,” Maria Keller said. “It needs repair.”"
    assert contents(text) == [["“The dam is old,”", "“It needs repair.”"]]


def test_a_paragraph_that_is_only_a_quotation_is_carried_over() -> None:
    text = "“The dam is old,” Maria Keller said.\n\n“Nobody repaired it for years.”"
    first, second = read(text)
    assert not first.is_carried
    assert second.is_carried
    assert second.source is None
    assert second.speaker == first.speaker


def test_a_heading_in_quotation_marks_is_nobodys_words() -> None:
    text = "“The dam is old,” Maria Keller said.\n\n‘A very old dam indeed’\n\nRain is expected."
    assert len(read(text)) == 1


def test_nothing_is_carried_over_a_sentence_of_the_outlet() -> None:
    text = (
        "“The dam is old,” Maria Keller said.\n\nRain is expected on Friday.\n\n"
        "“Nobody repaired it for years.”"
    )
    assert len(read(text)) == 1


def test_a_colon_introduces_the_speaker_of_the_next_paragraph() -> None:
    text = "Maria Keller summed it up on Telegram:\n\n“The dam will never be forgotten.”"
    assert contents(text) == [["“The dam will never be forgotten.”"]]
    assert speakers(text) == ["Maria Keller"]


@pytest.mark.parametrize(
    "following",
    [
        "With those words Maria Keller opened the dam.",
        "With that, Maria Keller left the room.",
        "So said Maria Keller on Monday.",
        "Thus spoke Maria Keller, an engineer.",
    ],
)
def test_the_sentence_behind_a_quotation_may_name_its_speaker(following: str) -> None:
    text = f"John Marsh said it rained. “The dam will never be forgotten.” {following}"
    assert speakers(text) == ["John Marsh", "Maria Keller"]


@pytest.mark.parametrize(
    "following",
    ["With those words the meeting was over.", "With that, Maria Keller left John Marsh alone."],
)
def test_words_before_a_deed_of_two_or_of_none_are_nobodys(following: str) -> None:
    assert speakers(f"“The dam will never be forgotten.” {following}") == [None]


def test_a_dash_signs_a_quotation() -> None:
    text = "“The dam will never be forgotten.” — Maria Keller"
    assert speakers(text) == ["Maria Keller"]


def test_block_style_has_one_speaker() -> None:
    text = "Maria Keller said: “The dam is old.\n\n“It needs repair.”"
    assert contents(text) == [["“The dam is old.", "“It needs repair.”"]]


def test_a_partial_quotation_is_mixed() -> None:
    text = "Maria Keller praised the crew for its “resilience and heroism” on Monday."
    assert only(text).kind == "mixed"


@pytest.mark.parametrize(
    "text",
    [
        "The pact obliges both sides to help if either faces “aggression.”",
        "Her novel “The Long Winter” sold a million copies.",
        "The boxer, known as “The Hammer”, retired.",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_nobodys_words(text: str) -> None:
    assert read(text) == ()


def test_two_cues_share_one_speaker() -> None:
    text = "Maria Keller said that the dam was old and noted that the repair was late."
    assert contents(text) == [["the dam was old"], ["the repair was late"]]
    assert speakers(text) == ["Maria Keller", "Maria Keller"]


def test_a_participle_has_the_speaker_of_the_sentence() -> None:
    text = "Maria Keller said the dam was old, adding that the repair was late."
    assert contents(text) == [["the dam was old"], ["the repair was late"]]
    assert speakers(text) == ["Maria Keller", "Maria Keller"]


def test_a_contrast_ends_what_the_first_speaker_says() -> None:
    text = "Maria Keller said the dam was old, but John Marsh denied that it was unsafe."
    assert contents(text) == [["the dam was old"], ["it was unsafe"]]
    assert speakers(text) == ["Maria Keller", "John Marsh"]


def test_a_contrast_of_the_outlet_is_not_what_was_said() -> None:
    text = "Maria Keller said the dam was safe, although tests showed many cracks."
    assert contents(text)[0] == ["the dam was safe"]


def test_a_programme_in_quotation_marks_was_told_not_said() -> None:
    text = "Maria Keller told “Morning Live” that the dam was old."
    assert contents(text) == [["the dam was old"]]


def test_a_participle_belongs_to_the_noun_right_before_it() -> None:
    text = "The council published a list of residents demanding that the dam be closed."
    assert speakers(text) == ["residents"]


def test_a_place_never_speaks() -> None:
    text = "Geneva, which said nothing of the dam, lies on a lake in Switzerland."
    assert all(item.speaker is None for item in read(text))


@pytest.mark.parametrize(
    "text",
    ["The army attacked the town.", "Police questioned the driver.", "Troops defended the bridge."],
)
def test_what_is_done_by_hand_is_not_said(text: str) -> None:
    assert read(text) == ()


def test_two_names_in_an_apposition_are_not_one_speaker() -> None:
    text = "Her agents, Maria Keller and John Marsh, said the book was late."
    assert only(text).speaker is None


def test_a_leading_while_clause_ends_at_its_comma() -> None:
    text = "While Maria Keller claims that the dam is safe, John Marsh continues to deny it."
    assert contents(text)[0] == ["the dam is safe"]
    assert speakers(text) == ["Maria Keller", "John Marsh"]


def test_a_relative_clause_reports_what_its_noun_says() -> None:
    text = "The order came from Maria Keller, who acknowledged that the dam was old."
    assert speakers(text) == ["Maria Keller"]


def test_a_speaker_is_found_before_an_apposition() -> None:
    text = "Maria Keller, a professor of engineering in Geneva, said the dam was old."
    assert source_of(text) == "Maria Keller, a professor of engineering in Geneva"


def test_a_relative_clause_does_not_make_its_noun_a_speaker() -> None:
    text = "Maria Keller, who was asleep, would be carried to safety, said the firefighters."
    assert speakers(text) == ["the firefighters"]


def test_a_person_named_in_an_apposition_is_the_speaker() -> None:
    text = "A former minister, Maria Keller, said the dam was old."
    assert speakers(text) == ["Maria Keller"]


def test_a_spokesman_is_not_who_he_speaks_for() -> None:
    text = "A spokesman for Maria Keller said the dam was old."
    assert speakers(text) == ["A spokesman for Maria Keller"]
    assert only(text).speaker is None


def test_two_speakers_are_not_one_entity() -> None:
    text = "Maria Keller and John Marsh said the dam was old."
    assert only(text).speaker is None


def test_whoever_an_agency_quotes_is_the_speaker() -> None:
    text = "KCNA aired it. According to the agency, “We will prevail,” quoting Kim Jong Un."
    attribution = read(text)[-1]
    assert attribution.speaker is not None
    assert attribution.speaker.name == "Kim Jong Un"
    assert attribution.via == "the agency"


def test_a_channel_may_open_the_sentence() -> None:
    text = "In a report published by Reuters, Maria Keller said the dam was old."
    assert only(text).via == "In a report published by Reuters"


def test_a_shared_verb_belongs_to_who_speaks_not_to_what_shows() -> None:
    text = "Maria Keller stressed that the cracks showed “neglect,” and noted that it was old."
    assert speakers(text)[-1] == "Maria Keller"


def test_the_channel_is_not_part_of_what_is_said() -> None:
    text = "Maria Keller said in an interview with Reuters that the dam was old."
    assert contents(text) == [["the dam was old"]]
    assert only(text).via == "in an interview with Reuters"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was reported that the dam had cracked.", ["the dam had cracked"]),
        ("The dam is believed to have cracked.", ["The dam", "to have cracked"]),
    ],
)
def test_a_passive_without_agent_speaks_for_nobody(text: str, content: list[str]) -> None:
    assert contents(text) == [content]
    assert speakers(text) == [None]


def test_a_verb_that_was_not_said_is_negated() -> None:
    assert only("Maria Keller did not say when the dam would open.").is_negated
    assert only("Maria Keller declined to say when the dam would open.").is_negated
    assert not only("Maria Keller went on to say when the dam would open.").is_negated


@pytest.mark.parametrize(
    "text",
    [
        "The divers found the wreck on Monday.",
        "This development underscores the need for repair.",
        "If Maria Keller says that the dam is old, the town will panic.",
        "I said the dam was old.",
        "Maria Keller called her mother on Sunday.",
        "Maria Keller told many lies.",
        "The city could announce that the dam is old.",
    ],
)
def test_other_uses_of_reporting_verbs_report_nothing(text: str) -> None:
    assert read(text) == ()


def test_that_before_a_noun_points_and_opens_no_clause() -> None:
    assert contents("The ferry sank, a diver said. The mayor rejected that claim.")[1] == [
        "that claim"
    ]
    assert contents("Maria Keller said that water was short.") == [["water was short"]]


def test_when_somebody_hit_back_is_not_what_was_denied() -> None:
    assert read("Maria Keller hit back when the panel questioned her record.") == ()
    assert only("Maria Keller hit back at the claim.").speaker is not None


def test_whoever_put_the_toll_at_a_number_stands_behind_by() -> None:
    item = only("The death toll was put at about 40 by rescue officials.")
    assert item.speaker_text == "rescue officials"
    assert read("The death toll was put at 40.") == ()
    assert read("The anchor was put at 40 metres by divers.") == ()


def test_a_side_clause_inside_an_opening_ends_at_its_comma() -> None:
    text = "In the week since Maria Keller said the dam was safe, the guests on the lake have left."
    assert contents(text) == [["the dam was safe"]]


def test_the_name_of_a_programme_is_not_part_of_what_was_said_on_it() -> None:
    text = "“It looks like a start,” Maria Keller said on the station’s “Face of the Day.”"
    assert contents(text) == [["“It looks like a start,”"]]


def test_words_quoted_inside_a_sentence_do_not_run_on_into_the_next_paragraph() -> None:
    text = (
        'Maria Keller, who may "step down in May, spoke. The dam is old.\n\n'
        '"To repair it is wrong," she said.'
    )
    assert contents(text) == [['"To repair it is wrong,"']]


def test_her_before_another_subject_is_whoever_was_told() -> None:
    item = only("John Marsh told her he was going to sell the dam.")
    assert item.hearer == "her"
    assert contents("John Marsh told her he would sell.") == [["he would sell"]]
    assert only("John Marsh told her mother he would sell.").hearer == "her mother"


def test_a_poll_finds_what_follows_without_that() -> None:
    assert contents("The survey found most residents wanted a new dam.") == [
        ["most residents wanted a new dam"]
    ]


def test_attributions_come_in_the_order_of_the_text() -> None:
    text = "Maria Keller said it rained. John Marsh said it snowed. “It froze,” said Ann Low."
    assert speakers(text) == ["Maria Keller", "John Marsh", "Ann Low"]


def test_a_text_without_speech_has_no_attributions() -> None:
    assert read("") == ()
    assert read("The dam was built in 1957. It is 40 metres high.") == ()


@given(
    st.lists(
        st.sampled_from(
            ["Maria Keller", "said", "that", "“", "”", '"', "'", "’s", ",", ".", ":", "—", "\n\n",
             "he", "who", "according to", "the dam", "was", "old", "adding", "to", "quoting", "it",
             "(", ")", "told", "as", "denied", "claim", "and", "but", "statement", "is believed"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_every_span_lies_in_the_text_whatever_the_words(words: list[str]) -> None:
    text = " ".join(words)
    for item in read(text):
        spans = [*item.content, *(span for span in (item.source, item.cue) if span)]
        assert item.content
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_marks_that_nothing_closes_cost_no_more_than_other_characters() -> None:
    start = time.process_time()
    read(f"{'“' * 20_000} the dam broke, Ana Kovar said. She called it “a bad day”.")
    assert time.process_time() - start < 15
