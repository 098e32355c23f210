from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.language.document import parse_document
from summarize.language.quantities import Quantity, find_quantities


def read(text: str) -> list[Quantity]:
    return list(find_quantities(parse_document(text)))


def only(text: str) -> Quantity:
    (quantity,) = read(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "bound", "phrase"),
    [
        ("At least 12 people were hurt.", "at least", "At least 12"),
        ("No fewer than 60 houses burned.", "at least", "No fewer than 60"),
        ("More than 300 migrants landed.", "more than", "More than 300"),
        ("Over 76 trains were late.", "more than", "Over 76"),
        ("Some 300 migrants landed.", "about", "Some 300"),
        ("An estimated 400 whales died.", "about", "An estimated 400"),
        ("Nearly 900 flights were late.", "about", "Nearly 900"),
        ("As many as 40 homes flooded.", "at most", "As many as 40"),
        ("Fewer than 90 seats are left.", "less than", "Fewer than 90"),
        ("The hall holds 500 or more guests.", "at least", "500 or more"),
        ("It drew 20,000 fans.", "exact", "20,000"),
        ("Rents are capped at $900.", "at most", "capped at $900"),
        ("It costs as little as $5.", "at least", "as little as $5"),
        ("It costs somewhere around $60.", "about", "somewhere around $60"),
    ],
)
def test_the_words_around_a_number_bound_it(text: str, bound: str, phrase: str) -> None:
    quantity = only(text)
    assert quantity.bound == bound
    assert text[quantity.start : quantity.end] == phrase


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It needs 11,000-12,000 new nurses.", 11_000, 12_000),
        ("Between 11 and 14 boats sank.", 11, 14),
        ("He faces three to five years in jail.", 3, 5),
        ("Growth of 5 to 7 per cent is likely.", 5, 7),
        ("It costs between $10 and $15 billion.", 10e9, 15e9),
        ("The boat sank in 3 or 4 minutes.", 3, 4),
    ],
)
def test_two_ends_make_a_range(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.bound) == (low, high, "range")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The lake covers 1,300 square kilometers.", 1300, "square kilometer"),
        ("The fine was $1.2 million.", 1.2e6, "USD"),
        ("The fine was ₹70 crores.", 70e7, "INR"),
        ("The fine was €3m.", 3e6, "EUR"),
        ("The fine was USD 5bn.", 5e9, "USD"),
        ("Unemployment is 3 per cent.", 3, "percent"),
        ("Rates rose 50 basis points.", 50, "basis_point"),
        ("It was 41.5°C in the shade.", 41.5, "degree_Celsius"),
        ("It was minus 20 degrees Celsius.", -20, "degree_Celsius"),
        ("Winds blew at 120 km/h.", 120, "kilometer / hour"),
        ("The wall is 5m high.", 5, "meter"),
        ("The party has 5m members.", 5e6, "1"),
        ("The talks lasted a three-day weekend.", 3, "day"),
        ("They walked for seven straight days.", 7, "day"),
        ("A third of the villages lost power.", 1 / 3, "dimensionless"),
        ("Petrol costs $3.50 a gallon.", 3.5, "USD / gallon"),
    ],
)
def test_a_number_has_the_unit_it_is_given_in(text: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert quantity.low == pytest.approx(value)
    assert quantity.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "They met on 27 April 2024 and on April 26.",
        "The 2020s began; the 2019 elections came first.",
        "Talks open on 12 May and end on the 14th.",
        "It was logged on 2025-04-26 at 11:01:03 AM.",
        "The bus leaves at 5:25 a.m. or at 9 pm.",
        "Under Article 51, the Boeing 737 took Route 66.",
        "Covid-19 grounded the F-16 before the G7 met after 9/11.",
        "Call +44 20 7946 0958 or 0800 555 1234.",
        "The book is ISBN 978-3-16-148410-0.",
        "It falls under clause 11(g) of the rules.",
        "They won 4-0 and then lost 1-3.",
        "The Senate passed it 52-48.",
        "He lives at 12 Station Road, Leeds.",
        "She came third and he 20th in the final.",
        "One of the men said that no one knew one thing.",
        "One day another battle will come.",
        "Dozens fled, hundreds of homes burned and several thousand lost power.",
        "Number two is on stage 3 at 12 High Street.",
        "She bought the Plan 7 Plus.",
        "Version 3.2.1 runs on the S&P 500 desk.",
        'Fans saw "Seven Samurai" at the fair.',
    ],
)
def test_a_number_that_names_or_dates_is_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("The blast killed five soldiers and wounded 17.", ["soldiers killed", "soldiers wounded"]),
        ("On Monday 12 people were reported dead.", ["people dead"]),
        ("Orlik has 878 confirmed measles cases.", ["confirmed measles cases"]),
        ("Some 450 of these nurses have been safely evacuated.", ["nurses evacuated"]),
        ("At least 12 people were killed.", ["people killed"]),
        ("Floods left 9 dead and 4 missing.", ["people dead", "people missing"]),
        ("Police arrested 40 men.", ["men arrested"]),
        (
            "About 900 Danish troops were sent, and at least 30 had been killed by May.",
            ["Danish troops sent", "Danish troops killed"],
        ),
        (
            "It cost the army 300 casualties, both killed and wounded.",
            ["casualties killed and wounded"],
        ),
        ("Rebels say 12 fighters killed 5 guards.", ["fighters", "guards killed"]),
        ("No fewer than 60 of the 200 hostages are missing.", ["hostages missing", "hostages"]),
        ("They shot down 46 drones.", ["drones shot down"]),
        ("There were 12 confirmed cases of measles.", ["confirmed cases of measles"]),
        ("The death toll rose to 112.", ["death toll"]),
        ("They hold about 90 square kilometers of farmland.", ["farmland"]),
        ("Inflation fell 4%.", ["Inflation"]),
        ("The utility carried out 7,210 shut-offs.", ["shut-offs"]),
        ("Thieves took $40,000 worth of phones.", ["phones"]),
        ("Of the dead, three were children.", ["children"]),
        ("He was filling 12 20-liter cans.", ["cans", "cans"]),
        ("Ms Lee led a 550-member delegation.", ["member delegation"]),
        ("He paid a $300 fine.", ["fine"]),
        ("Firms wrote off 16 old and badly damaged lorries.", ["old and badly damaged lorries"]),
        ("The 20-strong crew swam ashore.", ["crew"]),
    ],
)
def test_what_is_counted_keeps_its_noun_and_its_fate(text: str, whats: list[str]) -> None:
    assert [quantity.what for quantity in read(text)] == whats


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Aides put the number of sailors that the king had lent to Malta at 900.", "sailors"),
        ("The council set the total of unpaid fines at 300.", "unpaid fines"),
        ("The police placed the number of wounded at 70.", "people wounded"),
        ("Aid groups estimated the cost of the works that it must do at $4m.", "works"),
        ("Officials put the death toll at 112.", "death toll"),
        ("The number of dead rose to 40.", "people dead"),
        ("The number of patients who left the ward fell from 900 to 300.", "patients"),
        ("The number of people living in tents has reached 4,500.", "people"),
        ("The total number of arrests now stands at 68.", "arrests"),
        ("The bill came to $3m.", "bill"),
    ],
)
def test_a_level_belongs_to_what_is_tallied(text: str, what: str) -> None:
    assert only(text).what == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The mill lost $3 million last year.", "mill"),
        ("Claims totalled 293,000 in the week ended Oct. 9.", "Claims"),
        ("In the week ended Oct. 9 there were 293,000.", ""),
        ("Sales doubled over a three-month period.", "Sales"),
    ],
)
def test_what_is_measured_is_never_a_time(text: str, what: str) -> None:
    assert only(text).what == what


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("300 tourists, including 40 children, were rescued.", ["tourists", "children"]),
        (
            "About 300 tourists (among them 40 children) have been rescued.",
            ["tourists", "children"],
        ),
    ],
)
def test_a_fate_is_told_across_an_aside(text: str, whats: list[str]) -> None:
    assert [quantity.what for quantity in read(text)] == [f"{what} rescued" for what in whats]


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("Twelve people were killed and 30 others injured.", ["people killed", "people injured"]),
        ("A bomb killed at least 12 and wounded 30.", ["people killed", "people wounded"]),
        (
            "The flood killed 12, injured 30 and left 4,000 homeless.",
            ["people killed", "people injured", "people homeless"],
        ),
        ("The storm claimed 12 lives.", ["people killed"]),
        ("The storm took the lives of 20 sailors.", ["sailors killed"]),
        ("12 more died in the night.", ["people died"]),
        ("He was among 12 killed.", ["people killed"]),
        ("As many as 30 of those aboard were feared dead.", ["people dead"]),
        ("Of some 900 sailors who went north, 30 were killed.", ["sailors", "sailors killed"]),
        ("The army lost 30 lorries.", ["lorries lost"]),
        ("The index lost 162 points.", ["points"]),
        ("At least 40 people, most of them women, were killed.", ["people killed"]),
        ("Nearly 400 homes, officials said, were destroyed.", ["homes destroyed"]),
        ("A strike killed the mayor of Zadar and four others.", ["people killed"]),
        ("He mourned the deaths of 35 sailors.", ["sailors died"]),
        ("The two women Norway has charged were sailors.", ["women"]),
        (
            "Eight people, including two children, died and 12 were hurt.",
            ["people died", "children died", "people hurt"],
        ),
        ("It killed one sailor and hurt five others.", ["sailor killed", "people hurt"]),
        ("Three more bodies were found.", ["bodies"]),
        ("The storm cost 12 sailors their lives.", ["sailors killed"]),
        ("Some 12 sailors lost their lives.", ["sailors killed"]),
        ("They met 40 people, ate and were killed.", ["people"]),
    ],
)
def test_a_fate_goes_to_those_it_befell(text: str, whats: list[str]) -> None:
    assert [quantity.what for quantity in read(text)] == whats


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "It hired 90 young and highly trained Danish mountain rescue guides.",
            "trained Danish mountain rescue guides",
        ),
        ("It has 40 members of the newly elected northern coastal town councils.", "members"),
        ("It employs 900 people motivated by profit.", "people"),
    ],
)
def test_what_is_counted_is_short(text: str, what: str) -> None:
    assert only(text).what == what


