"""Statements about one publication date that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from reconcile.lexicon import words as lexicon
from reconcile.sources.article import Article, Conflict, Published, Stamp
from reconcile.sources.clues import WEEKDAYS, DayClue, day_clues, speaks_ahead
from reconcile.sources.statements import Statement, days_of
from reconcile.values.dates import Interval
from reconcile.values.regex import regex

_APART = timedelta(days=3)  # a dateline, an update or a time zone moves a date by a day or two, not more
_AHEAD = 45  # days: a day without a year lies within so many days of the report, or it would carry the year
_STAMPED_WEEKDAY = regex(
    r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?:the\s+)?\Z",
    re.IGNORECASE,
    holds="mon|tue|wed|thu|fri|sat|sun",
)
_PAST = regex(rf"\b(?:{'|'.join(lexicon('past_verbs'))}|[a-z]{{3,}}ed)\b")
_CLAUSE = regex(r"[.;:!?\n]|, (?:and|but|which|who|when|while) ")


def find_conflicts(
    article: Article, published: Published | None, said: Sequence[Statement]
) -> tuple[Conflict, ...]:
    """What the page and the text say about the date that cannot be true together."""
    found = [*_stamps_apart(said), *_weekdays(article, said)]
    if published is not None and published.interval.end is not None:
        found.extend(_told_too_early(article, published, published.interval.end))
    return tuple(found)


def _stamps_apart(said: Sequence[Statement]) -> Iterator[Conflict]:
    certain = [one for one in said if one.certain]
    for one in certain[1:]:
        if one.stamp.kind in (certain[0].stamp.kind, "note"):
            continue  # "posted" and "updated" stand side by side; a note tells of another version
        if not _near(certain[0].options[0], one.options[0]):
            first, second = certain[0].stamp, one.stamp
            yield Conflict(
                first,
                second,
                f"The {first.kind} gives {certain[0].options[0].iso}, the {second.kind} {one.options[0].iso}.",
            )


def _near(first: Interval, second: Interval) -> bool:
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return True
    return first.start - _APART < second.end and second.start < first.end + _APART


def _weekdays(article: Article, said: Sequence[Statement]) -> Iterator[Conflict]:
    """A stamp whose weekday is not the weekday of its date, where no other reading of its digits fits."""
    for one in said:
        at = None if one.stamp.start is None else one.stamp.start - article.start
        if at is None or not 0 <= at <= len(article.text) or not one.options:
            continue
        named = _STAMPED_WEEKDAY.search(article.text, max(0, at - 16), at)
        if named is None:
            continue
        weekday = next(i for i, name in enumerate(WEEKDAYS) if name.startswith(named[1].lower()))
        days = days_of(one)
        if all(day.weekday() != weekday for day in days):
            day, name = days[0], WEEKDAYS[weekday].capitalize()
            stamp = Stamp(one.stamp.kind, named[1], article.start + named.start())
            because = f"{day:%B} {day.day}, {day.year} is a {day:%A}, not a {name}."
            yield Conflict(one.stamp, stamp, because)


def _told_too_early(article: Article, published: Published, end: datetime) -> Iterator[Conflict]:
    """A day after the stated date that the text tells of as past."""
    if not published.how.startswith("stated"):
        return
    last = (end - timedelta(microseconds=1)).date()
    text = article.text
    for clue in day_clues(text):
        day = _day_after(clue, last)
        if day is None or any(first <= clue.start < stop for first, stop in article.skip):
            continue
        verb = _past_verb(text, clue)
        if verb is not None:
            first = Stamp("publication date", published.how.rsplit(": ", 1)[-1], _stated_at(article))
            second = Stamp("text", text[verb : clue.end], article.start + verb)
            because = (
                f"Published {last:%B} {last.day}, {last.year}, yet it tells of {day:%B} {day.day} as past: "
                f'"{" ".join(text[verb : clue.end].split())}".'
            )
            yield Conflict(first, second, because, day, (day - last).days)


def _day_after(clue: DayClue, last: date) -> date | None:
    """The day a clue means when that is after `last`; without a year it must lie close."""
    if clue.day is None:
        return None
    day = clue.on(clue.year or last.year)
    if day is None or day <= last:
        return None
    return day if clue.year or (day - last).days <= _AHEAD else None


def _past_verb(text: str, clue: DayClue) -> int | None:
    """Where the clause's past verb stands when the clause says "… ended on <day>", without a word of the future."""
    before = text[max(0, clue.start - 160) : clue.start]
    if not before.rstrip().endswith(" on"):
        return None
    start = clue.start - len(before)
    cuts = [match.end() for match in _CLAUSE.finditer(before)]
    first = start + cuts[-1] if cuts else start
    if speaks_ahead(text, first, clue.start):
        return None
    verbs = list(_PAST.finditer(text, first, clue.start))
    if not verbs or clue.start - verbs[-1].start() > 60:
        return None
    return verbs[-1].start()


def _stated_at(article: Article) -> int | None:
    return next((stamp.start for stamp in article.stamps if stamp.start is not None), None)
