"""Publication dates that texts imply: an anniversary kept, with the weekday of the report or an open order of digits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reconcile.sources.article import Article, Published
from reconcile.sources.clues import (
    WEEKDAYS,
    day_clues,
    nearest,
    reporting_weekday,
    sentence_around,
    weekday_clues,
)
from reconcile.sources.occasions import FOUNDED, Base, Mark, Occasions, base_of
from reconcile.sources.statements import Statement, days_of, order_of
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_LEAD = 1200
_CAME_ON = regex(
    r"\b(?:came|published|appeared|issued|released|reported|fell|falls|coincided?s?)\b[^.]{0,30}\b(?:on|with) the anniversary\b"
)
_OPENING = 500
_REPORTS = regex(r"\b(?:said|says|announced|reported|confirmed|told|according to|exchanged|statement)\b")
_ANY_YEAR = regex(r"\b(?:19|20)\d\d\b")
_MARGIN = 7  # days from the end of a month within which an anniversary may be kept in the next one


class Anniversary(NamedTuple):
    """The anniversary an article keeps: when it falls, as far as known, and the arithmetic."""

    mark: Mark
    year: int
    day: date | None
    sum: str


def kept_anniversary(article: Article, occasions: Occasions, others: Sequence[Base]) -> Anniversary | None:
    """The first anniversary kept in the article whose base is known; None when two of them disagree on the year."""
    known = []
    for mark in occasions.marks:
        base = base_of(mark, occasions.bases, others)
        if base is not None:
            known.append(_anniversary(mark, base, article.id))
    latest = max((int(year) for year in _ANY_YEAR.findall(article.text)), default=0)
    known = [
        one for one in known if one.year >= latest - 1
    ]  # a text that names later years was written later
    if not known or len({one.year for one in known if one.mark.start < _LEAD} or {known[0].year}) > 1:
        return None
    return next((one for one in known if one.day), known[0])


def _anniversary(mark: Mark, base: Base, article: str) -> Anniversary:
    year = base.year + mark.ordinal
    day = mark.day.on(year) if mark.day else None
    if day is None and base.month and base.day:
        try:
            day = date(year, base.month, base.day)
        except ValueError:
            day = date(year, 3, 1)  # born on February 29
    where = "" if base.article == article else f" ({base.article})"
    return Anniversary(
        mark, year, day, f'"{mark.words}" and "{base.words}"{where}: {base.year} + {mark.ordinal} = {year}'
    )


def from_anniversary(article: Article, kept: Anniversary) -> Published:
    """The day, month or year that an anniversary kept in the article gives."""
    if kept.day is None:
        return Published(interval=Interval.year(kept.year), how=kept.sum)
    told = reporting_weekday(article.text[:_LEAD])
    if told and (day := _report_day(article.text, kept, told[0])):
        which = f"the {WEEKDAYS[told[0]].capitalize()} nearest to it is {_long(day)}"
        return Published(
            interval=Interval.day(day), how=f'{kept.sum}; it falls on {_long(kept.day)}; "{told[1]}": {which}'
        )
    how = f"{kept.sum}; the anniversary falls on {_long(kept.day)}"
    narrow = None
    first, last = sentence_around(article.text, kept.mark.start)
    named = weekday_clues(article.text[first:last])
    if len(named) == 1 and named[0][0] == kept.day.weekday():
        how += f", the {WEEKDAYS[named[0][0]].capitalize()} of the text"
        narrow = Interval(
            Interval.day(kept.day).start,
            Interval.day(kept.day + timedelta(days=6)).end,
            Grain.WEEK,
            fuzzy=True,
        )
    following = (kept.day.replace(day=1) + timedelta(days=32)).replace(day=1)
    if _MARGIN < kept.day.day <= (following - timedelta(days=1)).day - _MARGIN:
        return Published(interval=Interval.month(kept.day.year, kept.day.month), how=how, narrow=narrow)
    if narrow:
        return Published(interval=narrow, how=how)
    opens, closes = (Interval.day(kept.day + timedelta(days=shift)) for shift in (-14, 21))
    return Published(interval=Interval(opens.start, closes.end, Grain.MONTH, fuzzy=True), how=how)


def _report_day(text: str, kept: Anniversary, weekday: int) -> date | None:
    """The weekday nearest to the anniversary, on the side that the text's own past days allow."""
    if kept.day is None:
        return None
    anniversary = kept.day
    before = nearest(weekday, anniversary, before=6, after=0)
    after = nearest(weekday, anniversary, before=0, after=6)
    options = [day for day in (before, after) if day]
    latest = [clue.on(kept.year) for clue in day_clues(text) if clue.day and clue.year in (None, kept.year)]
    past = [day for day in latest if day and day < anniversary]
    fits = [day for day in options if all(day >= other for other in past)]
    return min(fits, key=lambda day: (abs((day - anniversary).days), day), default=None)


