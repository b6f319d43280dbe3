"""Figures of one measure that answer two questions: what was lost beside what was won, a night beside a day, the match
before, the accident of last year."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from functools import cache, lru_cache

from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.lexicon import words
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
    if first.form == second.form == "percent" and _rounds_apart(first, second):
        return "they are of two rounds of an election"
    if first.form == second.form in ("count", "measure") and _apart(_deeds(first), _deeds(second)):
        return "two things are told of what they count"
    if first.form == second.form and first.form in ("count", "money") and _each(first) != _each(second):
        return "one is for each of several"
    if _share_of(first, second) or _share_of(second, first):
        return "one is the whole of which its sentence gives a share that makes the other"
    if _apart(_group(first), _group(second)):
        return "they count two groups"
    if first.measure != second.measure:
        return ""
    if first.measure in ("killed", "injured") and _apart(_means(first), _means(second)):
        return "they are of two attacks, by two means"
    if first.measure == "temperature" and _apart(_weekdays(first), _weekdays(second)):
        return "they are of two days"
    if first.form == "score" and _apart(_ballots(first), _ballots(second)):
        return "they are votes on two things"
    if (
        first.form == "ordinal"
        and first.measure == "term"
        and _said(_ELECTED, first) != _said(_ELECTED, second)
    ):
        return "one tells of another term"
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


def _apart(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first and second) and first.isdisjoint(second)


def _rounds_apart(first: QuantityClaim, second: QuantityClaim) -> bool:
    rounds = [(_said(_FIRST_ROUND, claim), _said(_RUNOFF, claim)) for claim in (first, second)]
    return rounds in ([(True, False), (False, True)], [(False, True), (True, False)])


@lru_cache(maxsize=8192)
def _ballots(claim: QuantityClaim) -> frozenset[str]:
    """What a vote was on, and how it went, where the sentence names it."""
    return frozenset(found.lower() for found in _BALLOT.findall(claim.sentence))


@lru_cache(maxsize=8192)
def _deeds(claim: QuantityClaim) -> frozenset[str]:
    """The deeds of the lexicon that the words right beside a figure tell."""
    if claim.event in _NAMED_SO or claim.event in _OF_THEIR_OWN:
        return frozenset(filter(None, [_NAMED_SO.get(claim.event, "")]))
    start = claim.span.start - claim.sentence_start
    beside = claim.sentence[max(0, start - _NEAR) : start + len(claim.span.quote) + _NEAR].lower()
    return frozenset(deed for deed, words_for_it in _told() if words_for_it.search(beside))


@cache
def _told(lexicon: str = "figure_deeds") -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (line.partition(":") for line in words(lexicon))
    return tuple(
        (deed, regex(rf"\b(?:{'|'.join(map(re.escape, told.strip().split(', ')))})\b"))
        for deed, _, told in lines
    )


def _each(claim: QuantityClaim) -> bool:
    """Whether a figure is so much for each: "a bond of $500 for each count"."""
    end = claim.span.start - claim.sentence_start + len(claim.span.quote)
    return _EACH.match(claim.sentence, end) is not None


_EACH = regex(r"(?: (?!and\b|but\b|or\b)[a-z-]+){0,3}? (?:for|on|to) (?:each|every)\b")


def _share_of(whole: QuantityClaim, part: QuantityClaim) -> bool:
    """Whether the sentence of the one gives a percentage of it that is the other: "of the 250, 60 percent", "150"."""
    of, so_many = whole.value.point, part.value.point
    if of is None or so_many is None or not so_many < of or whole.form != "count" or part.form != "count":
        return False
    shares = (Decimal(told.group(1).replace(",", ".")) for told in _PERCENT.finditer(whole.sentence))
    return any(abs(of * share / 100 - so_many) <= Decimal("0.5") for share in shares)


_PERCENT = regex(r"(?<![\d.,])(\d{1,2}(?:[.,]\d)?) ?(?:%|per ?cent)")


@lru_cache(maxsize=8192)
def _group(claim: QuantityClaim) -> frozenset[str]:
    """The group that a noun counts of which others count none: the crew, the passengers, the pupils on board."""
    noun = claim.counted.split()[-1].lower() if claim.counted else ""
    return frozenset(group for group, nouns in _groups() if noun in nouns)


@cache
def _groups() -> tuple[tuple[str, frozenset[str]], ...]:
    found = (line.partition(":") for line in words("groups_apart"))
    return tuple((group, frozenset(map(str.strip, listed.split(",")))) for group, _, listed in found)


@lru_cache(maxsize=8192)
def _means(claim: QuantityClaim) -> frozenset[str]:
    """The means of attack that the sentence of a toll names."""
    said = claim.sentence.lower()
    return frozenset(means for means, told in _told("attack_means") if told.search(said))


@lru_cache(maxsize=8192)
def _weekdays(claim: QuantityClaim) -> frozenset[str]:
    return frozenset(map(str, weekdays(claim.sentence)))


_NAMED_SO = {"trapped": "trapped", "freed": "freed", "rescued": "freed", "arrested": "held"}
_OF_THEIR_OWN = frozenset(
    {"killed", "injured", "missing", "critical", "shot", "evacuated", "homeless", "displaced", "aboard"}
)
_NEAR = 48  # characters beside a figure
_FIRST_ROUND = regex(r"\bfirst round\b", re.I)
_RUNOFF = regex(r"\b(?:run-?off|second round|final round)\b", re.I)
_ELECTED = regex(r"\b(?:w[io]n\w*|(?:re-?)?elect\w*|sworn|seek\w*|sought|run(?:ning)?|bid|serv\w*)\b", re.I)
_BALLOT = regex(
    r"\b(amendments?|motions?|bills?|resolutions?|treat(?:y|ies)|budgets?|referendum|impeachment|appeals?)\b",
    re.I,
)


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
