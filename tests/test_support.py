"""The gate: what evidence carries, and why it does not carry the rest."""

# ruff: noqa: E501 - a pair is read best in one line

import pytest

from summarize.ground.support import support
from summarize.model import Article, RefusalReason
from tests.stories import make_article

BRIDGE = (
    "On Monday, Mayor Jo Field said that the bridge, which opened in 1911, would stay shut for at "
    "least 14 days."
)
VOTE = "The council approved the plan by 23 votes to 14, but it has not set a date."
QUOTE = "“We have never seen water rise so fast,” Ann Lake told the Herald, “and we will not wait.”"


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        (VOTE, VOTE),
        ("The council approved the plan by twenty-three votes to 14.", VOTE),
        ("The council approved the plan by 23 votes to fourteen, but it hasn't set a date.", VOTE),
        ("Turnout was 1200.", "Turnout was 1,200."),
        ("Prices rose by 4%.", "Prices rose by 4 per cent."),
        ("The fire burnt 12 km of forest.", "The fire burnt 12 kilometres of forest."),
        ("The fund gave 5 million dollars.", "The fund gave $5 million."),
        ("U.S. forces left.", "US forces left."),
        ("She was born on 6 July 1950.", "She was born on July 6, 1950."),
        ("The talks begin on Sept. 4.", "The talks begin on September 4."),
        ("The colour of the harbour changed.", "The color of the harbor changed."),
        ("The port – shut since May – has reopened.", "The port - shut since May - has reopened."),
        ('He called it "a long road".', "He called it “a long road”."),
        ("Ira Roe resigned.", "Captain Ira Roe resigned."),
        ("The mill has closed.", "The mill, which made rope, has closed."),
        ("The mill has closed.", "On Friday, the mill has closed."),
        ("Jo Field has resigned.", "Jo Field, the mayor of Tolna, has resigned."),
        ("The mill has closed.", "However, the mill has closed."),
        ("The council approved the plan.", "The council approved the plan, and the mayor signed it."),
        ("Jo Field said that the bridge would stay shut for at least 14 days.", BRIDGE),
        ("Mayor Jo Field announced that the dam is safe.", "Jo Field, the mayor, announced that the dam is safe."),
        ("Ann Lake said: “We have never seen water rise so fast … and we will not wait.”", QUOTE),
        ("According to Ira Roe, the dam is safe.", "The dam is safe, Ira Roe said."),
        ("The dam is safe, according to Ira Roe.", "Ira Roe said the dam is safe."),
    ],
)  # fmt: skip
def test_a_wording_that_keeps_the_meaning_is_carried(statement: str, evidence: str) -> None:
    assert support(statement, [evidence]).problems == ()


