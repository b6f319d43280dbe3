"""From frames to mentions: each rule's handler in turn, ranges joined, narratives told from news."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from reconcile.language.times import (
    days,
    dotted,
    feasts,
    figures,
    monthdays,
    months,
    quarters,
    relative,
    units,
)
from reconcile.language.times.context import Context
from reconcile.language.times.falsefriends import false_friend
from reconcile.language.times.frames import Frame, on_one_day, read
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.tokens import Tokens
from reconcile.values.regex import regex

HANDLERS: dict[str, Callable[[Context, Frame], Iterator[TimeMention]]] = {
    "iso": figures.iso,
    "numeric": figures.numeric,
    "texted": figures.texted,
    "slashed": figures.slashed,
    "past": figures.past,
    "bare": figures.bare,
    "hours": figures.hours,
    "military": figures.military,
    "age": units.old,
    "often": units.often,
    "listed": days.days_listed,
    "range": days.days_between,
    "partof": months.part_of_month,
    "beforelast": relative.before_last,
    "sameof": relative.same_of,
    "yearago": quarters.year_ago,
    "weekof": months.week_of,
    "spelledyear": months.year,
    "quarters": quarters.quarter,
    "named": quarters.quarter_named,
    "span": units.span,
    "this": relative.this,
    "point": days.point,
    "dotted": dotted.dotted,
    "duration": relative.counted,
    "decades": months.decade,
    "century": months.century,
    "season": months.season,
    "fiscal": quarters.fiscal,
    "year": months.year,
    "month": months.month,
    "feastday": feasts.holiday,
    "ref": relative.reference,
    "long": units.lasting,
    "some": units.some,
    "spoken": figures.spoken,
    "hour": figures.hour,
    "monthday": monthdays.numbered,
}
JOINTS = frozenset(
    ("and", "or", "to", "until", "dash", "longdash", "comma", "the", "from", "of", "in", "on", "mod")
)


def resolve(tokens: Tokens, frames: list[Frame], anchor: date | None) -> Iterator[TimeMention]:
    """The mentions that `frames` stand for, in order."""
    narrative = is_narrative(frames, anchor)
    context = Context(tokens, anchor, narrative, day=anchor)
    if narrative:
        context.year = next(
            (f.year for f in frames if f.year and not f.short_year and f.rule != "year"), None
        )
    held: TimeMention | None = None  # the last mention, until it is known to open no range
    covered = 0
    for index, frame in enumerate(frames):
        if frame.first < covered or false_friend(context, frame):
            continue  # "overnight into Sunday" has its Sunday
        _share_year(context, frames, index)
        handler = _beside if frame.rule == "beside" else HANDLERS[frame.rule]
        for mention in handler(context, frame):
            if held is not None:
                if _range(tokens.text, held, mention):
                    held, mention = days.joined([held, mention])
                    if (
                        tokens.text[held.start - 1 : held.start] == "("
                        and held.interval
                        and held.interval.start
                    ):
                        context.spoke_of(held.interval.start.date(), year_said=True)  # a span of life or war
                yield held
            held = mention
        covered = frame.last
    if held is not None:
        yield held


_TO = regex(r"\s*(?:[-–—]|to|until|till|through|thru|and)\s*(?:the\s+)?")


def _range(text: str, left: TimeMention, right: TimeMention) -> bool:
    """Whether two mentions are the ends of one stretch: "10 June – 12 July", "from May to July"."""
    if (
        left.through
        or right.through
        or left.type != "DATE"
        or right.type != "DATE"
        or right.start - left.end > 12
    ):
        return False
    joint = _TO.fullmatch(text, left.end, right.start)
    if joint is None or left.interval is None or right.interval is None:
        return False
    return "and" not in joint.group() or text[max(0, left.start - 8) : left.start].lower() == "between "


def is_narrative(frames: list[Frame], anchor: date | None) -> bool:
    """Whether times hang on each other (history, chronicle) and not on the day of publication.

    So when dates with years of long ago far outnumber what only makes sense on a certain day: bare weekdays,
    yesterday, last week. Where that day is unknown, only a run of full dates in order shows a chronicle.
    """
    old = today = 0
    dates = []
    for frame in frames:
        if frame.year and not frame.short_year and frame.rule in ("point", "range", "year", "season"):
            old += (2 if frame.month else 1) if anchor is None or frame.year < anchor.year else 0
            if frame.month and frame.day:
                dates.append((frame.year, frame.month, frame.day))
        elif _hangs_on_today(frame):
            today += 1
    if anchor is not None:
        return old >= 4 and today * 12 <= old
    steps = sum(one < other for one, other in pairwise(dates))
    return today == 0 and len(dates) >= 2 and steps * 3 >= (len(dates) - 1) * 2


def _hangs_on_today(frame: Frame) -> bool:
    """Whether a frame only makes sense on a certain day."""
    week = frame.rule == "this" and bool(frame.words & {"last", "this"})
    return week or frame.deictic is not None or (frame.weekday is not None and not frame.month)


def _share_year(context: Context, frames: list[Frame], index: int) -> None:
    """Gives a month without a year that of the next one when the two are coordinated: "from July to May 1943".

    So it gives a weekday the week of the next, "Monday to Friday last week", and a clock time its day.
    """
    frame = frames[index]
    if frame.year is not None or frame.year_direction is not None or index + 1 == len(frames):
        return
    other = frames[index + 1]
    if (
        frame.rule == "season" == other.rule
        and other.first - frame.last == 1
        and frame.year_direction is None
    ):
        frame.year = other.year if context.name(frame.last) == "and" else None
    joined = other.first - frame.last == 1 and context.name(frame.last) in JOINTS
    paired = context.name(frame.last) != "and" or context.name(frame.first - 1) == "between"
    if joined and frame.weekday and frame.week_direction is None and frame.direction is None:
        frame.week_direction = other.week_direction
    elif joined and paired and _clock_alone(frame) and other.rule == "point" and other.hour is not None:
        on_one_day(frame, other)
    if joined and frame.month and frame.direction is None and other.month:
        frame.year_direction = other.year_direction
    if not frame.month or frame.rule not in ("point", "month"):
        return
    if other.month and other.year and not other.short_year and other.first - frame.last <= 3:
        between = context.names(frame.last, other.first)
        if between and all(name in JOINTS for name in between) and frame.direction is None:
            frame.year = other.year - (frame.month > other.month)


def _clock_alone(frame: Frame) -> bool:
    clock = frame.rule == "point" and frame.hour is not None and not frame.part
    return clock and not (frame.weekday or frame.month or frame.day or frame.deictic is not None)


def _beside(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """The day after POINT, the eve of POINT, a week on POINT: the point is read by itself, then stepped from."""
    names = context.names(frame.first, frame.last)
    joint = next(k for k, name in enumerate(names) if name in _STEPPED_FROM)
    said = names[joint]
    at = joint + (said not in ("last", "today"))  # which are words of the point
    inner_rule = "feastday" if "feastname" in names else "point"
    inner = read(context.tokens, inner_rule, frame.first + at + (names[at] in ("on", "comma")), frame.last)
    outer = read(context.tokens, "duration", frame.first, frame.first + joint)
    ahead = said in ("on", "today")  # "it opens a week on Tuesday", but "he worked a week on Tuesday"
    if said in ("on", "today", "last", "ago") and (
        outer.unit not in ("week", "fortnight") or (ahead and context.look(frame) <= 0)
    ):
        yield from HANDLERS["duration"](context, outer)
        yield from HANDLERS["point"](context, inner)
        return
    if said in ("from", "on") and inner.weekday and inner.direction is None:
        inner.direction = 1  # "a week from Friday" counts from the coming one
    outer.amount, _ = context.amount(outer)
    outer.rule, outer.last = "beside", frame.last
    found = list(HANDLERS[inner_rule](context, inner))
    yield from relative.beside(context, outer, found, not ahead and said not in ("after", "from"))


_STEPPED_FROM = frozenset({"before", "after", "from", "of", "ago", "on", "last", "today"})
