"""Words in a text that say when it was written: dates, weekdays, who reported when. Cheap scans, no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from reconcile.lexicon import words as lexicon
from reconcile.sources.stamps import MONTHS
from reconcile.values.regex import regex

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = regex(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY_BEFORE = regex(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)? \Z")
_DAY_AFTER = regex(r" (\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\.\d)")
_YEAR_AFTER = regex(r",? (?:of )?((?:1[5-9]|20)\d\d)\b(?! (?:people|miles|feet|votes))")
_WEEKDAY_WORD = regex(rf"\b{_WEEKDAY}\b")
_SPOKE = "|".join(lexicon("reporting_verbs"))
_REPORTED = regex(
    rf"\b(?:(?:{_SPOKE}|told (?:[\w'’]+ ){{1,4}}|reports?|in a (?:statement|report))(?: late| early)? ?(?:on )?(?P<a>{_WEEKDAY})"
    rf"|on (?P<b>{_WEEKDAY}) (?:{_SPOKE}))\b"
)
_AHEAD = regex(rf"\b(?:{'|'.join(lexicon('ahead_words'))})\b", re.IGNORECASE)
_AGO_TODAY = regex(r"\b(a|one|two|three|five|ten|\d{1,3}) years? ago (today|yesterday)\b", re.IGNORECASE)
_SENTENCE = 600  # characters either way
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10}


class DayClue(NamedTuple):
    """A calendar day or month in a text, its year when the words give one."""

    start: int
    end: int
    month: int
    day: int | None
    year: int | None

    def on(self, year: int) -> date | None:
        """The day in `year`, None where the calendar has no such day."""
        try:
            return date(year, self.month, self.day or 1)
        except ValueError:
            return None


def day_clues(text: str) -> Iterator[DayClue]:
    """Yields the days and months with a year, and the days without one, in `text`."""
    for match in _MONTH.finditer(text):
        start, end = match.span()
        month = MONTHS.index(match.group()[:3].lower()) + 1
        day: int | None = None
        if found := _DAY_BEFORE.search(text, max(0, start - 9), start):
            day, start = int(found[1]), found.start()
        elif found := _DAY_AFTER.match(text, end):
            day, end = int(found[1]), found.end()
        year = None
        if found := _YEAR_AFTER.match(text, end):
            year, end = int(found[1]), found.end()
        if (day and 1 <= day <= 31) or (day is None and year):
            yield DayClue(start, end, month, day, year)


def weekday_clues(text: str) -> list[tuple[int, int]]:
    """The weekdays named in `text`, as (Monday is 0, where)."""
    return [(WEEKDAYS.index(m.group().lower()), m.start()) for m in _WEEKDAY_WORD.finditer(text)]


def reporting_weekday(lead: str) -> tuple[int, str] | None:
    """The weekday on which the lead says the news was given out, with the words that say so."""
    match = _REPORTED.search(lead)
    if match is None:
        return None
    return WEEKDAYS.index((match["a"] or match["b"]).lower()), match.group()


def speaks_ahead(text: str, start: int, end: int) -> bool:
    """Whether words in the stretch put what is dated there ahead of the report: will, due, planned, by."""
    return bool(_AHEAD.search(text, start, end))


def years_ago_today(text: str) -> tuple[int, int, str] | None:
    """(years, days to subtract, words) of "a year ago today"."""
    match = _AGO_TODAY.search(text)
    if match is None:
        return None
    count = match[1].lower()
    years = _COUNTS.get(count) or int(count)
    return years, match[2].lower() == "yesterday", match.group()


def nearest(weekday: int, day: date, *, before: int = 6, after: int = 6) -> date | None:
    """The date of that weekday nearest to `day` within the given reach, the earlier one of two."""
    options = [day + timedelta(days=shift) for shift in range(-before, after + 1)]
    fits = [option for option in options if option.weekday() == weekday]
    return min(fits, key=lambda option: (abs((option - day).days), option), default=None)


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Roughly the sentence that offset `at` lies in, cut where it runs on for more than a paragraph."""
    low, high = max(0, at - _SENTENCE), min(len(text), at + _SENTENCE)
    start = max(text.rfind("\n", low, at), text.rfind(". ", low, at), low - 1) + 1
    ends = [end for end in (text.find("\n", at, high), text.find(". ", at, high)) if end >= 0]
    return start, min(ends, default=high)
