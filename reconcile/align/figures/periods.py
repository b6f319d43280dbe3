"""For which stretch of time a figure is told: the profit "in 2024", the sales "last year", the catch "this season"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from reconcile.align.figures.closeness import GROWING, TOLLS
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_BREAK = regex(r"[;:()]|\d[\d,.]*\s|,?\s(?:and|but|while|whereas|against|compared|from|than)\s")
_OF = regex(
    r"(?:\b(?:in|for|of|during)(?: the)?(?: whole| full| financial| fiscal| calendar)?(?: year)?(?: of)? )\Z"
)
_SAYS_WHICH = regex(
    r"(?:this|last|next|the (?:current|previous|coming|past|same|first|second|third|fourth)|an? year (?:earlier|ago|before))\b"
)
_VERB = regex(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|which|who|that)\b|, [a-z]+\b|\b[a-z]{3,}(?:ed|ing)\b"
)  # words that tell something else, of which the period may be
_ASIDE = regex(r"\([^()]{0,30}\)")  # "(about $52 million)"
_REACH = 70  # characters between a figure and the words of its period
_BEFORE = 24  # characters before the words of a period in which its preposition stands


@lru_cache(maxsize=8192)
def period(claim: QuantityClaim, story: Story) -> Interval | None:
    """The months, quarter or year that the words around a figure tell it for; None where none stands in its clause."""
    reading = story.reading(claim.span.article)
    text, nearest, least = reading.text, None, _REACH
    for time in reading.document.times:
        if time.start >= claim.sentence_end:
            break
        when = time.interval
        if (
            time.start < claim.sentence_start
            or when is None
            or when.grain < Grain.MONTH
            or when.start is None
        ):
            continue
        behind = time.start >= claim.span.end
        between = (claim.span.end, time.start) if behind else (time.end, claim.span.start)
        far = between[1] - between[0]
        words = _ASIDE.sub("", text[slice(*between)]) if 0 <= far <= least else ""
        if not 0 <= far <= least or _BREAK.search(words) or (behind and _VERB.search(words)):
            continue
        which = _SAYS_WHICH.match(text[time.start : time.end].lower())
        if which or _OF.search(text[max(0, time.start - _BEFORE) : time.start].lower()):
            nearest, least = when, far
    return nearest


def two_periods(
    first: QuantityClaim, second: QuantityClaim, story: Story
) -> tuple[Interval, Interval] | None:
    """The periods of two figures, where each tells its own and they have no day in common.

    What is expected, by words that name no period, is of the year of its article.
    """
    one, other = (period(c, story) or _expected(c, story) for c in (first, second))
    return (one, other) if one is not None and other is not None and not one.overlaps(other) else None


def two_days(first: QuantityClaim, second: QuantityClaim, story: Story) -> tuple[Interval, Interval] | None:
    """The days of two counts of what grows, where the sentence of each tells its own: 20 killed on Monday, three on
    Tuesday."""
    if first.measure not in TOLLS | GROWING or first.measure != second.measure:
        return None
    return days_apart(first, second, story)


def days_apart(first: QuantityClaim, second: QuantityClaim, story: Story) -> tuple[Interval, Interval] | None:
    """The days that the sentences of two figures tell for them, where they are two."""
    one, other = _day(first, story), _day(second, story)
    return (one, other) if one is not None and other is not None and not one.overlaps(other) else None


@lru_cache(maxsize=8192)
def _day(claim: QuantityClaim, story: Story) -> Interval | None:
    """The day that stands nearest to a figure in its sentence, if it is that of the deed and no border of two days."""
    reading = story.reading(claim.span.article)
    text, nearest, least = reading.text, None, _REACH
    if _NIGHT.search(claim.sentence):
        return None  # what one calls Sunday night another calls early Monday
    times = reading.document.times
    at = bisect_left(times, claim.sentence_start, key=lambda time: time.start)
    for time in times[at:]:
        if time.start >= claim.sentence_end:
            break
        when = time.interval
        if when is None or when.grain is not Grain.DAY or time.alternatives:
            continue
        behind = time.start >= claim.span.end
        far = time.start - claim.span.end if behind else claim.span.start - time.end
        between = text[claim.span.end : time.start] if behind else ""
        if not far < least or (behind and _SAYS.search(between)):
            continue
        if _UNTIL.search(text, max(0, time.start - _BEFORE), time.start):
            return None
        nearest, least = when, max(0, far)
    return nearest


_NIGHT = regex(r"\b(?:night|overnight|late|early|midnight|dawn|morning|evening|weekend)\b", re.I)
_SAYS = regex(r"\b(?:sa(?:id|ys)|told|reported|announced|added|wrote|confirmed|statement|according)\b")
_UNTIL = regex(r"\b(?:since|by|until|till|as of|before|after|following|from) (?:[a-z]+ )?\Z", re.I)


def _expected(claim: QuantityClaim, story: Story) -> Interval | None:
    published = story.article(claim).published
    start = published.interval.start if published is not None else None
    if start is None or claim.form != "money" or _EXPECTS.search(claim.sentence) is None:
        return None
    return Interval.year(start.year)


_EXPECTS = regex(r"\b(?:now expect(?:s|ed)?|full-year|outlook|guidance|forecasts? for the year)\b", re.I)