def test_an_age_of_two_ends_is_one_range() -> None:
    (age,) = [quantity for quantity in read("Sailors aged 20 to 25 came.") if quantity.is_age]
    assert (age.low, age.high) == (20, 25)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose by 3%.", "up"),
        ("Shares were down 11.9%.", "down"),
        ("The mill cut its staff by 40 people.", "down"),
        ("Prices rose to 3%.", None),
        ("They shot down 5%.", None),
        ("The krona strengthened 0.4%.", "up"),
        ("Its catch dwindled by 12%.", "down"),
        ("Lisbon's Orla index +1.4%", "up"),
        ("Orla Shipping -0.9%", "down"),
        ("Its deposit rate is at -2%.", None),
    ],
)
def test_a_change_needs_a_verb_that_rises_or_falls_by_it(text: str, change: str | None) -> None:
    assert only(text).change == change


def test_the_share_of_a_change_changes_with_it() -> None:
    points, share = read("The index lost 64 points, or 2.1%, on Monday.")
    assert (points.change, share.change) == ("down", "down")


def test_what_a_verb_follows_is_itself_what_the_sentence_is_about() -> None:
    assert only("After the storm in Porto 96 anglers went home.").subject == "anglers"


def test_a_capitalised_noun_is_no_unit() -> None:
    assert only("The club has won six straight River Cups.").noun == "straight River Cups"


