"""Words that the operators put in each other's place; closed classes and plain pairs of English."""

from summarize.language.calendar import MONTHS


def two_way(rows: str) -> dict[str, str]:
    """Read rows "a : b" as a table that leads from each side to the other."""
    pairs = [row.split(" : ") for row in rows.strip().splitlines()]
    return dict(pairs) | {b: a for a, b in pairs}


NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        start=2,
    )
} | {
    word: value
    for value, word in zip(
        range(30, 100, 10),
        "thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True,
    )
}

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

FRACTIONS = {
    "half of": "a quarter of", "half the": "a quarter of the", "half as": "twice as",
    "twice as": "half as", "half an hour": "a quarter of an hour", "a third of": "two thirds of",
    "two thirds of": "a third of", "two-thirds of": "one-third of", "one-third of": "half of",
    "a quarter of": "a third of", "three quarters of": "a quarter of",
    "three-quarters of": "a quarter of", "a fifth of": "a tenth of", "a tenth of": "a fifth of",
}  # fmt: skip

SCALES = ("hundred", "thousand", "million", "billion", "trillion")

LADDERS = (
    ("second", "minute", "hour", "day", "week", "month", "year", "decade"),
    ("metre", "kilometre", "mile"),
    ("meter", "kilometer", "mile"),
    ("m", "km"),
    ("foot", "mile"),
    ("gram", "kilogram", "tonne"),
    ("g", "kg"),
    ("kg", "tonnes"),
    ("pound", "ton"),
    ("litre", "gallon"),
    ("acre", "hectare"),
)
"""Units of one kind, the smaller first: five of the next are always more."""

CURRENCIES = {
    "dollars": "euros", "euros": "dollars", "pounds": "euros", "roubles": "dollars",
    "rubles": "dollars", "yen": "dollars", "yuan": "dollars", "rupees": "dollars",
    "$": "€", "€": "$", "£": "$",
}  # fmt: skip

BOUNDS_CHANGED = {
    "at least": "at most", "at most": "at least", "no more than": "more than",
    "not more than": "more than", "no fewer than": "fewer than", "no less than": "less than",
    "more than": "fewer than", "fewer than": "more than", "less than": "more than",
    "up to": "at least", "as many as": "at least", "nearly": "more than", "almost": "more than",
    "upwards of": "fewer than",
}  # fmt: skip
BOUNDS_DROPPED = (*BOUNDS_CHANGED, "about", "around", "roughly", "approximately", "an estimated")
APPROXIMATE = ("about", "around", "roughly", "approximately", "an estimated", "some", "nearly")

MONTH_NAMES = tuple(month.capitalize() for month in MONTHS)
SHORT_MONTHS = two_way("\n".join(f"{m[:3]}. : {m}" for m in MONTH_NAMES if len(m) > 5)) | {
    "Sept.": "September", "September": "Sept.",
}  # fmt: skip

STRANGERS = {"m": ("Edgar", "Quimby"), "f": ("Odette", "Quimby")}
OTHER_STRANGERS = {"m": ("Rufus", "Thackeray"), "f": ("Beatrix", "Thackeray")}
STRANGE_PLACES = ("Tampere", "Bergamo")
STRANGE_BODY = "the Trevanion Institute"
STATES = (("Norway", "Norwegian"), ("Portugal", "Portuguese"))

SYMMETRIC = frozenset(
    "meet marry wed talk negotiate agree share border compare differ resemble exchange cooperate "
    "collaborate partner clash fight draw tie debate discuss merge divorce separate join combine "
    "war peace deal treaty pact accord agreement alliance friend ally rival neighbour neighbor "
    "brother sister relation both together between versus vs alongside each mutual joint "
    "same similar equal".split()
)
"""Where one of these stands, two names can change places and nothing is changed."""

SPEECH_PAST = "announced stated added reported confirmed".split()
SPEECH_RISEN = {"said": ("admitted", "claimed", "confirmed", "warned"), "says": ("admits", "warns")}