def from_lead(article: Article) -> Published | None:
    """The days after the full date in a lead that reports, when no year in the text is later."""
    text = article.text
    if not _REPORTS.search(text[:_LEAD]):
        return None
    for clue in day_clues(text[:_OPENING]):
        day = clue.on(clue.year) if clue.year and clue.day else None
        if day is None or any(int(year) > day.year for year in _ANY_YEAR.findall(text)):
            continue
        first, last = sentence_around(text, clue.start)
        if FOUNDED.search(text, first, last) and day.weekday() not in dict(weekday_clues(text[first:last])):
            continue  # "signed on July 11, 1961": history, not news
        reach = 6 if day.weekday() in dict(weekday_clues(text[first:last])) else 30
        week = Interval(
            Interval.day(day).start, Interval.day(day + timedelta(days=reach)).end, Grain.MONTH, fuzzy=True
        )
        how = f'the lead reports "{text[clue.start : clue.end]}", and nothing in the text is of a later year'
        return Published(interval=week, how=how)
    return None


def settle_order(
    statement: Statement, article: Article, kept: Anniversary | None, bases: Sequence[Base]
) -> Published | None:
    """The reading of an ambiguous order that the text allows, with what rules the other out."""
    days = days_of(statement)
    words = statement.stamp.words
    if told := reporting_weekday(article.text[:_LEAD]):
        fits = [day for day in days if day.weekday() == told[0]]
        if len(fits) == 1:
            return _settled(
                words, fits[0], f'"{told[1]}", and only that day is a {WEEKDAYS[told[0]].capitalize()}'
            )
    if kept and kept.day:
        near = [day for day in days if abs((day - kept.day).days) <= 31]
        if len(near) == 1:
            came = (
                "the report came on the anniversary"
                if _CAME_ON.search(article.text) and near[0] == kept.day
                else kept.sum
            )
            return _settled(words, near[0], f"{came}, {_long(kept.day)}")
    for base in bases:
        if base.article == article.id and base.month and base.day and _CAME_ON.search(article.text):
            fits = [day for day in days if (day.month, day.day) == (base.month, base.day)]
            if len(fits) == 1:
                return _settled(
                    words, fits[0], f"the report came on the anniversary, {fits[0]:%B} {fits[0].day}"
                )
    return None


def unsettled(statement: Statement) -> Published | None:
    """The year that both readings of an ambiguous order share, when nothing rules one out."""
    days = days_of(statement)
    if len(days) < 2 or days[0].year != days[1].year:
        return None
    readings = " or ".join(_long(day) for day in days)
    return Published(
        interval=Interval.year(days[0].year),
        how=f"{statement.stamp.words} is {readings}: nothing rules one out",
    )


def _settled(words: str, day: date, because: str) -> Published:
    return Published(interval=Interval.day(day), how=f"{words} read {order_of(words, day)}: {because}")


def _long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