def test_a_rate_may_stand_behind_what_is_measured() -> None:
    assert only("The pit yields 40,000 tons of iron ore a year.").unit == "ton / year"
    assert only("They raised 900 liters of fresh milk.").unit == "liter"


def test_a_year_opens_no_range_of_money() -> None:
    assert [q.low for q in read("Sales fell 9% from 1987, to $10 billion.")] == [9, 1e10]


def test_parts_per_billion_are_a_unit() -> None:
    assert only("The well held 15 ppb of lead.").unit == "ppb"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, 25, was hurt.",
        "A 25-year-old woman was hurt.",
        "A woman aged 25 was hurt.",
        "The driver, Ann Lee (25), was hurt.",
    ],
)
def test_an_age_is_in_years(text: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.unit, quantity.is_age) == (25, "year", True)


def test_a_figure_given_twice_is_bounded_twice() -> None:
    first, second = read("The road runs about 100 kilometers (60 miles).")
    assert (first.bound, second.bound, second.unit) == ("about", "about", "mile")
    assert first.what == second.what == "road"


def test_over_a_time_within_which_something_happened_is_no_bound() -> None:
    assert only("Sales doubled over a three-month period.").bound == "exact"
    assert only("The talks were held over seven straight days.").bound == "exact"
    assert only("Over two days, crews cleared the road.").bound == "exact"


@pytest.mark.parametrize(
    "text",
    [
        "He was in office for over three months.",
        "Passengers waited over three hours.",
        "The dog was over three years old.",
        "It happened over 20 years ago.",
        "He has lived there over ten years.",
        "It was the first flood in over three years.",
        "It works in over 40 countries.",
    ],
)
def test_over_a_length_or_a_count_is_more_than_it(text: str) -> None:
    assert only(text).bound == "more than"


def test_the_two_sides_are_marked_as_definite() -> None:
    assert only("The two sides will meet again.").is_definite
    assert not only("Two ministers will meet again.").is_definite


def test_a_month_that_is_a_verb_does_not_hide_a_count() -> None:
    assert only("At least 12 may have drowned.").low == 12


def test_one_counts_where_a_fate_says_so() -> None:
    assert [quantity.low for quantity in read("The raid killed one person and hurt two.")] == [1, 2]


@given(st.text(alphabet="afdimnorst 0123456789,.-$€%()½", max_size=60))
def test_every_span_holds_its_number_in_order(text: str) -> None:
    found = read(text)
    assert all(quantity.low <= quantity.high for quantity in found)
    assert all(0 <= quantity.start < quantity.end <= len(text) for quantity in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
