"""Words that news uses for the same thing, so that two reports of it can be seen to agree.

The groups are narrow on purpose: what may differ in fact ("killed", "wounded") never shares one.
"""

_GROUPS = (
    "troop soldier serviceman servicewoman servicemember fighter combatant",
    "force army military",
    "casualty loss",
    "kill die dead death slay fatality perish",
    "wound injure injury wounded injured hurt",
    "arrest detain apprehend",
    "treaty pact agreement accord deal",
    "assault attack strike offensive raid",
    "talk negotiation",
    "send deploy dispatch deployment",
    "confirm acknowledge confirmation acknowledgment acknowledgement",
    "deny reject refute denial rejection",
    "praise hail commend laud",
    "liberate liberation recapture retake regain recover",
    "seize capture occupy",
    "child kid youngster",
    "police officer policeman policewoman",
    "firm company corporation business",
    "bill legislation",
    "vote ballot",
    "election poll",
    "fire blaze wildfire",
    "quake earthquake",
    "hurricane storm cyclone typhoon",
    "home house residence dwelling",
    "car vehicle automobile",
    "plane aircraft jet airplane airliner",
    "ship vessel boat",
    "doctor physician medic",
    "buy purchase acquire acquisition",
    "rise increase climb grow gain",
    "fall drop decline decrease",
    "resign resignation quit",
    "migrant refugee",
    "student pupil",
    "territory land area",
    "gunman shooter",
    "attacker assailant",
    "president presidency",
    "lawsuit suit",
    "ruling judgment verdict",
    "explosion blast",
    "protester demonstrator",
    "protest demonstration rally",
    "murder homicide",
    "spokesman spokeswoman spokesperson",
)

_CONCEPTS: dict[str, str] = {}
for _group in _GROUPS:
    _first, *_others = _group.split()
    for _word in (_first, *_others):
        _CONCEPTS.setdefault(_word, _first)


def concept_of(lemma: str) -> str:
    """Return the first word of the group of `lemma`, or `lemma` where it has none."""
    return _CONCEPTS.get(lemma, lemma)
