"""Sentences of the brief, made from claims: who says it always goes with what is said."""

import re
from collections.abc import Sequence

from summarize.language.document import parse_statement
from summarize.language.morphology import can_be, past_of
from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import forms_of
from summarize.language.quotations.credits import credits_last
from summarize.language.speech_verbs import judges, may_stand_for
from summarize.language.standalone import lower_opening, strip_lead_in
from summarize.merge.forms import TOGETHER, VERBATIM
from summarize.merge.labels import with_article
from summarize.merge.neutrality import accuses, make_neutral
from summarize.merge.sides import side_of
from summarize.merge.story import Story
from summarize.model import Actor, ActorKind, Claim, Position

_MEANT_BY: dict[str, tuple[ActorKind, ...]] = {
    **dict.fromkeys(("he", "his", "she", "her"), ("person",)),
    **dict.fromkeys(("it", "its"), ("organisation", "state", "place")),
}
"""What kinds of speaker a pronoun can mean; "they" any that are many."""

_NESTED = str.maketrans('“”"', "‘’’")
"""Quotation marks inside a quotation."""
_OPENING = re.compile(r"(?<![^\s(\[—–-])\"(?=\w)")
"""A straight mark that opens."""

_POINTING = re.compile(
    r"(?i)(?:that|this|these|those|there)(?:['’]s|\s+(?:is|was|are|were))\s+when\b"
)
_ENDED = re.compile(r"[^.…][.!][\"”’')]*$")
"""How a whole sentence ends; dots that trail off are where somebody cut it."""

_GOVERNING = r"(?:government|officials|authorities|military|army|ministry)\b"

_WORDS_BEFORE = 5
"""Words before a verb of speech in which its speaker is named."""


def word_claim(claim: Claim, story: Story, *, is_disputed: bool = False) -> str | None:
    """Return one neutral sentence that says who states `claim`, or None where it has none.

    A whole sentence of the source that names its speaker stays as it is; a clause out of one gets
    its speaker back, even where it names him ("Field said that Field Tower is safe"). What is
    disputed is said and never confirmed. Another language than the brief's has no sentence of ours,
    nor has what the claim's evidence does not carry.
    """
    if not story.article[claim.article_id].is_english:
        return None
    text = _word(claim, story, is_disputed=is_disputed)
    if text is None or accuses(text):
        return None
    return text if story.carries(text, claim) else None


def word_whole(claim: Claim, story: Story) -> str | None:
    """Return the source's sentence that a claim was read from, if that names who states it.

    A sentence behind it that does nothing else than to name its author goes with it. Loaded words
    that it can do without are cut. None where there is no such sentence, where its verb judges its
    speaker ("admitted"), which a sentence of ours would not, and where it accuses somebody and
    does not say who says so.
    """
    first, *others = claim.evidence
    if not story.article[claim.article_id].is_english:
        return None
    if claim.verb and judges(claim.verb):
        return None
    if not all(credits_last(piece.quote) for piece in others):
        return None
    written = " ".join(piece.quote for piece in (first, *others))
    sentence = strip_lead_in(" ".join(written.split()))
    text = make_neutral(sentence) if _ENDED.search(sentence) else None
    if text is None or _has_open_quotation(text) or accuses(text):
        return None
    speaker = story.actor[claim.speaker_id] if claim.speaker_id else None
    if _label(claim, speaker) is not None and not _names_source(text, claim, speaker):
        return None
    if speaker is not None and not _is_told_apart(speaker, text, story):
        return None
    return text if story.carries(text, claim) else None


def _word(claim: Claim, story: Story, *, is_disputed: bool) -> str | None:
    text = make_neutral(claim.text)
    if text is None or _has_open_quotation(text):
        return None
    speaker = story.actor[claim.speaker_id] if claim.speaker_id else None
    is_reported = _reports_speaker(text, claim, speaker)
    if is_reported or (is_whole_sentence(claim) and _names_source(text, claim, speaker)):
        return text
    name = _label(claim, speaker)
    if name is None:
        return text
    if not _refers_to(speaker, text):
        return None
    return _attribute(text, name, claim, _verb_for(claim, is_disputed=is_disputed))


def _verb_for(claim: Claim, *, is_disputed: bool) -> str:
    """Return the past tense of the verb that reports a claim: "said" wherever that says enough."""
    if claim.certainty == "confirmed" and not is_disputed:
        return "confirmed"
    verb = claim.verb or "say"
    return "said" if may_stand_for("say", verb) or " " in verb else past_of(verb)


def is_whole_sentence(claim: Claim) -> bool:
    """Say whether a claim is its evidence's sentence, but for a lead-in or an opening pronoun."""
    ours = re.findall(r"\w+", claim.text.casefold())
    theirs = re.findall(r"\w+", strip_lead_in(claim.evidence[0].quote).casefold())
    return ours == theirs or (len(theirs) > 1 and ours[1 - len(theirs) :] == theirs[1:])


def _names_source(text: str, claim: Claim, speaker: Actor | None) -> bool:
    """Say whether `text` itself names whoever it comes from."""
    if speaker is not None and (names_actor(text, speaker) or _names_government(text, speaker)):
        return True
    return bool(claim.source) and is_named(claim.source or "", text)


