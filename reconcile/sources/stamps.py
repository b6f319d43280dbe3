"""Dates as pages print them in their furniture: read strictly, every possible reading kept."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from reconcile.language.times.calendar import day_of
from reconcile.values.regex import regex

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ember|ober)?\b\.?"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = regex(
    rf"""
    (?P<iso>\b{_YEAR}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?!\d))
  | (?P<ymd>\b{_YEAR}(?P<s0>[/.])\d\d?(?P=s0)\d\d?\b)
  | (?P<numeric>(?<![\d/.-])\d\d?(?P<s1>[ ]?[-/.][ ]?)\d\d?(?P=s1)(?:{_YEAR}|\d\d)(?![\d/-]))
  | (?P<mdy>\b{_MONTH}[ ]?\d\d?(?:st|nd|rd|th)?\b,?[ ]+{_YEAR}\b)
  | (?P<dmy>\b\d\d?(?:st|nd|rd|th)?[ ]+{_MONTH},?[ ]+{_YEAR}\b)
  | (?P<ago>\b(?:\d+|an?|one)[ ](?:minute|min|hour|hr|day|week|month|year)s?[ ]ago\b|\byesterday\b|\bjust[ ]now\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = regex(r"\d+")
_MONTH_NAME = regex(_MONTH, re.IGNORECASE)
_REST = regex(
    rf"""
    \b{_WEEKDAY} | \bT?\d\d?[:.]\ ?\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?(?!\d) | (?<![a-z])[ap]\.?m\b\.? | \bhrs?\b | \b\d{{1,2}}(?=\s*[ap]m)
  | \b(?:publish(?:ed)?|publication|issued|added|posted|updated|modified|created|released|filed|first|last|date|dated|on|at|the|time|edition|online)\b
  | \b[A-Z]{{2,4}}T\b | \b(?:GMT|UTC|BST|IST|CET|CEST|EDT|EST|ET|PT|PDT|PST|CDT|CST|MSK|KST|JST|(?:local|[a-z]+)\s+time)\b
  | [^\w]+
    """,
    re.IGNORECASE | re.VERBOSE,
)


class PrintedDate(NamedTuple):
    """A date in furniture: its words, where they stand in the searched text, and the days it can mean.

    `days` is empty for a date that is relative to the day of saving ("6 days ago") and for an impossible one
    ("30.02.2024"); two days for an order that is open ("11-07-2025": day first, then month first).
    """

    words: str
    start: int
    end: int
    days: tuple[date, ...]
    relative: bool = False


def printed_dates(words: str) -> list[PrintedDate]:
    """The dates with a year, and the page-relative ones, in `words`."""
    return [_printed(match) for match in _DATE.finditer(words)]


def is_stamp(words: str) -> bool:
    """Whether `words` are a date of publication and nothing else: "Updated: Friday, 2 May 2025, 10:14 GMT"."""
    if len(words) > 120:
        return False
    words = words.removeprefix("time")  # an icon's name, glued to the date by saving
    return bool(_DATE.search(words)) and not _REST.sub("", _DATE.sub(" ", words))


def _printed(match: re.Match[str]) -> PrintedDate:
    kind, words = match.lastgroup, match.group()
    kind = next(name for name in ("iso", "ymd", "numeric", "mdy", "dmy", "ago") if match[name])
    numbers = [int(number) for number in _NUMBER.findall(words)]
    found: list[date | None] = []
    if kind in ("iso", "ymd"):
        found = [day_of(numbers[0], numbers[1], numbers[2])]
    elif kind == "numeric":
        first, second, year = numbers
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        found = [day_of(year, second, first), day_of(year, first, second)]
    elif kind in ("mdy", "dmy"):
        name = _MONTH_NAME.search(words)
        assert name is not None
        found = [day_of(numbers[1], MONTHS.index(name.group()[:3].lower()) + 1, numbers[0])]
    days = tuple(dict.fromkeys(day for day in found if day))
    return PrintedDate(words, match.start(), match.end(), days, kind == "ago")