@pytest.mark.parametrize(
    ("statement", "evidence", "reason"),
    [
        ("", VOTE, "nothing stated"),
        ("The council met.", " ", "no evidence"),
        ("The council approved the plan by 24 votes to 14.", VOTE, "number not in evidence"),
        ("The council approved the plan by 14 votes to 23.", VOTE, "number of something else"),
        ("The bridge is 40 km long.", "The bridge is 40 miles long.", "bound or unit changed"),
        ("At most 40 people came.", "At least 40 people came.", "opposite word"),
        ("40 people came.", "Nearly 40 people came.", "bound or unit changed"),
        ("Ann Lake resigned.", "Jo Field resigned.", "name not in evidence"),
        ("Okafor sued Brandt.", "Brandt sued Okafor.", "name in another role"),
        ("The council has set a date.", "The council has not set a date.", "polarity changed"),
        ("The council never set a date.", "The council set a date.", "polarity changed"),
        ("Prices fell in May.", "Prices rose in May.", "opposite word"),
        ("The dam will burst.", "The dam may burst.", "certainty raised"),
        ("The thief fled.", "The alleged thief fled.", "certainty raised"),
        ("The shop closed on Friday.", "The shop closed on Monday.", "date not in evidence"),
        ("The road opens at noon.", "The road opens at noon, unless it rains.", "limit dropped"),
        ("The ban covers trucks.", "The ban covers only trucks.", "limit dropped"),
        ("The minister resigned.", "The former minister resigned.", "limit dropped"),
        ("All of the crews returned.", "Some of the crews returned.", "limit dropped"),
        ("Jo Field admitted that she knew.", "Jo Field said that she knew.", "verb of speech changed"),
        ("The dam is safe.", "Ira Roe said the dam is safe.", "attribution lost"),
        ("Ann Lake said the dam is safe.", "Ira Roe said the dam is safe.", "name not in evidence"),
        ("He called it “a short road”.", "He called it “a long road”.", "quotation not verbatim"),
        ("He called it “a long road”.", "He called it a long road.", "quotation not verbatim"),
        ("Ann Lake said: “We have never seen water rise so fast and we will not wait.”", QUOTE, "quotation not verbatim"),
        ("Rain fell after the match.", "Rain fell before the match.", "opposite word"),
        ("The mill has closed for good.", "The mill has closed.", "words not in evidence"),
        ("The mill has closed.", "The mill near the station has closed.", "words dropped"),
    ],
)  # fmt: skip
def test_a_change_of_meaning_is_refused_with_its_reason(
    statement: str, evidence: str, reason: RefusalReason
) -> None:
    found = support(statement, [evidence])
    assert not found.supported
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("The minister will resign.","The minister would resign."),
        ("The bank cut jobs.","The bank may cut jobs."),
        ("He has left.","He has not left."),
        ("She won.","She almost won."),
        ("Fire killed 3.","Fire nearly killed 3."),
        ("Talks failed.","Talks have not failed."),
        ("Rebels hold the town.","Rebels no longer hold the town."),
        ("The law bans it.","The law bans it only on Sundays."),
        ("Norway joined the talks.","Norway refused to join the talks."),
        ("Police found drugs.","Police found no drugs."),
        ("Jo Field leads the party.","Jo Field's brother leads the party."),
        ("Ann Lake's lawyer was arrested.","Ann Lake was arrested with her lawyer."),
        ("The company said profits rose.","The company said profits rose less than expected."),
        ("Two of the men died.","One of the two men died."),
        ("Israel struck Iran.","Iran struck Israel."),
        ("France was attacked by Spain.","France attacked Spain."),
        ("The film was loved by critics.","The film was loathed by critics."),
        ("The plant reopened in March.","The plant closed in March and reopened in May."),
        ("Lake replaced Field as mayor.","Field replaced Lake as mayor."),
        ("Field was replaced by Lake.","Field was replaced as mayor after Lake resigned."),
        ("The deal was signed by both sides.","The deal was signed by one side."),
        ("The tax applies to firms with fewer than 50 workers.","The tax applies to firms with more than 50 workers."),
        ("He said he was guilty.","He said he was not guilty."),
        ("He was convicted of fraud.","He was accused of fraud."),
        ("Thousands marched in Paris.","Thousands planned to march in Paris."),
        ("The court overturned the ruling.","The court upheld the ruling."),
        ("Inflation is 4 percent higher.","Inflation is 4 percent lower."),
        ("The suspect is a teacher.","The suspect was a teacher."),
        ("The vote is on Monday.","The vote is on Monday week."),
        ("Prices doubled.","Prices rose by half."),
        ("She is the first woman to lead the bank.","She is the second woman to lead the bank."),
        ("Some voters stayed home.","Few voters stayed home."),
        ("The army, which denies it, killed 5.","The army denies it killed 5."),
        ("Officials confirmed the death.","Officials could not confirm the death."),
        ("The mayor knew of the leak.","The mayor did not know of the leak."),
        ("Only Jo Field spoke.","Jo Field only spoke."),
        ("The dog bit the man.","The man bit the dog."),
        ("The president was shot by a guard.","The president shot a guard."),
        ("Doctors say it is safe.","Doctors do not say it is safe."),
        ("Ukraine hit a depot in Russia.","Russia hit a depot in Ukraine."),
        ("Sales fell 3 percent to 40 million.","Sales fell 40 percent to 3 million."),
        ("The strike began in June and ended in July.","The strike began in July and ended in June."),
        ("Anna Roe, 34, was hurt and Ben Lake, 41, died.","Anna Roe, 41, was hurt and Ben Lake, 34, died."),
        ("The group claimed it had killed him.","The group denied it had killed him."),
        ("Roe, not Lake, signed it.","Lake, not Roe, signed it."),
        ("The bridge collapsed because it rained.","The bridge collapsed although it rained."),
        ("He was born in 1950 in Oslo.","He was born in 1950 in Bergen and lives in Oslo."),
        ("Jo Field and Ann Lake were arrested.","Jo Field was arrested and Ann Lake was questioned."),
        ("The firm owes 5 million euros.","The firm is owed 5 million euros."),
        ("Turkey will not send troops.","Turkey will send troops."),
        ("They agreed to stop fighting.","They agreed to discuss whether to stop fighting."),
        ("Nobody was hurt except the driver.","Nobody was hurt."),
        ("Nobody was hurt.","Nobody was hurt except the driver."),
        ("The mayor resigned.","The deputy mayor resigned."),
        ("The general lied.","The attorney general lied."),
        ("He bought shares.","He bought back shares."),
        ("Mr Roe met Ms Lake in May.","Mr Roe met Ms Lake's sister in May."),
        ("The ship sank.","The ship sank a boat."),
        ("UN troops left Mali.","UN troops left for Mali."),
        ("Iran says it downed a drone.","Iran said it would down a drone."),
        ("Germany backs the plan.","Germany backs out of the plan."),
        ("The minister supports the ban.","The minister supports lifting the ban."),
        ("The company was fined 3 million euros for pollution.","The company was fined 3 million euros for fraud, and was cleared of pollution."),
        ("Critics called it a success.","Critics called it anything but a success."),
        ("Shots were fired at police.","Shots were fired by police."),
    ],
)  # fmt: skip
def test_a_change_in_a_short_sentence_is_refused(statement: str, evidence: str) -> None:
    assert not support(statement, [evidence]).supported


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Field beat Roe in the final.", "In the final, Roe was defeated by Field."),
        ("Around 46,000 trees have been felled.", "Workers have cut down 45,756 trees."),
        ("Over two days, 12 homes burnt down.", "In the space of 48 hours 12 houses were destroyed by fire."),
        ("A quarter of the pupils in Tolna own a bicycle.", "In Tolna, 25 percent of students have a bike."),
        ("Tolna's council did not permit the march.", "The march was banned by the council of Tolna."),
        ("Ira Roe stepped down after the raid.", "The raid was followed by nothing; after it, Ira Roe resigned."),
        ("The firm will build 300 flats in Tolna by 2031.", "By 2031 the company plans to construct 300 apartments in Tolna."),
    ],
)  # fmt: skip
def test_other_words_for_the_same_are_carried(statement: str, evidence: str) -> None:
    assert support(statement, [evidence]).problems == ()


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Roe beat Field in the final.", "In the final, Roe was defeated by Field."),
        ("Around 52,000 trees have been felled.", "Workers have cut down 45,756 trees."),
        ("Over two days, 12 homes burnt down.", "In the space of 24 hours 12 houses were destroyed by fire."),
        ("A quarter of pupils stayed away from school.", "35 percent of the students did not come to school."),
        ("Tolna's council permitted the march.", "The march was banned by the council of Tolna."),
        ("Ira Roe stepped down before the raid.", "Ira Roe quit his post after police had raided the mill."),
        ("The firm has built 300 flats in Tolna.", "By 2031 the company plans to construct 300 apartments in Tolna."),
        ("Every pupil in Tolna stayed at home.", "Some students of the town of Tolna did not leave their homes."),
        ("Rain caused the wall to collapse, and 3 people died.", "Three people were killed when the wall came down in the rain."),
        ("Tolna has more bakers than Gale.", "There are fewer bakers in Tolna than in Gale."),
        ("The factory reopens if the loan is granted.", "The plant starts to operate again on Friday."),
        ("The oldest mill of Tolna was sold.", "A mill in Tolna has found a buyer."),
    ],
)  # fmt: skip
def test_other_words_for_something_else_are_refused(statement: str, evidence: str) -> None:
    assert not support(statement, [evidence]).supported