def _reports_speaker(text: str, claim: Claim, speaker: Actor | None) -> bool:
    """Say whether `text` opens with its speaker and has the verb that reports him: "Roe said …"."""
    if speaker is None or claim.verb is None or text.startswith("“"):
        return False
    tokens = parse_statement(text).tokens
    reporting = (claim.verb, "say") if judges(claim.verb) else (claim.verb,)
    verbs = (token.start for token in tokens if token.lemma in reporting)
    before = text[: next(verbs, 0)]
    opening = " ".join(before.split()[:_WORDS_BEFORE])
    return names_actor(opening, speaker)


def nest_marks(quote: str) -> str:
    """Return `quote` with its quotation marks as they stand inside a quotation."""
    return _OPENING.sub("‘", quote).translate(_NESTED)


def quote_claim(claim: Claim, story: Story) -> str:
    """Return what the outlet wrote, in quotation marks: for words that the brief will not use."""
    quote = nest_marks(claim.evidence[0].quote)
    return VERBATIM.fill(outlet=story.article[claim.article_id].known_as, quote=quote)


def _label(claim: Claim, speaker: Actor | None) -> str | None:
    """Return what the sentence calls its speaker, with "the" where the sources say so."""
    if speaker is None or speaker.kind == "group":
        words = re.split(r",|\s(?:who|which|that|whose)\s", claim.source or "")[0]
        return words or (speaker.name if speaker else None)
    return with_article(speaker)


def name_holders(position: Position, story: Story) -> list[str]:
    """Return what a sentence calls the holders of `position`, after its first word."""
    claims = [story.claim[one] for one in position.claim_ids]
    holders = [story.actor[one] for one in position.holder_ids]
    spoken_for = {side_of(holder) for holder in holders if holder.kind != "state"}
    names = []
    for holder in holders:
        if holder.kind == "state" and holder.name in spoken_for:
            continue
        own = next((claim for claim in claims if claim.speaker_id == holder.id), None)
        name = (_label(own, holder) if own else None) or holder.name
        names.append(_inside(name, holder))
    return list(dict.fromkeys(names))


def _inside(name: str, actor: Actor) -> str:
    """Return `name` as it stands inside a sentence; "Police" there is "police"."""
    tokens = parse_statement(name).tokens
    is_common = actor.kind == "group" and can_be(tokens[0].text, "NOUN")
    if is_common and len(tokens) == 1 and not name.isupper():
        return name.lower()
    return lower_opening(name, tokens)


def state_together(names: Sequence[str], statement: str) -> str:
    """Return one sentence in which all of `names` say the same."""
    who = join_names(names)
    said = lower_opening(statement, parse_statement(statement).tokens)
    return TOGETHER.fill(who=f"{who[:1].upper()}{who[1:]}", statement=said)


def _refers_to(speaker: Actor | None, text: str) -> bool:
    """Say whether a pronoun that opens what is said can mean its speaker ("… said that it …")."""
    if _POINTING.match(text):
        return False
    opening = re.match(r"(?i)(he|his|she|her|it|its|they|their|theirs)\b", text)
    if opening is None:
        return True
    if speaker is None:
        return False
    kinds = _MEANT_BY.get(opening[1].lower(), ("organisation", "group", "state"))
    return speaker.kind in kinds


def _attribute(text: str, name: str, claim: Claim, verb: str) -> str:
    who = name[:1].upper() + name[1:]
    if text.startswith("“"):
        return f"{who} said: {_close(text)}"
    statement = lower_opening(text, parse_statement(text).tokens)
    if claim.speaker_id is None and verb == "said":
        return f"According to {lower_opening(name, parse_statement(name).tokens)}, {statement}"
    return f"{who} {verb} that {statement}"


def _close(quotation: str) -> str:
    return quotation if re.search(r"[.!?…]”$", quotation) else f"{quotation}."


def _has_open_quotation(text: str) -> bool:
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1


def _is_told_apart(speaker: Actor, text: str, story: Story) -> bool:
    """Say whether a body that `text` names in short is the only one that the short name can mean.

    People are named in full later on.
    """
    if speaker.kind != "organisation" or is_named(speaker.name, text):
        return True
    others = [
        form
        for one in story.actors
        if one != speaker
        for form in (one.name, *one.aliases, one.role or "")
    ]
    named = [form for form in speaker.aliases if is_named(form, text)]
    return not named or any(not any(is_named(form, other) for other in others) for form in named)


def names_actor(text: str, actor: Actor) -> bool:
    """Say whether `text` names `actor` in any form; "the agency" is no name."""
    return any(is_named(form, text) for form in (actor.name, *actor.aliases) if _is_name(form))


def _is_name(form: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in form.removeprefix("The "))


def _names_government(text: str, actor: Actor) -> bool:
    """Say whether `text` names a state by those who act for it: "the Norwegian government"."""
    forms = forms_of(actor.name) if actor.kind == "state" else ()
    return any(re.search(rf"\b{re.escape(form)}\s{_GOVERNING}", text) for form in forms)


def join_names(names: Sequence[str]) -> str:
    """Return "A", "A and B" or "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
