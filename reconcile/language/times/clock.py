"""Clock times and parts of the day: their TIMEX3 value and interval, with the offset of their zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from reconcile.language.times import calendar
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.language.times.mention import TimeMention
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex


def hour_and_minute(frame: Frame) -> tuple[int, int]:
    """The 24-hour clock time that a frame says."""
    if frame.noon is not None:
        return frame.noon, 0
    hour, half = frame.hour or 0, frame.half_day
    if half is None and hour == 12 and frame.part == "NI":
        return 24, 0  # "last night at twelve"
    if half is None and hour < 12:
        half = 12 if frame.part in ("AF", "EV") or (frame.part == "NI" and hour > 4) else 0
    elif half is None:
        half = hour // 12 * 12
    return (hour if hour > 12 else hour % 12 + half), frame.minute or 0


def clock_value(frame: Frame, day: str) -> str:
    """`day` with the frame's clock time or part of day added."""
    if frame.hour is None and frame.noon is None:
        return f"{day}T{frame.part}" if frame.part else day
    hour, minute = hour_and_minute(frame)
    return f"{day}T{hour:02}:{minute:02}"


def clock_interval(frame: Frame, day: date) -> Interval | None:
    """The minute, hour or part of `day` that a frame says."""
    if frame.hour is None and frame.noon is None:
        return calendar.part_of_day(day, frame.part)
    hour, minute = hour_and_minute(frame)
    start = datetime(day.year, day.month, day.day) + timedelta(hours=hour, minutes=minute)
    offset = frame.zone
    if offset is not None and frame.daylight and _summer(day, frame.daylight):
        offset += 60
    exact = frame.minute is not None or frame.noon is not None
    width, grain = (timedelta(minutes=1), Grain.MINUTE) if exact else (timedelta(hours=1), Grain.HOUR)
    return Interval(start, start + width, grain, offset, fuzzy=not exact)


def _summer(day: date, rule: str) -> bool:
    """Whether clocks are an hour ahead.

    By the American rule from the second Sunday of March to the first of November, by the European one from the last
    Sunday of March to the last of October.
    """
    if rule == "american":
        return calendar.nth_weekday(day.year, 3, 7, 2) <= day < calendar.nth_weekday(day.year, 11, 7, 1)
    return calendar.nth_weekday(day.year, 3, 7, -1) <= day < calendar.nth_weekday(day.year, 10, 7, -1)


def told(context: Context, frame: Frame, day: date, **more: object) -> TimeMention:
    """The mention of a day, or of a moment or part of it where the frame has one."""
    if frame.part or frame.hour is not None or frame.noon is not None:
        if frame.part == "NI" and frame.half_day is None and frame.hour in _SMALL_HOURS:
            day += timedelta(1)  # "at two last night"
        if frame.noon == _MIDNIGHT and _just_after(context, frame, day):
            frame.noon = 0
        value = clock_value(frame, day.isoformat())
        return context.mention(frame, "TIME", value, clock_interval(frame, day), **more)
    if _SMALL.search(
        context.tokens.text,
        max(0, context.tokens.starts[frame.first] - 40),
        context.tokens.starts[frame.first],
    ):
        start = datetime(day.year, day.month, day.day)
        hours = Interval(start, start + timedelta(hours=_DAWN), Grain.PART, fuzzy=True)
        return context.mention(frame, "TIME", f"{day.isoformat()}TMO", hours, **more)
    return context.mention(frame, "DATE", day.isoformat(), Interval.day(day), **more)


_SMALL = regex(r"\b(?:early|small|wee|pre-?dawn) (?:morning )?hours (?:of|on) (?:the )?\Z", holds=" hours o")
_DAWN = 6


def _just_after(context: Context, frame: Frame, day: date) -> bool:
    """Whether the time is after midnight on the day that is named with it, or on that of publication: then the day has
    begun, and does not end."""
    named = frame.weekday is not None or frame.day is not None or _behind_a_day(context, frame.first)
    today = day == context.anchor and context.look(frame) < 0
    if frame.part in ("EV", "NI") or not (named or today):
        return False  # "Friday night, just after midnight"
    at = next((i for i in range(frame.first, frame.last) if context.name(i) == "noon"), 0)
    return at > 0 and context.tokens.word(at - 1).lower() in ("after", "past")


def _behind_a_day(context: Context, first: int) -> bool:
    """Whether a weekday stands before the words: "on Saturday just after midnight", but not "on Saturday night"."""
    at = first - 1
    while at > 0 and (context.tokens.word(at).lower() in _BETWEEN or context.tokens.pieces[at][0] == ","):
        at -= 1
    return 0 <= at < first - 1 and context.name(at) in _WEEKDAYS


_BETWEEN = frozenset(
    {
        "just",
        "shortly",
        "soon",
        "right",
        "well",
        "a",
        "little",
        "some",
        "minutes",
        "moments",
        "time",
        "after",
        "past",
    }
)
_WEEKDAYS = frozenset({"weekday", "weakday", "dayabbr"})
_MIDNIGHT = 24
_SMALL_HOURS = range(1, 5)