@pytest.mark.parametrize(
    ("speaker", "evidence"),
    [
        ("Jo Field", "The dam is safe, Mayor Jo Field told reporters."),
        ("Field", "“The dam is safe,” said Jo Field, who runs the town."),
        ("KCNA", "The dam is safe, the Korean Central News Agency (KCNA) said."),
        ("Norway", "The dam is safe, Norway says."),
        ("officials", "Officials said the dam is safe."),
        ("the union's lawyer, Ann Lake", "According to the union's lawyer, Ann Lake, the dam is safe."),
    ],
)  # fmt: skip
def test_the_speaker_is_known_by_any_name_that_the_evidence_gives(
    speaker: str, evidence: str
) -> None:
    assert support("The dam is safe.", [evidence], speaker).problems == ()


@pytest.mark.parametrize(
    ("speaker", "evidence"),
    [
        ("Ann Lake", "The dam is safe, Mayor Jo Field told reporters."),
        ("Ann Lake", "Jo Field told Ann Lake that the dam is safe."),
        ("Ann Lake", "Jo Field said the dam is safe, though Ann Lake had a doubt."),
        ("Jo Field and Ann Lake", "Jo Field said the dam is safe."),
        ("Tolna", "Jo Field said in Tolna that the dam is safe."),
    ],
)
def test_another_speaker_is_refused(speaker: str, evidence: str) -> None:
    assert "speaker not in evidence" in support("The dam is safe.", [evidence], speaker).reasons


