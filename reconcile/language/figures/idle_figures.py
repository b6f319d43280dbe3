"""Figures that count nothing: numbers of houses, pages and posts, ages in a row, what a rate is counted on, conversions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.language.figures.numbers import NumberMention
from reconcile.values.regex import regex
from reconcile.values.roles import offices
from reconcile.values.units import dimension

_STREET = regex(
    r"(?:\s?[-–/]\s?\d+)?\s(?:[NSEW]\.?\s)?[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,2}\s(?:St(?:reet)?|Ave(?:nue)?|Road|Rd|Boulevard|Blvd|Drive|Lane|Court"
    r"|Highway|Square|Terrace|Parkway)\b(?!\s[a-z]+s\b)"
)


def house_number(text: str, number: NumberMention) -> bool:
    """Whether the figure is the number of a house: "31-33 Quay Street"."""
    return text[number.figure_start].isdigit() and _STREET.match(text, number.figure_end) is not None


def idle(text: str, number: NumberMention) -> bool:
    """Whether the figure counts and measures nothing."""
    if number.form == "ordinal" and _NAME.match(text, number.start):
        return True  # "First Alert"
    if number.form == "vague" and _SCORES.match(text, number.figure_start):
        return True
    return (
        text.endswith(_DENIED, 0, number.start)
        or house_number(text, number)
        or rate_base(text, number)
        or post_number(text, number)
        or _page(text, number)
        or _age(text, number)
        or _AFTER.match(text, number.end) is not None
    )


_DENIED = (", not ", ", and not ", ", not the ")  # "36 children, not 34"
# "one another", "the first three", "two-by-four", "-month-old", "1) …"
_AFTER = regex(
    r"(?<=\b[Oo]ne) another\b|(?:(?<=st)|(?<=nd)|(?<=rd)|(?<=th)) (?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|few\b|couple\b|dozen\b|hundred\b|thousand\b)"
    r"|(?:(?<=st)|(?<=nd)|(?<=rd)|(?<=th))-(?:hand|class|rate|party|time|ever|name|born|person|string)\b"
    r"|-(?:,|\s(?:and|or|to)\b)|-(?:by|on|to|and|in)-(?=[a-z\d])|-(?:old|OLD|Old)s?\b|\s(?:[A-Z]\w+\s)?News\b"
)
_NAME = regex(r"(?<=[a-z]\s)[A-Z][a-z]+\s[A-Z]")
# "box scores" are no number of things; "scores were hurt" are.
_SCORES = regex(
    r"[Ss]cores\b(?!\s(?:of|more|were|are|have|had|dead|hurt|injured|killed|wounded|die|died|flee|fled|missing|gathered|still)\b)"
)
_OF_PAGES = regex(r"\s?/\s\d|\s/\s?\d|\sof\s\d{1,3}\s[A-Z]{3,}\s[A-Z]{3,}|\sFreeway\b")
_BEHIND_PAGE = regex(r"\d(?:\s/\s?|/\s)\Z")
_OF_SO_MANY = regex(r"\d\sof\s\d{1,3}\s[A-Z]{3,}\s[A-Z]{3,}")


def _page(text: str, number: NumberMention) -> bool:
    """Whether the figure is one of "3 / 14", a page or a picture of so many."""
    if _OF_PAGES.match(text, number.figure_end):
        return True
    at = number.figure_start
    if text.endswith(("/", "/ "), 0, at):
        return _BEHIND_PAGE.search(text, max(0, at - 4), at) is not None
    return text.endswith(" of ", 0, at) and _OF_SO_MANY.search(text, max(0, at - 5), at + 40) is not None


_OLDEST = 110
_AGES = regex(
    r"\b[Aa]ge[sd]?\s(?:(?:ranged|ranging|range|from|between|of|about|around|under|over)\s|(?:\d{1,3}|[a-z]+)(?:,\s|,?\sand\s|\sto\s|\sor\s)){0,8}\Z",
    holds="age",
)
_APPOSED = regex(r"[A-Za-z][\w'’-]*[a-z],\s\Z|\b[Oo]ne\s(?:is\s)?\Z")
_OF_YEARS = regex(r"\b(?:(?:school)?girl|(?:school)?boy|man|woman|child|lad|youth|son|daughter)\sof\s\Z")
_NUMBER_OF = regex(r"\bnumber\sof\s[^.,;]*,\s\Z")  # "the number of boats sunk, 31, is"
_CLOSED = regex(r"[,.;)]|\s\(")


def _age(text: str, number: NumberMention) -> bool:
    """Whether the figure is an age: in a row of ages, or set off by commas behind who is so old."""
    point = number.amount.high
    if number.form not in ("count", "range") or point is None or not 0 < point <= _OLDEST or point % 1:
        return False
    at = number.start
    if _AGES.search(text, max(0, at - 60), at) or _OF_YEARS.search(text, max(0, at - 16), at):
        return True
    if _NUMBER_OF.search(text, max(0, at - 60), at):
        return False
    closed = number.form == "count" and _CLOSED.match(text, number.end)
    return bool(closed) and _APPOSED.search(text, max(0, at - 30), at) is not None


_PER_SO_MANY = regex(r"\b(?:per|for\s(?:each|every)|in\severy|out\sof(?:\severy)?)\s\Z")


def rate_base(text: str, number: NumberMention) -> bool:
    """Whether the figure is only what a rate is counted on: "7.1 fires per 100,000 houses"."""
    point = number.amount.point
    if point is None or point < _HUNDRED or point.normalize().as_tuple().digits != (1,):
        return False
    return _PER_SO_MANY.search(text, max(0, number.start - 16), number.start) is not None


_HUNDRED = 100


def post_number(text: str, number: NumberMention) -> bool:
    """Whether the figure is part of a post's name: "second engineer"."""
    noun = _NOUN.match(text, number.end) if number.form == "ordinal" else None
    return noun is not None and f"{text[number.start : number.end]} {noun[1]}".lower() in offices()


_NOUN = regex(r" ([a-z]+)\b")


def conversions(text: str, numbers: Sequence[NumberMention]) -> frozenset[int]:
    """Where figures stand that only repeat, in brackets, the measure before them: "58km (36 miles)"."""
    found = set()
    for first, second in pairwise(numbers):
        kind = dimension(first.amount.unit)
        same = kind and kind not in ("money", "time", "share") and dimension(second.amount.unit) == kind
        if (
            same
            and first.amount.unit != second.amount.unit
            and 0 < second.start - first.end <= 24
            and text[first.end : second.start].rstrip().endswith(("(", "/", "-LRB-"))
        ):
            found.add(second.figure_start)
    return frozenset(found)
