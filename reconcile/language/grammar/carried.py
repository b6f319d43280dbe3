"""Verbs that only say that something took place or fell upon somebody: the event is the noun that they carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.nominals import Clauses
from reconcile.language.grammar.triggers import Trigger


def carried(
    sentence: Words, triggers: Sequence[Trigger], trigger: Trigger, time: tuple[int, int] = (0, 0)
) -> Trigger | None:
    """The noun trigger of which a verb only says that it took place; None where the verb tells the event itself.

    "The vote took place on Monday" dates the vote, "his arrest came on Monday" the arrest, "a blast shook the town at
    noon" the blast, "the opening is planned for May" the opening. The trigger covers both; its tense is that of the verb.
    """
    if trigger.noun:
        return None
    lemma = trigger.lemma.replace(" ", "_")
    if lemma in small("takes-place"):
        noun = _head(sentence, triggers, Clauses(sentence, triggers).subject(trigger.first, time))
        if noun is None and trigger.lemma == "hold" and not trigger.passive:
            noun = _head(sentence, triggers, Clauses(sentence, triggers).object(trigger.at + 1, time))
        noun = noun or _anniversary(sentence, triggers, trigger)
    elif trigger.lemma in _REACHES | _FALLS:
        noun = _anniversary(sentence, triggers, trigger)
    elif lemma in small("plans") and trigger.passive:
        noun = _head(sentence, triggers, Clauses(sentence, triggers).subject(trigger.first, time))
        return replace(noun, end=trigger.end, modality="planned") if noun is not None else None
    elif lemma in small("falls-upon") and trigger.facet in ("occurred", "wounded", "killed"):
        noun = _striker(sentence, triggers, trigger, time)
    else:
        return None
    if noun is None or noun.facet in ("said", "announced", "planned"):
        return None
    start, end = min(noun.start, trigger.start), max(noun.end, trigger.end)
    return replace(
        noun, start=start, end=end, modality=trigger.modality, past=trigger.past, negated=trigger.negated
    )


def _head(sentence: Words, triggers: Sequence[Trigger], place: tuple[int, int]) -> Trigger | None:
    """The noun trigger that heads a noun phrase: "arrest" of "the arrest of Ada Moss", "vote" of "the vote in Brae"."""
    if place == (0, 0):
        return None
    for trigger in triggers:
        if not (trigger.noun and place[0] <= trigger.start and trigger.end <= place[1]):
            continue
        after = sentence[trigger.at + 1] if trigger.at + 1 < len(sentence) else None
        closes = trigger.end == place[1] or after is None or not after.word
        return trigger if closes or (after is not None and after.lower in small("preposition")) else None
    return None


_REACHES = frozenset({"pass", "reach", "have", "see"})  # ... which has its anniversary
_FALLS = frozenset({"fall", "be"})  # ... the anniversary does
_MOST_BEFORE = 12  # words between an anniversary and the verb that says when it falls


def _anniversary(sentence: Words, triggers: Sequence[Trigger], trigger: Trigger) -> Trigger | None:
    """The anniversary that a verb says to fall on a day: its own ("passed its 60th anniversary"), the one that comes
    ("came the 60th anniversary of"), the one of a thing ("the 60th anniversary of the pact fell").
    """
    for noun in triggers:
        if not (noun.noun and noun.facet == "commemorated"):
            continue
        if noun.at > trigger.at:
            between = sentence[trigger.at + 1 : noun.at]
            led = bool(between) and between[0].lower in small("determiner") and len(between) <= _NUMBERED
            return noun if led else None
        between = sentence[noun.at + 1 : trigger.first]
        of = bool(between) and between[0].lower == "of" and len(between) <= _MOST_BEFORE
        if trigger.lemma not in _REACHES and of and all(token.word for token in between):
            return noun
    return None


_NUMBERED = 4  # words from the article to the noun: "the thirty-fifth wedding anniversary"


def _striker(
    sentence: Words, triggers: Sequence[Trigger], trigger: Trigger, time: tuple[int, int]
) -> Trigger | None:
    """What happened to somebody: the subject, or who stands behind "by" in the passive."""
    clauses = Clauses(sentence, triggers)
    if not trigger.passive:
        noun = _head(sentence, triggers, clauses.subject(trigger.first, time))
    else:
        by = trigger.at + 1
        ahead = by < len(sentence) and sentence[by].lower == "by"
        noun = _head(sentence, triggers, clauses.object(by + 1, time)) if ahead else None
    return noun if noun is not None and noun.facet == "occurred" else None
