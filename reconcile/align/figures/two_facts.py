"""Figures of one measure that answer two questions: what was lost beside what was won, a night beside a day, the match
before, the accident of last year."""

from __future__ import annotations

import re
from datetime import timedelta

from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex
from reconcile.values.weekdays import weekdays

_LOST = regex(r"\b(?:los(?:e|es|t|ing)|gain(?:s|ed|ing)?|shed|dropp(?:ed|ing))\s(?:[a-z]+\s){0,2}\Z", re.I)
_NIGHT = regex(r"\b(?:nights?|overnight|before dawn|at dawn)\b", re.I)
_BEFORE = regex(
    r"\bthe (?:week|day|night|season|weekend|match|game|round) before\b|\blast (?:week|season|time|weekend)\b"
    r"|\b(?:previous|reverse|return|opening) (?:match|game|meeting|fixture|leg|round)\b|\bearlier (?:this|in the) (?:season|year|month|week)\b",
    re.I,
)
_LAST_YEAR = regex(
    r"\blast (?:year|summer|winter|spring|autumn|fall)\b|\b(?:a|two|three|four|five|ten) years? (?:ago|before|earlier)\b",
    re.I,
)
_TODAY = regex(r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week))\b", re.I)
_COUNTED = frozenset(
    {
        "seat",
        "vote",
        "point",
        "place",
        "member",
        "district",
        "state",
        "council",
        "title",
        "game",
        "match",
        "set",
    }
)
_ONE_NEWS = timedelta(days=90)  # between two reports that may mean one day by its weekday


def two_facts(first: QuantityClaim, second: QuantityClaim, story: Story) -> str:
    """What tells that two figures of one measure answer two questions, in words; empty when nothing does."""
    if first.measure != second.measure:
        return ""
    if first.measure in _COUNTED and _lost(first) != _lost(second):
        return "one tells how many were lost or gained"
    if first.measure == "temperature" and _said(_NIGHT, first) != _said(_NIGHT, second):
        return "one is of a night"
    if first.form == "score" and _said(_BEFORE, first) != _said(_BEFORE, second):
        return "one is of a match before"
    if first.measure in ("killed", "injured") and (
        _then(first, second, story) or _then(second, first, story)
    ):
        return "one is of a year before"
    return ""


def _lost(claim: QuantityClaim) -> bool:
    start = claim.span.start - claim.sentence_start
    return _LOST.search(claim.sentence, max(0, start - 40), start) is not None


def _said(words: re.Pattern[str], claim: QuantityClaim) -> bool:
    return words.search(claim.sentence) is not None


def _then(past: QuantityClaim, now: QuantityClaim, story: Story) -> bool:
    """Whether the one is told of a year before, and the other of a day of the news, by reports of about one time."""
    if (
        not _said(_LAST_YEAR, past)
        or _said(_LAST_YEAR, now)
        or not (weekdays(now.sentence) or _said(_TODAY, now))
    ):
        return False
    published = [article.published for article in (story.article(past), story.article(now))]
    days = [time.interval.start for time in published if time is not None and time.interval.start is not None]
    return len(days) == len(published) and abs(days[0] - days[1]) <= _ONE_NEWS
