"""The operators that change sentences for the tests of the gate do what they say, and no more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changes import CHANGES, RESTATEMENTS
from tests.changes.amounts import direction
from tests.changes.edits import cut, put

OPERATORS = {**CHANGES, **RESTATEMENTS}

GIVEN = [
    ("number", "The fire killed 12 horses.", "The fire killed 13 horses."),
    ("number", "The fire killed at least 34 horses.", "The fire killed at least 68 horses."),
    ("number", "The fire killed up to 34 horses.", "The fire killed up to 17 horses."),
    ("number", "Prices rose 4.5 percent.", "Prices rose 5.5 percent."),
    ("number", "It cost 18,000 euros.", "It cost 36,000 euros."),
    ("number", "Two ships sank.", "Three ships sank."),
    ("number", "She returned on 3 May.", "She returned on 4 May."),
    ("year", "The mill burnt down in 1951.", "The mill burnt down in 1947."),
    ("year", "It was built after 1951.", "It was built after 1954."),
    ("ordinal", "It was the first goal.", "It was the second goal."),
    ("ordinal", "It was her 3rd goal.", "It was her 4th goal."),
    ("fraction", "A fire destroyed half of the hall.", "A fire destroyed a quarter of the hall."),
    ("numbers_swapped", "He fined 12 shops 300 euros each.", "He fined 300 shops 12 euros each."),
    ("scale", "The bridge cost 3 million euros.", "The bridge cost 3 billion euros."),
    ("scale", "Hundreds of birds died.", "Thousands of birds died."),
    ("scale", "It lost £54m.", "It lost £54bn."),
    ("unit", "The siege lasted 12 days.", "The siege lasted 12 weeks."),
    ("unit", "It lasted at most 12 days.", "It lasted at most 12 hours."),
    ("unit", "They held a 48-hour strike.", "They held a 48-day strike."),
    ("currency", "The bridge cost 3 million euros.", "The bridge cost 3 million dollars."),
    ("currency", "The bridge cost $30.", "The bridge cost €30."),
    ("percentage_points", "Sales fell 8%.", "Sales fell 8 percentage points."),
    ("bound_changed", "At least 34 birds died.", "At most 34 birds died."),
    ("bound_changed", "It holds no more than 60 guests.", "It holds more than 60 guests."),
    ("bound_changed", "It holds over 60 guests.", "It holds under 60 guests."),
    ("bound_dropped", "At least 34 birds died.", "34 birds died."),
    ("bound_dropped", "It holds about 60 guests.", "It holds 60 guests."),
    ("month", "The mill burnt down in October.", "The mill burnt down in August."),
    ("weekday", "The mill burnt down on Friday.", "The mill burnt down on Wednesday."),
    ("names_swapped", "Ana Kovar accused Tom Lind.", "Tom Lind accused Ana Kovar."),
    ("name_of_a_stranger", "Police arrested Anna Kovar.", "Police arrested Odette Quimby."),
    ("given_name", "Police arrested Anna Kovar.", "Police arrested Odette Kovar."),
    ("state", "The fleet left Denmark.", "The fleet left Norway."),
    ("state", "A Danish ship sank.", "A Norwegian ship sank."),
    ("place", "The court sits in Madrid.", "The court sits in Tampere."),
    ("speaker", "It burnt, Anna Kovar said.", "It burnt, Beatrix Thackeray said."),
    ("speaker", "It burnt, according to Anna Kovar.", "It burnt, according to Beatrix Thackeray."),
    ("roles_swapped", "Anna Kovar praised Peter Lind.", "Peter Lind praised Anna Kovar."),
    ("gender", "She sold her car.", "He sold her car."),
    ("gender", "She sold her car.", "She sold his car."),
    ("passive_to_active", "A guard was attacked on Monday.",
     "A guard attacked others on Monday."),
    ("negation_inserted", "The crew has signed the letter.", "The crew has not signed the letter."),
    ("negation_inserted", "The crew signed the letter.", "The crew did not sign the letter."),
    ("negation_inserted", "The mayor had a plan.", "The mayor did not have a plan."),
    ("never_inserted", "The crew signed the letter.", "The crew never signed the letter."),
    ("negation_removed", "The crew did not sign the letter.", "The crew signed the letter."),
    ("negation_removed", "The crew has not signed.", "The crew has signed."),
    ("negation_removed", "Divers found no leak.", "Divers found a leak."),
    ("negation_removed", "Divers reported no leaks.", "Divers reported leaks."),
    ("negation_removed", "Nobody was hurt.", "Somebody was hurt."),
    ("speech_denied", "The mayor said that he would go.", "The mayor denied that he would go."),
    ("speech_raised", "The mayor said that he knew.", "The mayor admitted that he knew."),
    ("hedge_dropped", "The ash may reach the city.", "The ash will reach the city."),
    ("hedge_dropped", "It reportedly began in a barn.", "It began in a barn."),
    ("belief_to_fact", "He is believed to have fled.", "He has fled."),
    ("belief_to_fact", "They are thought to be safe.", "They are safe."),
    ("belief_to_fact", "She was held on suspicion of fraud.", "She was held for fraud."),
    ("future_done", "The queen will visit Oslo.", "The queen visited Oslo."),
    ("future_done", "The flats will be let.", "The flats were let."),
    ("future_done", "The city plans to build a bridge.", "The city built a bridge."),
    ("done_future", "The queen visited Oslo.", "The queen will visit Oslo."),
    ("deed_refused", "The crew signed the letter.", "The crew refused to sign the letter."),
    ("failure_done", "The crew failed to reach the port.", "The crew reached the port."),
    ("verb_opposed", "The minister praised the plan.", "The minister blamed the plan."),
    ("adjective_opposed", "It was a legal strike.", "It was an illegal strike."),
    ("adverb_opposed", "He never left.", "He always left."),
    ("noun_opposed", "It was a decline in trade.", "It was a growth in trade."),
    ("noun_opposed", "The town reported an increase.", "The town reported a decrease."),
    ("before_after", "She left before the storm.", "She left after the storm."),
    ("before_after", "After the storm, she left.", "Before the storm, she left."),
    ("direction", "Troops withdrew from Oslo.", "Troops withdrew to Oslo."),
    ("direction", "The party voted for the plan.", "The party voted against the plan."),
    ("with_without", "The town was without water.", "The town was with water."),
    ("with_without", "He waited outside the court.", "He waited inside the court."),
    ("quantifier", "Some houses burnt.", "All houses burnt."),
    ("quantifier", "Police freed most of the hostages.", "Police freed all of the hostages."),
    ("one_of_two_both", "One of the two men fled.", "Both men fled."),
    ("only_dropped", "It opens only on weekdays.", "It opens on weekdays."),
    ("condition_dropped", "He will pay if the court agrees.", "He will pay."),
    ("condition_dropped", "Unless it rains, the pool will close.", "The pool will close."),
    ("modifier_dropped", "It was an attempted murder.", "It was a murder."),
    ("modifier_dropped", "Former minister Ana Kovar won.", "Minister Ana Kovar won."),
    ("count_added", "Rescuers reached villages in the north.",
     "Rescuers reached seven villages in the north."),
    ("last_next", "The plant closed last week.", "The plant closed next week."),
    ("comparative", "Wages are higher than in May.", "Wages are lower than in May."),
    ("comparative", "The route is more dangerous.", "The route is less dangerous."),
    ("superlative", "It is the largest lake.", "It is the smallest lake."),
    ("superlative", "It is the most expensive lake.", "It is the least expensive lake."),
    ("degree", "The road is partly blocked.", "The road is fully blocked."),
    ("degree", "It hit almost every house.", "It hit every house."),
    ("quotes", "He called it “a shame”.", 'He called it "a shame".'),
    ("quotes", 'He called it "a shame".', "He called it “a shame”."),
    ("quotes", "The mayor's car burnt.", "The mayor’s car burnt."),
    ("dashes", "The car — a van — burnt.", "The car – a van – burnt."),
    ("dashes", "It takes 5–7 days.", "It takes 5-7 days."),
    ("spaces", "A car burnt.", "A  car burnt."),
    ("spaces", "A car burnt.", "A\u00a0car\u00a0burnt."),
    ("separators", "It holds 12,000 guests.", "It holds 12000 guests."),
    ("separators", "It holds 12000 guests.", "It holds 12,000 guests."),
    ("numerals", "It killed 12 horses.", "It killed twelve horses."),
    ("numerals", "It killed twelve horses.", "It killed 12 horses."),
    ("percent", "Sales fell 8%.", "Sales fell 8 per cent."),
    ("percent", "Sales fell 8 percent.", "Sales fell 8%."),
    ("contractions_expanded", "They didn't go.", "They did not go."),
    ("contractions_expanded", "They can’t go.", "They cannot go."),
    ("contractions_expanded", "They're here.", "They are here."),
    ("contracted", "They did not go.", "They didn't go."),
    ("units", "It is 60 km away.", "It is 60 kilometres away."),
    ("courtesy_dropped", "It burnt, said Mr Tom Lind.", "It burnt, said Tom Lind."),
    ("tail_dropped", "It was bought by Lind, who lives there.", "It was bought by Lind."),
    ("opening_dropped", "However, the road is open.", "The road is open."),
    ("opening_dropped", "On Monday, a car burnt.", "A car burnt."),
    ("initials", "The U.S. envoy left.", "The US envoy left."),
    ("months", "He died on Sept. 3.", "He died on September 3."),
    ("spelling", "The labour court sat.", "The labor court sat."),
    ("that", "Lind said that he would go.", "Lind said he would go."),
    ("that", "Lind said he would go.", "Lind said that he would go."),
    ("report_turned", "The mayor said that a car was on fire.",
     "A car was on fire, the mayor said."),
]  # fmt: skip

SILENT = [
    ("number", "The fire of 1951 killed a horse."),
    ("number", "They won 3-2."),
    ("number", "The Seven Sisters are cliffs."),
    ("number", "The fire did not kill 12 horses."),
    ("year", "The town has 1,951 people."),
    ("ordinal", "At first, nobody came."),
    ("ordinal", "It lasts a second."),
    ("fraction", "It came in the second half."),
    ("numbers_swapped", "It takes 5 to 7 days."),
    ("numbers_swapped", "The men are 19 and 23."),
    ("numbers_swapped", "It killed 12 men and hurt 12 women."),
    ("scale", "A millionaire bought it."),
    ("unit", "He is 12 and runs a shop."),
    ("currency", "He euros."),
    ("percentage_points", "It covers 8% of the land."),
    ("bound_changed", "He said more than that."),
    ("bound_dropped", "They had half as many as ten rivals."),
    ("bound_dropped", "He spoke about 12 letters."),
    ("month", "He may leave."),
    ("month", "Theresa May left."),
    ("weekday", "It was Black Friday."),
    ("names_swapped", "Ana Kovar met Tom Lind."),
    ("names_swapped", "Ana Kovar and Tom Lind left."),
    ("given_name", "Police arrested Kovar."),
    ("place", "Madrid has a court."),
    ("roles_swapped", "Ana Kovar met Tom Lind."),
    ("gender", "They sold their car."),
    ("passive_to_active", "The house was sold on Monday."),
    ("negation_inserted", "The crew did not sign the letter."),
    ("negation_inserted", "The ash may reach the city."),
    ("negation_inserted", "Did the crew sign?"),
    ("never_inserted", "Nobody signed."),
    ("negation_removed", "Not only the mayor came."),
    ("negation_removed", "He did not arrive until Monday."),
    ("negation_removed", "He was not only late."),
    ("negation_removed", "He could not find any."),
    ("speech_denied", "He is said to be ill."),
    ("speech_raised", "Nothing was said about it."),
    ("hedge_dropped", "He left in May."),
    ("belief_to_fact", "He believed her."),
    ("future_done", "The will was read."),
    ("future_done", "They oppose plans to build a bridge."),
    ("done_future", "He has gone."),
    ("deed_refused", "It rained."),
    ("failure_done", "He failed."),
    ("before_after", "After all, he came."),
    ("before_after", "He had been there before."),
    ("before_after", "She looks after the horses."),
    ("direction", "It came to an end."),
    ("direction", "He went from Oslo to Bergen."),
    ("direction", "He waited for 3 hours."),
    ("quantifier", "Some 2,500 people came."),
    ("quantifier", "It is the most popular."),
    ("quantifier", "He lost a few horses."),
    ("only_dropped", "Not only on weekdays."),
    ("only_dropped", "It killed only 12 horses."),
    ("condition_dropped", "He asked if the court agreed."),
    ("condition_dropped", "He came even if it rained."),
    ("modifier_dropped", "The plan failed."),
    ("modifier_dropped", "The former is true."),
    ("count_added", "He reported news of it."),
    ("count_added", "He saw the villages."),
    ("last_next", "It did not last."),
    ("comparative", "It rose more and more."),
    ("comparative", "He is no longer there."),
    ("superlative", "At best, he will come second."),
    ("quotes", "A car burnt."),
    ("dashes", "A well-known car burnt."),
    ("dashes", "On 2025-04-01 a car burnt."),
    ("separators", "It was 1,984."),
    ("separators", "It takes 11,000-12,000 men."),
    ("numerals", "It killed 1.5 horses."),
    ("numerals", "On 3 May it burnt."),
    ("numerals", "One horse died."),
    ("numerals", "The Twelve Apostles shops burnt."),
    ("percent", "He gave 100 percentage points."),
    ("contractions_expanded", "Didn't they go?"),
    ("contracted", "He is not only late."),
    ("units", "The km sign fell."),
    ("courtesy_dropped", "It burnt, said former President Tom Lind."),
    ("courtesy_dropped", "It burnt, said Mr Lind."),
    ("tail_dropped", "The man who lives there left."),
    ("tail_dropped", "Lind, who lives there, left."),
    ("opening_dropped", "On Monday, no car burnt."),
    ("opening_dropped", "On Monday, all cars burnt."),
    ("opening_dropped", "However hard he tried, he lost."),
    ("initials", "He left the U.S."),
    ("initials", "He told us."),
    ("months", "Sept. was warm."),
    ("spelling", "A car burnt."),
    ("that", "He said it."),
    ("report_turned", "Lind said that he left, and Kovar said that she stayed."),
]


@pytest.mark.parametrize(("name", "sentence", "changed"), GIVEN)
def test_an_operator_gives_what_its_name_says(name: str, sentence: str, changed: str) -> None:
    assert changed in list(OPERATORS[name](sentence))


@pytest.mark.parametrize(("name", "sentence"), SILENT)
def test_an_operator_gives_nothing_where_it_does_not_apply(name: str, sentence: str) -> None:
    assert list(OPERATORS[name](sentence)) == []


@pytest.mark.parametrize("name", OPERATORS)
def test_every_operator_is_shown_at_work(name: str) -> None:
    assert name in {row[0] for row in GIVEN}


def test_no_name_stands_in_both_tables() -> None:
    assert not CHANGES.keys() & RESTATEMENTS.keys()


SENTENCES = sorted({row[1] for row in GIVEN} | {row[1] for row in SILENT})


@pytest.mark.parametrize("name", OPERATORS)
def test_an_operator_never_gives_its_sentence_back(name: str) -> None:
    assert not [text for text in SENTENCES if text in OPERATORS[name](text)]


@pytest.mark.parametrize("name", OPERATORS)
def test_an_operator_gives_the_same_twice(name: str) -> None:
    for text in SENTENCES:
        assert list(OPERATORS[name](text)) == list(OPERATORS[name](text))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), max_size=12).map(" ".join))
def test_any_string_of_words_is_borne_and_not_given_back(text: str) -> None:
    for operator in OPERATORS.values():
        assert text not in list(operator(text))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_any_text_is_borne(text: str) -> None:
    for operator in OPERATORS.values():
        list(operator(text))


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("at least ", "", 1),
        ("no fewer than ", "", 1),
        ("more than ", "", 1),
        ("no more than ", "", -1),
        ("fewer than ", "", -1),
        ("up to ", "", -1),
        ("", " or more", 1),
        ("", " people or fewer", -1),
        ("about ", "", 0),
    ],
)
def test_a_bound_says_which_other_number_is_new(before: str, behind: str, expected: int) -> None:
    text = f"It holds {before}12{behind}"
    start = text.index("12")
    assert direction(text, start, start + 2) == expected


def test_a_replaced_word_keeps_its_capital_and_its_article() -> None:
    assert put("Two ships sank.", 0, 3, "three") == "Three ships sank."
    assert put("It was a rise.", 9, 13, "increase") == "It was an increase."


def test_a_cut_leaves_one_space_and_a_capital() -> None:
    assert cut("It only rained.", 3, 7) == "It rained."
    assert cut("It only rained.", 2, 7) == "It rained."
    assert cut("Only he came.", 0, 4) == "He came."
