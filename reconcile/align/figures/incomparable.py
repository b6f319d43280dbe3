"""Figures that answer no question another figure answers: what a thing can hold, a price of the day, a bare list; and
those that are told on a condition or only roughly."""

from __future__ import annotations

import re

from reconcile.align.figures.closes import closes
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.vocabulary import word_before
from reconcile.values.regex import regex
from reconcile.values.units import dimension

# What a thing can hold is no count of what it held.
_CAPACITY = regex(
    r"\b(?:licen[cs]ed|certified|designed|built|allowed|allows|permitted|permits|enough|room|space|seats?|beds|capacity(?! crowd| audience| house| attendance)|can|could)\b"
    r"(?: \w+){0,2} (?:to (?:carry|hold|seat|take)|for|of|carry|hold|seat|take)(?: up to)? \Z|\b(?:will|would) (?:seat|hold|sleep|accommodate)(?: up to)? \Z|\b(?:certificate|licen[cs]e|permit|rules?|law) (?:allows|permits|limits (?:it|her|them) to) \Z",
    re.I,
    holds="licen|certif|design|built|allow|permit|enough|room|space|seat|bed|capacity|can|could|will|would|rule|law",
)


_SEATS, _HOLDS = ("seats", "sleeps", "accommodates"), ("holds", "carries", "takes")
_BEFORE_CAPACITY = frozenset(
    ("carry", "hold", "seat", "take", "sleep", "accommodate", "for", "of", "to", "allows", "permits")
)
_PRESSURE = (" per square", " a square")  # pounds that press are no weight
_WITHIN = regex(r"\b(?:within|every|another)\s(?:about\s|some\s)?\Z")
_TO_GO = regex(
    r" (?:(?:still )?to (?:go|run|ride|sail|the finish)|from (?:home|the finish)|remaining|left)\b"
)
_QUOTED_DAILY = regex(
    r"\b(?:settled?|closed?|opened|trad(?:ed|ing)|jumped|climbed|slipped|slid|dipped|gained|lost|rose|fell|up(?! to)|down(?! to)|edged|surged)\b[^;]{0,80}?\b(?:an?|per)\s(?:barrel|ounce|share|bushel|pound|tonne?)\b",
    holds="barrel|ounce|share|bushel|pound|tonn",
)
_AGAINST = regex(
    r"\b(?:against|at|from|of|with|by|on|to) the other\b(?! (?:hand|side|end)\b)", holds="the other"
)
_RANKED_OF = regex(
    r"\b(?:first|second|third|last|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|[a-z]+teen|[a-z]+tie)th|\d+(?:st|nd|rd|th)) of (?:the )?\Z"
)
_LISTED_BEFORE = regex(r"\d(?:,| and| or)\s\Z")
_LISTED_AFTER = regex(r"(?:,| and| or)\s\d")


# What a bracket or a label says it was before: "1,184 (before the refit: 1,312)", "(previous guidance: £61m)".
_FORMER = regex(
    r"(?:\((?:before|until|prior to|up to|old|previous\w*|earlier|formerly)\b[^()\d]{0,40}:|\((?:previously|formerly|it was|was|had been)) \Z",
    re.I,
    holds="before|until|prior|up to|old|previous|earlier|formerly|was|had been",
)


def capacity(claim: QuantityClaim) -> bool:
    """Whether the figure says what something can or may hold, which is no count of what it held."""
    before = claim.span.start - claim.sentence_start
    word = word_before(claim.sentence, before)
    if word in _SEATS or (word in _HOLDS and (claim.value.hedge == "up to" or claim.measure == "aboard")):
        return True  # "the ferry carries 300 passengers"
    held = word in _BEFORE_CAPACITY
    return held and _CAPACITY.search(claim.sentence, max(0, before - 45), before) is not None


def on_condition(claim: QuantityClaim) -> bool:
    """Whether the figure's sentence makes a condition: "a fine of $900 if the guards slept"."""
    return _IF.search(claim.sentence) is not None


