"""Months, seasons, years, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from reconcile.language.times import calendar
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.years import year_stands
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex


def month(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A month, with or without its year."""
    assert frame.month
    if frame.rule == "month" and not _month_stands(context, frame):
        return
    if frame.short_year and frame.year is not None:
        frame.year = calendar.full_year(frame.year, context.anchor)
    known, year = frame.year is not None, context.told_year(frame)
    if year is None and context.narrative:
        year = calendar.year_along(context.year, context.month, frame.month)
    elif year is None and "that" in frame.words and (said := context.said_month):
        year = calendar.year_along(said.year, said.month, frame.month)  # "in March 2021, and that November"
    elif year is None and context.said_month and _ends_a_range(context, frame):
        year = context.said_month.year + (frame.month < context.said_month.month)  # "from May to August"
    elif year is None and context.anchor:
        year = calendar.year_near(context.anchor, frame.month, None, context.way(frame), frame.direction == 0)
    if year is None:
        yield context.mention(frame, "DATE", f"XXXX-{frame.month:02}", year_known=False)
        return
    if known:
        context.said_year = year
    context.said_month = date(year, frame.month, 1)
    if known or context.narrative:
        context.year, context.month = year, frame.month
    interval = Interval.month(year, frame.month)
    if context.narrative and interval.start:
        context.day = interval.start.date()
    value = f"{year:04}-{frame.month:02}"
    yield context.mention(frame, "DATE", value, interval, relative=not known, year_known=known)


def _ends_a_range(context: Context, frame: Frame) -> bool:
    """Whether the month follows another: "from May to August"."""
    joint, before = context.name(frame.first - 1), context.name(frame.first - 2)
    return joint in ("to", "until", "dash", "longdash") and before in ("month", "maymonth", "monabbr")


