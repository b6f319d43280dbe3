"""Facets that a verb has by what it is said of: a bridge that opens is new, a festival that opens has begun."""

from __future__ import annotations

import re

from reconcile.claims.reading import Reading
from reconcile.language.grammar.facets import facet_lexicon
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.sentences import Sentence
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_BEGINS = frozenset({"open", "kick off", "launch", "opening"})
_ENDS = frozenset({"close", "closing", "shut"})
_FLOWN = regex(
    r"\b(?:[Ff]lights?|(?:air|sea)?planes?|aircraft|jets?|airliners?|airports?|airstrip|runway|helicopters?|choppers?|pilots?)\b"
)


def told_facet(text: str, trigger: Trigger, place: tuple[int, int], sentence: Sentence) -> str:
    """The facet of `trigger` by the words that tell what it is said of, which stand at `place`."""
    what = text[place[0] : place[1]]
    if trigger.lemma == "take over" and what and place[1] <= trigger.start:
        return "appointed"  # nothing is bought: "Moss took over in May"
    if (
        trigger.lemma == "make"
        and trigger.facet == "made"
        and _MADE_NOTHING.match(text, trigger.end, sentence.end)
    ):
        return "other"  # a profit, a landing, a speech: nothing that is dated by its making
    if trigger.lemma == "come":
        return _happening(what) or trigger.facet  # "it came at noon": a blast, not a visitor
    if trigger.lemma == "take off" and _FLOWN.search(text, sentence.start, sentence.end):
        return "left"  # where a plane leaves the ground; a rocket is launched
    if trigger.lemma == "open" and _AGAIN.match(text, trigger.end, sentence.end):
        return "begun"  # as what reopens
    return trigger.facet


_MADE_NOTHING = regex(
    r" (?:(?:an?|the|its|his|her|their|no|some|any|another|more) )?(?:[a-z-]+ )?(?:profits?|loss(?:es)?|gains?|money|offers?|bids?|progress|headlines|calls?|statements?|claims?|allegations?|comments?|remarks?|threats?)\b"
)
_AGAIN = regex(r"(?: (?:its|their) (?:doors|gates))?(?: to [a-z ]{3,20})? (?:again|once more)\b")


def of_occasion(reading: Reading, sentence: Sentence, trigger: Trigger, subject: str) -> tuple[str, str]:
    """The facet and the subject of a verb that tells of what is held when it begins or ends: "opens", "closes".

    The facet is empty where the verb is said of anything else; "it" is the occasion that the sentence has named.
    """
    found = "begun" if trigger.lemma in _BEGINS else "ended" if trigger.lemma in _ENDS else ""
    if not found:
        return "", subject
    if subject.lower() == "it":
        named = reading.document.mentions_between(sentence.start, trigger.start)
        subject = next((m.full for m in reversed(named) if _occasion(m.full)), subject)
    return (found if _occasion(subject) else ""), subject


def _happening(what: str) -> str:
    """The facet of what comes, where the words name something that is done ("the ruling"), or take up a blow as "it"."""
    last = what.lower().rsplit(" ", 1)[-1]
    facet, _, noun = facet_lexicon().get(last, ("", "", False))
    return "occurred" if last == "it" else facet if noun else ""


def _occasion(what: str) -> bool:
    """Whether the words name something that is held: "the Brindle Jazz Festival", "the trial of two smugglers"."""
    held = _BEHIND.split(what.lower(), maxsplit=1)[0].rsplit(" ", 1)[-1]
    return held in word_set("occasions") or _POLLING.match(what) is not None


_POLLING = regex(r"(?:the )?(?:polling|voting) (?:stations?|places?|booths?)\b", re.I)


_BEHIND = regex(
    r",? (?:of|in|for|on|at|to|with|between|against|over|about|among|which|that|who|where|by|from) "
)
