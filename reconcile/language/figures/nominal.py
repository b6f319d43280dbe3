"""Counts told by a noun: "put the number of homes destroyed at 1,200", "deaths reached 40", "the missing at 9"."""

from __future__ import annotations

import re

from reconcile.language.figures.casualty_words import Trigger
from reconcile.language.figures.counted import counted_stops, singular
from reconcile.language.figures.groups import Group
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import word_before
from reconcile.values.regex import regex

_REACH = 110  # characters before a figure in which the noun may stand that it counts
_NUMBER_OF = r"\b(?:number|count|tally|total|figure)s?\s(?:of|for)\s(?:[a-z][\w'’-]*\s){0,3}?(?P<of>[a-z]{3,}s|people)\b"
_FREE = r"(?:\s[\w'’-]+(?:[.,]\d+)*){0,8}?"
_CHANGED = (
    r"(?:rose|risen|rises|increased|grew|grown|climbed|jumped|fell|fallen|dropped|gone|went|raised|cut|come|came|up|down)"
    r"\s(?:(?:by|from)\s[\d,.]+\s)?to"
)
_SAYS = (
    rf"(?:\s(?:{_CHANGED}|reached|reaches|totaled|totalled|numbered|hit|passed|exceeded|stood\sat|stands\sat|was|were|is|are"
    r"|being|of|to|at|as)|:|,\sor)\s(?:about\s|around\s|nearly\s|almost\s|only\s|just\s)?"
)
_BEFORE = regex(
    rf"(?:{_NUMBER_OF}{_FREE}|\b(?P<noun>[A-Za-z]{{3,}}s|people|total)(?:\s\([^)]{{1,20}}\))?"
    r"(?:\s(?:in|at|among|of)\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+|\s[a-z]+)?|\sof\s(?:the\s)?[a-z]+(?:\s[a-z]+)?)?"
    r"(?:\s(?P<done>[a-z]{3,}))??)"
    rf"(?:\s(?:has|have|had|now|then|already|also|just))?{_SAYS}\Z"
)
_SET_OFF = regex(rf"{_NUMBER_OF}{_FREE}(?:,|\s\(|,\s[a-z]+\sat)\s?\Z")
_FRONTED = regex(rf",\sthe\s(?:[a-z]+\s)?{_NUMBER_OF}")
_LEADS = (  # the words that it ends in
    "to reached reaches totaled totalled numbered hit passed exceeded at as was were is are of or being about around"
    " nearly almost only just"
)
_LEADING = frozenset(_LEADS.split())
_NO_NOUNS = frozenset(("was", "his", "has", "this", "its", "speaks", "talks", "consists", "thinks", "dreams"))
_PARENT_OF = regex(r"\b(?:mother|father|mum|mom|mam|dad|parents?)[ -]of[ -]\Z", re.I, holds="of")


def counted_before(text: str, start: int, at: int, end: int) -> str:
    """The noun, as a singular, that a figure at `text[at:end]` counts and that stands before it; empty when there is none.

    It is "case" in "confirmed cases reached 919" and "home" in "the number of homes destroyed was put at 40"; also
    behind a figure that is put first: "At 40, the number of homes". A mother of three has three children.
    """
    if _PARENT_OF.search(text, max(start, at - 24), at):
        return "child"
    if text.endswith(("At ", "at "), start, at) and (fronted := _FRONTED.match(text, end)) is not None:
        return singular(fronted.group("of"))
    window = max(start, at - _REACH)
    if word_before(text, at) in _LEADING or text.endswith(":", start, at - 1):
        match = _BEFORE.search(text, window, at)
    else:
        match = _SET_OFF.search(text, window, at) if text[end : end + 1] in (",", ")") else None
    if match is None:
        return ""
    noun, done = match.group("of") or match.group("noun"), match.groupdict().get("done")
    if done and not past(done):
        return ""
    noun = noun.lower()
    return "" if noun in counted_stops() or noun in _NO_NOUNS else singular(noun)


_PUT = regex(r"\b(?:put|puts|putting|estimate[sd]?|estimating|gave|gives|reckon(?:s|ed)?|placed?|places)\b")
_THE = ("the ", "The ", "those ", "Those ")
_TOTALS = regex(
    r"(?:\s(?:have|has|had|were|was|are|now|then|also|already|been)){0,3}\s"
    rf"(?:{_CHANGED}|reach(?:ed|es)?|totall?(?:ed|s)|numbered|hit|passed|topped|exceed(?:ed|s)?|stood\sat|stands?\sat"
    r"|put\sat|estimated\sat|given\sas)\s\Z"
)
_AT = regex(r"\s(?:(?:were|are|was)\s)?(?:put\s)?at\s\Z")
_OPENS = regex(r"[;,(\n–—-]\s?(?:[A-Z][a-z]+\s)?\Z")


def stated(text: str, first: int, start: int, end: int, at: int) -> bool:
    """Whether the word `text[start:end]` for people names what the figure at `at` counts, in a sentence from `first`.

    It does in "put the missing at 9", "the dead numbered 40", "deaths rose by 30 to 1,320" and "Injured: 40".
    """
    gap = text[end:at]
    if gap == ": ":
        return start == first or _OPENS.search(text, max(first, start - 20), start) is not None
    if text.endswith(_THE, first, start):
        if _AT.match(gap):
            return "put " in gap or _PUT.search(text, first, start) is not None
        return _TOTALS.match(gap) is not None
    return text[end - 1] == "s" and _TOTALS.match(gap) is not None


def toll(text: str, trigger: Trigger, after: list[Group]) -> list[Group]:
    """The group that a word for a count of people leads to: of two figures the later, "the toll rose from 40 to 53"."""
    for group in after[:FROM_TO]:
        if group.number is not None and _TOLL_GAP.match(text[trigger.end : group.start]):
            whom = None if group.head else _OF_WHOM.search(text, trigger.start, trigger.end)
            if whom is None:
                return [group]
            return [group._replace(head=singular(whom.group("noun")), phrase=whom.group("phrase"))]
        if not text.endswith(("from ", "by "), 0, group.start):
            break
    return []


FROM_TO = 2  # figures: "rose from 40 to 53"
_TOLL_GAP = regex(
    r"(?:\s[^.;:\n]{0,60}?\b(?:to|at|as|was|is|reached|exceeded|passed|hit|topped|stands|stood|now|risen|rose|rises|climbed|climbs|grown|soared|surpassed|surpasses)|\sof|,|:)\s(?:at\s|to\s|about\s|now\s)?\Z",
    re.I,
)
_OF_WHOM = regex(
    r"\s(?:of|for|among)\s(?:the\s|those\s)?"
    r"(?P<phrase>(?:[a-z-]+\s)?(?P<noun>[a-z]{3,}s|people|men|women|children|police))\s"
)
