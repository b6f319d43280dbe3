"""Days told by their name: on Monday, Friday the 16th, Tuesday last week, the Sunday a text does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reconcile.language.times.clock import clock_value, told
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.monthdays import stands_alone
from reconcile.values.dates import Interval


def weekday(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A day told by its name, with the week, the number or the way it is said with."""
    if frame.day and context.anchor:
        yield from _with_its_number(context, frame, context.anchor)
        return
    if not _stands(context, frame):
        return
    if "weeku" in frame.words and frame.week_direction is None and not _in_a_week(context, frame):
        frame.last, frame.words = frame.last - 1, frame.words - {"weeku"}
    leaning = frame.words & {"previous", "following", "that"}
    anchor = context.day if context.narrative or leaning else context.anchor
    if context.name(frame.first - 1) == "art" and stands_alone(context.tokens, frame.last - 1):
        anchor = None  # "on a Thursday" may be any, "a Thursday vote" is one
    assert frame.weekday
    if anchor is None:
        value = f"XXXX-WXX-{frame.weekday}"
        timed = bool(frame.part or frame.hour is not None or frame.noon is not None)
        value = clock_value(frame, value) if timed else value
        kind = "TIME" if timed else "DATE"
        yield context.mention(frame, kind, value, weekday=frame.weekday, year_known=False, relative=True)
        return
    back, ahead = (anchor.isoweekday() - frame.weekday) % 7, (frame.weekday - anchor.isoweekday()) % 7
    way = context.way(frame)
    if frame.direction == 0:  # "met this Monday", "will meet this Friday"
        way = -1 if context.look(frame) < 0 else 1
    if (
        frame.direction is None
        and context.name(frame.last) == "apos"
        and context.name(frame.last + 1) == "esspos"
    ):
        way = -1
    if context.narrative and frame.direction is None:
        way = 1
    others: tuple[date, ...] = ()
    if frame.week_direction is not None:
        day = anchor + timedelta(7 * frame.week_direction + frame.weekday - anchor.isoweekday())
    elif "weeku" in frame.words:
        day = anchor + timedelta(ahead + 7)
    elif way == -2:
        day = anchor - timedelta(back or 7)
        others = (day - timedelta(7),) if (back or 7) < anchor.isoweekday() else ()
    elif way == 2:
        day = anchor + timedelta(ahead or 7)
        others = (day + timedelta(7),) if day.isocalendar()[1] == anchor.isocalendar()[1] else ()
    elif way == 1:
        day = anchor + timedelta(ahead)
    else:
        day = anchor - timedelta(back)
    context.day, context.month = day, day.month
    alternatives = tuple(Interval.day(d) for d in (day, *others)) if others else ()
    yield told(context, frame, day, relative=True, weekday=frame.weekday, alternatives=alternatives)


def _in_a_week(context: Context, frame: Frame) -> bool:
    """Whether "Tuesday week" is the Tuesday after the coming one: no "Tuesday week-long", no "Sunday Week 7"."""
    after = context.tokens.word(frame.last)
    return (
        context.tokens.word(frame.last - 1) == "week"
        and not (after in "-'’" and after)
        and not after.isdigit()
    )


def _with_its_number(context: Context, frame: Frame, anchor: date) -> Iterator[TimeMention]:
    """Friday the 16th, Saturday (17th): the nearest such day."""
    for away in range(200):
        for day in (anchor + timedelta(away), anchor - timedelta(away)):
            if (day.day, day.isoweekday()) == (frame.day, frame.weekday):
                context.spoke_of(day, year_said=False)
                yield told(context, frame, day, relative=True, weekday=frame.weekday, year_known=False)
                return


def _stands(context: Context, frame: Frame) -> bool:
    """Whether a weekday's short form is one: "Sat." and "fri nite", but not "sat" or "Sun" alone."""
    if not {"dayabbr", "weakday"} & frame.words:
        return True
    last = context.tokens.word(frame.last - 1)
    if frame.part and last in ("sun", "sat", "mon", "wed") and frame.first + 1 < frame.last:
        return False  # "the afternoon sun"
    if frame.part or frame.direction is not None or frame.hour is not None or frame.noon is not None:
        return True
    before = context.name(frame.first - 1)
    if "dayabbr" in frame.words:
        return "dot" in frame.words or before in ("on", "until", "this", "since")
    return context.tokens.word(frame.last - 1) not in ("sat", "sun", "wed", "mon") and before in (
        "on",
        "until",
    )
