"""Which common nouns have a voice: people, bodies and documents; "this move" has none."""

from summarize.language.names.organisations import ORGANISATION_HEADS
from summarize.language.names.titles import is_person_noun
from summarize.language.quotations.pronouns import INSTITUTIONS
from summarize.language.speech_verbs import FINDERS, MESSAGES, PEOPLE, is_abstract

_COLLECTIVES = frozenset(
    "people police authority troop personnel source insider crew family public side opposition "
    "leadership delegation defence defense prosecution community neighbour neighbor observer "
    "other some many regulator lender airline insurer retailer maker operator provider carrier "
    "utility crowd jury panel faction coalition alliance bloc regime village town city county "
    "country nation state".split()
)
"""Nouns for people and bodies that are neither a role nor the head of a name."""

_DOCUMENTS = frozenset(
    "record paper review transcript testimony book memoir audit estimate video".split()
)
_FIND_AS_PERSONS = frozenset(
    "researcher scientist court judge jury investigator panel tribunal inquiry".split()
)


def has_voice(noun: str) -> bool:
    """Say whether the lemma `noun` names a person, a body or a document that can state things."""
    is_body = noun in _COLLECTIVES or noun in INSTITUTIONS or noun in ORGANISATION_HEADS
    if is_body or noun in PEOPLE or is_document(noun):
        return True
    return is_person_noun(noun) and not is_abstract(noun)


def is_document(noun: str) -> bool:
    """Say whether the lemma `noun` names what states something without being anybody."""
    return noun in _DOCUMENTS or noun in MESSAGES or noun in FINDERS - _FIND_AS_PERSONS