def part_of_month(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The first week of April, the second half of March 2024, the last Friday of May: the month, cut down."""
    number, unit = frame.ordinal, frame.unit
    if "last" in frame.words or "final" in frame.words:
        number = -1
    if not number or (unit not in ("week", "half", "day") and not frame.weekday):
        return
    frame.direction, frame.mod = None, ""
    for mention in month(context, frame):
        whole = mention.interval
        if whole is None or whole.start is None or whole.end is None:
            yield mention
            continue
        if frame.weekday:
            day = calendar.nth_weekday(
                whole.start.year, whole.start.month, frame.weekday, number if number < 5 else -1
            )
            yield mention._replace(value=day.isoformat(), interval=Interval.day(day))
            continue
        if "dayu" in frame.words:
            day = (whole.end if number < 0 else whole.start).date() + timedelta(number - (number > 0))
            yield mention._replace(value=day.isoformat(), interval=Interval.day(day))
            continue
        size = {"week": timedelta(7), "half": (whole.end - whole.start) / 2, "day": timedelta(5)}[unit]
        start = whole.end - size if number < 0 else whole.start + size * (number - 1)
        if start < whole.end:
            part = replace(whole, start=start, end=min(start + size, whole.end), fuzzy=True)
            yield mention._replace(
                interval=part, modifier="end" if number < 0 else "start" if number == 1 else "mid"
            )


_BEFORE_MONTH = frozenset(
    [
        "on",
        "in",
        "since",
        "by",
        "until",
        "of",
        "from",
        "for",
        "prep",
        "between",
        "to",
        "before",
        "after",
        "and",
        "mod",
        "earlier",
        "later",
    ]
)


def _month_stands(context: Context, frame: Frame) -> bool:
    """Whether a month without day or year is a month, not a verb, a march or a person."""
    word, before = context.tokens.word(frame.last - 1).rstrip("."), context.name(frame.first - 1)
    named = frame.direction is not None or frame.mod != ""
    if word in ("DEC", "MAR", "SEP", "JAN", "OCT"):
        return False  # more often initials
    if "weakmonth" in frame.words:
        return (
            word in ("may", "march") and before in ("in", "since", "until", "by") and "the" not in frame.words
        ) or (word not in ("may", "march", "mar") and (named or before in ("in", "since", "until", "by")))
    after = context.tokens.word(frame.last)
    if "monabbr" in frame.words and "dot" not in frame.words and after.istitle():
        return False  # "Jan Novak"
    if frame.words & {"monabbr", "maymonth"}:
        return named or before in _BEFORE_MONTH or ("maymonth" in frame.words and "the" in frame.words)
    if word in ("April", "June", "August"):
        return named or before in _BEFORE_MONTH or not after[:1].isupper()
    return True


def year(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A year in figures or words, A.D. or B.C."""
    number = frame.year
    if number is None:
        return
    if frame.era == "BC":
        yield context.mention(frame, "DATE", f"BC{number:04}")
        return
    if frame.short_year:
        if context.name(frame.first - 1) not in ("of", "in", "since", "from", "until", "by"):
            return
        number = calendar.full_year(number, context.anchor)
    elif "scale" in frame.words and "yearu" not in frame.words:
        if not 1900 < number < 2100 or context.name(frame.first - 1) not in (
            "in",
            "since",
            "by",
            "of",
            "until",
        ):
            return
    elif not frame.era and "yearu" not in frame.words and not year_stands(context, frame):
        return
    if not 0 < number < 9999:
        return
    context.said_year = number
    if (
        context.name(frame.first - 1) in ("in", "prep", "by", "until", "of", "newline")
        or frame.mod
        or not frame.first
    ):
        context.year, context.month = number, None
        context.day = date(number, 1, 1) if context.narrative else context.day
    yield context.mention(frame, "DATE", f"{number:04}", Interval.year(number))


def decade(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The 1970s, the '80s, the nineties; "the 1800s" is a century."""
    number = frame.year
    if number is None or number % 10 or (number > 100 and not context.tokens.glued(frame.last - 2)):
        return
    if 100 < number < 1000 and "the" not in frame.words:
        return  # "Radio 880's reporter"
    if frame.short_year:
        start = context.tokens.starts[frame.first]
        if context.name(frame.first - 1) == "poss" or _AGED.search(
            context.tokens.text, max(0, start - 40), start
        ):
            return  # "in his mid-40s", "in her late thirties or early forties"
        if "the" not in frame.words and "apos" not in frame.words and not frame.mod:
            return
        number += 1900
    size, grain = (100, Grain.CENTURY) if number % 1000 and number % 100 == 0 else (10, Grain.DECADE)
    interval = Interval(datetime(number, 1, 1), datetime(number + size, 1, 1), grain)
    yield context.mention(frame, "DATE", str(number // size), interval)


_AGED = regex(r"\b(?:his|her|their|my) (?:early|mid|late)(?:[- ]\w{3,9})? (?:or|to|and) \Z", re.I)


def century(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The 20th century, the third century B.C."""
    number = frame.ordinal
    if not number or number > 40 or number < 0 or context.tokens.word(frame.first - 2) == "turn":
        return  # "the turn of the 20th century" may lie on either side
    first = (number - 1) * 100
    if frame.era == "BC":
        yield context.mention(frame, "DATE", f"BC{number - 1:02}")
        return
    interval = Interval(datetime(first + 1, 1, 1), datetime(first + 101, 1, 1), Grain.CENTURY)
    yield context.mention(frame, "DATE", f"{number - 1:02}", interval)


def season(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """Last fall, the summer of 1943, in spring."""
    before = context.name(frame.first - 1)
    said = frame.year is not None or frame.direction is not None or frame.year_direction is not None
    said = said or frame.mod != "" or before in ("in", "by", "until", "since", "prep")
    said = said or bool(frame.words & {"earlier", "later", "some"})
    if "the" in frame.words and context.name(frame.last) != "of":
        said = True
    if not said:
        return
    year = frame.year
    if frame.short_year and year is not None:
        year = calendar.full_year(year, context.anchor)
    if year is None and context.narrative:
        year = context.year
    if year is None and context.anchor:
        if frame.year_direction is not None:
            year = context.anchor.year + frame.year_direction
        else:
            year = calendar.season_year(context.anchor, frame.season, frame.direction, context.look(frame))
    elif year is not None:
        context.year, context.month = year, None
    interval = calendar.season(year, frame.season) if year else None
    value = f"{year or 'XXXX'}-{frame.season}"
    yield context.mention(frame, "DATE", value, interval, relative=frame.year is None)


def week_of(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The week of March 6."""
    if frame.day is None or frame.month is None:
        return
    way = context.look(frame)
    year = frame.year or (
        calendar.year_near(context.anchor, frame.month, frame.day, way) if context.anchor else context.year
    )
    day = calendar.day_of(year, frame.month, frame.day) if year else None
    if day:
        context.spoke_of(day, year_said=frame.year is not None)
        value, interval = calendar.stepped(day, frame.unit, 0)
        yield context.mention(frame, "DATE", value, interval, relative=frame.year is None)