_GRADES, _SCALE = regex(r"-[a-z]+\Z"), regex(r" (?:[a-z]+ ){0,3}(?:scale|system|rating)\b")
_TALLY = regex(r"(?: to |[–-])\d|,? (?:each|apiece|all)\b")
_TALLIED = regex(r"\d½?(?: to |[–-])\Z")
_RACE = regex(r"\b(?:in|won|win|wins|ran|run|swam|over|at) the (?:men['’]s |women['’]s )?\Z")
_IF = regex(r"\b(?:if|unless)\b", re.I, holds="if|unless")
_INSIDE_IF = regex(r"(?<!as )(?<!even )\b(?:if|unless)\b[^,.;:]*\Z", re.I, holds="if|unless")
_ASKS = regex(
    r"[\"“‘'(]*(?:Was|Were|Is|Are|Did|Does|Do|Has|Have|Had|Could|Can|Would|Will|Should|May|Might)\b"
)
_STRONGER = regex(
    r"\b(?:(?:larger|greater|bigger|stronger|higher|smaller|weaker|more powerful|less) than|above|over|below|under|exceeding|at least)"
    r" (?:a )?(?:magnitude )?(?:of )?\Z",
    re.I,
)
_FEARED = regex(
    r"\s(?:more\s|people\s)?(?:could|would|might|may)\s(?:yet\s|still\s|also\s)?(?:die|be\s(?:killed|infected|injured|hurt|displaced|affected)|lose)\b"
)


def _asked(sentence: str) -> bool:
    """Whether a sentence asks if something is so; one that asks how it could be takes it for granted."""
    return _ASKS.match(sentence) is not None and sentence.rstrip(" \"”’')").endswith("?")


def incomparable(claim: QuantityClaim) -> bool:
    """Whether nothing can be set against the figure: a pressure, how far something may lie, a market price, a list, a
    limit that several quakes passed, what is only asked, what it was before, the one that stands against the other,
    a sum that somebody sets against the sum before it.
    """
    if claim.rival and claim.form in ("money", "percent", "measure"):
        return True  # its rule is another
    before, after = (at - claim.sentence_start for at in (claim.span.start, claim.span.end))
    if claim.sentence.startswith(_PRESSURE, after):
        return True
    if _INSIDE_IF.search(claim.sentence, 0, before) or _asked(claim.sentence):
        return True  # "if 600 sign the petition", "Were 600 hurt?"
    if claim.measure == "magnitude" and _STRONGER.search(claim.sentence, max(0, before - 40), before):
        return True  # "ten aftershocks stronger than magnitude 5"
    if _FORMER.search(claim.sentence, max(0, before - 60), before):
        return True
    kind = dimension(claim.value.unit)
    if _GRADES.search(claim.span.quote) and _SCALE.match(claim.sentence, after):
        return True  # "on a 6-level scale"
    if (
        not claim.value.unit
        and "½" in claim.span.quote
        and (
            _TALLY.match(claim.sentence, after) or _TALLIED.search(claim.sentence, max(0, before - 6), before)
        )
    ):
        return True  # "won by 7½ to 6½", "6½ each after thirteen games"
    if kind == "length" and _RACE.search(claim.sentence, max(0, before - 24), before):
        return True  # "won gold in the 100 metres": so a race is called
    if kind == "length" and _WITHIN.search(claim.sentence, max(0, before - 20), before):
        return True  # how far something may lie is no length of anything
    if kind == "length" and (_TO_GO.match(claim.sentence, after) or _passed(claim, before)):
        return True  # how far it still was, or where on the course
    if kind == "money" and _QUOTED_DAILY.search(claim.sentence) and not closes(claim):
        return True  # a market price is another one every day
    if claim.value.point == 1 and claim.counted and _AGAINST.search(claim.sentence, after):
        return claim.sentence[before : before + 4].lower() == "one "  # "one gang fired at the other"
    if claim.counted:
        return False
    if _FEARED.match(claim.sentence, after):
        return True  # "800 people could lose their homes"
    if _RANKED_OF.search(claim.sentence, max(0, before - 24), before):
        return True  # "eleventh of twelve"
    listed = _LISTED_BEFORE.search(claim.sentence, max(0, before - 8), before)
    listed = listed or _LISTED_AFTER.match(claim.sentence, after)
    return claim.part or (claim.measure == "count" and listed is not None)  # "7 of 12"; "aged 16, 17 and 18"


def _passed(claim: QuantityClaim, before: int) -> bool:
    """Whether a lead is told as one at so many kilometres: they are no lead themselves."""
    return claim.measure == "lead" and word_before(claim.sentence, before) == "at"


def estimated(claim: QuantityClaim) -> bool:
    """Whether a count or a sum is only told roughly: "about 400", "some 1,200"."""
    return claim.value.rough and claim.form in ("count", "money")