def test_a_denial_is_not_what_its_speaker_says() -> None:
    found = support("The dam is safe.", ["Jo Field denied that the dam is safe."], "Jo Field")
    assert found.reasons == ("polarity changed",)


def in_article(*paragraphs: str) -> Article:
    return make_article("Herald", "\n\n".join(paragraphs))


def test_a_pronoun_stands_for_the_one_that_the_article_leaves() -> None:
    told = "She said that the dam is safe."
    article = in_article("Mayor Jo Field visited the valley on Monday.", told)
    assert support("The dam is safe.", [told], "Jo Field", article).supported
    assert support("Jo Field said that the dam is safe.", [told], None, article).supported
    assert not support("Ann Lake said that the dam is safe.", [told], None, article).supported


def test_a_role_may_be_told_where_the_article_has_it() -> None:
    told = "Okafor said that the dam is safe."
    article = in_article("Chidi Okafor, mayor of Tolna, visited the valley.", told)
    full = "Chidi Okafor, mayor of Tolna, said that the dam is safe."
    assert support(full, [told], None, article).supported
    other = full.replace("Tolna", "Gale")
    assert not support(other, [told], None, article).supported


def test_what_somebody_else_reports_is_not_told_as_his_own_word() -> None:
    evidence = "Ira Roe said that Ann Lake believes the dam is safe."
    assert not support("Ann Lake believes the dam is safe.", [evidence]).supported
    assert support(evidence, [evidence]).supported


@pytest.mark.parametrize(
    ("verb", "heard", "is_fine"),
    [
        ("said", "announced", True),
        ("said", "told reporters", True),
        ("conceded", "admitted", True),
        ("said", "believes", False),
        ("said", "suggested", False),
        ("confirmed", "said", False),
        ("claimed", "said", False),
        ("denied", "said", False),
    ],
)
def test_a_verb_of_speech_stands_only_for_its_like(verb: str, heard: str, is_fine: bool) -> None:
    statement, evidence = (f"Jo Field {one} that the dam is safe." for one in (verb, heard))
    assert support(statement, [evidence]).supported is is_fine


def test_several_pieces_of_evidence_are_read_as_one_and_each_alone() -> None:
    pieces = ["The dam holds 4 million litres.", "It was built in 1950.", "It is safe."]
    assert support("It was built in 1950.", pieces).supported
    assert support("The dam holds 4 million litres. It is safe.", pieces).supported
    assert not support("The dam holds 1950 litres.", pieces).supported


def test_another_language_can_be_quoted_and_nothing_else() -> None:
    text = "Le barrage est solide."
    article = in_article(text).model_copy(update={"language": "fr"})
    assert support(f"“{text}”", [text], None, article).supported
    assert not support("The dam is solid.", [text], None, article).supported


def test_a_problem_names_the_words_that_show_it() -> None:
    (problem,) = support("At least 15 came.", ["At least 14 came."]).problems
    assert problem.reason == "number not in evidence"
    assert "15" in problem.words
