"""Figures that count nothing: numbers of houses, numbers in the names of posts, what a rate is counted on, conversions."""

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
