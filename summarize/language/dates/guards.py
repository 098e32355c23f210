"""Tell dates from what only looks like them: names, counts, habits, durations.

Each guard takes the place of a match and says whether it is the date that its pattern saw.
"""

from summarize.language.dates.readings import Place

_TIME_PREPOSITIONS = frozenset("in since until till during throughout circa early late mid".split())
_SPAN_PREPOSITIONS = frozenset("by from to of before after between through and for".split())
_DETERMINERS = frozenset("the a an this that its his her their our".split())
_OPENERS = frozenset("the a an in on by since until after before from".split())
_EVENTS = frozenset(
    "elections protests attacks riots games talks olympics wildfires floods bombings shootings "
    "killings primaries midterms polls hearings negotiations championships finals awards "
    "earthquakes sanctions accords clashes strikes demonstrations uprisings ceasefires".split()
)
"""Plural nouns that a year names ("the 2011 riots") more often than a number counts."""
_WEEKDAY_NAMES = frozenset(
    "Ash Black Bloody Cyber Easter Fat Giving Good Holy Maundy News Palm Sheffield Shrove "
    "Super".split()
)
_WEEKDAY_TITLES = frozenset(
    "Times Telegraph Mail Express Post Mirror Herald school School Night’s Review Club".split()
)


def is_any(_: Place) -> bool:
    """Take every match."""
    return True


def is_month(place: Place) -> bool:
    """Tell a month from a name ("April Jones"), a verb ("May he") and a march."""
    if any(place.group(name) for name in ("year", "of_year", "which", "part")):
        return True
    month, after = place.match["month"], place.word_after
    if after[:1].isupper() or (
        len(month.rstrip(".")) <= 4 and month not in ("May", "June", "July")
    ):
        return False
    before = place.word_before
    if month == "May":
        is_possessive = place.document.text[place.match.end() :][:2] in ("'s", "’s")
        return before.lower() in _TIME_PREPOSITIONS and not is_possessive
    if month in ("March", "April", "June", "August"):
        return before.lower() in (_TIME_PREPOSITIONS | _SPAN_PREPOSITIONS) - {"and"}
    return not (before[:1].isupper() and before.lower() not in _OPENERS)


def is_year(place: Place) -> bool:
    """Tell a year from a count ("2024 soldiers") by the words on both sides."""
    before, after = place.word_before.lower(), place.token_after
    if before in ("fiscal", "page", "no", "no.", "number", "route", "flight", "room", "article"):
        return False
    if place.group("part") or place.group("last_year"):
        return True
    counts = after is not None and after.tag == "NNS" and after.start - place.match.end() <= 1
    if before in _TIME_PREPOSITIONS:
        return not (counts and place.group("year").endswith("00"))
    text = place.document.text
    follows = text[place.match.end() : place.match.end() + 2]
    if text[place.match.start() - 1 : place.match.start()] == "(" and follows[:1] in ("", ")", ","):
        return True
    if follows in ("'s", "’s"):
        return True
    if after is not None and counts:
        return before in _DETERMINERS and after.low in _EVENTS
    if before in _SPAN_PREPOSITIONS:
        return True
    is_noun = after is not None and after.tag in ("NN", "NNP", "NNPS", "JJ")
    return (before in _DETERMINERS or before.endswith(("'s", "’s"))) and is_noun


def is_weekday(place: Place) -> bool:
    """Tell a day from a habit ("every Monday"), a feast ("Good Friday") and a newspaper's name."""
    before, after = place.word_before, place.word_after
    if before in _WEEKDAY_NAMES or after in _WEEKDAY_TITLES:
        return False
    if place.document.text[place.match.end() : place.match.end() + 6] == " Night":
        return False
    if before.lower() in ("every", "each", "any", "most", "some", "no"):
        return False
    if before.lower() in ("a", "an", "one"):
        token = place.token_after
        return token is not None and token.tag in ("NN", "JJ", "NNS")
    return True


def is_deictic(place: Place) -> bool:
    """Tell "last week" from "the last week", which is a duration."""
    if place.word_before.lower() in ("the", "these", "those", "his", "her", "its", "their", "our"):
        return False
    return not (place.group("season") == "fall" and place.word_after == "in")