MOTION = frozenset(
    "go come travel move return flee send fly march withdraw sail export ship drive walk run "
    "deport evacuate transfer bring take carry deliver retreat migrate".split()
)
FIXED_GOALS = frozenset("end aid conclusion power light rescue help point fore court".split())
"""What one comes "to" without going anywhere."""
TAKES_SIDES = frozenset(
    "vote campaign argue speak demonstrate protest march rule testify lobby fight".split()
)

QUANTIFIERS = {"some": "all", "many": "few", "most": "all", "several": "no", "few": "many"}

COMPARATIVES = two_way(
    """
higher : lower
larger : smaller
bigger : tinier
faster : slower
earlier : later
better : worse
older : younger
stronger : weaker
longer : shorter
richer : poorer
cheaper : dearer
heavier : lighter
warmer : colder
hotter : cooler
"""
)
SUPERLATIVES = two_way(
    """
highest : lowest
largest : smallest
biggest : tiniest
fastest : slowest
earliest : latest
best : worst
oldest : youngest
strongest : weakest
longest : shortest
richest : poorest
cheapest : dearest
"""
)
DEGREES = two_way(
    """
partly : fully
partially : completely
"""
) | {"mostly": "entirely", "largely": "entirely", "mainly": "solely", "entirely": "partly"}
NOUNS = two_way(
    """
increase : decrease
rise : fall
growth : decline
surplus : deficit
profit : loss
majority : minority
victory : defeat
success : failure
supporter : opponent
approval : rejection
import : export
arrival : departure
winner : loser
buyer : seller
attacker : defender
strength : weakness
presence : absence
maximum : minimum
"""
)
SMALL_MODIFIERS = (
    "former acting deputy interim attempted failed alleged suspected vice would-be aspiring".split()
)
""""Planned" is not here: \"objections to the planned flats\" are objections to the flats."""
HEDGES = (
    "reportedly allegedly possibly probably perhaps apparently supposedly potentially "
    "presumably purportedly likely".split()
)
NO_COUNT = frozenset(
    "news talks headquarters police means terms grounds arms hundreds thousands millions billions "
    "dozens scores tens remains goods damages odds thanks seconds minutes hours days weeks months "
    "years decades centuries politics economics mathematics athletics authorities customs "
    "elections relations ties savings earnings proceeds premises outskirts suburbs "
    "surroundings details circumstances efforts others lots flames parts pieces rates".split()
)
"""Plurals that are not counted so: a numeral before them would be odd, or would not add a count."""

SPELLINGS = two_way(
    """
labour : labor
colour : color
favour : favor
honour : honor
harbour : harbor
neighbour : neighbor
neighbours : neighbors
neighbouring : neighboring
rumour : rumor
rumours : rumors
centre : center
centres : centers
theatre : theater
defence : defense
offence : offense
organisation : organization
organisations : organizations
organised : organized
recognised : recognized
criticised : criticized
apologised : apologized
realised : realized
authorised : authorized
analysed : analyzed
travelled : traveled
cancelled : canceled
travellers : travelers
aluminium : aluminum
grey : gray
sceptical : skeptical
metres : meters
kilometres : kilometers
litres : liters
"""
) | {"programme": "program", "programmes": "programs", "tyres": "tires", "cheque": "check"}

SHORT_UNITS = {
    "km": "kilometres", "kilometres": "km", "kilometers": "km", "kg": "kilograms",
    "kilograms": "kg", "km/h": "kilometres per hour", "mph": "miles per hour",
}  # fmt: skip

INITIALS = two_way("U.S. : US\nU.K. : UK\nU.N. : UN\nE.U. : EU")
COURTESIES = (
    "Mr Mrs Ms Miss Dr Mr. Mrs. Ms. Dr. Sir President Senator Professor General Governor "
    "Judge Captain".split()
)
OPENINGS = (
    "However", "Meanwhile", "Moreover", "Furthermore", "Nevertheless", "Nonetheless",
    "In a statement", "In addition", "In an interview", "At a press conference",
    "At a news conference",
)  # fmt: skip
